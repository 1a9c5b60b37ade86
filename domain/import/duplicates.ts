import type { ImportField, ListLayout, ListRow } from "./list";
import { listProblem } from "./listProblem";
import type { ListProblem } from "./listProblem";
import { plain } from "./sourceText";

/** What tells one appliance from another under the same contract. */
const applianceFields: readonly ImportField[] = ["equipment", "brand", "model", "serial", "power"];

/** Rows of which only these differ are still the same contract told twice. */
const tellsNothingMore: readonly ImportField[] = [
  "notes",
  "invoicedOn",
  "paid",
  "invoiceNumber",
  "lastVisitOn",
  "letterSentOn",
  "phone",
  "phone2",
  "email",
];

export function textValue(row: ListRow, field: ImportField): string {
  const value = row.values[field];
  return value === undefined ? "" : plain(String(value));
}

/** By what two rows are of the same client: name and address, however they are typed. */
export function clientKey(row: ListRow): string {
  const of = (field: ImportField) =>
    textValue(row, field)
      .replace(/[^a-z0-9]+/g, " ")
      .trim();
  return [of("clientName"), of("firstName"), of("address"), of("postcode"), of("city")].join("|");
}

function applianceKey(row: ListRow): string {
  return applianceFields.map((field) => textValue(row, field)).join("|");
}

/** What a row repeats: the row before it that says the same contract and appliance; or the same number, of somebody else. */
export type Repetition =
  | { readonly kind: "double"; readonly first: ListRow }
  | { readonly kind: "appliance"; readonly first: ListRow }
  | { readonly kind: "numberTaken"; readonly first: ListRow };

/** The rows that repeat an earlier one, by row. */
export function repetitions(rows: readonly ListRow[]): ReadonlyMap<ListRow, Repetition> {
  const found = new Map<ListRow, Repetition>();
  const byNumber = new Map<string, ListRow>();
  const appliances = new Map<string, ListRow>();
  const whole = new Map<string, ListRow>();
  for (const row of rows) {
    const number = textValue(row, "contractId");
    const client = clientKey(row);
    if (number === "") {
      const key = wholeKey(row);
      const first = whole.get(key);
      if (first !== undefined && textValue(row, "clientName") !== "") found.set(row, { kind: "double", first });
      else whole.set(key, row);
      continue;
    }
    const first = byNumber.get(number);
    const key = `${number}\n${applianceKey(row)}`;
    if (first === undefined) {
      byNumber.set(number, row);
      appliances.set(key, row);
    } else if (clientKey(first) !== client && !isSameName(first, row)) found.set(row, { kind: "numberTaken", first });
    else {
      const same = appliances.get(key);
      found.set(row, same === undefined ? { kind: "appliance", first } : { kind: "double", first: same });
      if (same === undefined) appliances.set(key, row);
    }
  }
  return found;
}

/** A second line of a contract often leaves the address out. */
function isSameName(a: ListRow, b: ListRow): boolean {
  const name = textValue(b, "clientName");
  return name === "" || (name === textValue(a, "clientName") && textValue(b, "address") === "");
}

function wholeKey(row: ListRow): string {
  const told = Object.entries(row.values).filter(([field]) => !tellsNothingMore.includes(field as ImportField));
  return `${JSON.stringify(told)}${applianceKey(row)}`;
}

/** Doubles and numbers that two clients bear, for the user to look at. */
export function duplicateProblems(rows: readonly ListRow[], layout: ListLayout): readonly ListProblem[] {
  const column = layout.columns.find(({ field }) => field === "contractId")?.column ?? null;
  return [...repetitions(rows)].flatMap(([row, { kind, first }]): ListProblem[] => {
    const at = { sheet: layout.sheet, row: row.row, column };
    if (kind === "double") return [listProblem("duplicateRow", { ...at, column: null }, { firstRow: first.row })];
    if (kind === "appliance") return [];
    return [listProblem("numberUsedTwice", at, { number: String(row.values.contractId ?? ""), firstRow: first.row })];
  });
}
