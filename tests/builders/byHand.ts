import { keyColumn, tables } from "../../domain/workbook/schema";
import type { TableName } from "../../domain/workbook/schema";
import { columnHeader } from "../../domain/i18n/columnHeader";
import { workbook as words } from "../../domain/i18n/fr/workbook";
import { valueAt } from "../../excel-host/model/cells";
import { clearFilters, filterColumn } from "../../excel-host/model/filtering";
import { shiftCells } from "../../excel-host/model/shiftCells";
import { sortTable } from "../../excel-host/model/sorting";
import { deleteTableRows, insertTableRows } from "../../excel-host/model/tables";
import { findTable } from "../../excel-host/model/workbook";
import type { Table, TableColumn, Workbook } from "../../excel-host/model/workbook";
import { writeCells } from "../../excel-host/model/writeCells";

const MOST_COLUMNS = 16_384;

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
      shiftCells(workbook, who, tableOf(name).sheet, { row: 0, column: 0, rows: 2, columns: MOST_COLUMNS }, "down"),
    insertRowAbove: (name: TableName, key: string) => {
      const blank = tableOf(name).columns.map(() => undefined);
      insertTableRows(workbook, who, tableOf(name), offsetOf(name, key) - 1, [blank]);
    },
    deleteRow: (name: TableName, key: string) =>
      deleteTableRows(workbook, who, tableOf(name), offsetOf(name, key) - 1, 1),
  };
}
