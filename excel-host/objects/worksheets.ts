import { Refused } from "../model/refused";
import { addSheet } from "../model/sheets";
import { findSheet, type Sheet } from "../model/workbook";
import { keyOf, booleanArgument, optionalText, textArgument } from "../protocol/argument";
import { eventMethods, eventTypes, workbookTarget } from "../protocol/eventTypes";
import type { Argument, ExcelObject } from "../protocol/excelObject";
import type { Session } from "../protocol/addinSession";
import { worksheetObject } from "./worksheet";

export function worksheetsObject(session: Session): ExcelObject {
  const { workbook, origin } = session;
  const found = (key: string): Sheet | null =>
    findSheet(workbook, key) ?? workbook.sheets.find(({ id }) => id.toLowerCase() === key.toLowerCase()) ?? null;
  const shown = (args: readonly Argument[]): readonly Sheet[] =>
    booleanArgument(args, 0, false)
      ? workbook.sheets.filter(({ visibility }) => visibility === "visible")
      : workbook.sheets;
  const give = (sheet: Sheet | null | undefined, key: string): ExcelObject => {
    if (sheet === null || sheet === undefined) throw new Refused("ItemNotFound", `There is no sheet ${key}.`);
    return worksheetObject(session, sheet);
  };
  return {
    type: "WorksheetCollection",
    identity: {},
    properties: {},
    items: () => workbook.sheets.map((sheet) => worksheetObject(session, sheet)),
    item: (key) => give(found(keyOf(key)), keyOf(key)),
    methods: {
      Add: (args) => worksheetObject(session, addSheet(workbook, origin, optionalText(args, 0))),
      GetActiveWorksheet: () => worksheetObject(session, workbook.active),
      GetCount: (args) => shown(args).length,
      GetFirst: (args) => give(shown(args)[0], "first"),
      GetLast: (args) => give(shown(args).at(-1), "last"),
      GetItemOrNullObject: (args) => {
        const sheet = found(textArgument(args, 0));
        return sheet === null ? null : worksheetObject(session, sheet);
      },
      ...eventMethods(session, workbookTarget, {
        DataChangedEvent: eventTypes.changed,
        SelectionChangedEvent: eventTypes.selectionChanged,
        ActivatedEvent: eventTypes.activated,
        DeactivatedEvent: eventTypes.deactivated,
        AddedEvent: eventTypes.added,
        DeletedEvent: eventTypes.deleted,
        CalculatedEvent: eventTypes.calculated,
        FormatChangedEvent: eventTypes.formatChanged,
        RowSortedEvent: eventTypes.rowSorted,
        ProtectionChangedEvent: eventTypes.protectionChanged,
        EventNameChanged: eventTypes.nameChanged,
        EventVisibilityChanged: eventTypes.visibilityChanged,
      }),
    },
  };
}
