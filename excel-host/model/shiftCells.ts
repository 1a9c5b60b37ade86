import { type Area, intersection, lastColumnOf, lastRowOf, maxColumns, maxRows } from "./area";
import { adjustReferences, afterShift } from "./adjustReferences";
import { ownRow, putContent } from "./cells";
import { type CellsChange, edit, tell, touch } from "./edit";
import { refuseProtected } from "./protection";
import { Refused } from "./refused";
import type { Row, Sheet, Table, Workbook } from "./workbook";

export type Direction = "down" | "right" | "up" | "left";

/** Makes room for blank cells in a rectangle, or closes it; whole rows and whole columns have the sheet's full width or height. */
export function shiftCells(workbook: Workbook, origin: string, sheet: Sheet, area: Area, direction: Direction): void {
  refuseProtected(sheet, permission(area, direction));
  const vertical = direction === "down" || direction === "up";
  const opening = direction === "down" || direction === "right";
  for (const table of sheet.tables) refuseCutTable(table, area, direction);
  edit(workbook, origin, () => {
    if (vertical) shiftRows(sheet, area, opening ? area.rows : -area.rows);
    else shiftColumns(sheet, area, opening ? area.columns : -area.columns);
    const where = vertical
      ? afterShift("rows", area.row, opening ? area.rows : -area.rows, { first: area.column, last: lastColumnOf(area) })
      : afterShift("columns", area.column, opening ? area.columns : -area.columns, {
          first: area.row,
          last: lastRowOf(area),
        });
    moveTables(workbook, sheet, where);
    adjustReferences(workbook, sheet, where);
    touch(
      workbook,
      sheet,
      vertical ? { ...area, rows: maxRows - area.row } : { ...area, columns: maxColumns - area.column },
    );
    tell(workbook, { kind: "cells", sheet, area, change: changeOf(area, direction) });
  });
}

function permission(area: Area, direction: Direction): string | null {
  if (area.columns === maxColumns) return direction === "down" ? "allowInsertRows" : "allowDeleteRows";
  if (area.rows === maxRows) return direction === "right" ? "allowInsertColumns" : "allowDeleteColumns";
  return null;
}

function changeOf(area: Area, direction: Direction): CellsChange {
  const opening = direction === "down" || direction === "right";
  if (area.columns === maxColumns) return opening ? "RowInserted" : "RowDeleted";
  if (area.rows === maxRows) return opening ? "ColumnInserted" : "ColumnDeleted";
  return opening ? "CellInserted" : "CellDeleted";
}

/** A table moves as a whole or grows inside; half of it never moves away from the other half. */
function refuseCutTable(table: Table, area: Area, direction: Direction): void {
  const vertical = direction === "down" || direction === "up";
  const zone = vertical ? { ...area, rows: maxRows - area.row } : { ...area, columns: maxColumns - area.column };
  const reached = intersection(zone, table.area);
  if (reached === null) return;
  const whole = vertical ? reached.columns === table.area.columns : reached.rows === table.area.rows;
  if (!whole) {
    throw new Refused("InsertDeleteConflict", `The operation would shift cells in a part of the table ${table.name}.`);
  }
  const headers = { ...table.area, rows: 1 };
  const losesHeaders = direction === "up" && table.hasHeaders && intersection(area, headers) !== null;
  if (losesHeaders && lastRowOf(area) < lastRowOf(table.area)) {
    throw new Refused("InvalidOperation", `The header row of the table ${table.name} cannot be deleted.`);
  }
}

function moveTables(workbook: Workbook, sheet: Sheet, where: (area: Area) => Area | null): void {
  sheet.tables = sheet.tables.filter((table) => {
    const after = where(table.area);
    if (after === null) tell(workbook, { kind: "tableRemoved", table });
    else if (after !== table.area) {
      table.area = after;
    }
    return after !== null;
  });
}

function shiftRows(sheet: Sheet, area: Area, count: number): void {
  sheet.changed.rowsFrom = Math.min(sheet.changed.rowsFrom, area.row);
  if (area.columns === maxColumns) {
    sheet.hiddenRows = new Set([...sheet.hiddenRows].flatMap((row) => movedRow(row, area, count) ?? []));
    sheet.rowHeights = new Map(
      [...sheet.rowHeights].flatMap(([row, height]): [number, number][] => {
        const to = movedRow(row, area, count);
        return to === null ? [] : [[to, height]];
      }),
    );
    moveWholeRows(sheet, area, count);
    return;
  }
  const rows = [...sheet.rows.keys()].filter((row) => row >= area.row).sort((a, b) => (count > 0 ? b - a : a - b));
  for (const row of rows) {
    const to = movedRow(row, area, count);
    for (let column = area.column; column <= lastColumnOf(area); column++) moveCell(sheet, row, to, column);
  }
}

function movedRow(row: number, area: Area, count: number): number | null {
  if (row < area.row) return row;
  if (count < 0 && row < area.row - count) return null;
  return row + count;
}

function moveWholeRows(sheet: Sheet, area: Area, count: number): void {
  const before = sheet.rows;
  const wide = sheet.wideFormulas;
  sheet.rows = new Map();
  sheet.wideFormulas = new Set();
  for (const [row, content] of before) {
    const to = movedRow(row, area, count);
    if (to !== null) sheet.rows.set(to, content);
  }
  for (const key of wide) {
    const [row = 0, column = 0] = key.split(":").map(Number);
    const to = movedRow(row, area, count);
    if (to !== null) sheet.wideFormulas.add(`${to}:${column}`);
  }
}

/** Content and style leave their place; `to` is null when they are gone for good. */
function moveCell(sheet: Sheet, row: number, to: number | null, column: number): void {
  const from = ownRow(sheet, row);
  if (from === null) return;
  const value = from.values[column] ?? null;
  const formula = from.formulas?.[column] ?? null;
  const style = from.styles?.[column];
  const key = `${row}:${column}`;
  const wide = sheet.wideFormulas.delete(key);
  from.values[column] = null;
  if (formula !== null && from.formulas !== null) from.formulas[column] = null;
  if (from.styles !== null) from.styles[column] = undefined;
  if (to === null) return;
  const target: Row = ownRow(sheet, to) ?? { values: [], formulas: null, styles: null };
  sheet.rows.set(to, target);
  sheet.own?.add(target);
  target.values[column] = value;
  if (formula !== null || target.formulas !== null) (target.formulas ??= [])[column] = formula;
  if (style !== undefined) (target.styles ??= [])[column] = style;
  else if (target.styles !== null) target.styles[column] = undefined;
  if (wide) sheet.wideFormulas.add(`${to}:${column}`);
}

function shiftColumns(sheet: Sheet, area: Area, count: number): void {
  for (const row of [...sheet.rows.keys()]) {
    const content = row < area.row || row > lastRowOf(area) ? null : ownRow(sheet, row);
    if (content === null) continue;
    sheet.changed.rows.add(row);
    for (let column = 0; column < (content.formulas?.length ?? 0); column++) {
      sheet.wideFormulas.delete(`${row}:${column}`);
    }
    splice(content.values, area.column, count, null);
    if (content.formulas !== null) splice(content.formulas, area.column, count, null);
    if (content.styles !== null) splice(content.styles, area.column, count, undefined);
    const formulas = content.formulas ?? [];
    content.formulas = null;
    formulas.forEach((formula, column) => {
      if (typeof formula === "string") putContent(sheet, row, column, content.values[column] ?? null, formula);
    });
  }
  if (area.rows === maxRows) shiftWidths(sheet, area.column, count);
}

function splice<T>(line: T[], at: number, count: number, blank: T): void {
  if (line.length <= at) return;
  if (count < 0) line.splice(at, -count);
  else line.splice(at, 0, ...Array.from({ length: count }, () => blank));
}

function shiftWidths(sheet: Sheet, at: number, count: number): void {
  const moved = (column: number): number | null => {
    if (column < at) return column;
    return count < 0 && column < at - count ? null : column + count;
  };
  sheet.columnWidths = new Map(
    [...sheet.columnWidths].flatMap(([column, width]) => {
      const to = moved(column);
      return to === null ? [] : [[to, width] as const];
    }),
  );
  sheet.hiddenColumns = new Set([...sheet.hiddenColumns].flatMap((column) => moved(column) ?? []));
}
