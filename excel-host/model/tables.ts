import { type Area, areaBetween, intersection, lastColumnOf, lastRowOf } from "./area";
import { isBlank, isCellError } from "./cell";
import { cellAt, putContent, valueAt } from "./cells";
import { edit, tell, touch } from "./edit";
import { formulaTokens, referenceOf } from "./formulaTokens";
import { applyFilters } from "./filtering";
import { refuseProtected } from "./protection";
import { Refused } from "./refused";
import { shiftCells } from "./shiftCells";
import { extendTable } from "./tableSize";
import { allTables, findTable, sameName, type Sheet, type Table, type TableColumn, type Workbook } from "./workbook";
import { bodyArea, clearContents, type Input, writeCells } from "./writeCells";

/** Turns a rectangle into a table. Without headers a header row is put above the cells, which move down. */
export function addTable(
  workbook: Workbook,
  origin: string,
  sheet: Sheet,
  area: Area,
  options: { readonly hasHeaders: boolean; readonly name?: string },
): Table {
  refuseProtected(sheet);
  if (sheet.tables.some((table) => intersection(table.area, area) !== null)) {
    throw new Refused("InvalidOperation", "A table cannot overlap another table.");
  }
  const id = 1 + allTables(workbook).reduce((highest, table) => Math.max(highest, table.id), 0);
  const name = options.name ?? freeName(workbook, id);
  refuseTableName(workbook, name, null);
  return edit(workbook, origin, () => {
    if (!options.hasHeaders) shiftCells(workbook, origin, sheet, { ...area, rows: 1 }, "down");
    const rows = options.hasHeaders ? Math.max(area.rows, 2) : area.rows + 1;
    const table: Table = {
      id,
      name,
      sheet,
      area: { ...area, rows },
      hasHeaders: true,
      hasTotals: false,
      filterButtons: true,
      style: "TableStyleMedium2",
      bandedRows: true,
      columns: [],
      filters: new Map(),
      part: null,
    };
    table.columns = headerColumns(table);
    sheet.tables.push(table);
    tell(workbook, { kind: "tableAdded", table });
    return table;
  });
}

function headerColumns({ sheet, area }: Table): TableColumn[] {
  const columns: TableColumn[] = [];
  for (let at = 0; at < area.columns; at++) {
    const value = valueAt(sheet, area.row, area.column + at);
    const wanted = value === null || isCellError(value) ? `Colonne${at + 1}` : String(value);
    const name = uniqueName(columns, wanted);
    columns.push({ id: at + 1, name, formula: null });
    if (value !== name) putContent(sheet, area.row, area.column + at, name, null);
  }
  return columns;
}

function uniqueName(columns: readonly TableColumn[], wanted: string): string {
  const taken = (name: string): boolean => columns.some((column) => sameName(column.name, name));
  let name = wanted;
  for (let count = 2; taken(name); count++) name = `${wanted}${count}`;
  return name;
}

/** @throws Refused for a name in use anywhere in the workbook, or that cannot be a name. */
export function renameTable(workbook: Workbook, origin: string, table: Table, name: string): void {
  if (name === table.name) return;
  refuseTableName(workbook, name, table);
  edit(workbook, origin, () => {
    for (const sheet of workbook.sheets) renameInFormulas(sheet, table.name, name);
    table.name = name;
    changed(workbook, table);
  });
}

function renameInFormulas(sheet: Sheet, before: string, after: string): void {
  const renamed = (formula: string): string =>
    formula.includes("[")
      ? formulaTokens(formula)
          .map(({ kind, text }) =>
            kind === "structured" && sameName(text.slice(0, text.indexOf("[")), before)
              ? after + text.slice(text.indexOf("["))
              : text,
          )
          .join("")
      : formula;
  for (const [row, { formulas }] of sheet.rows) {
    formulas?.forEach((formula, column) => {
      if (typeof formula !== "string" || renamed(formula) === formula) return;
      formulas[column] = renamed(formula);
      sheet.changed.rows.add(row);
    });
  }
  for (const table of sheet.tables) {
    for (const column of table.columns) if (column.formula !== null) column.formula = renamed(column.formula);
  }
}

/** The table goes, its cells stay (`keepCells`) or go with it. */
export function removeTable(workbook: Workbook, origin: string, table: Table, keepCells: boolean): void {
  refuseProtected(table.sheet);
  edit(workbook, origin, () => {
    table.filters.clear();
    applyFilters(workbook, table);
    table.sheet.tables = table.sheet.tables.filter((other) => other !== table);
    tell(workbook, { kind: "tableRemoved", table });
    if (!keepCells) clearContents(workbook, origin, table.sheet, table.area);
  });
}

/** Gives a table another last row or column; its header row stays where it is. */
export function resizeTable(workbook: Workbook, origin: string, table: Table, area: Area): void {
  refuseProtected(table.sheet);
  if (area.row !== table.area.row || intersection(area, table.area) === null || area.rows < 2) {
    throw new Refused("InvalidArgument", "The header row of a table must stay in its row, and a table needs a row.");
  }
  if (table.sheet.tables.some((other) => other !== table && intersection(other.area, area) !== null)) {
    throw new Refused("InvalidOperation", "A table cannot overlap another table.");
  }
  edit(workbook, origin, () => {
    const more = area.rows - table.area.rows;
    if (more > 0) extendTable(workbook, table, more);
    recolumn(table, area);
    table.area = area;
    changed(workbook, table);
  });
}

function recolumn(table: Table, area: Area): void {
  if (area.column === table.area.column && area.columns === table.area.columns) return;
  const shift = area.column - table.area.column;
  const columns: TableColumn[] = [];
  let id = table.columns.reduce((highest, column) => Math.max(highest, column.id), 0);
  for (let at = 0; at < area.columns; at++) {
    const kept = table.columns[at + shift];
    const value = valueAt(table.sheet, area.row, area.column + at);
    const wanted = value === null || isCellError(value) ? `Colonne${at + 1}` : String(value);
    const column = kept ?? { id: ++id, name: uniqueName([...columns, ...table.columns], wanted), formula: null };
    columns.push(column);
    putContent(table.sheet, area.row, area.column + at, column.name, null);
  }
  table.columns = columns;
}

/**
 * Adds rows at an index of the body, or at its end (null). Cells below the table move down when something stands there.
 * @returns the index of the first new row
 */
export function insertTableRows(
  workbook: Workbook,
  origin: string,
  table: Table,
  index: number | null,
  rows: readonly (readonly Input[])[],
  locale = workbook.locale,
): number {
  refuseProtected(table.sheet);
  const count = bodyArea(table)?.rows ?? 0;
  const at = index ?? count;
  if (at < 0 || at > count) throw new Refused("InvalidArgument", `The table ${table.name} has no row ${at}.`);
  if (rows.some((row) => row.length !== table.columns.length)) {
    throw new Refused("InvalidArgument", `A row of the table ${table.name} has ${table.columns.length} cells.`);
  }
  edit(workbook, origin, () => {
    const first = table.area.row + (table.hasHeaders ? 1 : 0) + at;
    openRows(workbook, origin, table, first, rows.length);
    writeCells(workbook, origin, { sheet: table.sheet, row: first, column: table.area.column }, rows, locale);
    const area = { ...table.area, row: first, rows: rows.length };
    tell(workbook, { kind: "cells", sheet: table.sheet, area, change: "RowInserted" });
  });
  return at;
}

function openRows(workbook: Workbook, origin: string, table: Table, first: number, count: number): void {
  const end = lastRowOf(table.area) + 1;
  const { sheet, area } = table;
  const below = areaBetween(end, area.column, end + count - 1, lastColumnOf(area));
  if (first >= end && !table.hasTotals) {
    if (occupied(sheet, below)) shiftCells(workbook, origin, sheet, below, "down");
    extendTable(workbook, table, count);
    return;
  }
  shiftCells(workbook, origin, sheet, { ...area, row: first, rows: count }, "down");
  extendFormats(workbook, table, first, count);
}

/** Rows opened inside a table take the look and the formulas of a neighbour. */
function extendFormats(workbook: Workbook, table: Table, first: number, count: number): void {
  const { area } = table;
  const whole = area;
  const top = { ...area, rows: first - area.row };
  table.area = top;
  extendTable(workbook, table, count);
  table.area = whole;
}

function occupied(sheet: Sheet, area: Area): boolean {
  for (const row of sheet.rows.keys()) {
    if (row < area.row) continue;
    for (let column = area.column; column <= lastColumnOf(area); column++) {
      if (!isBlank(cellAt(sheet, row, column))) return true;
    }
  }
  return sheet.tables.some(
    (table) => table.area.row >= area.row && intersection({ ...area, rows: 1e7 }, table.area) !== null,
  );
}

/** @throws Refused while a filter hides rows, as Excel refuses. A table keeps one blank row. */
export function deleteTableRows(workbook: Workbook, origin: string, table: Table, index: number, count: number): void {
  refuseProtected(table.sheet);
  const body = bodyArea(table);
  if (body === null || index < 0 || count < 1 || index + count > body.rows) {
    throw new Refused("ItemNotFound", `The table ${table.name} has no row ${index}.`);
  }
  if (table.filters.size > 0) {
    throw new Refused("InvalidOperation", "Rows of a filtered table cannot be deleted.");
  }
  edit(workbook, origin, () => {
    const area = { ...body, row: body.row + index, rows: count };
    if (count < body.rows) shiftCells(workbook, origin, table.sheet, area, "up");
    else {
      clearContents(workbook, origin, table.sheet, { ...area, rows: 1 });
      if (count > 1) shiftCells(workbook, origin, table.sheet, { ...area, row: area.row + 1, rows: count - 1 }, "up");
    }
    tell(workbook, { kind: "cells", sheet: table.sheet, area, change: "RowDeleted" });
    changed(workbook, table);
  });
}

/** Adds a column at an index, or at the end (null). @returns the new column */
export function insertTableColumn(
  workbook: Workbook,
  origin: string,
  table: Table,
  index: number | null,
  name: string | null,
): TableColumn {
  refuseProtected(table.sheet);
  const at = index ?? table.columns.length;
  if (at < 0 || at > table.columns.length) throw new Refused("InvalidArgument", `There is no column ${at}.`);
  return edit(workbook, origin, () => {
    const { sheet, area } = table;
    const opened = { ...area, column: area.column + at, columns: 1 };
    shiftCells(workbook, origin, sheet, opened, "right");
    table.area = { ...area, columns: area.columns + 1 };
    const id = 1 + table.columns.reduce((highest, column) => Math.max(highest, column.id), 0);
    const column: TableColumn = { id, name: uniqueName(table.columns, name ?? `Colonne${at + 1}`), formula: null };
    table.columns.splice(at, 0, column);
    putContent(sheet, area.row, area.column + at, column.name, null);
    touch(workbook, sheet, opened);
    changed(workbook, table);
    return column;
  });
}

export function deleteTableColumn(workbook: Workbook, origin: string, table: Table, column: TableColumn): void {
  refuseProtected(table.sheet);
  if (table.columns.length === 1) throw new Refused("InvalidOperation", "A table needs a column.");
  edit(workbook, origin, () => {
    const at = table.columns.indexOf(column);
    const { sheet, area } = table;
    shiftCells(workbook, origin, sheet, { ...area, column: area.column + at, columns: 1 }, "left");
    table.area = { ...area, columns: area.columns - 1 };
    table.columns.splice(at, 1);
    table.filters.delete(column.id);
    changed(workbook, table);
  });
}

/** Cells of a column's body, without header and totals; null when there is no row. */
export function columnBody(table: Table, column: TableColumn): Area | null {
  const body = bodyArea(table);
  return body === null ? null : { ...body, column: body.column + table.columns.indexOf(column), columns: 1 };
}

function changed(workbook: Workbook, table: Table): void {
  tell(workbook, { kind: "tableChanged", table });
}

function refuseTableName(workbook: Workbook, name: string, renamed: Table | null): void {
  if (!/^[\p{L}_\\][\p{L}\p{N}_.\\]*$/u.test(name) || referenceOf(name) !== null || name.length > 255) {
    throw new Refused("InvalidArgument", `"${name}" cannot be the name of a table.`);
  }
  const other = findTable(workbook, name);
  const taken = other !== null && other !== renamed;
  if (taken || workbook.names.some((defined) => defined.sheet === null && sameName(defined.name, name))) {
    throw new Refused("InvalidArgument", `The name "${name}" is in use.`);
  }
}

function freeName(workbook: Workbook, id: number): string {
  for (let number = id; ; number++) if (findTable(workbook, `Tableau${number}`) === null) return `Tableau${number}`;
}

/** Filter buttons and style of a table. */
export function setTableLook(
  workbook: Workbook,
  origin: string,
  table: Table,
  look: { readonly filterButtons?: boolean; readonly style?: string | null; readonly bandedRows?: boolean },
): void {
  refuseProtected(table.sheet);
  edit(workbook, origin, () => {
    Object.assign(table, look);
    changed(workbook, table);
  });
}
