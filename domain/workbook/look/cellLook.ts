import type { Column } from "../columns";

/** "#RRGGBB" */
export type Colour = `#${string}`;

/**
 * How a cell of a new register looks, whether the worker or the add-in writes it. What is left out is as in any other
 * cell of the workbook.
 */
export type CellLook = {
  readonly numberFormat?: string;
  readonly ink?: Colour;
  readonly fill?: Colour;
  readonly bold?: true;
  /** In points. */
  readonly size?: number;
  readonly horizontal?: "left" | "center";
  readonly vertical?: "top" | "center";
  readonly wrap?: true;
  readonly indent?: 1;
  /** A fine line on the right, or all around. */
  readonly lines?: "right" | "box";
};

const ink = "#1F2D3A";
const softInk = "#4A5863";
const navy = "#23435C";

/** Of the lines between cells. */
export const lineColour: Colour = "#C9D1D7";

const filledGrey = "#F4F6F7";

const textFormat = "@";
/** As Excel takes them in every language. */
const formats: { readonly [T in Column["type"]]: string } = {
  text: textFormat,
  longText: textFormat,
  postcode: textFormat,
  phone: textFormat,
  email: textFormat,
  reference: textFormat,
  months: textFormat,
  date: "dd/mm/yyyy",
  money: "#,##0.00\\ [$€-40C]",
  vatRate: "0.0\\ %",
  integer: "0",
  decimal: "General",
  yesNo: "General",
  choice: "General",
};

/** The number format of a column. Text is kept as text, so that 06 12… keeps its zero and =1+1 stays what it is. */
export function numberFormat({ role, type }: Pick<Column, "role" | "type">): string {
  const format = formats[type];
  // A formula in a cell of text would be shown instead of computed.
  return format === textFormat && role === "formula" ? "General" : format;
}

/** Whether Tacite or Excel fills the column, and not the user. */
export function isFilledForUser({ role }: Pick<Column, "role">): boolean {
  return role === "status" || role === "formula";
}

const typedHeader = {
  ink: "#FFFFFF",
  fill: navy,
  bold: true,
  horizontal: "left",
  vertical: "center",
  wrap: true,
  lines: "right",
} as const satisfies CellLook;

const filledHeader = { ...typedHeader, ink, fill: "#DDE2E6" } as const satisfies CellLook;

/** How a column of a table looks: what Tacite or Excel fills is grey, what the user types is white under blue. */
export function columnLook(column: Column): { readonly header: CellLook; readonly cell: CellLook } {
  const isFilled = isFilledForUser(column);
  return {
    header: isFilled ? filledHeader : typedHeader,
    cell: {
      numberFormat: numberFormat(column),
      vertical: "center",
      ...(isCentred(column) && { horizontal: "center" }),
      ...(isFilled && { fill: filledGrey, ink: softInk }),
    },
  };
}

function isCentred({ type, choices }: Column): boolean {
  return type === "date" || type === "yesNo" || type === "integer" || choices === "basis";
}

/** The cells of the sheet Paramètres, those with values aside. */
export const settingLooks = {
  title: { ink: navy, bold: true, size: 18, vertical: "center" },
  explanation: { ink: softInk, vertical: "center" },
  header: typedHeader,
  section: { ink: navy, bold: true, vertical: "center" },
  sectionRepeated: { ink: "#A7B2BA", vertical: "center" },
  label: { ink, vertical: "center", wrap: true },
  help: { ink: softInk, horizontal: "left", vertical: "center", wrap: true, indent: 1 },
  key: { ink: softInk },
} as const satisfies Record<string, CellLook>;

/** A cell of the sheet Paramètres that holds a value: yellow where the user types, grey where he does not. */
export function settingValueLook(column: Pick<Column, "role" | "type">, typed: boolean): CellLook {
  return {
    numberFormat: numberFormat(column),
    ink: typed ? ink : softInk,
    fill: typed ? "#FFFBEA" : filledGrey,
    horizontal: "left",
    vertical: "center",
    wrap: true,
    lines: "box",
  };
}

const tile = { ink, fill: filledGrey, horizontal: "left", vertical: "center", indent: 1 } as const satisfies CellLook;
const tileFigure = { ...tile, ink: navy, bold: true, size: 22 } as const satisfies CellLook;
const chartFigure = { ink: softInk, horizontal: "center", vertical: "center" } as const satisfies CellLook;

/** The cells of the sheet Tableau de bord: those of its tiles, and the figures behind its charts. */
export const dashboardLooks = {
  title: { ink: navy, bold: true, size: 22, vertical: "center" },
  subtitle: { ink: softInk, size: 13, vertical: "center" },
  warning: { ink: "#7A4A00", vertical: "center" },
  label: { ...tile, ink: softInk, bold: true },
  count: { ...tileFigure, numberFormat: "#,##0" },
  amount: { ...tileFigure, numberFormat: "#,##0\\ [$€-40C]" },
  rate: { ...tileFigure, numberFormat: "0\\ %" },
  note: { ...tile, ink: softInk, size: 10 },
  figuresTitle: { ink: navy, bold: true, vertical: "center" },
  header: { ...filledHeader, horizontal: "center" },
  month: { ...chartFigure, numberFormat: formats.date },
  category: { ...chartFigure, horizontal: "left" },
  figure: { ...chartFigure, numberFormat: "#,##0" },
  money: { ...chartFigure, numberFormat: formats.money },
} as const satisfies Record<string, CellLook>;

/** Titles, texts and lines of the charts. */
export const chartColours = { ink, softInk, line: lineColour } as const satisfies Record<string, Colour>;
