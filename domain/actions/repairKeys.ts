import { apply, update } from "../changes";
import type { Change } from "../changes";
import type { Register } from "../register";
import { keyColumn, keyOf } from "../workbook/schema";
import type { Row, TableName } from "../workbook/schema";
import { accepted, refused } from "./decision";
import type { ActionContext, Decision } from "./decision";
import { numbersOf } from "./numbering";

type KeyedTable = Exclude<TableName, "journal">;

/** Rows without a key, or with a copied one, by the provisional key under which the reader lists them. */
export type KeyRepairInput = { readonly rows: readonly { readonly table: KeyedTable; readonly key: string }[] };

/** Rows typed or copied by hand are given keys of their own; what names a copied key keeps meaning the first row. */
export function repairKeys(register: Register, input: KeyRepairInput, context: ActionContext): Decision {
  const changes: Change[] = [];
  let repaired = register;
  for (const { table, key } of input.rows) {
    const rows = repaired[table] as readonly Row<KeyedTable>[];
    const row = rows.find((one) => keyOf(table, one as never) === key);
    if (row === undefined) return refused("unknownRow", { table, key });
    const change = update(table, row as never, { [keyColumn(table)]: newKeyOf(repaired, table, context) } as never);
    repaired = apply(repaired, [change]);
    changes.push(change);
  }
  return accepted(changes, "repairKeys", { rows: changes.length });
}

const prefixes = { interventions: "I", invoices: "F", periods: "P", equipment: "E", letters: "L" } as const;

function newKeyOf(register: Register, table: KeyedTable, context: ActionContext): string {
  if (table === "contracts") return numbersOf(register, context.today).nextContract();
  return table === "clients" ? numbersOf(register, context.today).nextClient() : context.newKey(prefixes[table]);
}
