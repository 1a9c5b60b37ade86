import type { Problem, ProblemCode } from "../problem";

/** Told of a blank cell: where the cell is not blank but unreadable, the reader has said so already. */
const blankCell: readonly ProblemCode[] = [
  "startMissing",
  "renewalLengthMissing",
  "invoiceWithoutPeriod",
  "repairWithoutVisit",
];

/** Told of a contract without a row in a table. */
const lackingRow: { readonly [C in ProblemCode]?: "periods" | "equipment" } = {
  periodMissing: "periods",
  noEquipment: "equipment",
};

/**
 * What the checks found, without what only repeats a problem of reading: the row or the value that they miss is there,
 * but could not be understood. Mending what was read mends both.
 */
export function withoutEchoes(checks: readonly Problem[], readProblems: readonly Problem[]): readonly Problem[] {
  const cells = new Set(readProblems.map(({ at: { table, key, column } }) => name(table, key, column)));
  const owners = new Set(readProblems.map(({ at: { table, contract } }) => name(table, contract)));
  return checks.filter(({ code, at: { table, key, column } }) => {
    if (blankCell.includes(code)) return !cells.has(name(table, key, column));
    const lacking = lackingRow[code];
    return lacking === undefined || !owners.has(name(lacking, key));
  });
}

function name(...parts: readonly (string | null | undefined)[]): string {
  return parts.join("\n");
}
