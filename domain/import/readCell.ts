import type { CivilDate } from "../dates/civilDate";
import { formats } from "../i18n/fr/formats";
import { readHeader } from "./headerMeaning";
import type { LineReading } from "./lineReading";
import type { ImportField, ListColumn, ListLayout } from "./list";
import type { ListProblemCode } from "./listProblem";
import { amountIn, vatRateIn } from "./repairAmount";
import { emailsIn, phonesIn, postcodeAndCityIn, postcodeIn, withoutContacts } from "./repairContact";
import { monthsCountIn, powerIn } from "./repairCount";
import { dateIn, dayTold, monthText, monthsIn } from "./repairDate";
import type { ToldDate } from "./repairDate";
import { clientTypeIn, isMarkOnly, markIn, renewalIn } from "./repairMark";
import { civilityIn, personIn } from "./repairName";
import type { SourceCell } from "./sourceSheet";
import { numberIn, oneLine, saysNothing, textOf } from "./sourceText";
import { streetAndTown } from "./townName";

/** Beyond these a date is a slip of the hand. */
const FIRST_DAY: CivilDate = "1950-01-01";
const LAST_DAY: CivilDate = "2100-12-31";
/** No name, address or number is longer; whatever is goes to the notes. */
const LONGEST_VALUE = 500;

/** One cell, as the reader of its field sees it. */
type Cell = {
  readonly line: LineReading;
  readonly cell: SourceCell;
  /** On one line. */
  readonly text: string;
  readonly field: ImportField;
  readonly column: ListColumn;
  readonly layout: ListLayout;
  readonly today: CivilDate;
  /** What the cell says goes to the notes. */
  readonly keep: (text?: string) => void;
  /** What the cell says cannot be used: it is reported, and kept in the notes. */
  readonly refuse: (code: TextProblem) => void;
};

type TextProblem = Extract<ListProblemCode, `unreadable${string}` | `unknown${string}`>;

/** Reads one cell into its line. A cell that cannot be read is reported and kept in the notes. */
export function readCell(
  line: LineReading,
  cell: SourceCell,
  column: ListColumn,
  layout: ListLayout,
  today: CivilDate,
): void {
  if (saysNothing(cell)) return;
  const text = textOf(cell);
  const { field } = column;
  const keep = (said: string = shown(cell)) => {
    line.note(`${column.header === "" ? column.column : column.header} : ${said}`);
  };
  if (typeof cell === "object" && cell !== null && "error" in cell) {
    line.report("cellError", column.column, { error: cell.error });
    keep();
    return;
  }
  if (field === null) {
    keep();
    return;
  }
  if (field === "notes") {
    const isOnly = layout.columns.filter((one) => one.field === "notes").length === 1;
    if (isOnly) line.note(shown(cell));
    else keep();
    return;
  }
  if (text.length > LONGEST_VALUE) {
    line.report("textCut", column.column, { length: typeof cell === "string" ? cell.length : text.length });
    keep();
    if (field === "clientName" || field === "address") line.put(field, text.slice(0, LONGEST_VALUE / 5), text);
    return;
  }
  const refuse = (code: TextProblem) => {
    line.report(code, column.column, { text });
    keep();
  };
  const one: Cell = { line, cell, text, field, column, layout, today, keep, refuse };
  if (isVisitOfYear(field)) readMark(one, Number(field.slice(-4)));
  else readers[field](one);
}

function isVisitOfYear(field: ImportField): field is `visitOfYear:${number}` {
  return field.startsWith("visitOfYear:");
}

/** As a person would read the cell. */
function shown(cell: SourceCell): string {
  if (typeof cell === "object" && cell !== null && "date" in cell) return formats.shortDate(cell.date);
  if (typeof cell === "number") return String(cell).replace(".", ",");
  if (typeof cell === "boolean") return cell ? "oui" : "non";
  return typeof cell === "string" ? cell.trim() : textOf(cell);
}

type PlainField = Exclude<ImportField, `visitOfYear:${number}` | "notes">;

const asText = ({ line, field, text, keep, cell }: Cell): void => {
  if (line.has(field)) keep();
  else line.put(field, typeof cell === "object" ? shown(cell) : text, text);
};
const asPiece = ({ line, field, text }: Cell): void => line.add(field, text, " + ");

const readers: { readonly [F in PlainField]: (cell: Cell) => void } = {
  contractId: asText,
  clientName: readName,
  firstName: asText,
  civility: readCivility,
  clientType: ({ line, text, refuse }) => {
    const type = clientTypeIn(text);
    if (type === null) refuse("unknownClientType");
    else line.put("clientType", type, text);
  },
  address: readAddress,
  postcode: readPostcode,
  city: readCity,
  billingAddress: asText,
  phone: readPhone,
  phone2: readPhone,
  email: readEmail,
  equipment: asPiece,
  brand: asPiece,
  model: asPiece,
  serial: asPiece,
  commissionedOn: readDate,
  power: ({ line, cell, text, refuse }) => {
    const power = powerIn(cell);
    if (power === null) refuse("unreadablePower");
    else line.put("power", power, text);
  },
  signedOn: readDate,
  startsOn: readDate,
  endsOn: readDate,
  durationMonths: readLength,
  noticeMonths: readLength,
  renewal: ({ line, cell, text, refuse }) => {
    const renewal = typeof cell === "boolean" ? (cell ? "tacit" : "none") : renewalIn(text);
    if (renewal === null) refuse("unknownRenewal");
    else line.put("renewal", renewal, text);
  },
  plan: asText,
  priceExclTax: readPrice,
  priceInclTax: readPrice,
  vatRate: ({ line, cell, text, refuse }) => {
    const rate = vatRateIn(cell);
    if (rate === null) refuse("unreadableVatRate");
    else line.put("vatRate", rate, text);
  },
  lastVisitOn: (cell) => readMark(cell),
  nextVisit: readNextVisit,
  invoiceNumber: readInvoiceNumber,
  invoicedOn: (cell) => readMark(cell),
  paid: (cell) => readMark(cell),
  letterSentOn: (cell) => readMark(cell),
  status: asText,
};

function readName({ line, cell, layout, text, keep }: Cell): void {
  if (line.has("clientName")) {
    keep();
    return;
  }
  const { rest, ...contacts } = withoutContacts(written(cell, text));
  const person = personIn(rest);
  line.put("clientName", person.name === "" ? text : person.name, text);
  if (person.civility !== null) line.suggest("civility", person.civility);
  const place = person.city === null && person.address !== null ? placeIn(person.address, layout) : person;
  if (place.address !== null) line.suggest("address", place.address);
  suggestRest(line, place, contacts);
}

function readCivility({ line, text, keep }: Cell): void {
  const civil = civilityIn(text);
  if (civil !== null && civil.rest !== "") keep();
  line.put("civility", civil?.civility ?? text, text);
}

function readAddress({ line, cell, layout, text }: Cell): void {
  const { rest, ...contacts } = withoutContacts(written(cell, text));
  const place = placeIn(oneLine(rest), layout);
  if (place.address !== "") line.add("address", place.address, " ");
  suggestRest(line, place, contacts);
}

/** With its line breaks, as far as it is a value. */
function written(cell: SourceCell, text: string): string {
  return typeof cell === "string" && cell.length <= LONGEST_VALUE ? cell : text;
}

type Place = { readonly address: string; readonly postcode: string | null; readonly city: string | null };

/** A street with the postcode and the town behind it; a town alone counts where the list has no column of towns. */
function placeIn(text: string, { columns }: ListLayout): Place {
  const placed = /\d{2}\s?\d{3}/.test(text) ? postcodeAndCityIn(text) : null;
  if (placed !== null && (placed.before !== "" || /^\d/.test(text))) return { ...placed, address: placed.before };
  const told = columns.some(({ field }) => field === "city") ? null : streetAndTown(text);
  return told === null
    ? { address: text, postcode: null, city: null }
    : { address: told.street, postcode: null, city: told.town };
}

/** What a cell of a name or an address brings along. */
function suggestRest(
  line: LineReading,
  { postcode, city }: Pick<Place, "postcode" | "city">,
  { phones, emails }: Omit<ReturnType<typeof withoutContacts>, "rest">,
): void {
  const [phone, phone2, ...morePhones] = phones;
  const [email, ...moreEmails] = emails;
  for (const more of [...morePhones, ...moreEmails]) line.note(more);
  for (const [field, value] of Object.entries({ postcode, city, phone, phone2, email })) {
    if (typeof value === "string" && value !== "") line.suggest(field as ImportField, value);
  }
}

function readPostcode({ line, cell, text, refuse }: Cell): void {
  const postcode = postcodeIn(cell);
  if (postcode !== null) {
    line.put("postcode", postcode, text);
    return;
  }
  const placed = postcodeAndCityIn(text) ?? postcodeAndCityIn(`0${text}`);
  if (placed === null || placed.before !== "") refuse("unreadablePostcode");
  else {
    line.put("postcode", placed.postcode, text);
    line.suggest("city", placed.city);
  }
}

function readCity({ line, cell, text }: Cell): void {
  const postcode = typeof cell === "number" || /^[\d\s]+$/.test(text) ? postcodeIn(cell) : null;
  if (postcode !== null) {
    line.suggest("postcode", postcode);
    return;
  }
  const placed = /\d{5}|\d{2}\s\d{3}/.test(text) ? postcodeAndCityIn(text) : null;
  if (placed !== null && placed.before === "") {
    line.put("city", placed.city, text);
    line.suggest("postcode", placed.postcode);
  } else line.put("city", text.replace(/\s*\(\d{2,3}\)$/, ""), text);
}

function readPhone({ line, cell, field, column, text, keep }: Cell): void {
  const { values, rest } = phonesIn(cell);
  if (values.length === 0) {
    line.report("unreadablePhone", column.column, { text });
    keep();
    return;
  }
  for (const phone of values) {
    const slot = [field, "phone" as const, "phone2" as const].find((one) => !line.has(one));
    if (slot === undefined) keep(phone);
    else line.put(slot, phone, phone);
  }
  if (rest !== "") keep(text);
}

function readEmail({ line, cell, text, keep, refuse }: Cell): void {
  const { values, rest } = emailsIn(cell);
  const [email, ...others] = values;
  if (email === undefined) refuse("unreadableEmail");
  else {
    line.put("email", email, email);
    if (others.length > 0 || rest !== "") keep(text);
  }
}

/** « du 15/03/2026 au 14/03/2027 » tells both ends. */
const bothEnds = /^(?:du\s+)?(.{6,20}?)\s+(?:au|à|-|–|→|jusqu['’]au)\s+(.{6,20})$/i;

function readDate(one: Cell): void {
  const { line, cell, field, text, today, refuse } = one;
  const isEnd = field === "endsOn";
  const lean = { today, lean: isEnd ? ("future" as const) : ("past" as const) };
  const told = dateIn(cell, lean);
  if (told !== null) {
    putDay(one, field, dayTold(told, isEnd));
    return;
  }
  const [, from = "", to = ""] = typeof cell === "string" ? (bothEnds.exec(text) ?? []) : [];
  const first = from === "" ? null : dateIn(from, lean);
  const last = to === "" ? null : dateIn(to, lean);
  if (first !== null && last !== null) {
    putDay(one, field === "signedOn" ? "signedOn" : "startsOn", dayTold(first, false));
    line.suggest("endsOn", dayTold(last, true));
  } else refuse("unreadableDate");
}

function putDay({ line, column, text, keep }: Cell, field: ImportField, date: CivilDate): void {
  if (date < FIRST_DAY || date > LAST_DAY) {
    line.report("dateOutOfRange", column.column, { date });
    keep();
  } else line.put(field, date, text);
}

function readLength({ line, cell, field, column, text, refuse }: Cell): void {
  const months = monthsCountIn(cell);
  if (months === null) {
    refuse("unreadableMonths");
    return;
  }
  const isBare = numberIn(cell) !== null;
  const { readings } = readHeader(column.header);
  const inYears = readings.some((set) => set.includes("year") && !set.includes("month"));
  const inDays = /\bj(ours?|rs?)?\b/i.test(column.header);
  const told = !isBare
    ? months
    : inDays || (field === "noticeMonths" && months >= 15)
      ? months / 30
      : inYears && months <= 20
        ? months * 12
        : months;
  line.put(field, Math.round(told * 100) / 100, text);
}

function readPrice({ line, cell, field, column, text, keep, refuse }: Cell): void {
  const rateText = /\btva\s*(?:[aà:]\s*)?(\d{1,2}(?:[.,]\d+)?)\s*%/i.exec(text);
  const told = amountIn(rateText === null ? cell : text.replace(/[+(,]?\s*\btva.*$/i, ""));
  if (told === null) {
    refuse("unreadableAmount");
    return;
  }
  const rate = rateText === null ? null : vatRateIn(`${rateText[1] ?? ""}%`);
  if (rate !== null) line.suggest("vatRate", rate);
  const slot = told.basis === "HT" ? "priceExclTax" : told.basis === "TTC" ? "priceInclTax" : field;
  const { readings } = readHeader(column.header);
  const headerSays = (["gross", "net"] as const).find((meaning) => readings.some((set) => set.includes(meaning)));
  const basis = told.basis ?? (headerSays === undefined ? null : headerSays === "net" ? "HT" : "TTC");
  if (basis !== null) line.tellBasis(basis);
  if (line.has(slot)) keep();
  else line.put(slot, told.cents, text);
}

function readNextVisit(one: Cell): void {
  const { line, cell, text, today, refuse } = one;
  const number = numberIn(cell);
  if (number !== null && Number.isInteger(number) && number >= 1 && number <= 12) {
    line.put("nextVisit", number, text);
    return;
  }
  const months = typeof cell === "string" ? monthsIn(text) : null;
  if (months !== null) {
    line.put("nextVisit", months.length === 1 ? (months[0] ?? 0) : months.join(","), text);
    return;
  }
  const told = dateIn(cell, { today, lean: "future" });
  if (told === null || told.told === "year") refuse("unreadableNextVisit");
  else if (told.told === "month") line.put("nextVisit", monthText(told.date), text);
  else putDay(one, "nextVisit", told.date);
}

function readInvoiceNumber(one: Cell): void {
  const { line, cell, text, today } = one;
  const mark = typeof cell === "boolean" ? cell : markIn(text);
  const told = typeof cell === "object" || /[/.]/.test(text) ? dateIn(cell, { today, lean: "past" }) : null;
  if (mark !== null && !/^\d+$/.test(text)) line.suggest("invoicedOn", mark);
  else if (told !== null) line.suggest("invoicedOn", told.date);
  else asText(one);
}

/** A day, or a word or sign that says done or not: « OK », « x », « chèque », « 12/03 ». */
function readMark(one: Cell, year?: number): void {
  const { line, cell, field, text, today, keep, refuse } = one;
  const lean = { today, lean: "past" as const, ...(year === undefined ? {} : { year }) };
  const mark = typeof cell === "boolean" ? cell : markIn(text);
  // « CB 05/07/2026 »: a day says more than that it is done.
  const marked = mark === true ? dateInside(cell, { today, lean: "past" }, keep) : null;
  if (marked !== null) {
    putTold(one, marked, year);
    return;
  }
  if (mark !== null) {
    // « CB le 12/03/26 » tells the day as well.
    const told = typeof cell === "string" && /\d[/.-]\d/.test(text) ? dateIn(text, lean) : null;
    if (told === null) line.put(field, mark, text);
    else putTold(one, told, year);
    // « Chèque » says more than that it is paid.
    if (typeof cell === "string" && (text.length > 12 || !isMarkOnly(text))) keep();
    return;
  }
  const told = dateIn(cell, lean) ?? monthAlone(text, year) ?? dateInside(cell, lean, keep);
  if (told !== null) {
    putTold(one, told, year);
    return;
  }
  if (field === "invoicedOn" && /\d/.test(text) && !line.has("invoiceNumber")) line.put("invoiceNumber", text, text);
  else if (field === "paid" && (numberIn(cell) ?? amountIn(cell)?.cents ?? 0) > 0) {
    line.put("paid", true, text);
    keep();
  } else refuse("unreadableMark");
}

function putTold(one: Cell, told: ToldDate, year: number | undefined): void {
  if (year === undefined || told.told === "day") putDay(one, one.field, told.date);
  else if (told.told === "month") one.line.put(one.field, monthText(told.date), one.text);
  else one.line.put(one.field, true, one.text);
}

/** A month without a year is of the year of its column, or of the last twelve months. */
function monthAlone(text: string, year: number | undefined): ToldDate | null {
  const [month, ...others] = monthsIn(text) ?? [];
  if (month === undefined || others.length > 0 || year === undefined) return null;
  return { date: `${year}-${String(month).padStart(2, "0")}-01` as CivilDate, told: "month" };
}

/** The one date in a sentence, « vu le 12/03/25 par Paul »; the sentence is kept. */
function dateInside(cell: SourceCell, lean: Parameters<typeof dateIn>[1], keep: () => void): ToldDate | null {
  if (typeof cell !== "string" || cell.length > 120) return null;
  const dates = cell.match(/\d{1,2}[/.-]\d{1,2}(?:[/.-]\d{2,4})?(?!\d)/g) ?? [];
  const [only, ...others] = dates;
  if (only === undefined || others.length > 0) return null;
  const told = dateIn(only, lean);
  if (told !== null) keep();
  return told;
}
