import { addressOf, quotedSheet } from "../model/address";
import {
  type Area,
  areaBetween,
  boundingArea,
  intersection,
  lastColumnOf,
  lastRowOf,
  maxColumns,
  maxRows,
} from "../model/area";
import { placeNamed } from "../model/placeNamed";
import { cellAt, mapArea, styleIndexAt, usedArea } from "../model/cells";
import { displayText } from "../model/displayText";
import { edit } from "../model/edit";
import { Refused } from "../model/refused";
import { select } from "../model/selection";
import { layOutColumns } from "../model/sheets";
import { shiftCells, type Direction } from "../model/shiftCells";
import { plainStyle, styleAt } from "../model/style";
import type { HeldRange, Sheet } from "../model/workbook";
import { clearContents, formatCells, writeCells } from "../model/writeCells";
import {
  booleanArgument,
  booleanOf,
  choice,
  numberArgument,
  objectArgument,
  optionalText,
  recordArgument,
  textArgument,
  textOf,
} from "../protocol/argument";
import { type Argument, type ExcelObject, type Json, readOnly } from "../protocol/excelObject";
import { holdRange, newRange, type Session } from "../protocol/addinSession";
import { formulasJson, inputsOf, isUnbounded, shaped, valuesJson, valueTypesJson } from "./cellValues";
import { conditionalFormatsObject } from "./conditionalFormats";
import { dataValidationObject } from "./dataValidation";
import { rangeAreasObject } from "./rangeAreas";
import { rangeFormatObject } from "./rangeFormat";
import { scopedTables } from "./tables";

/** Add-ins write in English, whatever the language of Excel. */
const apiLocale = "en-US";

/** A range that no other object knows yet. */
export function newRangeObject(session: Session, sheet: Sheet, area: Area): ExcelObject {
  return rangeObject(session, newRange(session, sheet, area));
}

/** The Range of a held range, which may have moved since or be gone. */
export function rangeObject(session: Session, range: HeldRange): ExcelObject {
  const { sheet } = range;
  const area = (): Area => areaOf(range);
  return {
    type: "Range",
    get identity() {
      return { _ReferenceId: holdRange(session, range) };
    },
    properties: {
      ...placeProperties(session, range),
      ...contentProperties(session, range),
      _ReferenceId: readOnly(() => holdRange(session, range)),
    },
    children: {
      Worksheet: () => session.make.worksheet(session, sheet),
      Format: () => rangeFormatObject(session, sheet, area()),
      DataValidation: () => dataValidationObject(session, sheet, area()),
      ConditionalFormats: () => conditionalFormatsObject(session, sheet, area()),
    },
    methods: {
      ...neighbourMethods(session, range),
      ...partMethods(session, range),
      ...editMethods(session, range),
      _KeepReference: () => void holdRange(session, range),
      _ValidateArraySize: (args) => {
        const { rows, columns } = area();
        if (numberArgument(args, 0) === rows && numberArgument(args, 1) === columns) return undefined;
        throw new Refused("InvalidArgument", `The array must have ${rows} rows and ${columns} columns.`);
      },
    },
  };
}

/** @throws Refused when the cells were deleted. */
function areaOf({ area }: HeldRange): Area {
  if (area === null) throw new Refused("InvalidReference", "The cells of this range are gone.");
  return area;
}

/** The cells of another range given as an argument. */
export function rangeArgument(session: Session, args: readonly Argument[], at: number, sheet: Sheet): Area {
  const given = args[at];
  const address = typeof given === "string" ? given : addressOfRange(objectArgument(args, at, "Range"));
  const found = placeNamed(session.workbook, sheet, address);
  if (found === null || found.sheet !== sheet) throw new Refused("InvalidArgument", "The ranges must be on one sheet.");
  return found.area;
}

function addressOfRange(range: ExcelObject): string {
  return textOf(range.properties.Address?.get() ?? null);
}

function placeProperties(session: Session, range: HeldRange): ExcelObject["properties"] {
  const area = (): Area => areaOf(range);
  const address = (): string => `${quotedSheet(range.sheet.name)}!${addressOf(area())}`;
  const columnsHidden = (): boolean => every(area().columns, (at) => range.sheet.hiddenColumns.has(area().column + at));
  const rowsHidden = (): boolean => every(area().rows, (at) => range.sheet.hiddenRows.has(area().row + at));
  const anyRowHidden = (): boolean => !every(area().rows, (at) => !range.sheet.hiddenRows.has(area().row + at));
  return {
    Address: readOnly(address),
    AddressLocal: readOnly(address),
    RowIndex: readOnly(() => area().row),
    ColumnIndex: readOnly(() => area().column),
    RowCount: readOnly(() => area().rows),
    ColumnCount: readOnly(() => area().columns),
    CellCount: readOnly(() => (area().rows * area().columns > 2 ** 31 - 1 ? -1 : area().rows * area().columns)),
    IsEntireColumn: readOnly(() => area().rows === maxRows),
    IsEntireRow: readOnly(() => area().columns === maxColumns),
    // Null where some are hidden and some are not.
    RowHidden: readOnly(() => rowsHidden() || (anyRowHidden() ? null : false)),
    Hidden: readOnly(() => rowsHidden() || columnsHidden()),
    ColumnHidden: {
      get: columnsHidden,
      set: (value) => {
        const columns = { first: area().column, count: area().columns };
        layOutColumns(session.workbook, session.origin, range.sheet, columns, { hidden: booleanOf(value) });
      },
    },
  };
}

function every(count: number, test: (at: number) => boolean): boolean {
  for (let at = 0; at < count; at++) if (!test(at)) return false;
  return true;
}

function contentProperties(session: Session, range: HeldRange): ExcelObject["properties"] {
  const { workbook, origin } = session;
  const { sheet } = range;
  const area = (): Area => areaOf(range);
  const write = (value: Json): void => {
    const { row, column } = area();
    writeCells(workbook, origin, { sheet, row, column }, inputsOf(value, area()), apiLocale);
  };
  const formats: ExcelObject["properties"][string] = {
    get: () =>
      isUnbounded(area())
        ? null
        : mapArea(area(), (row, column) => styleAt(workbook.styles, styleIndexAt(sheet, row, column)).numberFormat),
    set: (value) => setFormats(session, range, value),
  };
  return {
    Values: { get: () => valuesJson(sheet, area()), set: write },
    Formulas: { get: () => formulasJson(sheet, area()), set: write },
    Text: readOnly(() =>
      isUnbounded(area()) ? null : mapArea(area(), (row, column) => displayText(workbook, cellAt(sheet, row, column))),
    ),
    ValueTypes: readOnly(() => valueTypesJson(sheet, area())),
    NumberFormat: formats,
    NumberFormatLocal: formats,
  };
}

function setFormats({ workbook, origin }: Session, range: HeldRange, value: Json): void {
  const area = areaOf(range);
  if (typeof value === "string" && !isUnbounded(area)) {
    formatCells(workbook, origin, range.sheet, area, { numberFormat: value });
    return;
  }
  edit(workbook, origin, () => {
    shaped(value, area).forEach((line, down) =>
      line.forEach((format, along) => {
        if (format === null) return;
        const cell = { row: area.row + down, column: area.column + along, rows: 1, columns: 1 };
        formatCells(workbook, origin, range.sheet, cell, { numberFormat: textOf(format) });
      }),
    );
  });
}

type Methods = NonNullable<ExcelObject["methods"]>;

/** Ranges that lie beside, or are larger or smaller. */
function neighbourMethods(session: Session, range: HeldRange): Methods {
  const { sheet } = range;
  const give = (area: Area): ExcelObject => newRangeObject(session, sheet, onSheet(area));
  const area = (): Area => areaOf(range);
  const beside = (
    count: number,
    after: (area: Area, count: number) => Area,
    before: (area: Area, count: number) => Area,
  ) => {
    if (count === 0) throw new Refused("InvalidArgument", "The count cannot be 0.");
    return give(count > 0 ? after(area(), count) : before(area(), -count));
  };
  const below = (from: Area, rows: number): Area => ({ ...from, row: from.row + from.rows, rows });
  const above = (from: Area, rows: number): Area => ({ ...from, row: from.row - rows, rows });
  const right = (from: Area, columns: number): Area => ({ ...from, column: from.column + from.columns, columns });
  const left = (from: Area, columns: number): Area => ({ ...from, column: from.column - columns, columns });
  return {
    GetRowsBelow: (args) => beside(numberArgument(args, 0, 1), below, above),
    GetRowsAbove: (args) => beside(numberArgument(args, 0, 1), above, below),
    GetColumnsAfter: (args) => beside(numberArgument(args, 0, 1), right, left),
    GetColumnsBefore: (args) => beside(numberArgument(args, 0, 1), left, right),
    GetOffsetRange: (args) => {
      const from = area();
      return give({ ...from, row: from.row + numberArgument(args, 0), column: from.column + numberArgument(args, 1) });
    },
    GetResizedRange: (args) => {
      const from = area();
      return give({
        ...from,
        rows: from.rows + numberArgument(args, 0),
        columns: from.columns + numberArgument(args, 1),
      });
    },
    GetAbsoluteResizedRange: (args) =>
      give({ ...area(), rows: numberArgument(args, 0), columns: numberArgument(args, 1) }),
    GetEntireRow: () => give({ ...area(), column: 0, columns: maxColumns }),
    GetEntireColumn: () => give({ ...area(), row: 0, rows: maxRows }),
    GetBoundingRect: (args) => give(boundingArea(area(), rangeArgument(session, args, 0, sheet))),
  };
}

/** @throws Refused for what lies beyond the sheet. */
function onSheet(area: Area): Area {
  const inside = area.row >= 0 && area.column >= 0 && area.rows > 0 && area.columns > 0;
  if (inside && lastRowOf(area) < maxRows && lastColumnOf(area) < maxColumns) return area;
  throw new Refused("InvalidArgument", "The range would lie beyond the sheet.");
}

/** Ranges that lie inside. */
function partMethods(session: Session, range: HeldRange): Methods {
  const { sheet } = range;
  const give = (area: Area): ExcelObject => newRangeObject(session, sheet, area);
  const area = (): Area => areaOf(range);
  const common = (args: readonly Argument[]): Area | null =>
    intersection(area(), rangeArgument(session, args, 0, sheet));
  const used = (args: readonly Argument[]): Area | null => {
    const whole = usedArea(sheet, !booleanArgument(args, 0, false));
    return whole === null ? null : intersection(area(), whole);
  };
  return {
    // Excel lets these reach beyond the range.
    GetCell: (args) =>
      give(
        onSheet({
          row: area().row + numberArgument(args, 0),
          column: area().column + numberArgument(args, 1),
          rows: 1,
          columns: 1,
        }),
      ),
    GetRow: (args) => give(onSheet({ ...area(), row: area().row + numberArgument(args, 0), rows: 1 })),
    GetColumn: (args) => give(onSheet({ ...area(), column: area().column + numberArgument(args, 0), columns: 1 })),
    GetLastRow: () => give({ ...area(), row: lastRowOf(area()), rows: 1 }),
    GetLastColumn: () => give({ ...area(), column: lastColumnOf(area()), columns: 1 }),
    GetLastCell: () =>
      give(areaBetween(lastRowOf(area()), lastColumnOf(area()), lastRowOf(area()), lastColumnOf(area()))),
    GetIntersection: (args) => give(existing(common(args))),
    GetIntersectionOrNullObject: (args) => nullable(common(args), give),
    GetUsedRange: (args) => give(used(args) ?? { ...area(), rows: 1, columns: 1 }),
    GetUsedRangeOrNullObject: (args) => nullable(used(args), give),
    GetMergedAreasOrNullObject: () => {
      const merged = sheet.merges.filter((merge) => intersection(merge, area()) !== null);
      return merged.length === 0 ? null : rangeAreasObject(merged, give);
    },
    GetRowProperties: (args) => {
      const { rowHidden, ...others } = recordArgument(args, 0);
      const unknown = Object.keys(others)[0];
      if (unknown !== undefined)
        throw new Refused("ApiNotFound", `The property ${unknown} of a row is not known here.`);
      return mapArea({ ...area(), columns: 1 }, (row) => {
        return rowHidden === true ? { rowHidden: sheet.hiddenRows.has(row) } : {};
      }).flat();
    },
    GetTables: (args) => {
      const whole = booleanArgument(args, 0, false);
      return scopedTables(session, sheet, (table) => {
        const reached = intersection(table.area, area());
        return reached !== null && (!whole || reached.rows * reached.columns === table.area.rows * table.area.columns);
      });
    },
    Find: (args) => give(existing(foundIn(session, range, args))),
    FindOrNullObject: (args) => nullable(foundIn(session, range, args), give),
  };
}

function existing(area: Area | null): Area {
  if (area === null) throw new Refused("ItemNotFound", "There is no such range.");
  return area;
}

function nullable(area: Area | null, give: (area: Area) => ExcelObject): ExcelObject | null {
  return area === null ? null : give(area);
}

/** The first cell, row by row, whose shown text holds a text. */
function foundIn({ workbook }: Session, range: HeldRange, args: readonly Argument[]): Area | null {
  const { completeMatch = false, matchCase = false } = recordArgument(args, 1);
  const fold = (text: string): string => (matchCase === true ? text : text.toLocaleLowerCase());
  const wanted = fold(textArgument(args, 0));
  const used = usedArea(range.sheet);
  const searched = used === null ? null : intersection(areaOf(range), used);
  for (let row = searched?.row ?? 0; searched !== null && row <= lastRowOf(searched); row++) {
    for (let column = searched.column; column <= lastColumnOf(searched); column++) {
      const text = fold(displayText(workbook, cellAt(range.sheet, row, column)));
      if (completeMatch === true ? text === wanted : text.includes(wanted)) return { row, column, rows: 1, columns: 1 };
    }
  }
  return null;
}

const directions: Readonly<Record<string, Direction>> = { Down: "down", Right: "right", Up: "up", Left: "left" };

function editMethods(session: Session, range: HeldRange): Methods {
  const { workbook, origin } = session;
  const { sheet } = range;
  return {
    Select: () => void select(workbook, origin, sheet, areaOf(range)),
    Calculate: () => undefined,
    Insert: (args) => {
      const area = areaOf(range);
      const direction = directions[choice(args[0], ["Down", "Right"])] ?? "down";
      shiftCells(workbook, origin, sheet, area, direction);
      return newRangeObject(session, sheet, area);
    },
    Delete: (args) => {
      const area = areaOf(range);
      refuseFiltered(sheet, area);
      shiftCells(workbook, origin, sheet, area, directions[choice(args[0], ["Up", "Left"])] ?? "up");
      return undefined;
    },
    Clear: (args) => {
      const what = choice(optionalText(args, 0) ?? "All", ["All", "Contents", "Formats"]);
      const used = isUnbounded(areaOf(range)) ? usedArea(sheet, true) : areaOf(range);
      const area = used === null ? null : intersection(areaOf(range), used);
      if (area === null) return undefined;
      edit(workbook, origin, () => {
        if (what !== "Formats") clearContents(workbook, origin, sheet, area);
        if (what !== "Contents") formatCells(workbook, origin, sheet, area, plainStyle);
      });
      return undefined;
    },
  };
}

/** Excel does not delete cells of a table while a filter hides some of its rows. */
function refuseFiltered(sheet: Sheet, area: Area): void {
  const filtered = sheet.tables.some((table) => table.filters.size > 0 && intersection(table.area, area) !== null);
  if (filtered) throw new Refused("InvalidOperation", "Cells of a filtered table cannot be deleted.");
}
