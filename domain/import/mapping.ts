import { normalized } from "../workbook/words";
import type { ImportField, ListLayout } from "./list";

/** What the columns of a list hold, by name as it is compared; kept for the next list of the same headers. */
export type ListMapping = Readonly<Record<string, ImportField | null>>;

/** The layout as the user corrected it. `chosen` is by column letters; null: nothing of the register. */
export function withFields(layout: ListLayout, chosen: Readonly<Record<string, ImportField | null>>): ListLayout {
  return {
    ...layout,
    columns: layout.columns.map((one) => {
      const field = chosen[one.column];
      return field === undefined ? one : { ...one, field, confidence: 1, reason: "chosen" };
    }),
  };
}

/** The columns by what tells them apart: « Tél », « Tél (2) ». Those without a header are left out. */
export function columnsByName({ columns }: ListLayout): ReadonlyMap<string, ListLayout["columns"][number]> {
  const seen = new Map<string, number>();
  return new Map(
    columns.flatMap((column) => {
      const header = normalized(column.header);
      const rank = (seen.get(header) ?? 0) + 1;
      seen.set(header, rank);
      return header === "" ? [] : [[rank === 1 ? column.header : `${column.header} (${String(rank)})`, column]];
    }),
  );
}

/** What is to be kept of a layout for another list of the same headers. */
export function mappingOf(layout: ListLayout): ListMapping {
  return Object.fromEntries([...columnsByName(layout)].map(([name, { field }]) => [normalized(name), field]));
}

/** The layout with the fields that were kept for its headers. */
export function withMapping(layout: ListLayout, mapping: ListMapping): ListLayout {
  const kept = [...columnsByName(layout)].flatMap(([name, { column }]): [string, ImportField | null][] => {
    const field = mapping[normalized(name)];
    return field === undefined ? [] : [[column, field]];
  });
  return withFields(layout, Object.fromEntries(kept));
}
