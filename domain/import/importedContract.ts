import { currentSpan } from "../actions/importRows";
import type { ImportedContract, OpeningFacts } from "../actions/importRows";
import type { ContractInput } from "../actions/contractDraft";
import { addDays, earliest, monthsFrom } from "../dates/civilDate";
import type { CivilDate } from "../dates/civilDate";
import { inclTax } from "../money";
import type { VatRate } from "../money";
import { newRow } from "../workbook/newRow";
import type { Client } from "../workbook/schema";
import type { ImportAnswers } from "./importInput";
import type { ImportField, ListLayout, ListRow } from "./list";
import { listProblem } from "./listProblem";
import type { ListProblem, ListProblemCode, ListProblemFacts } from "./listProblem";
import { lastVisit, openingOf } from "./openingOf";
import { dateIn } from "./repairDate";
import { markIn } from "./repairMark";
import { personIn, splitName } from "./repairName";
import { plain } from "./sourceText";

/** Rates that the law knows, in hundredths of a percent. */
const legalRates: readonly VatRate[] = [0, 210, 550, 850, 1000, 2000];
const RATE_TOLERANCE = 40;
/** How far back a contract is taken to have begun. */
const MOST_MONTHS_BACK = 480;

/** The contract of some rows, still without number and client. */
export type Imported = {
  readonly contract: ContractInput;
  readonly period: ImportedContract["period"];
  /** The end of the period that runs; null where nothing tells it. */
  readonly to: CivilDate | null;
  readonly opening: OpeningFacts;
  readonly problems: readonly ListProblem[];
};

/** The contract that a row tells of, with its current period and what already happened in it. */
export function importedContract(row: ListRow, layout: ListLayout, answers: ImportAnswers, today: CivilDate): Imported {
  const problems: ListProblem[] = [];
  const report = <C extends ListProblemCode>(code: C, field: ImportField | null, facts: ListProblemFacts[C]) => {
    // Without a field it is about the row, not about a column that nobody recognised.
    const column = field === null ? null : (layout.columns.find((one) => one.field === field)?.column ?? null);
    problems.push(listProblem(code, { sheet: layout.sheet, row: row.row, column }, facts));
  };
  const span = datesOf(row, layout, answers, today, report);
  const { plan, durationMonths, noticeMonths, renewal } = row.values;
  const told = typeof noticeMonths === "number" ? noticeMonths : answers.noticeMonths;
  const firstMonths =
    typeof durationMonths === "number" && Number.isInteger(durationMonths) && durationMonths > 0
      ? durationMonths
      : undefined;
  const terms: ContractInput = {
    ...(span.signedOn === null ? {} : { signedOn: span.signedOn }),
    ...(span.startsOn === null ? {} : { startsOn: span.startsOn }),
    ...(firstMonths === undefined ? {} : { firstMonths }),
    ...noticeOf(told),
    ...(renewal === "tacit" || renewal === "express" || renewal === "none" ? { renewalKind: renewal } : {}),
    ...(plan === undefined ? {} : { plan: String(plan) }),
    ...endingOf(row, layout, span.to, today, report),
  };
  const period = { ...priceOf(row, layout, answers, report), ...(span.to === null ? {} : { to: span.to }) };
  // As importRows will compute it: the opening facts are of this period.
  const contract = newRow("contracts", { renewalMonths: firstMonths ?? 12, ...terms, number: "", client: "" });
  const current = currentSpan(contract, period, today);
  const opening =
    current === null
      ? {}
      : openingOf(
          row,
          { ...contract, startsOn: contract.startsOn ?? current.from },
          { from: current.from, to: current.to ?? current.from },
          layout,
          answers,
          today,
        );
  if (opening.notes?.letter !== undefined && row.values.letterSentOn !== undefined)
    report("letterDayUnknown", "letterSentOn", {});
  return { contract: terms, period, to: current?.to ?? null, opening, problems };
}

type Report = <C extends ListProblemCode>(code: C, field: ImportField | null, facts: ListProblemFacts[C]) => void;
type Dates = {
  readonly signedOn: CivilDate | null;
  readonly startsOn: CivilDate | null;
  readonly to: CivilDate | null;
};

/**
 * Start and échéance, from what there is: themselves, else the signature, else the last visit. Where nothing tells
 * them, the period is counted from the import, and that is said.
 */
function datesOf(row: ListRow, layout: ListLayout, answers: ImportAnswers, today: CivilDate, report: Report): Dates {
  const { values } = row;
  const day = (field: "signedOn" | "startsOn" | "endsOn") =>
    typeof values[field] === "string" ? (values[field] as CivilDate) : null;
  let signedOn = day("signedOn");
  if (signedOn !== null && signedOn > today) {
    report("dateInFuture", "signedOn", { date: signedOn });
    signedOn = null;
  }
  let startsOn = day("startsOn");
  const typed = day("endsOn");
  const header = layout.columns.find(({ field }) => field === "endsOn")?.header ?? "";
  const to = typed === null ? null : isAnniversary(typed, startsOn ?? signedOn, header) ? addDays(typed, -1) : typed;
  if (startsOn !== null && to !== null && to < startsOn) {
    report("endBeforeStart", "endsOn", { from: startsOn, to });
    startsOn = null;
  }
  if (startsOn !== null) return { signedOn, startsOn, to };
  if (to !== null) {
    return { signedOn, startsOn: startFromEnd(row, signedOn, to, today), to };
  }
  if (signedOn !== null) return { signedOn, startsOn: signedOn, to: null };
  const visit = lastVisit(row, today)?.on ?? lastYearOfVisit(row);
  if (visit !== null) {
    report("startGuessed", null, { from: visit });
    return { signedOn: null, startsOn: visit, to: null };
  }
  report("startMissing", null, {});
  return { signedOn: null, startsOn: earliest(answers.followedSince, today), to: null };
}

/** A day of the start, or of a column of anniversaries, is the first one of the next period. */
function isAnniversary(end: CivilDate, start: CivilDate | null, header: string): boolean {
  if (start !== null) return end.slice(5) === start.slice(5);
  return /anniv|renouv/i.test(header);
}

/**
 * Where only the échéance is told, the contract began with the first of its periods after the signature or, where that
 * is not known either, with the period of its last visit.
 */
function startFromEnd(row: ListRow, signedOn: CivilDate | null, to: CivilDate, today: CivilDate): CivilDate | null {
  const visit = lastVisit(row, today)?.on ?? null;
  const { durationMonths } = row.values;
  const months = typeof durationMonths === "number" && durationMonths >= 1 ? Math.round(durationMonths) : 12;
  let start: CivilDate | null = null;
  for (let back = months; back <= MOST_MONTHS_BACK; back += months) {
    const earlier = monthsFrom(addDays(to, 1), -back);
    if (signedOn !== null && earlier < signedOn) return start;
    start = earlier;
    if (signedOn === null && (visit === null || start <= visit)) return visit === null ? null : start;
  }
  return signedOn === null ? null : start;
}

function lastYearOfVisit(row: ListRow): CivilDate | null {
  const years = Object.entries(row.values).flatMap(([field, value]) =>
    field.startsWith("visitOfYear:") && value !== false ? [field.slice(-4)] : [],
  );
  const last = years.sort().at(-1);
  return last === undefined ? null : (`${last}-01-01` as CivilDate);
}

function noticeOf(months: number | null): Pick<ContractInput, "noticeLength" | "noticeUnit"> {
  if (months === null) return {};
  return Number.isInteger(months)
    ? { noticeLength: months, noticeUnit: "months" }
    : { noticeLength: Math.round(months * 30), noticeUnit: "days" };
}

const endedWords =
  /resili|termin|expir|clos|clotur|annul|archiv|decede|vendu|demenag|perdu|stopp|inactif|ancien|arrete|fini/;
/** Words that take an end back, or that tell of something else than the contract. */
const goesOnWords = /^(non|a |à )|pas (encore )?|en cours de|vendu par|revien|revenu|de retour|repris|repren|reactiv/;
/** The days in a sentence: « 12/03/2026 », « 12 mars 2026 », « 03/2026 », « 2025 ». */
const dayInText =
  /\d{1,2}(?:er)?\s+\p{L}{3,9}\.?\s+\d{2,4}|\d{1,4}[/.-]\d{1,2}[/.-]\d{2,4}|\d{1,2}[/.-]\d{4}|\d{1,2}[/.-]\d{1,2}|(?<!\d)(?:19|20)\d\d(?!\d)/gu;

/**
 * A contract that the list says is over takes its end with it, one that is suspended its suspension, so that nothing is
 * asked for it. Each is reported: it is deduced from a few words.
 */
function endingOf(
  row: ListRow,
  layout: ListLayout,
  to: CivilDate | null,
  today: CivilDate,
  report: Report,
): ContractInput {
  const { status } = row.values;
  if (status === undefined) return {};
  const text = String(status);
  const word = plain(text);
  const past = { today, lean: "past" as const };
  const days = (text.match(dayInText) ?? []).flatMap((one) => dateIn(one, past)?.date ?? []);
  if (/^(contrat |en )?suspen/.test(word)) return suspensionOf(text, days, today, report);
  const header = plain(layout.columns.find(({ field }) => field === "status")?.header ?? "");
  const asked = /resili/.test(header)
    ? markIn(text) === true || dateIn(text, past) !== null
    : /actif|active/.test(header) && markIn(text) === false;
  if (!asked && (!endedWords.test(word) || goesOnWords.test(word))) return {};
  const on = days.at(-1) ?? dateIn(text, past)?.date ?? (to !== null && to < today ? to : today);
  report("endRead", "status", { on });
  return { terminatedOn: on, terminationReason: text };
}

/** « Suspendu du … au … », « jusqu'au … », « depuis le … »; from today on where it does not say when. */
function suspensionOf(text: string, days: readonly CivilDate[], today: CivilDate, report: Report): ContractInput {
  const [first = null, last = null] = days;
  const isUntil = last === null && /jusqu|\bau\b/i.test(text);
  const to = isUntil ? first : last;
  const from = isUntil || first === null ? (to !== null && to < today ? to : today) : first;
  report("suspensionRead", "status", { from, to });
  return { suspendedFrom: from, ...(to === null ? {} : { suspendedTo: to }) };
}

function priceOf(row: ListRow, layout: ListLayout, answers: ImportAnswers, report: Report): ImportedContract["period"] {
  const { priceExclTax, priceInclTax, vatRate } = row.values;
  const rate = typeof vatRate === "number" ? { vatRate } : {};
  if (typeof priceInclTax === "number") {
    const derived =
      typeof priceExclTax === "number" && vatRate === undefined ? rateBetween(priceExclTax, priceInclTax) : null;
    const basis = typeof priceExclTax === "number" ? "TTC" : (row.basis ?? answers.basis);
    if (typeof priceExclTax === "number" && !areOneSum(priceExclTax, priceInclTax, derived ?? rate.vatRate ?? null))
      report("pricesDisagree", "priceExclTax", { exclTax: priceExclTax, inclTax: priceInclTax });
    return { price: priceInclTax, basis, ...(derived === null ? rate : { vatRate: derived }) };
  }
  if (typeof priceExclTax === "number") return { price: priceExclTax, basis: "HT", ...rate };
  const isAsked = layout.columns.some(({ field }) => field === "priceExclTax" || field === "priceInclTax");
  if (isAsked)
    report(
      "priceMissing",
      layout.columns.some(({ field }) => field === "priceInclTax") ? "priceInclTax" : "priceExclTax",
      {},
    );
  return { price: null, ...rate };
}

/** Prices are often rounded to the euro. */
function areOneSum(net: number, gross: number, vatRate: VatRate | null): boolean {
  const told = inclTax({ amount: net, basis: "HT", vatRate });
  return told !== null && Math.abs(told - gross) <= Math.max(50, gross * 0.005);
}

/** The rate that two prices of the same thing tell, where it is one of the law's. */
function rateBetween(net: number, gross: number): VatRate | null {
  const points = net > 0 ? Math.round((gross / net - 1) * 10_000) : -1;
  return legalRates.find((rate) => Math.abs(rate - points) <= RATE_TOLERANCE) ?? null;
}

/** The client that a row names, as a new row of the register. */
export function clientOf({ values }: ListRow): Partial<Client> & Pick<Client, "name"> {
  const text = (field: ImportField) => {
    const value = values[field];
    return value === undefined ? null : String(value);
  };
  const written = text("clientName") ?? "";
  const { name, firstName } =
    values.firstName === undefined ? splitName(written) : { name: written, firstName: text("firstName") };
  const type = values.clientType;
  return {
    name,
    firstName,
    civility: text("civility"),
    ...(type === "private" || type === "association" || type === "professional" ? { type } : {}),
    address: text("address"),
    postcode: text("postcode"),
    city: text("city"),
    email: text("email"),
    phone: text("phone"),
    phone2: text("phone2"),
    ...payerOf(text("billingAddress")),
  };
}

function payerOf(written: string | null): Partial<Client> {
  if (written === null) return {};
  const told = personIn(written);
  if (told.address === null) return /\d/.test(written) ? { billingAddress: written } : { billingName: written };
  const isName = told.name !== written && !/\d/.test(told.name);
  return {
    billingName: isName ? told.name : null,
    billingAddress: isName ? told.address : written,
    billingPostcode: told.postcode,
    billingCity: told.city,
  };
}
