import { clientKey, repetitions } from "./duplicates";
import type { ImportField, ListRow } from "./list";

/** The rows that tell of one contract, the first of which says what it is. */
export type ContractRows = {
  readonly first: ListRow;
  readonly others: readonly OtherRow[];
  /** Its number is that of another client's row above. */
  readonly isNumberTaken: boolean;
};

/** A row that says the same contract again, or one more appliance of it. */
export type OtherRow = { readonly row: ListRow; readonly isDouble: boolean };

/** The contracts that the rows of a list tell of, in order. Every row is in one of them. */
export function contractRows(rows: readonly ListRow[]): readonly ContractRows[] {
  type Group = { readonly first: ListRow; readonly others: OtherRow[]; readonly isNumberTaken: boolean };
  const repeated = repetitions(rows);
  const groups = new Map<ListRow, Group>();
  let previous: Group | null = null;
  for (const row of rows) {
    const repetition = repeated.get(row);
    const isDouble = repetition?.kind === "double";
    const owner: Group | null =
      repetition === undefined || repetition.kind === "numberTaken"
        ? continued(row, previous)
        : (groups.get(repetition.first) ?? null);
    if (owner !== null) owner.others.push({ row, isDouble });
    const group: Group = owner ?? { first: row, others: [], isNumberTaken: repetition?.kind === "numberTaken" };
    groups.set(row, group);
    previous = group;
  }
  return [...new Set(groups.values())];
}

const applianceFields: readonly ImportField[] = ["equipment", "brand", "model", "serial"];
const priceFields: readonly ImportField[] = ["priceInclTax", "priceExclTax"];
const termFields: readonly ImportField[] = ["startsOn", "endsOn", "signedOn", "plan"];

/**
 * The contract of the row above, where a row names the same client and nothing but another appliance; without a name,
 * the appliance may have its price.
 */
function continued<G extends ContractRows>(row: ListRow, above: G | null): G | null {
  const { values } = row;
  if (above === null || !applianceFields.some((field) => values[field] !== undefined)) return null;
  const first = above.first;
  if (values.contractId !== undefined && values.contractId !== first.values.contractId) return null;
  const isTold = (field: ImportField) => values[field] !== undefined;
  if (isTold("clientName")) {
    const isOther = [...termFields, ...priceFields].some(isTold) || clientKey(row) !== clientKey(first);
    return isOther ? null : above;
  }
  return termFields.some((field) => isTold(field) && values[field] !== first.values[field]) ? null : above;
}

/** What belongs to an appliance, so that a row without it says nothing of another's. */
const ofAppliance: readonly ImportField[] = [...applianceFields, "commissionedOn", "power", "nextVisit"];

/** Whether a row beside the first tells one more appliance, and not only more of the same contract. */
export function tellsAppliance({ row, isDouble }: OtherRow): boolean {
  return !isDouble && [...applianceFields, "power" as const].some((field) => row.values[field] !== undefined);
}

/** Fields that say something only together: one row tells all of them, or none. */
const together: readonly (readonly ImportField[])[] = [
  ["priceInclTax", "priceExclTax"],
  ["invoiceNumber", "invoicedOn", "paid"],
];

/** The first row with its blanks filled by the others. Where they differ it is right, and they are left to the notes. */
export function mergedRow({ first, others }: ContractRows): ListRow {
  let values: ListRow["values"] = first.values;
  let { basis } = first;
  for (const { row } of others) {
    const told: readonly ImportField[] = together
      .filter((fields) => fields.some((field) => values[field] !== undefined))
      .flat();
    const isBlank = (field: ImportField) =>
      values[field] === undefined && !told.includes(field) && field !== "notes" && !ofAppliance.includes(field);
    const more = Object.entries(row.values).filter(([field]) => isBlank(field as ImportField));
    if (values.priceInclTax === undefined) basis ??= row.basis;
    values = { ...values, ...(Object.fromEntries(more) as ListRow["values"]) };
  }
  return { row: first.row, values, ...(basis === undefined ? {} : { basis }) };
}
