import type { Filter } from "../model/filter";
import { clearFilters, filterColumn } from "../model/filtering";
import { Refused } from "../model/refused";
import { setTableLook } from "../model/tables";
import type { Table } from "../model/workbook";
import { choice, isList, numberArgument, recordArgument, textOf } from "../protocol/argument";
import { type ExcelObject, type Json, readOnly } from "../protocol/excelObject";
import type { Session } from "../protocol/addinSession";

/** The filter of a table. */
export function autoFilterObject(session: Session, table: Table): ExcelObject {
  const { workbook, origin } = session;
  const clear = (): void => clearFilters(workbook, origin, table);
  const range = (): ExcelObject | null =>
    table.filterButtons ? session.make.range(session, table.sheet, table.area) : null;
  return {
    type: "AutoFilter",
    identity: {},
    properties: {
      Enabled: readOnly(() => table.filterButtons),
      IsDataFiltered: readOnly(() => table.filters.size > 0),
      Criteria: readOnly(() => table.columns.map(({ id }) => criteriaJson(table.filters.get(id)))),
    },
    methods: {
      Apply: (args) => {
        const column = table.columns[numberArgument(args, 1)];
        if (column === undefined) throw new Refused("InvalidArgument", "There is no such column to filter.");
        filterColumn(workbook, origin, table, column, filterOf(recordArgument(args, 2)));
        return undefined;
      },
      ClearColumnCriteria: (args) => {
        const column = table.columns[numberArgument(args, 0)];
        if (column === undefined) throw new Refused("InvalidArgument", "There is no such column to filter.");
        filterColumn(workbook, origin, table, column, null);
        return undefined;
      },
      ClearCriteria: () => void clear(),
      Reapply: () => undefined,
      Remove: () => {
        clear();
        setTableLook(workbook, origin, table, { filterButtons: false });
        return undefined;
      },
      GetRange: () => {
        const found = range();
        if (found === null) throw new Refused("ItemNotFound", "The table has no filter.");
        return found;
      },
      GetRangeOrNullObject: range,
    },
  };
}

export function filterOf(criteria: Readonly<Record<string, Json | undefined>>): Filter {
  const { filterOn, values, criterion1, criterion2, operator } = criteria;
  if (choice(filterOn ?? null, ["Values", "Custom"]) === "Values") {
    if (!isList(values)) throw new Refused("InvalidArgument", "A filter by values needs a list of them.");
    return { kind: "values", values: values.map(textOf) };
  }
  return {
    kind: "custom",
    criterion1: textOf(criterion1 ?? null),
    criterion2: criterion2 === undefined || criterion2 === null ? null : textOf(criterion2),
    operator: choice(operator ?? "And", ["And", "Or"]),
  };
}

export function criteriaJson(filter: Filter | undefined): Json {
  if (filter === undefined) return null;
  if (filter.kind === "values") return { filterOn: "Values", values: filter.values };
  const { criterion1, criterion2, operator } = filter;
  return { filterOn: "Custom", criterion1, criterion2, operator };
}
