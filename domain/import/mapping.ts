import { normalized } from "../workbook/words";
import type { ImportField, ListLayout } from "./list";

/** What the columns of a list hold, by header as it is compared; kept for the next list of the same headers. */
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

/** What is to be kept of a layout for another list of the same headers. */
export function mappingOf(layout: ListLayout): ListMapping {
  const named = layout.columns.map(({ header, field }): [string, ImportField | null] => [normalized(header), field]);
  return Object.fromEntries(named.filter(([header]) => header !== ""));
}

/** The layout with the fields that were kept for its headers. */
export function withMapping(layout: ListLayout, mapping: ListMapping): ListLayout {
  const kept = layout.columns.flatMap(({ column, header }): [string, ImportField | null][] => {
    const field = mapping[normalized(header)];
    return field === undefined ? [] : [[column, field]];
  });
  return withFields(layout, Object.fromEntries(kept));
}
