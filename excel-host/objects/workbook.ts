import { textArgument } from "../protocol/argument";
import { type ExcelObject, readOnly } from "../protocol/excelObject";
import { releaseRange, type Session } from "../protocol/addinSession";
import { Refused } from "../model/refused";
import { applicationObject } from "./application";
import { namesObject } from "./names";
import { rangeObject } from "./range";
import { settingsObject } from "./settings";
import { tablesObject } from "./tables";
import { worksheetsObject } from "./worksheets";

/** The root of every batch. */
export function workbookObject(session: Session): ExcelObject {
  const { workbook } = session;
  const selected = (): ExcelObject => session.make.range(session, workbook.active, workbook.active.selection);
  const eventRange = (id: string): ExcelObject | null => {
    const range = session.ranges.get(id);
    return range === undefined ? null : rangeObject(session, range);
  };
  return {
    type: "Workbook",
    identity: {},
    properties: {
      Name: readOnly(() => workbook.name),
      ReadOnly: readOnly(() => workbook.readOnly),
      IsDirty: readOnly(() => workbook.dirty),
      AutoSave: readOnly(() => false),
      PreviouslySaved: readOnly(() => true),
    },
    children: {
      Application: () => applicationObject(session),
      Worksheets: () => worksheetsObject(session),
      Tables: () => tablesObject(session, null),
      Names: () => namesObject(session, null),
      Settings: () => settingsObject(session),
    },
    methods: {
      GetSelectedRange: selected,
      GetActiveCell: () =>
        session.make.range(session, workbook.active, { ...workbook.active.selection, rows: 1, columns: 1 }),
      GetIsActiveCollabSession: () => workbook.shared,
      Save: () => void session.pane.save(),
      _GetRangeForEventByReferenceId: (args) => {
        const range = eventRange(textArgument(args, 0));
        if (range === null) throw new Refused("ItemNotFound", "The range of the event is gone.");
        return range;
      },
      _GetRangeOrNullObjectForEventByReferenceId: (args) => eventRange(textArgument(args, 0)),
      _GetObjectByReferenceId: (args) => eventRange(textArgument(args, 0)),
      _RemoveReference: (args) => void releaseRange(session, textArgument(args, 0)),
      _RemoveAllReferences: () => {
        for (const id of [...session.ranges.keys()]) releaseRange(session, id);
        return undefined;
      },
      _GetReferenceCount: () => session.ranges.size,
    },
  };
}
