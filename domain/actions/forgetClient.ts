import { update } from "../changes";
import type { Change } from "../changes";
import { isOver } from "../contract/coverage";
import { contractFile } from "../contract/contractFile";
import type { Register } from "../register";
import type { JournalEntry, Row, TableName } from "../workbook/schema";
import { accepted, refusal, refused } from "./decision";
import type { ActionContext, Decision } from "./decision";
import { newRow } from "../workbook/newRow";

export type ForgettingInput = { readonly client: string };

/** What a forgotten client leaves blank in the rows of his contracts. Numbers, dates and amounts stay: they are the firm's. */
const personalCells = {
  contracts: {
    placeAddress: null,
    placePostcode: null,
    placeCity: null,
    occupantName: null,
    occupantPhone: null,
    terminationReason: null,
    notes: null,
  },
  equipment: { place: null, occupantName: null, occupantPhone: null, notes: null },
  interventions: { report: null, notes: null },
  invoices: { notes: null },
} as const satisfies { readonly [T in TableName]?: Partial<Row<T>> };

/**
 * Takes the person out of the register (GDPR art. 17) once every contract of his is over, in the Journal too. The log
 * of letters stays: it proves that the law was kept. The only action without undo.
 */
export function forgetClient(register: Register, input: ForgettingInput, context: ActionContext): Decision {
  const client = register.clients.find(({ number }) => number === input.client);
  if (client === undefined) return refused("unknownClient", { client: input.client });
  const contracts = register.contracts.filter((row) => row.client === client.number);
  const running = contracts.filter(({ number }) => {
    const file = contractFile(register, number, context.today);
    return file !== null && file.current !== null && !isOver(file, context.today);
  });
  if (running.length > 0) {
    return { refusals: running.map(({ number }) => refusal("contractRunning", { contract: number })) };
  }

  const own = new Set(contracts.map(({ number }) => number));
  const ownRows = <R extends { readonly contract: string }>(rows: readonly R[]) =>
    rows.filter(({ contract }) => own.has(contract));
  // Contracts that say who the client is must still find his row, so it stays, named by its number.
  const nobody = newRow("clients", { number: client.number, name: client.number, type: client.type });
  const changes = [
    update("clients", client, nobody),
    ...contracts.map((row) => update("contracts", row, personalCells.contracts)),
    ...ownRows(register.equipment).map((row) => update("equipment", row, personalCells.equipment)),
    ...ownRows(register.interventions).map((row) => update("interventions", row, personalCells.interventions)),
    ...ownRows(register.invoices).map((row) => update("invoices", row, personalCells.invoices)),
  ];
  return accepted([...changes, ...emptiedJournal(register, changes, own)], "forgetClient", { client: client.number });
}

/**
 * The values that the Journal remembers of the rows, taken out; also those of rows that are no longer there, because
 * an undo removed them.
 */
function emptiedJournal(
  register: Register,
  changes: readonly Change[],
  contracts: ReadonlySet<string>,
): readonly Change[] {
  const nameOf = ({ table, row }: Pick<JournalEntry, "table" | "row">) => `${table} ${row}`;
  const marks = [...contracts].map((number) => `"contract":${JSON.stringify(number)}`);
  const forgotten = new Set([
    ...changes.map((change) => (change.kind === "update" ? nameOf({ table: change.table, row: change.key }) : "")),
    ...register.journal
      .filter(({ table }) => table in personalCells)
      .filter(({ before, after }) => marks.some((mark) => [before, after].some((text) => text?.includes(mark))))
      .map(nameOf),
  ]);
  return register.journal
    .filter((entry) => forgotten.has(nameOf(entry)))
    .map((entry) => update("journal", entry, { before: null, after: null }));
}
