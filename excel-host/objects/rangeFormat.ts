import { type Area, intersection, lastColumnOf, maxColumns } from "../model/area";
import { cellAt, mapArea, styleIndexAt, usedArea } from "../model/cells";
import { displayText } from "../model/displayText";
import { edit } from "../model/edit";
import { Refused } from "../model/refused";
import { layOutColumns } from "../model/sheets";
import { type Style, styleAt } from "../model/style";
import type { Sheet } from "../model/workbook";
import { formatCells } from "../model/writeCells";
import { booleanOf, choice, numberOf, textOf } from "../protocol/argument";
import type { ExcelObject, Json, Property } from "../protocol/excelObject";
import type { Session } from "../protocol/addinSession";

/** RangeFormat with its fill, font and protection; borders and row heights are not known here. */
export function rangeFormatObject(session: Session, sheet: Sheet, area: Area): ExcelObject {
  const styled = styledArea(session, sheet, area);
  const words = (value: string): string => value.charAt(0).toLowerCase() + value.slice(1);
  return {
    type: "RangeFormat",
    identity: {},
    properties: {
      WrapText: styled("wrap", (wrap) => wrap, booleanOf),
      HorizontalAlignment: styled(
        "horizontal",
        (value) => capital(value ?? "general"),
        (value) =>
          words(
            choice(value, [
              "General",
              "Left",
              "Center",
              "Right",
              "Justify",
              "Fill",
              "CenterAcrossSelection",
              "Distributed",
            ]),
          ),
      ),
      VerticalAlignment: styled(
        "vertical",
        (value) => capital(value ?? "bottom"),
        (value) => words(choice(value, ["Top", "Center", "Bottom", "Justify", "Distributed"])),
      ),
      ColumnWidth: columnWidth(session, sheet, area),
    },
    children: {
      Fill: () => fillObject(styled),
      Font: () => fontObject(styled),
      Protection: () => ({
        type: "FormatProtection",
        identity: {},
        properties: { Locked: styled("locked", (locked) => locked, booleanOf) },
      }),
    },
    methods: {
      AutofitColumns: () => void autofit(session, sheet, area),
      AutofitRows: () => undefined,
    },
  };
}

type Styled = <K extends keyof Style>(
  name: K,
  shown: (value: Style[K]) => Json,
  read: (value: Json) => Style[K],
) => Property;

/** A property is null where the cells of the area differ. */
function styledArea({ workbook, origin }: Session, sheet: Sheet, area: Area): Styled {
  const bounded = (): Area => intersection(area, usedArea(sheet, true) ?? { ...area, rows: 1, columns: 1 }) ?? area;
  return (name, shown, read) => ({
    get: () => {
      const values = mapArea(bounded(), (row, column) =>
        shown(styleAt(workbook.styles, styleIndexAt(sheet, row, column))[name]),
      ).flat();
      return values.every((value) => value === values[0]) ? (values[0] ?? null) : null;
    },
    set: (value) => formatCells(workbook, origin, sheet, bounded(), { [name]: read(value) }),
  });
}

function fillObject(styled: Styled): ExcelObject {
  const color = styled("fill", (fill) => fill ?? "", colorOf);
  return {
    type: "RangeFill",
    identity: {},
    properties: { Color: color },
    methods: { Clear: () => color.set?.(null) ?? undefined },
  };
}

function fontObject(styled: Styled): ExcelObject {
  return {
    type: "RangeFont",
    identity: {},
    properties: {
      Bold: styled("bold", (bold) => bold, booleanOf),
      Italic: styled("italic", (italic) => italic, booleanOf),
      Underline: styled(
        "underline",
        (on) => (on ? "Single" : "None"),
        (value) => choice(value, ["None", "Single"]) === "Single",
      ),
      Color: styled("color", (color) => color ?? "#000000", colorOf),
      Name: styled("font", (font) => font ?? "Calibri", textOf),
      Size: styled("size", (size) => size ?? 11, numberOf),
    },
  };
}

/** "#RRGGBB"; "" and null mean none. @throws Refused for another text. */
export function colorOf(value: Json): string | null {
  if (value === null || value === "") return null;
  if (typeof value === "string" && /^#[0-9a-f]{6}$/i.test(value)) return value.toUpperCase();
  throw new Refused("InvalidArgument", `"${JSON.stringify(value)}" is not a colour like #1F2D3A.`);
}

function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}

/** Office.js measures in points, files in characters of the usual font. */
const pointsOf = (characters: number): number => (characters * 7 + 5) * 0.75;
const charactersOf = (points: number): number => Math.max(0, (points / 0.75 - 5) / 7);

function columnWidth({ workbook, origin }: Session, sheet: Sheet, area: Area): Property {
  return {
    get: () => {
      const first = sheet.columnWidths.get(area.column) ?? 10.71;
      for (let column = area.column; column <= lastColumnOf(area) && area.columns < maxColumns; column++) {
        if ((sheet.columnWidths.get(column) ?? 10.71) !== first) return null;
      }
      return pointsOf(first);
    },
    set: (value) => {
      const width = charactersOf(numberOf(value));
      layOutColumns(workbook, origin, sheet, { first: area.column, count: area.columns }, { width });
    },
  };
}

function autofit({ workbook, origin }: Session, sheet: Sheet, area: Area): void {
  const used = usedArea(sheet);
  const filled = used === null ? null : intersection(area, used);
  if (filled === null) return;
  edit(workbook, origin, () => {
    for (let column = filled.column; column <= lastColumnOf(filled); column++) {
      const texts = mapArea({ ...filled, column, columns: 1 }, (row) =>
        displayText(workbook, cellAt(sheet, row, column)),
      );
      const width = Math.min(255, 2 + texts.flat().reduce((longest, text) => Math.max(longest, text.length), 6));
      layOutColumns(workbook, origin, sheet, { first: column, count: 1 }, { width });
    }
  });
}
