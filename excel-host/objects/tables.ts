import { Refused } from "../model/refused";
import { addTable } from "../model/tables";
import { allTables, sameName, type Sheet, type Table } from "../model/workbook";
import { placeNamed } from "../model/placeNamed";
import { keyOf, booleanArgument, numberArgument, textArgument } from "../protocol/argument";
import { eventMethods, eventTypes, workbookTarget } from "../protocol/eventTypes";
import { type Argument, type ExcelObject, isExcelObject, type Json, readOnly } from "../protocol/excelObject";
import type { Session } from "../protocol/addinSession";
import { tableObject } from "./table";

/** TableCollection of the workbook (`sheet` null) or of a sheet. */
export function tablesObject(session: Session, sheet: Sheet | null): ExcelObject {
  return collection(session, sheet, () => sheet?.tables ?? allTables(session.workbook));
}

/** Tables of a sheet that pass a test. */
export function scopedTables(session: Session, sheet: Sheet, passes: (table: Table) => boolean): ExcelObject {
  return { ...collection(session, sheet, () => sheet.tables.filter(passes)), type: "TableScopedCollection" };
}

function collection(session: Session, sheet: Sheet | null, tables: () => readonly Table[]): ExcelObject {
  const found = (key: Json): Table | undefined =>
    tables().find(({ id, name }) => String(id) === keyOf(key) || (typeof key === "string" && sameName(name, key)));
  const give = (table: Table | undefined, key: Json): ExcelObject => {
    if (table === undefined) throw new Refused("ItemNotFound", `There is no table ${keyOf(key)}.`);
    return tableObject(session, table);
  };
  const target = sheet?.id ?? workbookTarget;
  return {
    type: "TableCollection",
    identity: { _EventTargetId: target },
    properties: { Count: readOnly(() => tables().length), _EventTargetId: readOnly(() => target) },
    items: () => tables().map((table) => tableObject(session, table)),
    item: (key) => give(found(key), key),
    methods: {
      Add: (args) => tableObject(session, added(session, sheet, args)),
      GetCount: () => tables().length,
      GetItemAt: (args) => give(tables()[numberArgument(args, 0)], numberArgument(args, 0)),
      GetItemOrNullObject: (args) => {
        const table = found(textArgument(args, 0));
        return table === undefined ? null : tableObject(session, table);
      },
      ...eventMethods(session, target, {
        DataChangedEvent: eventTypes.tableChanged,
        AddedEvent: eventTypes.tableAdded,
        DeletedEvent: eventTypes.tableDeleted,
      }),
    },
  };
}

function added({ workbook, origin }: Session, sheet: Sheet | null, args: readonly Argument[]): Table {
  const given = args[0];
  const address = isExcelObject(given) ? given.properties.Address?.get() : given;
  const place = typeof address === "string" ? placeNamed(workbook, sheet ?? workbook.active, address) : null;
  if (place === null) throw new Refused("InvalidArgument", "A table needs the address of its cells.");
  return addTable(workbook, origin, place.sheet, place.area, { hasHeaders: booleanArgument(args, 1) });
}
