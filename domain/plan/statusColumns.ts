import { applianceName } from "../contract/appliance";
import { clientName } from "../contract/clientName";
import { equipmentInService } from "../contract/coverage";
import { isRunning } from "../contract/state";
import { priceInclTax, termsOf } from "../contract/terms";
import type { CivilDate } from "../dates/civilDate";
import type { Catalogue } from "../i18n";
import {
  freeFrom,
  invoicesDueOf,
  lettersInTime,
  missedNotices,
  nextVisitOf,
  openPaymentsOf,
  renewedOn,
  yearlyPriceOf,
} from "../dashboard/standing";
import type { Obligation } from "../obligations/obligation";
import type { StatusRow, Statuses } from "../workbook/statuses";
import type { Plan, PlannedContract } from "./plan";

/** What the status columns of the sheets show: facts of other tables, dated « état au », that nothing ever reads back. */
export function statusColumns(plan: Plan, words: Catalogue): Statuses {
  const contracts = new Map(
    plan.contracts.map((one) => [one.file.contract.number, contractStatus(one, plan.today, words)]),
  );
  const names = new Map(plan.contracts.map(({ file }) => [file.contract.number, nameAndCity(file)]));
  const rowsOf = <R extends { readonly id: string; readonly contract: string }>(rows: readonly R[]) =>
    rows.map(({ id, contract }): [string, { clientName: string | null; city: string | null }] => [
      id,
      names.get(contract) ?? { clientName: null, city: null },
    ]);
  const nameOnly = ([id, { clientName: name }]: [string, { clientName: string | null }]): [
    string,
    { clientName: string | null },
  ] => [id, { clientName: name }];
  return {
    contracts,
    interventions: new Map(plan.contracts.flatMap(({ file }) => rowsOf(file.interventions))),
    invoices: new Map(
      plan.contracts.flatMap((planned) => {
        const left = new Map(openPaymentsOf(planned).map((one) => [one.invoice, one.left]));
        return rowsOf(planned.file.invoices)
          .map(nameOnly)
          .map(([id, shown]): [string, StatusRow<"invoices">] => [id, { ...shown, leftToPay: left.get(id) ?? null }]);
      }),
    ),
    periods: new Map(
      plan.contracts.flatMap((planned) => {
        const missed = missedNotices(planned, plan);
        return planned.file.periodRows.map(({ id }): [string, StatusRow<"periods">] => [
          id,
          { noticeMissedOn: missed.get(id) ?? null },
        ]);
      }),
    ),
    letters: new Map(
      plan.contracts.flatMap((planned) => {
        const inTime = lettersInTime(planned, plan);
        return rowsOf(planned.file.letters)
          .map(nameOnly)
          .map(([id, shown]): [string, StatusRow<"letters">] => [id, { ...shown, inTimeFor: inTime.get(id) ?? null }]);
      }),
    ),
  };
}

function nameAndCity({ contract, client }: PlannedContract["file"]): {
  clientName: string | null;
  city: string | null;
} {
  return { clientName: client === null ? null : clientName(client), city: contract.placeCity ?? client?.city ?? null };
}

function contractStatus(planned: PlannedContract, today: CivilDate, words: Catalogue): StatusRow<"contracts"> {
  const { file, period, state, notice } = planned;
  const running = isRunning(planned);
  const yearly = yearlyPriceOf(planned);
  return {
    ...nameAndCity(file),
    appliance: applianceSummary(planned, today, words),
    periodPrice: period === null ? null : priceInclTax(termsOf(file, period.number)),
    periodEnd: period?.to ?? null,
    nextVisit: running ? nextVisit(planned, words) : words.plan.shown.none,
    invoiceState: billingState(planned, words),
    letterState: running && notice !== null ? words.plan.noticeStates[notice.state] : words.plan.shown.none,
    contractState: words.plan.contractStates[state],
    stateOn: today,
    yearlyExclTax: yearly.exclTax,
    yearlyInclTax: yearly.inclTax,
    renewedOn: renewedOn(planned),
    nextVisitBy: nextVisitOf(planned)?.due.to ?? null,
    invoicesDue: invoicesDueOf(planned) || null,
    freeFrom: freeFrom(planned),
  };
}

function applianceSummary({ file }: PlannedContract, today: CivilDate, words: Catalogue): string | null {
  const [first, ...others] = equipmentInService(file, today);
  if (first === undefined) return null;
  const name = applianceName({ ...first, place: null }, words.workbook);
  return others.length === 0 ? name : words.plan.shown.more(name, others.length);
}

/** The open visit that is due first, by contract or by law. */
function nextVisit(planned: PlannedContract, words: Catalogue): string {
  const { shown } = words.plan;
  const next = nextVisitOf(planned);
  if (next === null) return shown.upToDate;
  if (next.state === "overdue") return shown.overdueSince(next.due.to);
  return next.state === "due" ? shown.toDoBefore(next.due.to) : shown.fromDay(next.due.from);
}

/** The worst state among what the contract has to bill and to be paid. */
function billingState({ obligations }: PlannedContract, words: Catalogue): string {
  const { shown } = words.plan;
  const has = (kind: Obligation["kind"], state: Obligation["state"]) =>
    obligations.some((one) => one.kind === kind && one.state === state);
  if (has("invoice", "overdue") || has("repairInvoice", "overdue")) return shown.lateInvoice;
  if (has("payment", "overdue")) return shown.unpaid;
  if (has("invoice", "due") || has("repairInvoice", "due")) return shown.toInvoice;
  if (has("payment", "due")) return shown.invoiced;
  if (has("invoice", "done")) return shown.paid;
  return has("invoice", "upcoming") ? shown.notYet : shown.none;
}
