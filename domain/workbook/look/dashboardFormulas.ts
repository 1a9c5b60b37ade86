import { MONTHS_BEFORE } from "../../dashboard/dashboardOf";
import { columnHeader } from "../../i18n/columnHeader";
import { plan } from "../../i18n/fr/plan";
import { workbook } from "../../i18n/fr/workbook";
import { PAYMENT_DELAY_NAME, paymentStates } from "../formulas";
import { tables, TODAY_NAME } from "../schema";
import type { ColumnName, TableName } from "../schema";
import { SETTINGS_HEADERS, SETTINGS_TABLE } from "../settings";
import type { SettingName } from "../settings";
import { sheetTexts } from "./sheetTexts";

/*
 * The formulas of the sheet « Tableau de bord », as files store them: English function names, commas, no leading "=".
 * Each is the twin of a field of domain/dashboard/dashboardOf.ts, where its meaning is written. COUNTIFS and SUMIFS over
 * whole columns of the tables stay quick with ten thousand contracts; « <> » counts blank cells too.
 */

const { contractStates, noticeStates } = plan;
const { interventionKind, invoiceKind, outcome, refusalReason } = workbook.choices;
const texts = sheetTexts.dashboard;

const contracts = columnsOf("contracts");
const interventions = columnsOf("interventions");
const invoices = columnsOf("invoices");
const letters = columnsOf("letters");
const periods = columnsOf("periods");

/** A column of cells with what they must be like: `"<>Résilié"`, `">="&O6`. */
type Condition = readonly [cells: string, criterion: string];

function count(...conditions: readonly Condition[]): string {
  return `COUNTIFS(${conditions.flat().join(",")})`;
}

function sumOf(cells: string, ...conditions: readonly Condition[]): string {
  return `SUMIFS(${[cells, ...conditions.flat()].join(",")})`;
}

/** Binary decimals add up to a little more or less than whole cents. */
function inCents(amount: string): string {
  return `ROUND(${amount},2)`;
}

function is(word: string): string {
  return `"${word}"`;
}

function isNot(word: string): string {
  return `"<>${word}"`;
}

/** The days of the month whose first day is in the cell. */
function inMonth(cells: string, month: string): readonly Condition[] {
  return [
    [cells, `">="&${month}`],
    [cells, `"<"&EDATE(${month},1)`],
  ];
}

/** After the same day of the year before, up to today. */
function inLastYear(cells: string): readonly Condition[] {
  return [
    [cells, `">"&EDATE(${TODAY_NAME},-12)`],
    [cells, `"<="&${TODAY_NAME}`],
  ];
}

const letter = contracts("letterState");
const lastDay = contracts("windowTo");
const state = contracts("contractState");
const running: readonly Condition[] = [
  [state, isNot(contractStates.ended)],
  [state, isNot(contractStates.terminated)],
];
const inForce = [
  contractStates.active,
  contractStates.toNotify,
  contractStates.notified,
  contractStates.late,
  contractStates.refused,
  contractStates.toRenew,
  contractStates.suspended,
];

const renewed = count(...inLastYear(contracts("renewedOn")));
const lost = `(${[
  count([state, is(contractStates.ended)], ...inLastYear(contracts("periodEnd"))),
  count([state, is(contractStates.terminated)], ...inLastYear(contracts("terminatedOn"))),
].join("+")})`;
const stillToSend: Condition = [lastDay, `">="&${TODAY_NAME}`];
const leftToPay = invoices("leftToPay");
const late: Condition = [invoices("paymentState"), is(paymentStates.late)];
const activeContracts = inForce.map((word) => count([state, is(word)])).join("+");
const free: Condition = [contracts("freeFrom"), '">0"'];
const refused: Condition = [state, is(contractStates.refused)];

/** Each figure of a tile. */
export const tileFormulas = {
  activeContracts,
  yearlyExclTax: inCents(`SUM(${contracts("yearlyExclTax")})`),
  yearlyInclTax: inCents(`SUM(${contracts("yearlyInclTax")})`),
  renewalRate: `IF(${renewed}+${lost}=0,"–",${renewed}/(${renewed}+${lost}))`,
  refusals: count(...inLastYear(contracts("refusalOn"))),
  atRisk: `${count(free)}+${count(refused)}-${count(free, refused)}`,
  visitsThisMonth: count(
    [contracts("nextVisitBy"), `">="&${TODAY_NAME}`],
    [contracts("nextVisitBy"), `"<"&DATE(YEAR(${TODAY_NAME}),MONTH(${TODAY_NAME})+1,1)`],
  ),
  visitsLate: count([contracts("nextVisitBy"), `"<"&${TODAY_NAME}`]),
  invoicesDue: `SUM(${contracts("invoicesDue")})`,
  unpaid: inCents(sumOf(leftToPay, late)),
  noticesToSend: [
    count([letter, is(noticeStates.toSend)]),
    count([letter, is(noticeStates.generated)]),
    count([letter, is(noticeStates.returned)], stillToSend),
  ].join("+"),
  noticesLate: count(free),
} as const;

/** What is said below a figure, as formulas. */
export const noteFormulas = {
  endingSoon: (nextMonths: string) => `SUM(${nextMonths})&"${texts.notes.endingSoon}"`,
  withoutPrice: (prices: "yearlyExclTax" | "yearlyInclTax") => {
    const without = `(${activeContracts}-COUNT(${contracts(prices)}))`;
    return `IF(${without}=0,"${texts.notes.allPriced}",${without}&"${texts.notes.withoutPrice}")`;
  },
  renewalRate: `IF(${renewed}+${lost}=0,"${texts.notes.none}",${renewed}&"${texts.notes.outOf}"&(${renewed}+${lost})&", ${texts.notes.lastYear}")`,
  unpaid: `${count([leftToPay, '">0"'], late)}&"${texts.notes.unpaid}"&ROUND(SUM(${leftToPay}),0)&"${texts.notes.toCollect}"`,
} as const;

/** The first of the months: this one, or the first of those around it. */
export const firstMonths = {
  ahead: `DATE(YEAR(${TODAY_NAME}),MONTH(${TODAY_NAME}),1)`,
  around: `DATE(YEAR(${TODAY_NAME}),MONTH(${TODAY_NAME})-${String(MONTHS_BEFORE)},1)`,
} as const;

const shortMonths = ["janv.", "févr.", "mars", "avr.", "mai", "juin", "juil.", "août", "sept.", "oct.", "nov.", "déc."];

/** « nov. 26 »: written by a formula, as the codes of TEXT differ from one language of Excel to the next. */
export function monthLabel(month: string): string {
  const names = shortMonths.map((name) => `"${name}"`).join(",");
  return `CHOOSE(MONTH(${month}),${names})&" "&RIGHT(YEAR(${month}),2)`;
}

/** What monthLabel comes to. */
export function monthLabelOf(month: number, year: number): string {
  return `${shortMonths[month - 1] ?? ""} ${String(year).slice(-2)}`;
}

/** Each figure of a month, given the cell of its first day. */
export const monthFormulas = {
  periodEnds: (month: string) => count(...inMonth(contracts("periodEnd"), month), ...running),
  visitsDue: (month: string) => count(...inMonth(contracts("nextVisitBy"), month)),
  visitsDone: (month: string) =>
    count(
      ...inMonth(interventions("doneOn"), month),
      [interventions("kind"), isNot(interventionKind.repair)],
      [interventions("kind"), isNot(interventionKind.inspection)],
      [interventions("outcome"), isNot(outcome.partial)],
      [interventions("outcome"), isNot(outcome.cancelled)],
    ),
  /** Where no day of payment was typed, the firm's delay gives it. */
  paymentsDue: (month: string) => {
    const delay = `IF(ISNUMBER(${PAYMENT_DELAY_NAME}),${PAYMENT_DELAY_NAME},30)`;
    const byDelay: readonly Condition[] = [
      [invoices("issuedOn"), `">="&(${month}-${delay})`],
      [invoices("issuedOn"), `"<"&(EDATE(${month},1)-${delay})`],
    ];
    const typed = sumOf(leftToPay, ...inMonth(invoices("dueOn"), month));
    const typedToo = sumOf(leftToPay, ...byDelay, [invoices("dueOn"), '">0"']);
    return inCents(`${typed}+${sumOf(leftToPay, ...byDelay)}-${typedToo}`);
  },
  paymentsPaid: (month: string) =>
    inCents(
      sumOf(invoices("amountInclTax"), ...inMonth(invoices("paidOn"), month), [
        invoices("kind"),
        isNot(invoiceKind.creditNote),
      ]),
    ),
  noticesInTime: (month: string) => count(...inMonth(letters("inTimeFor"), month)),
  noticesToSend: (month: string) =>
    [
      count(...inMonth(lastDay, month), [letter, is(noticeStates.notDue)]),
      count(...inMonth(lastDay, month), [letter, is(noticeStates.toSend)]),
      count(...inMonth(lastDay, month), [letter, is(noticeStates.generated)]),
      count(...inMonth(lastDay, month), [letter, is(noticeStates.returned)], stillToSend),
    ].join("+"),
  noticesLate: (month: string) =>
    [
      count(...inMonth(lastDay, month), [letter, is(noticeStates.late)]),
      count(...inMonth(periods("noticeMissedOn"), month)),
    ].join("+"),
} as const;

const refusedLastYear = inLastYear(contracts("refusalOn"));
const reasons = contracts("refusalReason");

/** Refusals by reason. « Unknown » is what the other reasons leave, blanks among it. */
export function refusalFormula(reason: keyof typeof refusalReason): string {
  if (reason !== "unknown") return count(...refusedLastYear, [reasons, is(refusalReason[reason])]);
  const others = Object.entries(refusalReason).filter(([other]) => other !== reason);
  return count(...refusedLastYear, ...others.map(([, word]): Condition => [reasons, isNot(word)]));
}

/** The firm and the day: « Chauffage Lemoine · 24 novembre 2026 ». */
export function subtitleFormula(): string {
  const months = workbook.months.map((name) => `"${name}"`).join(",");
  const day = `IF(DAY(${TODAY_NAME})=1,"1er",DAY(${TODAY_NAME}))`;
  const firm = settingCell("firmName");
  const date = `${day}&" "&CHOOSE(MONTH(${TODAY_NAME}),${months})&" "&YEAR(${TODAY_NAME})`;
  return `IF(${firm}="","",${firm}&" · ")&${date}`;
}

/** What is to be known of the figures: that there are none yet, or of which day the states are. */
export function warningFormula(): string {
  const filledOn = `MAX(${contracts("stateOn")})`;
  const two = (part: string) => `RIGHT("0"&${part}(${filledOn}),2)`;
  const date = `${two("DAY")}&"/"&${two("MONTH")}&"/"&YEAR(${filledOn})`;
  const old = `IF(${filledOn}<${TODAY_NAME},"${texts.statesOf}"&${date}&"${texts.statesRefresh}","")`;
  const never = `IF(COUNTA(${contracts("number")})=0,"${texts.emptyRegister}","${texts.statesNeverFilled}")`;
  return `IF(${filledOn}=0,${never},${old})`;
}

/** The value of a setting; "" where its line is gone. */
function settingCell(name: SettingName): string {
  const cells = (header: string) => `${SETTINGS_TABLE}[${header}]`;
  return `IFERROR(INDEX(${cells(SETTINGS_HEADERS.value)},MATCH("${name}",${cells(SETTINGS_HEADERS.key)},0))&"","")`;
}

/** Whole columns of a table, by their headers. */
function columnsOf<T extends TableName>(table: T): (column: ColumnName<T>) => string {
  return (column) => `${tables[table].excelName}[${columnHeader(workbook, table, column)}]`;
}
