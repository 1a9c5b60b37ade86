import { insert } from "../changes";
import type { Change } from "../changes";
import { periodAt, periodsOf, renewalMonthsOf } from "../contract/periods";
import type { Period } from "../contract/periods";
import { addDays, earliest, monthsFrom } from "../dates/civilDate";
import type { CivilDate } from "../dates/civilDate";
import { splitCents } from "../money";
import { refusalDeadline } from "../notice/window";
import { billingSpan, instalmentsOf } from "../obligations/billing";
import type { Register } from "../register";
import type { Contract, PeriodRow } from "../workbook/schema";
import { firstRefused, notBefore, notInFuture, present } from "./checks";
import { contractRefusals, contractRow } from "./contractDraft";
import type { ContractInput, EquipmentInput, PeriodInput } from "./contractDraft";
import { accepted, isRefused, refused } from "./decision";
import type { ActionContext, Decision, Refused } from "./decision";
import { holderOf } from "./holder";
import type { HolderInput } from "./holder";
import { numbersOf } from "./numbering";
import type { Numbers } from "./numbering";
import { newRow } from "../workbook/newRow";

/** What already happened in the current period; whatever is left out did not. */
export type OpeningFacts = {
  /** `on` null: at the start of the period. `paidOn` null: not paid yet; absent: paid when issued. */
  readonly invoiced?: {
    readonly number: string | null;
    readonly on: CivilDate | null;
    readonly paidOn?: CivilDate | null;
  };
  readonly visitedOn?: CivilDate;
  readonly letterSentOn?: CivilDate;
  /** What the row of each says beside: that its day is not known, and was taken over from a list. */
  readonly notes?: { readonly invoice?: string; readonly visit?: string; readonly letter?: string };
};

/** One line of the list: a contract with its current period. `existing` may name a client that an earlier line brings. */
export type ImportedContract = {
  readonly client: HolderInput;
  readonly contract: ContractInput;
  /** Its start; absent: what the effective date or the échéance gives. */
  readonly period: PeriodInput & { readonly from?: CivilDate };
  readonly equipment: readonly EquipmentInput[];
  readonly opening?: OpeningFacts;
};

export type ImportInput = {
  /** Before this day nothing is known and nothing is owed. */
  readonly followedSince: CivilDate;
  readonly lines: readonly ImportedContract[];
};

/** The contracts of a list are taken over. All of them, or none: the reasons name the lines, counted from 1. */
export function importRows(register: Register, input: ImportInput, context: ActionContext): Decision {
  if (input.lines.length === 0) return refused("nothingChosen", {});
  const future = firstRefused(notInFuture(input.followedSince, context.today));
  if (future !== null) return future;
  const changes: Change[] = [];
  const refusals = [];
  const numbers = numbersOf(register, context.today);
  for (const [i, line] of input.lines.entries()) {
    const added = changesOf(numbers, line, input.followedSince, register.settings.paymentDelayDays, context);
    if (isRefused(added)) {
      refusals.push(
        ...added.refusals.map((one) => ({ ...one, at: { table: "contracts" as const, ...one.at, line: i + 1 } })),
      );
    } else {
      numbers.add(added.changes);
      changes.push(...added.changes);
    }
  }
  if (refusals.length > 0) return { refusals };
  return accepted(changes, "importRows", { contracts: input.lines.length, followedSince: input.followedSince });
}

function changesOf(
  numbers: Numbers,
  line: ImportedContract,
  followedSince: CivilDate,
  paymentDelayDays: number,
  context: ActionContext,
): { readonly changes: readonly Change[] } | Refused {
  const holder = holderOf(numbers, line.client, context.today);
  if (isRefused(holder)) return holder;
  const typed = contractRow(numbers, { followedSince, ...line.contract }, holder.client.number);
  const span = currentSpan(typed, line.period, context.today);
  const { opening = {} } = line;
  const reason = firstRefused(
    ...contractRefusals(numbers, typed, line.period, context.today),
    present(span, { table: "contracts", column: "startsOn" }),
    notBefore(line.period.to, line.period.from ?? null, { table: "periods", column: "to" }),
    notInFuture(opening.invoiced?.on, context.today, { table: "invoices", column: "issuedOn" }),
    notInFuture(opening.invoiced?.paidOn, context.today, { table: "invoices", column: "paidOn" }),
    notInFuture(opening.visitedOn, context.today, { table: "interventions", column: "doneOn" }),
    notInFuture(opening.letterSentOn, context.today, { table: "letters", column: "sentOn" }),
  );
  if (reason !== null || span === null) return reason ?? { refusals: [] };

  // Where only the échéance is known, the contract is taken to begin with the period that it ends.
  const contract = { ...typed, startsOn: typed.startsOn ?? span.from };
  const { from: _, ...terms } = line.period;
  const row = newRow("periods", { ...terms, ...span, id: context.newKey("P"), contract: contract.number });
  return {
    changes: [
      ...holder.changes,
      insert("contracts", contract),
      insert("periods", row),
      ...line.equipment.map((one) =>
        insert("equipment", newRow("equipment", { ...one, id: context.newKey("E"), contract: contract.number })),
      ),
      ...openingRows(contract, row, opening, { followedSince, paymentDelayDays }, context),
    ],
  };
}

/** Number and ends of the period that contains today, from what the list tells; null when it tells too little. */
export function currentSpan(
  contract: Contract,
  typed: ImportedContract["period"],
  today: CivilDate,
): Pick<PeriodRow, "number" | "from" | "to"> | null {
  const from = typed.from ?? (typed.to === undefined || typed.to === null ? null : startBefore(contract, typed.to));
  // It was renewed up to this period, silently or not.
  const renewed: Contract = { ...contract, renewalKind: "tacit", refusalOn: null, terminatedOn: null };
  const number = from === null ? 1 : (periodsOf(renewed, [], from).findLast((one) => one.from <= from)?.number ?? 1);
  const told = from === null ? [] : [newRow("periods", { number, from, to: typed.to ?? null })];
  // A list that was not kept up tells an échéance that has passed: silence has renewed the contract since.
  const current = periodAt(periodsOf(contract, told, today), today);
  return current === null ? null : { number: current.number, from: current.from, to: current.to };
}

/** The start of the period that ends on the échéance: the contract's own if it is too young to have been renewed. */
function startBefore(contract: Contract, to: CivilDate): CivilDate {
  const start = monthsFrom(addDays(to, 1), -renewalMonthsOf(contract));
  return contract.startsOn !== null && start < contract.startsOn ? contract.startsOn : start;
}

function openingRows(
  contract: Contract,
  row: PeriodRow,
  opening: OpeningFacts,
  terms: PaymentTerms,
  context: ActionContext,
): readonly Change[] {
  const period = periodsOf(contract, [row], context.today).find(({ number }) => number === row.number);
  if (period === undefined) return [];
  const { visitedOn, letterSentOn, notes = {} } = opening;
  const own = { contract: contract.number };
  const visit = {
    ...own,
    doneOn: visitedOn ?? null,
    outcome: "done",
    certificateOn: visitedOn ?? null,
    notes: notes.visit ?? null,
  } as const;
  const letter = {
    ...own,
    periodFrom: period.from,
    deadline: refusalDeadline(contract, period.to),
    sentOn: letterSentOn ?? null,
    channel: notes.letter === undefined ? ("post" as const) : null,
    tracking: notes.letter ?? null,
  };
  return [
    ...invoiceRows(contract, period, row, opening, terms, context),
    ...(visitedOn === undefined
      ? []
      : [insert("interventions", newRow("interventions", { ...visit, id: context.newKey("I") }))]),
    ...(letterSentOn === undefined
      ? []
      : [insert("letters", newRow("letters", { ...letter, id: context.newKey("L") }))]),
  ];
}

type PaymentTerms = { readonly followedSince: CivilDate; readonly paymentDelayDays: number };

/**
 * One line for each instalment that was to be billed before the register took over. One that is unpaid is to be paid
 * from the day on which the contract is followed, if not later: otherwise nobody would ever claim it.
 */
function invoiceRows(
  contract: Contract,
  period: Period,
  { price, basis, vatRate }: PeriodRow,
  { invoiced, notes = {} }: OpeningFacts,
  { followedSince, paymentDelayDays }: PaymentTerms,
  context: ActionContext,
): readonly Change[] {
  if (invoiced === undefined) return [];
  // No later than it was paid.
  const issuedOn = invoiced.on ?? earliest(earliest(period.from, followedSince), invoiced.paidOn ?? followedSince);
  const paidOn = invoiced.paidOn === undefined ? issuedOn : invoiced.paidOn;
  const isClaimedLater = paidOn === null && addDays(issuedOn, paymentDelayDays) < followedSince;
  const instalments = instalmentsOf(contract, period);
  const due = instalments.filter((one) => billingSpan(contract, period, one, 0).from <= followedSince);
  // One that the list tells was billed early.
  const isTold = invoiced.number !== null || invoiced.on !== null || typeof invoiced.paidOn === "string";
  const billed = due.length === 0 && isTold ? instalments.slice(0, 1) : due;
  return billed.map(({ number, count }) =>
    insert(
      "invoices",
      newRow("invoices", {
        ...{ id: context.newKey("F"), contract: contract.number, period: period.number, instalment: number },
        ...{ number: invoiced.number, issuedOn, paidOn, basis, vatRate, notes: notes.invoice ?? null },
        dueOn: isClaimedLater ? followedSince : null,
        amount: price === null ? null : (splitCents(price, count)[number - 1] ?? null),
      }),
    ),
  );
}
