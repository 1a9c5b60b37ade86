import { keyColumn, tables } from "../../domain/workbook/schema";
import type { TableName } from "../../domain/workbook/schema";
import { columnHeader } from "../../domain/i18n/columnHeader";
import { workbook as words } from "../../domain/i18n/fr/workbook";
import { cellAt, putContent, putStyle, valueAt } from "../../excel-host/model/cells";
import { edit, tell } from "../../excel-host/model/edit";
import { maxColumns, maxRows } from "../../excel-host/model/area";
import { clearFilters, filterColumn } from "../../excel-host/model/filtering";
import { shiftCells } from "../../excel-host/model/shiftCells";
import { sortTable } from "../../excel-host/model/sorting";
import { renameSheet } from "../../excel-host/model/sheets";
import { deleteTableColumn, deleteTableRows, insertTableColumn, insertTableRows } from "../../excel-host/model/tables";
import { findTable } from "../../excel-host/model/workbook";
import type { Table, TableColumn, Workbook } from "../../excel-host/model/workbook";
import { writeCells } from "../../excel-host/model/writeCells";

/** What somebody else does in a register, by hand or from his own Excel. Rows are named by key, columns by header. */
export function byHand(workbook: Workbook, who = "somebody else") {
  const tableOf = (name: TableName): Table => {
    const table = findTable(workbook, tables[name].excelName);
    if (table === null) throw new Error(`The workbook has no table ${name}`);
    return table;
  };
  const columnOf = (name: TableName, header: string): TableColumn => {
    const column = tableOf(name).columns.find((one) => one.name === header);
    if (column === undefined) throw new Error(`The table ${name} has no column ${header}`);
    return column;
  };
  const offsetOf = (name: TableName, key: string): number => {
    const { sheet, area, columns } = tableOf(name);
    const at = area.column + columns.indexOf(columnOf(name, columnHeader(words, name, keyColumn(name))));
    const offset = Array.from({ length: area.rows }, (_, i) => i).find((i) => valueAt(sheet, area.row + i, at) === key);
    if (offset === undefined) throw new Error(`The table ${name} has no row ${key}`);
    return offset;
  };
  return {
    tableOf,
    sort: (name: TableName, header: string, ascending = false) =>
      sortTable(workbook, who, tableOf(name), [{ column: columnOf(name, header), ascending }]),
    filter: (name: TableName, header: string, shown: string) =>
      filterColumn(workbook, who, tableOf(name), columnOf(name, header), { kind: "values", values: [shown] }),
    clearFilter: (name: TableName) => clearFilters(workbook, who, tableOf(name)),
    type: (name: TableName, key: string, header: string, value: string) => {
      const { sheet, area, columns } = tableOf(name);
      const place = {
        row: area.row + offsetOf(name, key),
        column: area.column + columns.indexOf(columnOf(name, header)),
      };
      writeCells(workbook, who, { sheet, ...place }, [[value]]);
    },
    insertRowsAbove: (name: TableName) =>
      shiftCells(workbook, who, tableOf(name).sheet, { row: 0, column: 0, rows: 2, columns: maxColumns }, "down"),
    insertColumnsBefore: (name: TableName) =>
      shiftCells(workbook, who, tableOf(name).sheet, { row: 0, column: 0, rows: maxRows, columns: 2 }, "right"),
    insertRowAbove: (name: TableName, key: string) => {
      const blank = tableOf(name).columns.map(() => undefined);
      insertTableRows(workbook, who, tableOf(name), offsetOf(name, key) - 1, [blank]);
    },
    /** A line right under the table, which does not grow over it. */
    putBelow: (name: TableName, line: readonly (string | number | undefined)[]) => {
      const { sheet, area } = tableOf(name);
      const row = area.row + area.rows;
      edit(workbook, who, () => {
        line.forEach((value, i) => putContent(sheet, row, area.column + i, value ?? null, null));
        tell(workbook, { kind: "cells", sheet, area: { ...area, row, rows: 1 }, change: "RangeEdited" });
      });
    },
    renameHeader: (name: TableName, header: string, title: string) => {
      const { sheet, area, columns } = tableOf(name);
      const column = area.column + columns.indexOf(columnOf(name, header));
      writeCells(workbook, who, { sheet, row: area.row, column }, [[title]]);
    },
    renameSheet: (name: TableName, title: string) => renameSheet(workbook, who, tableOf(name).sheet, title),
    addColumn: (name: TableName, at: number | null, title: string, text = "") => {
      const table = tableOf(name);
      insertTableColumn(workbook, who, table, at, title);
      const column = table.area.column + table.columns.findIndex((one) => one.name === title);
      const lines = Array.from({ length: table.area.rows - 1 }, (_, i) => [
        text === "" ? undefined : `${text} ${String(i)}`,
      ]);
      writeCells(workbook, who, { sheet: table.sheet, row: table.area.row + 1, column }, lines);
    },
    deleteColumn: (name: TableName, header: string) =>
      deleteTableColumn(workbook, who, tableOf(name), columnOf(name, header)),
    moveColumn: (name: TableName, header: string, to: number) => {
      const table = tableOf(name);
      const moved = columnOf(name, header);
      edit(workbook, who, () => {
        const place = insertTableColumn(workbook, who, table, to, null);
        const { sheet, area, columns } = table;
        const [from, onto] = [moved, place].map((column) => area.column + columns.indexOf(column)) as [number, number];
        for (let row = area.row + 1; row < area.row + area.rows; row += 1) {
          const { value, formula, style } = cellAt(sheet, row, from);
          putContent(sheet, row, onto, value, formula);
          putStyle(sheet, row, onto, style);
        }
        deleteTableColumn(workbook, who, table, moved);
        place.name = header;
        putContent(sheet, area.row, table.area.column + columns.indexOf(place), header, null);
        tell(workbook, { kind: "cells", sheet, area, change: "RangeEdited" });
      });
    },
    deleteRow: (name: TableName, key: string) =>
      deleteTableRows(workbook, who, tableOf(name), offsetOf(name, key) - 1, 1),
  };
}
