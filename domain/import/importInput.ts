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
import { contractRows, mergedRow, tellsAppliance } from "./contractRows";
import { clientOf, importedContract } from "./importedContract";
import { knownContracts } from "./knownContracts";
import { fitted, isHeld, leftOver } from "./leftOver";
import type { ImportField, ListLayout, ListRow } from "./list";
import { listProblem } from "./listProblem";
import type { ListProblem, ListProblemCode, ListProblemFacts } from "./listProblem";
import { hasPayments } from "./openingOf";

/** For every contract of the list, for none, or where the list says so. */
export type OpeningAnswer = "all" | "none" | "asListed";

/** What the user is asked once, about the current period of every contract. */
export type ImportAnswers = {
  /** Before this day nothing is known and nothing is owed. */
  readonly followedSince: CivilDate;
  readonly invoiced: OpeningAnswer;
  /** Of the invoices of the period; where the list has no column for payments, those that were sent count as paid. */
  readonly paid: OpeningAnswer;
  readonly visited: OpeningAnswer;
  readonly letterSent: OpeningAnswer;
  /** The préavis of the contracts for which the list tells none; null: none. */
  readonly noticeMonths: number | null;
  /** Of prices for which neither cell nor header says HT or TTC. */
  readonly basis: PriceBasis;
};

/** The rows of a contract and what they become. `holder` is filled by later rows, so that the client is written last. */
type Line = {
  readonly rows: readonly ListRow[];
  readonly holder: Holder;
  readonly bringsHolder: boolean;
  readonly rest: Omit<ImportedContract, "client">;
};

/** A client with what is known of him so far. */
type Holder = { readonly number: string; readonly isNew: boolean; client: Partial<Client> & Pick<Client, "name"> };

/** A line as importRows takes it. */
type ReadyLine = { readonly rows: readonly ListRow[]; readonly contract: ImportedContract };

/**
 * What `importRows` takes, from the rows of a list: rows that repeat another are left out, those that only add an
 * appliance add it, rows of one client share him. Lines that importRows would refuse are left out and reported. What
 * the register has no cell for is in the notes of the contract. A day to come from which to follow them becomes today,
 * and that is said.
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
  const columnOf = (field: ImportField) => layout.columns.find((one) => one.field === field)?.column ?? null;
  const report = <C extends ListProblemCode>(
    code: C,
    row: number | null,
    field: ImportField | null,
    facts: ListProblemFacts[C],
  ) => {
    const column = field === null ? null : columnOf(field);
    problems.push(listProblem(code, { sheet: layout.sheet, row, column }, facts));
  };
  if (answers.followedSince > today) {
    report("followedSinceInFuture", null, null, { date: answers.followedSince, today });
  }
  const numbers = numbersOf(register, today);
  // Numbers of the list are kept from those that are proposed.
  const typed = new Set(rows.map(typedNumber));
  numbers.add([...typed].filter((one) => one !== "" && !numbers.hasContract(one)).map(contractNamed));
  const inRegister = new Set(register.contracts.map(({ number }) => number));
  const holders = new Map<string, Holder>(
    register.clients.map((client) => [holderKey(client), { number: client.number, isNew: false, client }]),
  );
  const known = knownContracts(register);
  const lines: Line[] = [];

  for (const group of contractRows(rows)) {
    const all = [group.first, ...group.others.map(({ row }) => row)];
    const row = mergedRow(group);
    const listed = typedNumber(row);
    if (inRegister.has(listed)) {
      for (const one of all) report("alreadyInRegister", one.row, "contractId", { number: listed });
      continue;
    }
    const client = clientOf(row);
    if (client.name.trim() === "") {
      for (const one of all) report("nameMissing", one.row, "clientName", {});
      continue;
    }
    const {
      contract,
      period,
      to,
      opening,
      problems: found,
    } = importedContract(row, layout, { ...answers, followedSince }, today);
    const equipment = [group.first, ...group.others.filter(tellsAppliance).map((one) => one.row)].flatMap(appliancesOf);
    const key = holderKey(client);
    const same = holders.get(key);
    const double = same === undefined || same.isNew ? null : known(same.number, row, { contract, to, equipment });
    if (double !== null) {
      for (const one of all) report("alreadyInRegister", one.row, null, { number: double });
      continue;
    }
    problems.push(...found);
    const isFree = listed !== "" && !group.isNumberTaken;
    const number = isFree ? listed : numbers.nextContract();
    if (!isFree) numbers.add([contractNamed(number)]);
    const holder: Holder = same ?? { number: numbers.nextClient(), isNew: true, client };
    if (same === undefined) {
      holders.set(key, holder);
      numbers.add([insert("clients", newRow("clients", { ...client, number: holder.number }))]);
    } else if (holder.isNew) holder.client = completed(holder.client, client);

    const became = { client: holder.client, contract: { ...contract, number }, period, to, equipment, opening };
    for (const { row: other } of group.others) {
      const field = priceFields.find((one) => other.values[one] !== undefined);
      const price = field === undefined ? undefined : other.values[field];
      if (field !== undefined && typeof price === "number" && !isHeld(field, price, became, other))
        report("secondPrice", other.row, field, { price, firstRow: group.first.row });
    }
    const left = new Set(all.flatMap((one) => leftOver(one, became, layout)));
    const notes = fitted([...left]);
    if (notes.cut > 0) report("textCut", row.row, null, { length: notes.cut });
    lines.push({
      rows: all,
      holder,
      bringsHolder: same === undefined,
      rest: {
        contract: { ...became.contract, ...(notes.text === "" ? {} : { notes: notes.text }) },
        ...{ period, equipment, opening },
      },
    });
  }
  const ready = lines.map(({ rows: all, holder: { number, client }, bringsHolder, rest }): ReadyLine => {
    const holder = bringsHolder ? { new: { ...client, number } } : { existing: number };
    return { rows: all, contract: { client: holder, ...rest } };
  });
  const taken = withoutRefused(ready, register, followedSince, today);
  for (const { rows: all, refusal } of taken.refused) {
    for (const one of all) report("refused", one.row, null, { refusal });
  }
  for (const { code, count } of assumptions(taken.lines, layout, answers)) report(code, null, null, { count });
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

const priceFields = ["priceInclTax", "priceExclTax"] as const;

/** What was taken for granted of many lines at once: payments and days that the list does not tell. */
function assumptions(lines: readonly ImportedContract[], layout: ListLayout, answers: ImportAnswers) {
  const invoices = lines.flatMap(({ opening }) => opening?.invoiced ?? []);
  const unpaid = invoices.filter(({ paidOn }) => paidOn === null).length;
  const isAssumed = answers.paid === "asListed" && !hasPayments(layout);
  return [
    { code: "daysUnknown" as const, count: lines.filter(({ opening }) => opening?.notes !== undefined).length },
    { code: "unpaidTaken" as const, count: unpaid },
    { code: "paymentsAssumed" as const, count: isAssumed ? invoices.length - unpaid : 0 },
  ].filter(({ count }) => count > 0);
}

/** The client with his blanks filled by what another row says of him. */
function completed(known: Holder["client"], told: Partial<Client>): Holder["client"] {
  const blanks = Object.entries(told).filter(
    ([column, value]) => value !== null && ((known as Record<string, unknown>)[column] ?? null) === null,
  );
  const filled = { ...known, ...(Object.fromEntries(blanks) as Partial<Client>) };
  const other = told.phone ?? null;
  return other !== null && other !== filled.phone && (filled.phone2 ?? null) === null
    ? { ...filled, phone2: other }
    : filled;
}

function typedNumber({ values }: ListRow): string {
  return values.contractId === undefined ? "" : String(values.contractId).trim();
}

function contractNamed(number: string) {
  return insert("contracts", newRow("contracts", { number, client: "" }));
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
  all: readonly ReadyLine[],
  register: Register,
  followedSince: CivilDate,
  today: CivilDate,
): {
  readonly lines: readonly ImportedContract[];
  readonly refused: readonly { rows: readonly ListRow[]; refusal: Refusal }[];
} {
  const refused: { rows: readonly ListRow[]; refusal: Refusal }[] = [];
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
      if (line !== undefined && refusal.code !== "unknownClient") refused.push({ rows: line.rows, refusal });
    }
    const orphans = new Map<string, ImportedContract["client"]>();
    for (const [at, { code }] of out) {
      const client = lines[at]?.contract.client;
      if (code !== "unknownClient" && client !== undefined && "new" in client)
        orphans.set(client.new.number ?? "", client);
    }
    lines = lines
      .filter((_, at) => !out.has(at) || out.get(at)?.code === "unknownClient")
      .map((line): ReadyLine => {
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
