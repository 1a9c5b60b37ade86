import type { Fill, Font, Style } from "exceljs";
import type { Column } from "../../domain/workbook/columns";

export type CellStyle = Partial<Style>;

/** exceljs recognises a style by its object: cells that look alike share one. */
export type ColumnStyles = { readonly header: CellStyle; readonly cell: CellStyle; readonly multiline: CellStyle };

const ink = "FF1F2D3A";
const softInk = "FF4A5863";
const navy = "FF23435C";
const headerGrey = "FFDDE2E6";
const filledGrey = "FFF4F6F7";
const inputYellow = "FFFFFBEA";
const line = "FFC9D1D7";

const textFormat = "@";
const formats: { readonly [T in Column["type"]]: string } = {
  text: textFormat,
  longText: textFormat,
  postcode: textFormat,
  phone: textFormat,
  email: textFormat,
  reference: textFormat,
  date: "dd/mm/yyyy",
  money: "#,##0.00\\ [$€-40C]",
  vatRate: "0.0\\ %",
  integer: "0",
  decimal: "General",
  yesNo: "General",
  choice: "General",
  months: textFormat,
};

/** The number format of a column. Typed text is kept as text, so that 06 12… keeps its zero and =1+1 stays what it is. */
function numberFormat({ role, type }: Pick<Column, "role" | "type">): string {
  const format = formats[type];
  // A formula in a cell of text would be shown instead of computed.
  return format === textFormat && role === "formula" ? "General" : format;
}

/** How a column of a table looks: what Tacite or Excel fills is grey, what the user types is white. */
export function columnStyles(column: Column): ColumnStyles {
  const filled = isFilledForUser(column);
  const horizontal = isCentred(column) ? ("center" as const) : undefined;
  const cell: CellStyle = {
    numFmt: numberFormat(column),
    alignment: { vertical: "middle", ...(horizontal && { horizontal }) },
    ...(filled && { fill: solid(filledGrey), font: font({ color: softInk }) }),
  };
  return {
    header: filled ? filledHeader : typedHeader,
    cell,
    multiline: { ...cell, alignment: { ...cell.alignment, wrapText: true } },
  };
}

function isCentred({ type, choices }: Column): boolean {
  return type === "date" || type === "yesNo" || type === "integer" || choices === "basis";
}

export function isFilledForUser({ role }: Pick<Column, "role">): boolean {
  return role === "status" || role === "formula";
}

const headerAlignment = { vertical: "middle", horizontal: "left", wrapText: true } as const;

const typedHeader: CellStyle = {
  font: font({ color: "FFFFFFFF", bold: true }),
  fill: solid(navy),
  alignment: headerAlignment,
  border: { right: { style: "thin", color: { argb: line } } },
};

const filledHeader: CellStyle = {
  font: font({ color: ink, bold: true }),
  fill: solid(headerGrey),
  alignment: headerAlignment,
  border: { right: { style: "thin", color: { argb: line } } },
};

const box = { style: "thin", color: { argb: line } } as const;

/** The sheet Paramètres. */
export const settingStyles = {
  title: { font: font({ color: navy, bold: true, size: 18 }), alignment: { vertical: "middle" } },
  explanation: { font: font({ color: softInk }), alignment: { vertical: "top", wrapText: true } },
  header: typedHeader,
  section: { font: font({ color: navy, bold: true }), alignment: { vertical: "middle" } },
  sectionRepeated: { font: font({ color: "FFA7B2BA" }), alignment: { vertical: "middle" } },
  label: { font: font({ color: ink }), alignment: { vertical: "middle", wrapText: true } },
  help: {
    font: font({ color: softInk }),
    alignment: { horizontal: "left", vertical: "middle", wrapText: true, indent: 1 },
  },
  key: { font: font({ color: softInk }) },
} as const satisfies Record<string, CellStyle>;

/** A cell of the sheet Paramètres that holds a value: yellow where the user types, grey where he does not. */
export function settingValueStyle(column: Pick<Column, "role" | "type">, typed: boolean): CellStyle {
  return {
    numFmt: numberFormat(column),
    font: font({ color: typed ? ink : softInk }),
    fill: solid(typed ? inputYellow : filledGrey),
    alignment: { vertical: "middle", horizontal: "left", wrapText: true },
    border: { top: box, right: box, bottom: box, left: box },
  };
}

function solid(argb: string): Fill {
  return { type: "pattern", pattern: "solid", fgColor: { argb } };
}

function font({ color, bold, size }: { color: string; bold?: true; size?: number }): Partial<Font> {
  return { name: "Calibri", family: 2, size: size ?? 11, color: { argb: color }, ...(bold && { bold }) };
}
