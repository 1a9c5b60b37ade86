import { type Area, maxColumns, maxRows } from "../model/area";
import { usedArea } from "../model/cells";
import { placeNamed } from "../model/placeNamed";
import { Refused } from "../model/refused";
import { activateSheet } from "../model/selection";
import {
  colorTab,
  freezePanes,
  moveSheet,
  removeSheet,
  renameSheet,
  setVisibility,
  showGridlines,
} from "../model/sheets";
import type { Sheet, Visibility } from "../model/workbook";
import {
  booleanArgument,
  booleanOf,
  choice,
  numberArgument,
  numberOf,
  optionalText,
  textOf,
} from "../protocol/argument";
import { eventMethods, eventTypes } from "../protocol/eventTypes";
import { type Argument, type ExcelObject, type Property, readOnly } from "../protocol/excelObject";
import type { Session } from "../protocol/addinSession";
import { chartsObject } from "./charts";
import { namesObject } from "./names";
import { pageLayoutObject } from "./pageLayout";
import { newRangeObject, rangeArgument } from "./range";
import { colorOf } from "./colour";
import { tablesObject } from "./tables";
import { worksheetProtectionObject } from "./worksheetProtection";

const visibilities: Readonly<Record<string, Visibility>> = {
  Visible: "visible",
  Hidden: "hidden",
  VeryHidden: "veryHidden",
};

export function worksheetObject(session: Session, sheet: Sheet): ExcelObject {
  return {
    type: "Worksheet",
    identity: { Id: sheet.id },
    properties: worksheetProperties(session, sheet),
    children: {
      Charts: () => chartsObject(session, sheet),
      Tables: () => tablesObject(session, sheet),
      Names: () => namesObject(session, sheet),
      Protection: () => worksheetProtectionObject(session, sheet),
      FreezePanes: () => freezePanesObject(session, sheet),
      PageLayout: () => pageLayoutObject(session, sheet),
    },
    methods: worksheetMethods(session, sheet),
  };
}

function worksheetProperties({ workbook, origin }: Session, sheet: Sheet): ExcelObject["properties"] {
  const gridlines: Property = {
    get: () => sheet.gridlines,
    set: (value) => showGridlines(workbook, origin, sheet, booleanOf(value)),
  };
  return {
    Id: readOnly(() => sheet.id),
    Name: { get: () => sheet.name, set: (value) => renameSheet(workbook, origin, sheet, textOf(value)) },
    Position: {
      get: () => workbook.sheets.indexOf(sheet),
      set: (value) => moveSheet(workbook, origin, sheet, numberOf(value)),
    },
    Visibility: {
      get: () => Object.keys(visibilities).find((word) => visibilities[word] === sheet.visibility) ?? "Visible",
      set: (value) => {
        const word = choice(value, Object.keys(visibilities));
        setVisibility(workbook, origin, sheet, visibilities[word] ?? "visible");
      },
    },
    ShowGridlines: gridlines,
    // The name under which office.js sets it.
    Gridlines: gridlines,
    TabColor: { get: () => sheet.tabColor ?? "", set: (value) => colorTab(workbook, origin, sheet, colorOf(value)) },
  };
}

function worksheetMethods(session: Session, sheet: Sheet): ExcelObject["methods"] & object {
  const { workbook, origin } = session;
  const give = (area: Area): ExcelObject => newRangeObject(session, sheet, area);
  const used = (args: readonly Argument[]): Area | null => usedArea(sheet, !booleanArgument(args, 0, false));
  return {
    Activate: () => void activateSheet(workbook, origin, sheet),
    Calculate: () => undefined,
    Delete: () => void removeSheet(workbook, origin, sheet),
    GetRange: (args) => {
      const address = optionalText(args, 0);
      if (address === null) return give({ row: 0, column: 0, rows: maxRows, columns: maxColumns });
      const place = placeNamed(workbook, sheet, address);
      if (place?.sheet === sheet) return give(place.area);
      throw new Refused("InvalidArgument", `"${address}" is no address on the sheet ${sheet.name}.`);
    },
    GetRangeByIndexes: (args) =>
      give({
        row: numberArgument(args, 0),
        column: numberArgument(args, 1),
        rows: numberArgument(args, 2),
        columns: numberArgument(args, 3),
      }),
    GetCell: (args) => give({ row: numberArgument(args, 0), column: numberArgument(args, 1), rows: 1, columns: 1 }),
    GetUsedRange: (args) => give(used(args) ?? { row: 0, column: 0, rows: 1, columns: 1 }),
    GetUsedRangeOrNullObject: (args) => {
      const area = used(args);
      return area === null ? null : give(area);
    },
    ...eventMethods(session, sheet.id, {
      DataChangedEvent: eventTypes.changed,
      SelectionChangedEvent: eventTypes.selectionChanged,
      ActivatedEvent: eventTypes.activated,
      DeactivatedEvent: eventTypes.deactivated,
      CalculatedEvent: eventTypes.calculated,
      FormatChangedEvent: eventTypes.formatChanged,
      RowSortedEvent: eventTypes.rowSorted,
      ProtectionChangedEvent: eventTypes.protectionChanged,
      EventNameChanged: eventTypes.nameChanged,
      EventVisibilityChanged: eventTypes.visibilityChanged,
    }),
  };
}

function freezePanesObject(session: Session, sheet: Sheet): ExcelObject {
  const { workbook, origin } = session;
  const freeze = (rows: number, columns: number): undefined =>
    void freezePanes(workbook, origin, sheet, { rows, columns });
  return {
    type: "WorksheetFreezePanes",
    identity: {},
    properties: {},
    methods: {
      FreezeRows: (args) => freeze(numberArgument(args, 0, 1), 0),
      FreezeColumns: (args) => freeze(0, numberArgument(args, 0, 1)),
      FreezeAt: (args) => {
        const area = rangeArgument(session, args, 0, sheet);
        return freeze(
          area.rows === maxRows ? 0 : area.row + area.rows,
          area.columns === maxColumns ? 0 : area.column + area.columns,
        );
      },
      Unfreeze: () => freeze(0, 0),
      GetLocationOrNullObject: () => {
        const { rows, columns } = sheet.frozen;
        if (rows === 0 && columns === 0) return null;
        return newRangeObject(session, sheet, {
          row: 0,
          column: 0,
          rows: rows || maxRows,
          columns: columns || maxColumns,
        });
      },
    },
  };
}
