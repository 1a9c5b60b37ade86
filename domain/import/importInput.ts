import { isRefused } from "../actions/decision";
import type { ActionContext, Refusal } from "../actions/decision";
import { importRows } from "../actions/importRows";
import type { ImportedContract, ImportInput } from "../actions/importRows";
import { numbersOf } from "../actions/numbering";
import { insert } from "../changes";
import { earliest } from "../dates/civilDate";
import type { CivilDate } from "../dates/civilDate";
import type { PriceBasis } from "../money";
import type { Register } from "../register";
import { newRow } from "../workbook/newRow";
import { normalized } from "../workbook/words";
import type { Client } from "../workbook/schema";
import { appliancesOf } from "./appliances";
import { clientKey, repetitions } from "./duplicates";
import { clientOf, importedContract } from "./importedContract";
import type { ImportField, ListLayout, ListRow } from "./list";
import { listProblem } from "./listProblem";
import type { ListProblem, ListProblemCode } from "./listProblem";

/** For every contract of the list, for none, or where the list says so. */
export type OpeningAnswer = "all" | "none" | "asListed";

/** What the user is asked once, about the current period of every contract. */
export type ImportAnswers = {
  /** Before this day nothing is known and nothing is owed. */
  readonly followedSince: CivilDate;
  readonly invoiced: OpeningAnswer;
  readonly visited: OpeningAnswer;
  readonly letterSent: OpeningAnswer;
  /** The préavis of the contracts for which the list tells none; null: none. */
  readonly noticeMonths: number | null;
  /** Of prices for which neither cell nor header says HT or TTC. */
  readonly basis: PriceBasis;
};

/** One line of the import with the row that it comes from. */
type Line = { readonly row: ListRow; contract: ImportedContract };

/**
 * What `importRows` takes, from the rows of a list: rows that repeat another are left out, those that only add an
 * appliance add it, rows of one client share him. Lines that importRows would refuse are left out and reported; a day to
 * come from which to follow them becomes today, and that is said.
 */
export function importInput(
  rows: readonly ListRow[],
  layout: ListLayout,
  register: Register,
  answers: ImportAnswers,
  today: CivilDate,
): ImportTaken {
  const followedSince = earliest(answers.followedSince, today);
  const problems: ListProblem[] = [];
  if (answers.followedSince > today) {
    const nowhere = { sheet: layout.sheet, row: null, column: null };
    problems.push(listProblem("followedSinceInFuture", nowhere, { date: answers.followedSince, today }));
  }
  const column = (field: ImportField) => layout.columns.find((one) => one.field === field)?.column ?? null;
  const repeated = repetitions(rows);
  const numbers = numbersOf(register, today);
  // Numbers of the list are kept from those that are proposed.
  const typed = new Set(rows.map(typedNumber));
  numbers.add([...typed].filter((one) => one !== "" && !numbers.hasContract(one)).map(contractNamed));
  const inRegister = new Set(register.contracts.map(({ number }) => number));
  const holders = new Map<string, string>(register.clients.map((one) => [holderKey(one), one.number]));
  const lineOf = new Map<ListRow, Line>();
  let previous: Line | null = null;

  for (const row of rows) {
    const at = { sheet: layout.sheet, row: row.row };
    const repetition = repeated.get(row);
    if (repetition?.kind === "double") continue;
    const owner: Line | null =
      repetition?.kind === "appliance" ? (lineOf.get(repetition.first) ?? null) : continued(row, previous);
    if (owner !== null) {
      owner.contract = { ...owner.contract, equipment: [...owner.contract.equipment, ...appliancesOf(row)] };
      lineOf.set(row, owner);
      continue;
    }
    const listed = typedNumber(row);
    if (inRegister.has(listed)) {
      problems.push(listProblem("alreadyInRegister", { ...at, column: column("contractId") }, { number: listed }));
      continue;
    }
    const client = clientOf(row);
    if (client.name.trim() === "") {
      problems.push(listProblem("nameMissing", { ...at, column: column("clientName") }, {}));
      continue;
    }
    const isFree = listed !== "" && repetition?.kind !== "numberTaken";
    const number = isFree ? listed : numbers.nextContract();
    if (!isFree) numbers.add([contractNamed(number)]);
    const told = importedContract(
      withOldNumber(row, isFree ? "" : listed),
      number,
      layout,
      { ...answers, followedSince },
      today,
    );
    problems.push(...told.problems);
    const key = holderKey(client);
    const known = holders.get(key);
    const clientNumber = known ?? numbers.nextClient();
    if (known === undefined) {
      holders.set(key, clientNumber);
      numbers.add([insert("clients", newRow("clients", { ...client, number: clientNumber }))]);
    }
    const holder = known === undefined ? { new: { ...client, number: clientNumber } } : { existing: known };
    previous = { row, contract: { client: holder, ...told.line } };
    lineOf.set(row, previous);
  }
  const lines = [...new Set(lineOf.values())];
  const taken = withoutRefused(lines, register, followedSince, today);
  for (const { row, refusal } of taken.refused) {
    problems.push(listProblem("refused", { sheet: layout.sheet, row: row.row, column: null }, { refusal }));
  }
  const leftOut = problems.filter(({ code }) => leavesOut.includes(code)).length;
  return { input: { followedSince, lines: taken.lines }, problems, leftOut };
}

export type ImportTaken = {
  readonly input: ImportInput;
  readonly problems: readonly ListProblem[];
  /** Rows that tell something of which nothing is taken; one that only repeats another is none. */
  readonly leftOut: number;
};

const leavesOut: readonly ListProblemCode[] = ["alreadyInRegister", "nameMissing", "refused"];

function typedNumber({ values }: ListRow): string {
  return values.contractId === undefined ? "" : String(values.contractId).trim();
}

function contractNamed(number: string) {
  return insert("contracts", newRow("contracts", { number, client: "" }));
}

function withOldNumber(row: ListRow, number: string): ListRow {
  if (number === "") return row;
  const notes = [row.values.notes, `N° de la liste : ${number}`].filter((one) => one !== undefined).join("\n");
  return { ...row, values: { ...row.values, notes } };
}

/** A row below that names the same client and nothing but another appliance. */
function continued(row: ListRow, previous: Line | null): Line | null {
  if (previous === null || row.values.equipment === undefined) return null;
  const { values } = row;
  const ofContract: readonly ImportField[] = [
    "contractId",
    "priceInclTax",
    "priceExclTax",
    "startsOn",
    "endsOn",
    "signedOn",
    "plan",
  ];
  if (ofContract.some((field) => values[field] !== undefined && values[field] !== previous.row.values[field]))
    return null;
  const tellsTerms = ofContract.slice(1).some((field) => values[field] !== undefined);
  if (values.clientName === undefined) return tellsTerms ? null : previous;
  return tellsTerms || clientKey(row) !== clientKey(previous.row) ? null : previous;
}

/** Rows with the same name and address are of one client, in whatever order the name is written. */
function holderKey({ name, firstName, address, postcode, city }: Partial<Client>): string {
  const words = normalized(`${name ?? ""} ${firstName ?? ""}`)
    .split(" ")
    .sort()
    .join(" ");
  return [words, ...[address, postcode, city].map((text) => normalized(text ?? ""))].join("|");
}

const MOST_ROUNDS = 4;

/** The lines that importRows takes; a client that a refused line would have brought comes with the next of his. */
function withoutRefused(
  all: readonly Line[],
  register: Register,
  followedSince: CivilDate,
  today: CivilDate,
): { readonly lines: readonly ImportedContract[]; readonly refused: readonly { row: ListRow; refusal: Refusal }[] } {
  const refused: { row: ListRow; refusal: Refusal }[] = [];
  let lines = all;
  for (let round = 0; round < MOST_ROUNDS && lines.length > 0; round += 1) {
    const decision = importRows(
      register,
      { followedSince, lines: lines.map(({ contract }) => contract) },
      dryContext(today),
    );
    if (!isRefused(decision)) break;
    const out = new Map<number, Refusal>();
    for (const refusal of decision.refusals) {
      const at = (refusal.at?.line ?? 0) - 1;
      if (!out.has(at)) out.set(at, refusal);
    }
    for (const [at, refusal] of out) {
      const line = lines[at];
      if (line !== undefined && refusal.code !== "unknownClient") refused.push({ row: line.row, refusal });
    }
    const orphans = new Map<string, ImportedContract["client"]>();
    for (const [at, { code }] of out) {
      const client = lines[at]?.contract.client;
      if (code !== "unknownClient" && client !== undefined && "new" in client)
        orphans.set(client.new.number ?? "", client);
    }
    lines = lines
      .filter((_, at) => !out.has(at) || out.get(at)?.code === "unknownClient")
      .map((line): Line => {
        const { client } = line.contract;
        const adopted = "existing" in client ? orphans.get(client.existing) : undefined;
        if (adopted === undefined || !("existing" in client)) return line;
        orphans.delete(client.existing);
        return { ...line, contract: { ...line.contract, client: adopted } };
      });
  }
  return { lines: lines.map(({ contract }) => contract), refused };
}

/** Only to ask what would be refused. */
function dryContext(today: CivilDate): ActionContext {
  let next = 0;
  return { today, at: "", who: null, newKey: (prefix) => `${prefix}${String((next += 1))}` };
}
