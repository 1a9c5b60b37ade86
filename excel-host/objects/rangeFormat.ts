import { type Area, intersection, lastColumnOf, lastRowOf, maxColumns, maxRows } from "../model/area";
import { cellAt, mapArea, styleIndexAt, usedArea } from "../model/cells";
import { displayText } from "../model/displayText";
import { edit } from "../model/edit";
import { Refused } from "../model/refused";
import { layOutColumns, layOutRows } from "../model/sheets";
import { type Style, styleAt } from "../model/style";
import type { Sheet } from "../model/workbook";
import { formatCells } from "../model/writeCells";
import { booleanOf, choice, numberOf, textOf } from "../protocol/argument";
import type { ExcelObject, Json, Property } from "../protocol/excelObject";
import type { Session } from "../protocol/addinSession";
import { colorOf } from "./colour";
import { isUnbounded } from "./cellValues";
import { rangeBordersObject } from "./rangeBorders";

/** RangeFormat with its fill, font, borders and protection. */
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
      RowHeight: rowHeight(session, sheet, area),
      IndentLevel: styled("indent", (indent) => indent, numberOf),
    },
    children: {
      Fill: () => fillObject(styled),
      Font: () => fontObject(styled),
      Borders: () => rangeBordersObject(session, sheet, area),
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
  // Whole rows and columns are formatted as far as the sheet is used.
  const bounded = (): Area => {
    if (!isUnbounded(area)) return area;
    return intersection(area, usedArea(sheet, true) ?? { ...area, rows: 1, columns: 1 }) ?? area;
  };
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

const USUAL_HEIGHT = 15;

function rowHeight({ workbook, origin }: Session, sheet: Sheet, area: Area): Property {
  return {
    get: () => {
      const first = sheet.rowHeights.get(area.row) ?? USUAL_HEIGHT;
      for (let row = area.row; row <= lastRowOf(area) && area.rows < maxRows; row++) {
        if ((sheet.rowHeights.get(row) ?? USUAL_HEIGHT) !== first) return null;
      }
      return first;
    },
    set: (value) => {
      const height = numberOf(value);
      if (height < 0 || height > 409) throw new Refused("InvalidArgument", "A row is at most 409 points high.");
      layOutRows(workbook, origin, sheet, { first: area.row, count: area.rows }, height);
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
