import { lastRowOf } from "../model/area";
import { Refused } from "../model/refused";
import { deleteTableRows, insertTableRows } from "../model/tables";
import { bodyArea, type Input, writeCells } from "../model/writeCells";
import type { Table } from "../model/workbook";
import { isList, numberArgument } from "../protocol/argument";
import { type Argument, type ExcelObject, isExcelObject, type Json, readOnly } from "../protocol/excelObject";
import type { Session } from "../protocol/addinSession";
import { inputOf, inputsOf, valuesJson } from "./cellValues";

export function tableRowsObject(session: Session, table: Table): ExcelObject {
  const { workbook, origin } = session;
  const count = (): number => bodyArea(table)?.rows ?? 0;
  return {
    type: "TableRowCollection",
    identity: {},
    properties: { Count: readOnly(count) },
    items: () => Array.from({ length: count() }, (_, index) => tableRowObject(session, table, index)),
    methods: {
      GetCount: count,
      GetItemAt: (args) => tableRowObject(session, table, numberArgument(args, 0)),
      Add: (args) => {
        const index = args[0] === null || args[0] === undefined ? null : numberArgument(args, 0);
        const rows = rowsArgument(table, args);
        const at = insertTableRows(workbook, origin, table, index === -1 ? null : index, rows, "en-US");
        return tableRowObject(session, table, at);
      },
      DeleteRowsAt: (args) =>
        void deleteTableRows(workbook, origin, table, numberArgument(args, 0), numberArgument(args, 1, 1)),
    },
  };
}

/** add(index, values): a row, a list of rows, or nothing for a blank row. */
function rowsArgument(table: Table, args: readonly Argument[]): readonly (readonly Input[])[] {
  const values = args[1];
  if (values === undefined || values === null) return [table.columns.map(() => undefined)];
  if (isExcelObject(values) || !isList(values)) throw new Refused("InvalidArgument", "Rows are lists of values.");
  const rows = values.every(isList) ? values : [values];
  return rows.map((row) => (isList(row) ? row.map((value: Json) => inputOf(value)) : []));
}

function tableRowObject(session: Session, table: Table, index: number): ExcelObject {
  const { workbook, origin } = session;
  const area = () => {
    const body = bodyArea(table);
    if (body === null || index < 0 || body.row + index > lastRowOf(body)) {
      throw new Refused("ItemNotFound", `The table ${table.name} has no row ${index}.`);
    }
    return { ...body, row: body.row + index, rows: 1 };
  };
  area();
  return {
    type: "TableRow",
    identity: { Index: index },
    properties: {
      Index: readOnly(() => index),
      Values: {
        get: () => valuesJson(table.sheet, area()),
        set: (value) => {
          const { row, column } = area();
          writeCells(workbook, origin, { sheet: table.sheet, row, column }, inputsOf(value, area()), "en-US");
        },
      },
    },
    methods: {
      GetRange: () => session.make.range(session, table.sheet, area()),
      Delete: () => void deleteTableRows(workbook, origin, table, index, 1),
    },
  };
}
