import { type Area, lastRowOf } from "../model/area";
import { clearFilters } from "../model/filtering";
import { placeNamed } from "../model/placeNamed";
import { Refused } from "../model/refused";
import { type SortKey, sortTable } from "../model/sorting";
import { removeTable, renameTable, resizeTable, setTableLook } from "../model/tables";
import type { Table } from "../model/workbook";
import { bodyArea } from "../model/writeCells";
import { booleanOf, isList, recordOf, textOf } from "../protocol/argument";
import { eventMethods, eventTypes } from "../protocol/eventTypes";
import { type Argument, type ExcelObject, isExcelObject, readOnly } from "../protocol/excelObject";
import type { Session } from "../protocol/addinSession";
import { autoFilterObject } from "./autoFilter";
import { tableColumnsObject } from "./tableColumns";
import { tableRowsObject } from "./tableRows";

export function tableObject(session: Session, table: Table): ExcelObject {
  const { workbook, origin } = session;
  const range = (area: Area): ExcelObject => session.make.range(session, table.sheet, area);
  return {
    type: "Table",
    identity: { Id: String(table.id) },
    properties: {
      Id: readOnly(() => String(table.id)),
      LegacyId: readOnly(() => String(table.id)),
      Name: { get: () => table.name, set: (value) => renameTable(workbook, origin, table, textOf(value)) },
      ShowHeaders: { get: () => table.hasHeaders, set: () => refuseSetting("showHeaders") },
      ShowTotals: { get: () => table.hasTotals, set: () => refuseSetting("showTotals") },
      ShowFilterButton: {
        get: () => table.filterButtons,
        set: (value) => setTableLook(workbook, origin, table, { filterButtons: booleanOf(value) }),
      },
      ShowBandedRows: {
        get: () => table.bandedRows,
        set: (value) => setTableLook(workbook, origin, table, { bandedRows: booleanOf(value) }),
      },
      Style: {
        get: () => table.style ?? "",
        set: (value) => setTableLook(workbook, origin, table, { style: textOf(value) || null }),
      },
    },
    children: {
      Columns: () => tableColumnsObject(session, table),
      Rows: () => tableRowsObject(session, table),
      Worksheet: () => session.make.worksheet(session, table.sheet),
      AutoFilter: () => autoFilterObject(session, table),
      Sort: () => tableSortObject(session, table),
    },
    methods: {
      GetRange: () => range(table.area),
      GetDataBodyRange: () => range(bodyArea(table) ?? refuse("The table has no rows.")),
      GetHeaderRowRange: () => range({ ...table.area, rows: 1 }),
      GetTotalRowRange: () =>
        table.hasTotals
          ? range({ ...table.area, row: lastRowOf(table.area), rows: 1 })
          : refuse("The table has no row of totals."),
      Resize: (args) => void resizeTable(workbook, origin, table, areaArgument(session, table, args)),
      ClearFilters: () => void clearFilters(workbook, origin, table),
      ReapplyFilters: () => undefined,
      ConvertToRange: () => {
        removeTable(workbook, origin, table, true);
        return range(table.area);
      },
      Delete: () => void removeTable(workbook, origin, table, false),
      ...eventMethods(session, String(table.id), {
        DataChangedEvent: eventTypes.tableChanged,
        SelectionChangedEvent: eventTypes.tableSelectionChanged,
      }),
    },
  };
}

function refuse(message: string): never {
  throw new Refused("ItemNotFound", message);
}

function areaArgument({ workbook }: Session, { sheet }: Table, [given]: readonly Argument[]): Area {
  const address = isExcelObject(given) ? given.properties.Address?.get() : given;
  const place = typeof address === "string" ? placeNamed(workbook, sheet, address) : null;
  if (place?.sheet === sheet) return place.area;
  throw new Refused("InvalidArgument", "A table is resized to an address on its own sheet.");
}

function tableSortObject({ workbook, origin }: Session, table: Table): ExcelObject {
  return {
    type: "TableSort",
    identity: {},
    properties: {},
    methods: {
      Apply: ([fields]) => {
        if (isExcelObject(fields) || !isList(fields))
          throw new Refused("InvalidArgument", "The fields to sort by are a list.");
        const keys = fields.map((field): SortKey => {
          const { key, ascending } = recordOf(field) ?? {};
          const column = typeof key === "number" ? table.columns[key] : undefined;
          if (column === undefined)
            throw new Refused("InvalidArgument", "A field to sort by is the index of a column.");
          return { column, ascending: ascending !== false };
        });
        sortTable(workbook, origin, table, keys);
        return undefined;
      },
    },
  };
}

/** Excel can, this host cannot. */
function refuseSetting(name: string): never {
  throw new Refused("ApiNotFound", `Table.${name} cannot be set in the emulated Excel.`);
}
