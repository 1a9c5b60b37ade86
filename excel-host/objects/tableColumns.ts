import { type Area, lastRowOf } from "../model/area";
import { edit } from "../model/edit";
import { filterColumn } from "../model/filtering";
import { Refused } from "../model/refused";
import { columnBody, deleteTableColumn, insertTableColumn } from "../model/tables";
import { sameName, type Table, type TableColumn } from "../model/workbook";
import { writeCells } from "../model/writeCells";
import { keyOf, isList, numberArgument, recordArgument, textOf } from "../protocol/argument";
import { type Argument, type ExcelObject, isExcelObject, type Json, readOnly } from "../protocol/excelObject";
import type { Session } from "../protocol/addinSession";
import { criteriaJson, filterOf } from "./autoFilter";
import { inputsOf, valuesJson } from "./cellValues";

export function tableColumnsObject(session: Session, table: Table): ExcelObject {
  const found = (key: Json): TableColumn | undefined =>
    table.columns.find(({ name }) => typeof key === "string" && sameName(name, key)) ??
    table.columns.find(({ id }) => String(id) === keyOf(key));
  const give = (column: TableColumn | undefined, key: Json): ExcelObject => {
    if (column === undefined) throw new Refused("ItemNotFound", `The table ${table.name} has no column ${keyOf(key)}.`);
    return tableColumnObject(session, table, column);
  };
  return {
    type: "TableColumnCollection",
    identity: {},
    properties: { Count: readOnly(() => table.columns.length) },
    items: () => table.columns.map((column) => tableColumnObject(session, table, column)),
    item: (key) => give(found(key), key),
    methods: {
      GetCount: () => table.columns.length,
      GetItemAt: (args) => give(table.columns[numberArgument(args, 0)], numberArgument(args, 0)),
      GetItemOrNullObject: ([key]) => {
        const column = isExcelObject(key) ? undefined : found(key ?? null);
        return column === undefined ? null : tableColumnObject(session, table, column);
      },
      Add: (args) => tableColumnObject(session, table, added(session, table, args)),
    },
  };
}

/** add(index, values, name): values are a column of cells, the header first unless the name is given. */
function added({ workbook, origin }: Session, table: Table, args: readonly Argument[]): TableColumn {
  const index = args[0] === null || args[0] === undefined ? null : numberArgument(args, 0);
  const values = args[1] ?? null;
  if (isExcelObject(values)) throw new Refused("InvalidArgument", "The values of a column are a list.");
  const header = isList(values) && isList(values[0]) ? keyOf(values[0][0] ?? "") : null;
  const name = typeof args[2] === "string" ? args[2] : header;
  return edit(workbook, origin, () => {
    const column = insertTableColumn(workbook, origin, table, index === -1 ? null : index, name);
    const at = table.area.column + table.columns.indexOf(column);
    if (values !== null) {
      const area = { row: table.area.row, column: at, rows: table.area.rows, columns: 1 };
      writeCells(workbook, origin, { sheet: table.sheet, row: area.row, column: at }, inputsOf(values, area), "en-US");
    }
    return column;
  });
}

function tableColumnObject(session: Session, table: Table, column: TableColumn): ExcelObject {
  const { workbook, origin } = session;
  const whole = (): Area => ({
    ...table.area,
    column: table.area.column + table.columns.indexOf(column),
    columns: 1,
  });
  const range = (area: Area): ExcelObject => session.make.range(session, table.sheet, area);
  return {
    type: "TableColumn",
    identity: { Id: column.id },
    properties: {
      Id: readOnly(() => column.id),
      Index: readOnly(() => table.columns.indexOf(column)),
      Name: {
        get: () => column.name,
        set: (value) => {
          const { row, column: at } = whole();
          writeCells(workbook, origin, { sheet: table.sheet, row, column: at }, [[`'${textOf(value)}`]], "en-US");
        },
      },
      Values: {
        get: () => valuesJson(table.sheet, whole()),
        set: (value) => {
          const { row, column: at } = whole();
          writeCells(workbook, origin, { sheet: table.sheet, row, column: at }, inputsOf(value, whole()), "en-US");
        },
      },
    },
    children: { Filter: () => filterObject(session, table, column) },
    methods: {
      GetRange: () => range(whole()),
      GetDataBodyRange: () => range(columnBody(table, column) ?? noRows()),
      GetHeaderRowRange: () => range({ ...whole(), rows: 1 }),
      GetTotalRowRange: () => range({ ...whole(), row: table.hasTotals ? lastRowOf(table.area) : noRows(), rows: 1 }),
      Delete: () => void deleteTableColumn(workbook, origin, table, column),
    },
  };
}

function noRows(): never {
  throw new Refused("ItemNotFound", "The column has no such cells.");
}

function filterObject({ workbook, origin }: Session, table: Table, column: TableColumn): ExcelObject {
  const set = (criteria: Readonly<Record<string, Json | undefined>>): void =>
    filterColumn(workbook, origin, table, column, filterOf(criteria));
  return {
    type: "Filter",
    identity: {},
    properties: { Criteria: readOnly(() => criteriaJson(table.filters.get(column.id))) },
    methods: {
      Apply: (args) => set(recordArgument(args, 0)),
      ApplyValuesFilter: ([values]) =>
        set({ filterOn: "Values", values: isExcelObject(values) ? null : (values ?? null) }),
      ApplyCustomFilter: ([criterion1, criterion2, operator]) =>
        set({
          filterOn: "Custom",
          ...Object.fromEntries(Object.entries({ criterion1, criterion2, operator }).filter(isPlain)),
        }),
      Clear: () => filterColumn(workbook, origin, table, column, null),
    } as ExcelObject["methods"] & object,
  };
}

function isPlain(entry: [string, Argument | undefined]): entry is [string, Json] {
  return entry[1] !== undefined && !isExcelObject(entry[1]);
}
