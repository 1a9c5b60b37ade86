import { parseAddress } from "../model/address";
import type { Filter } from "../model/filter";
import type { Sheet, Table, TableColumn } from "../model/workbook";
import { isOn } from "./readStyles";
import { childElements, element, type Element, elements, unescaped, unescapedText } from "./xml";

/** A table of a sheet, from its part. */
export function readTable(sheet: Sheet, part: string, xml: string): Table | null {
  const root = element(xml, "table");
  const area = parseAddress(root?.attributes.ref ?? "");
  if (root === null || area === null) return null;
  const { attributes, inner } = root;
  const columns = elements(inner, "tableColumn").map(columnOf);
  const filter = element(inner, "autoFilter");
  return {
    id: Number(attributes.id),
    name: attributes.displayName ?? attributes.name ?? "",
    sheet,
    area,
    hasHeaders: attributes.headerRowCount !== "0",
    hasTotals: Number(attributes.totalsRowCount ?? 0) > 0,
    filterButtons: filter !== null,
    style: element(inner, "tableStyleInfo")?.attributes.name ?? null,
    bandedRows: element(inner, "tableStyleInfo")?.attributes.showRowStripes === "1",
    columns,
    filters: new Map(filter === null ? [] : filtersOf(filter, columns)),
    part,
  };
}

function columnOf({ attributes, inner }: Element, index: number): TableColumn {
  const formula = element(inner, "calculatedColumnFormula")?.inner;
  return {
    id: Number(attributes.id ?? index + 1),
    name: unescapedText(attributes.name ?? ""),
    formula: formula === undefined ? null : unescaped(formula),
  };
}

function filtersOf(autoFilter: Element, columns: readonly TableColumn[]): (readonly [number, Filter])[] {
  return elements(autoFilter.inner, "filterColumn").flatMap(({ attributes, inner }) => {
    const column = columns[Number(attributes.colId)];
    const filter = filterOf(inner);
    return column === undefined || filter === null ? [] : [[column.id, filter] as const];
  });
}

function filterOf(inner: string): Filter | null {
  const values = element(inner, "filters");
  if (values !== null) {
    const shown = childElements(values.inner).map(({ attributes }) => attributes.val ?? "");
    return { kind: "values", values: isOn(values.attributes.blank) ? [...shown, ""] : shown };
  }
  const custom = element(inner, "customFilters");
  if (custom === null) return null;
  const [first, second] = childElements(custom.inner).map(
    ({ attributes }) => `${signs[attributes.operator ?? "equal"] ?? "="}${attributes.val ?? ""}`,
  );
  return {
    kind: "custom",
    criterion1: first ?? "=",
    criterion2: second ?? null,
    operator: isOn(custom.attributes.and) ? "And" : "Or",
  };
}

/** The operators of a filter as the file names them, and as Office.js writes them. */
export const signs: Readonly<Record<string, string>> = {
  equal: "=",
  notEqual: "<>",
  greaterThan: ">",
  greaterThanOrEqual: ">=",
  lessThan: "<",
  lessThanOrEqual: "<=",
};
