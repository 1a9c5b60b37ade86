import { yearOf } from "../dates/civilDate";
import type { CivilDate } from "../dates/civilDate";
import { clientKey, textValue } from "./duplicates";
import { yearIn } from "./findLists";
import type { ImportField, ListLayout, ListRow, ListValue } from "./list";
import { readList } from "./readList";
import type { ListReading } from "./readList";
import type { SourceSheet } from "./sourceSheet";

/**
 * Reads a list as readList does, with the visits that the sheets of earlier years tell, where there is one sheet for
 * each year.
 */
export function readListOverYears(
  sheets: readonly SourceSheet[],
  layouts: readonly ListLayout[],
  chosen: ListLayout,
  today: CivilDate,
): ListReading {
  const read = (layout: ListLayout): ListReading => {
    const sheet = sheets.find(({ name }) => name === layout.sheet);
    return sheet === undefined ? { rows: [], problems: [] } : readList(sheet, layout, today);
  };
  const older = olderLists(layouts, chosen, today).map(({ layout, year }) => ({ year, rows: read(layout).rows }));
  const { rows, problems } = read(chosen);
  return { rows: withOlderYears(rows, older), problems };
}

/** A list of an earlier year, in a sheet of its own beside the one that is imported. */
type OlderList = { readonly layout: ListLayout; readonly year: number };

/** The lists of earlier years, where there is one sheet for each: their names bear the year. */
function olderLists(layouts: readonly ListLayout[], chosen: ListLayout, today: CivilDate): readonly OlderList[] {
  const current = yearIn(chosen.sheet, today);
  if (current === null) return [];
  return layouts.flatMap((layout) => {
    const year = yearIn(layout.sheet, today);
    return year !== null && year < current ? [{ layout, year }] : [];
  });
}

/** The rows with the visits that the lists of earlier years tell of the same contract, or of the same client. */
function withOlderYears(
  rows: readonly ListRow[],
  older: readonly { readonly year: number; readonly rows: readonly ListRow[] }[],
): readonly ListRow[] {
  const visits = older.map(({ year, rows: earlier }) => ({
    field: `visitOfYear:${year}` as const,
    byKey: new Map(earlier.flatMap((row) => keysOf(row).map((key) => [key, visitIn(row, year)] as const))),
  }));
  return rows.map((row) => {
    const told = visits.flatMap(({ field, byKey }): [ImportField, ListValue][] => {
      const visit = keysOf(row).flatMap((key) => byKey.get(key) ?? [])[0];
      return visit === undefined || row.values[field] !== undefined ? [] : [[field, visit]];
    });
    return told.length === 0 ? row : { ...row, values: { ...row.values, ...Object.fromEntries(told) } };
  });
}

function keysOf(row: ListRow): readonly string[] {
  const number = textValue(row, "contractId");
  return [...(number === "" ? [] : [`n ${number}`]), `c ${clientKey(row)}`];
}

/** The visit that a list of the year tells: its day, or that it was made. */
function visitIn({ values }: ListRow, year: number): ListValue | null {
  const { lastVisitOn } = values;
  if (lastVisitOn === true) return true;
  return typeof lastVisitOn === "string" && yearOf(lastVisitOn as CivilDate) === year ? lastVisitOn : null;
}
