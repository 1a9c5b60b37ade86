import type { ContractInput, EquipmentInput } from "../actions/contractDraft";
import type { ImportedContract, OpeningFacts } from "../actions/importRows";
import { addDays, yearOf } from "../dates/civilDate";
import type { CivilDate } from "../dates/civilDate";
import { french } from "../i18n/french";
import { importWords } from "../i18n/importWords";
import { fieldName, listValue } from "../i18n/listSentences";
import { exclTax } from "../money";
import type { Client } from "../workbook/schema";
import { normalized } from "../workbook/words";
import { LONGEST_CELL, LONGEST_NOTES } from "./lineReading";
import type { ImportField, ListLayout, ListRow, ListValue } from "./list";

/** What the rows of one contract became. */
export type Became = {
  readonly client: Partial<Client>;
  readonly contract: ContractInput;
  readonly period: ImportedContract["period"];
  /** The end of the period that runs. */
  readonly to: CivilDate | null;
  readonly equipment: readonly EquipmentInput[];
  readonly opening: OpeningFacts;
};

/**
 * What a row says and its contract does not hold: each value with the title of its column, as the notes keep it. This
 * is the one place that decides it, from what the contract became, so that no rule can forget a value.
 */
export function leftOver(row: ListRow, became: Became, layout: ListLayout): readonly string[] {
  const { notes, ...values } = row.values;
  const left = (Object.entries(values) as [ImportField, ListValue][]).filter(
    ([field, value]) => !isHeld(field, value, became, row),
  );
  return [
    ...(notes === undefined ? [] : String(notes).split("\n")),
    ...left.map(([field, value]) => `${titleOf(field, layout)} : ${listValue(field, value, french, importWords.fr)}`),
  ];
}

/** The lines of notes as one text that fits into a cell; `cut` is how long it was, where it does not. */
export function fitted(lines: readonly string[]): { readonly text: string; readonly cut: number } {
  const text = lines.join("\n");
  return text.length <= LONGEST_CELL
    ? { text, cut: 0 }
    : { text: `${text.slice(0, LONGEST_NOTES)}…`, cut: text.length };
}

function titleOf(field: ImportField, layout: ListLayout): string {
  const isYear = field.startsWith("visitOfYear:");
  const header = isYear ? undefined : layout.columns.find((one) => one.field === field)?.header;
  return header === undefined || header === "" ? fieldName(field, importWords.fr) : header;
}

/** Whether the contract holds the value of a field, so that it need not be noted. */
export function isHeld(field: ImportField, value: ListValue, became: Became, row: ListRow): boolean {
  if (field.startsWith("visitOfYear:")) return isVisitHeld(value, became.opening, Number(field.slice(-4)));
  const held = holders[field as keyof typeof holders];
  return held(value, became, row);
}

type Holds = (value: ListValue, became: Became, row: ListRow) => boolean;

const byClient: Holds = (value, { client }) => tells([client], value);
const byEquipment: Holds = (value, { equipment }) => tells(equipment, value);

const holders: { readonly [F in Exclude<ImportField, `visitOfYear:${number}` | "notes">]: Holds } = {
  contractId: (value, { contract }) => contract.number === String(value).trim(),
  clientName: byClient,
  firstName: byClient,
  civility: byClient,
  clientType: (value, { client }) => client.type === value,
  address: byClient,
  postcode: byClient,
  city: byClient,
  billingAddress: byClient,
  phone: byClient,
  phone2: byClient,
  email: byClient,
  equipment: byEquipment,
  brand: byEquipment,
  model: byEquipment,
  serial: byEquipment,
  commissionedOn: (value, { equipment }) => equipment.some((one) => one.commissionedOn === value),
  power: (value, { equipment }) => equipment.some((one) => one.power === value),
  // A day or a year tells more than the months in which a client is visited.
  nextVisit: (value, { equipment }) =>
    !String(value).includes("-") && equipment.some(({ visitMonths }) => visitMonths?.join(",") === String(value)),
  signedOn: (value, { contract }) => contract.signedOn === value,
  startsOn: (value, { contract }) => contract.startsOn === value,
  endsOn: (value, { to }) => to !== null && (value === to || value === addDays(to, 1)),
  durationMonths: (value, { contract }) => contract.firstMonths === value,
  noticeMonths: (value, { contract }) =>
    contract.noticeLength === (contract.noticeUnit === "days" ? Math.round(Number(value) * 30) : value),
  renewal: (value, { contract }) => contract.renewalKind === value,
  plan: (value, { contract }) => contract.plan === String(value),
  priceExclTax: (value, { period }) => isNet(Number(value), period),
  priceInclTax: (value, { period }, row) =>
    period.price === value && (period.basis === "TTC" || row.values.priceExclTax === undefined),
  vatRate: (value, { period }) => period.vatRate === value,
  lastVisitOn: (value, { opening }) => isVisitHeld(value, opening, null),
  invoiceNumber: (value, { opening: { invoiced } }) => invoiced?.number === String(value),
  invoicedOn: (value, { opening: { invoiced } }) => isMarkHeld(value, invoiced?.on ?? null, invoiced !== undefined),
  paid: (value, { opening: { invoiced } }, { values }) =>
    value === false
      ? invoiced?.paidOn === null || (values.invoicedOn === undefined && values.invoiceNumber === undefined)
      : isMarkHeld(value, invoiced?.paidOn ?? null, invoiced !== undefined && invoiced.paidOn !== null),
  letterSentOn: (value, { opening: { letterSentOn } }) =>
    isMarkHeld(value, letterSentOn ?? null, letterSentOn !== undefined),
  status: (value, { contract }) => contract.terminationReason === value,
};

function isMarkHeld(value: ListValue, on: CivilDate | null, isDone: boolean): boolean {
  return typeof value === "boolean" ? value === isDone : value === on;
}

function isVisitHeld(value: ListValue, { visitedOn, notes }: OpeningFacts, year: number | null): boolean {
  const isGuessed = notes?.visit !== undefined;
  if (value === false) return year !== null || visitedOn === undefined || !isGuessed;
  if (visitedOn === undefined) return false;
  if (value === true) return isGuessed && (year === null || yearOf(visitedOn) === year);
  return value === visitedOn || `${String(value)}-01` === visitedOn;
}

/** The price without tax, typed or computed from the one with tax. */
function isNet(value: number, { price, basis, vatRate = null }: Became["period"]): boolean {
  if (price === null) return false;
  const net = basis === undefined ? null : exclTax({ amount: price, basis, vatRate });
  return net !== null && Math.abs(net - value) <= 1;
}

/** Whether every word of the value is one of the rows', however they are typed. */
function tells(rows: readonly object[], value: ListValue): boolean {
  const texts = rows.flatMap((row): unknown[] => Object.values(row)).filter((one) => typeof one === "string");
  const words = new Set(texts.flatMap((text) => normalized(text).split(" ")));
  const squeezed = texts.map((text) => normalized(text).replaceAll(" ", ""));
  const text = normalized(String(value));
  return text.split(" ").every((word) => words.has(word)) || squeezed.includes(text.replaceAll(" ", ""));
}
