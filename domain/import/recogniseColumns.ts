import { yearOf } from "../dates/civilDate";
import type { CivilDate } from "../dates/civilDate";
import { bestPairs } from "./assign";
import { fit, signsOfColumn, tellingAlone } from "./contentSigns";
import type { ColumnSigns } from "./contentSigns";
import { headerScores, readHeader } from "./headerMeaning";
import type { HeaderReading } from "./headerMeaning";
import type { Meaning } from "./headerWords";
import { importFields } from "./list";
import type { ImportField, ListColumn, RecognitionReason } from "./list";
import type { SourceCell } from "./sourceSheet";

/** A column before it is recognised. */
export type UnknownColumn = {
  readonly column: string;
  readonly header: string;
  /** Values that are not blank; a sample is enough. */
  readonly values: readonly SourceCell[];
  /** How many of the lines have a value, from 0 to 1. */
  readonly filled: number;
};

/** From here on nobody needs to look. */
const SURE = 0.8;
/** Below it a column is left alone. */
const LEAST = 0.45;
/** Two fields that are as likely as that leave a doubt. */
const DOUBTFUL_MARGIN = 0.1;
/** How much fitting values add to what the header leaves open, and unfitting ones take away. */
const FIT_ADDS = 0.6;
const MISFIT_TAKES = 0.9;

/** What a column is taken for when no other is left to be it. */
const ONLY_ONE_LEFT: Candidate = { score: LEAST, header: 0, fit: 0 };

type Candidate = { readonly score: number; readonly header: number; readonly fit: number };
type Look = UnknownColumn & {
  readonly reading: HeaderReading;
  readonly signs: ColumnSigns;
  readonly candidates: ReadonlyMap<ImportField, Candidate>;
};

/** What each column holds, by header and content together. `title` is the text above the list. */
export function recogniseColumns(
  columns: readonly UnknownColumn[],
  title: string,
  today: CivilDate,
): readonly ListColumn[] {
  const read = withoutSharedSuffixes(columns);
  const looks = read.map((one) => lookAt(one, read, title, today));
  const fields = [...new Set(looks.flatMap(({ candidates }) => [...candidates.keys()]))].sort();
  const weights = fields.map((field) =>
    looks.map(({ candidates, filled }) => {
      const score = candidates.get(field)?.score ?? 0;
      return score < LEAST ? 0 : score * (0.9 + 0.1 * filled);
    }),
  );
  const fieldOf = new Map<number, ImportField>();
  bestPairs(weights).forEach((column, i) => {
    const field = fields[i];
    if (column !== null && field !== undefined) fieldOf.set(column, field);
  });
  nameClient(looks, fieldOf);
  numberContract(looks, fieldOf);
  placeClient(looks, fieldOf);
  placeTown(looks, fieldOf);
  addSeconds(looks, fieldOf);
  orderPhones(looks, fieldOf);
  const left = looks.filter((_, i) => !fieldOf.has(i));
  return looks.map((look, i) => ({
    ...recognised(look, fieldOf.get(i) ?? null, left),
    header: columns[i]?.header ?? look.header,
  }));
}

/** `left`: the columns that are nothing else, of which one may be the field as well. */
function recognised(look: Look, field: ImportField | null, left: readonly Look[]): ListColumn {
  const { column, header, candidates, reading } = look;
  if (field === null) return { column, header, field, confidence: 0, reason: "none" };
  const found = candidates.get(field) ?? ONLY_ONE_LEFT;
  const rival = Math.max(
    0,
    ...[...candidates].filter(([other]) => other !== field && !alike(other, field)).map(([, { score }]) => score),
    ...left.map((other) => other.candidates.get(field)?.score ?? 0),
  );
  const doubt = found.score - rival < DOUBTFUL_MARGIN ? SURE - 0.05 : 1;
  // A word that was only guessed needs values that tell the same.
  const isGuess = reading.likeness < 1 && found.fit < 0.25;
  const trust = found.fit < 0 || isGuess ? SURE - 0.05 : 0.99;
  const confidence = Math.round(Math.min(Math.max(found.score, LEAST), doubt, trust) * 100) / 100;
  return { column, header, field, confidence, reason: reasonOf(found, reading) };
}

/** Fields between which a mistake does no harm, or that every column of the kind could be. */
function alike(a: ImportField, b: ImportField): boolean {
  const pair = [a, b].sort().join(" ");
  return pair === "phone phone2";
}

function reasonOf({ header, fit: fits }: Candidate, { likeness }: HeaderReading): RecognitionReason {
  if (header === 0) return "content";
  if (likeness < 1) return "nearHeader";
  return fits > 0.35 ? "headerAndContent" : "header";
}

function lookAt(one: UnknownColumn, all: readonly UnknownColumn[], title: string, today: CivilDate): Look {
  const reading = readHeader(one.header);
  const signs = signsOfColumn(one.values, today);
  const headers = new Map<ImportField, number>(headerScores(one.header));
  adjustDate(headers, one, all);
  adjustPrice(headers, reading, all, title);
  adjustNumber(headers, one, reading, all, signs);
  adjustType(headers, one, signs);
  adjustMeans(headers, one, signs);
  const year = yearOfVisits(reading, one.header, signs, today);
  if (year !== null) {
    headers.delete("lastVisitOn");
    headers.delete("nextVisit");
    const strength = reading.readings.length === 0 ? 0.8 : 0.95;
    // Of a year to come nothing is done yet.
    headers.set(year > yearOf(today) && signs.share("mark") < 0.3 ? "nextVisit" : `visitOfYear:${year}`, strength);
  }
  const candidates = new Map<ImportField, Candidate>();
  const fits = new Map(
    [...new Set<ImportField>([...importFields, ...headers.keys()])].map((field) => [
      field,
      fit(isVisitOfYear(field) ? "visitOfYear" : field, signs),
    ]),
  );
  const bonus = reading.year === null ? 0 : (reading.year - 2000) * 0.0005;
  const consider = (field: ImportField, header: number, score: number) => {
    if (score >= LEAST / 2) candidates.set(field, { score: score + bonus, header, fit: fits.get(field) ?? 0 });
  };
  for (const [field, header] of headers) {
    if (header > 0) consider(field, header, together(field, header, fits.get(field) ?? 0));
  }
  // A header of which nothing holds tells no more than one that nobody knows.
  const isUnknown =
    reading.readings.length === 0 || (headers.size > 0 && [...candidates.values()].every(({ score }) => score < LEAST));
  for (const [field, fitting] of fits) {
    if ((headers.get(field) ?? 0) <= 0) consider(field, 0, alone(field, one.header, reading, fitting, isUnknown));
  }
  return { ...one, reading, signs, candidates };
}

/** What header and values say together. */
function together(field: ImportField, header: number, fits: number): number {
  if (fits >= 0) return header + (1 - header) * Math.min(1, 2 * header) * FIT_ADDS * fits;
  return isContradicted(field, fits) ? 0 : header * (1 + MISFIT_TAKES * fits);
}

/** Fields of which every value has one form; whatever hardly has it in half of the cells is something else. */
const formal = new Set<ImportField>([
  ...(["postcode", "phone", "phone2", "email", "commissionedOn", "power"] as const),
  ...(["signedOn", "startsOn", "endsOn", "durationMonths", "noticeMonths", "renewal"] as const),
  ...(["priceExclTax", "priceInclTax", "vatRate"] as const),
  ...(["lastVisitOn", "nextVisit", "invoicedOn", "paid", "letterSentOn"] as const),
]);
const CONTRADICTED = -0.2;

function isContradicted(field: ImportField, fits: number): boolean {
  return fits < CONTRADICTED && (formal.has(field) || isVisitOfYear(field));
}

function isVisitOfYear(field: ImportField): field is `visitOfYear:${number}` {
  return field.startsWith("visitOfYear:");
}

/** Fields that a list without any header has, although their values resemble others. */
const looseAlone: readonly ImportField[] = ["clientName", "priceInclTax", "city"];

/** What values tell under a header that says nothing known. */
function alone(
  field: ImportField,
  header: string,
  { readings }: HeaderReading,
  fits: number,
  isUnknown: boolean,
): number {
  const telling = isVisitOfYear(field) ? 0 : (tellingAlone[field] ?? 0);
  if (telling === 0) return 0;
  const isForeign = readings.some((reading) => reading.includes("foreign"));
  const trust = header === "" ? 1 : isForeign ? 0.3 : isUnknown ? 0.75 : 0.5;
  const needed = looseAlone.includes(field) ? 0.25 : 0.45;
  if (fits < needed) return 0;
  return telling * Math.min(1, fits + (header === "" ? 0.3 : 0)) * trust;
}

/** A year over dates or marks, alone or with words of visits, is the column of the visits of that year. */
function yearOfVisits(
  { readings, year, unknown }: HeaderReading,
  header: string,
  signs: ColumnSigns,
  today: CivilDate,
): number | null {
  const told = year ?? (/^\s*20\d\d\s*$/.test(header) ? Number(header) : null);
  if (told === null || told < 1990 || told > yearOf(today) + 2 || unknown > 1) return null;
  const allowed: readonly Meaning[] = [
    "visit",
    "serviced",
    "done",
    "date",
    "year",
    "last",
    "site",
    "appointment",
    "appliance",
  ];
  const isVisits = readings.length === 0 || readings.some((set) => set.every((meaning) => allowed.includes(meaning)));
  if (!isVisits) return null;
  return readings.length === 0 && fit("visitOfYear", signs) < 0 ? null : told;
}

/** A bare « Date » is of what stands beside it: the invoice, the letter, the visit. */
function adjustDate(headers: Map<ImportField, number>, one: UnknownColumn, all: readonly UnknownColumn[]): void {
  if (!isOnly(one.header, ["date"])) return;
  const at = all.indexOf(one);
  const beside = [all[at - 1], all[at + 1]].map((other) => (other === undefined ? "" : other.header));
  const owners: readonly (readonly [Meaning, ImportField])[] = [
    ["invoice", "invoicedOn"],
    ["letter", "letterSentOn"],
    ["visit", "lastVisitOn"],
    ["contract", "signedOn"],
  ];
  for (const [i, header] of beside.entries()) {
    const owner = owners.find(([meaning]) => readHeader(header).readings.some((set) => set.includes(meaning)));
    if (owner !== undefined && !says(header, "date")) {
      headers.set(owner[1], Math.max(headers.get(owner[1]) ?? 0, i === 0 ? 0.82 : 0.72));
      return;
    }
  }
}

/** A price is HT where the list says so somewhere, or where another column is the one TTC. */
function adjustPrice(
  headers: Map<ImportField, number>,
  reading: HeaderReading,
  all: readonly UnknownColumn[],
  title: string,
): void {
  const excl = headers.get("priceExclTax") ?? 0;
  const isBare = !reading.readings.some((set) => set.includes("net") || set.includes("gross"));
  if (excl < 0.5 || (headers.get("priceInclTax") ?? 0) < 0.7 || !isBare) return;
  const hasGross = all.some(({ header }) => says(header, "gross"));
  const hasNet = all.some(({ header }) => says(header, "net"));
  const titleSaysNet = /\bHT\b/.test(title) && !/\bTTC\b/.test(title);
  if ((hasGross && !hasNet) || (titleSaysNet && !hasNet)) {
    headers.set("priceExclTax", 0.86);
    headers.set("priceInclTax", 0.5);
  }
}

const numbering: readonly Meaning[] = ["num", "id"];

/** « N° » before a street is its number; one that only counts the lines is hardly a contract's. */
function adjustNumber(
  headers: Map<ImportField, number>,
  one: UnknownColumn,
  reading: HeaderReading,
  all: readonly UnknownColumn[],
  signs: ColumnSigns,
): void {
  // « N° transmetteur »: the number of something that nobody knows.
  if (reading.unknown > 0 && reading.readings.every((set) => set.every((meaning) => numbering.includes(meaning)))) {
    headers.delete("contractId");
  }
  if (!isOnly(one.header, ["num"])) return;
  const next = all[all.indexOf(one) + 1]?.header ?? "";
  if (says(next, "street")) {
    headers.set("address", 0.9);
    headers.delete("contractId");
  } else if (signs.isRank) headers.set("contractId", 0.6);
}

/** « Type chaudière » over names of models. */
function adjustType(headers: Map<ImportField, number>, { header }: UnknownColumn, signs: ColumnSigns): void {
  if (!says(header, "type") || !says(header, "appliance") || signs.count === 0 || signs.share("appliance") > 0.1)
    return;
  // Other words of kind, « nature », « genre », are never over models.
  if (!/\btypes?\b/i.test(header)) return;
  headers.set("equipment", 0.5);
  headers.set("model", 0.75);
}

/** How he pays, told on every line, does not say that he paid; nor does a balance in figures. */
function adjustMeans(headers: Map<ImportField, number>, { header, filled }: UnknownColumn, signs: ColumnSigns): void {
  if (says(header, "balance") && signs.share("digits") > 0.5) headers.delete("paid");
  if (filled > 0.9 && (says(header, "means") || /\spar[\s?]*$/i.test(header))) headers.delete("paid");
}

/** What exports write behind every header of an address: « Ville (facturation) », « Téléphone (facturation) ». */
const addressSuffix = /\s*\((facturation|livraison|principale?|par défaut|defaut)\)\s*$/i;

/** The columns without a suffix that several headers share and that tells none of them from another. */
function withoutSharedSuffixes(columns: readonly UnknownColumn[]): readonly UnknownColumn[] {
  const bare = columns.map(({ header }) => header.replace(addressSuffix, ""));
  const suffixed = columns.filter(({ header }, i) => header !== bare[i]).length;
  if (suffixed < 3 || new Set(bare.map((text) => text.toLowerCase())).size < bare.length) return columns;
  return columns.map((one, i) => ({ ...one, header: bare[i] ?? one.header }));
}

/** Fields that a column of names is easily mistaken for. */
const nameLike: readonly (ImportField | undefined)[] = [
  ...([undefined, "billingAddress", "model", "equipment", "plan", "city", "firstName", "notes"] as const),
];

const LEAST_KNOWN = 4;

/** A list is of clients: where no column is known to name them, it is the first one of ever other words. */
function nameClient(looks: readonly Look[], fieldOf: Map<number, ImportField>): void {
  // Two or three known columns may be of a price list.
  if (fieldOf.size < LEAST_KNOWN || [...fieldOf.values()].includes("clientName")) return;
  const at = looks.findIndex(({ candidates, reading, signs, filled }, i) => {
    const field = fieldOf.get(i);
    const s = signs.share;
    return (
      nameLike.includes(field) &&
      (field === undefined || (candidates.get(field)?.score ?? 0) < SURE) &&
      !isForeign(reading) &&
      filled > 0.7 &&
      signs.distinct > 0.6 &&
      s("text") > 0.8 &&
      s("street") + s("maker") + s("appliance") + s("town") + s("email") + s("date") + s("mark") + s("long") < 0.3 &&
      s("code") < 0.5
    );
  });
  if (at >= 0) fieldOf.set(at, "clientName");
}

/** The only address is where the client lives, whatever else is said of it. */
function placeClient(looks: readonly Look[], fieldOf: Map<number, ImportField>): void {
  const fields = [...fieldOf.values()];
  if (fields.includes("address")) return;
  const billing = [...fieldOf].find(([, field]) => field === "billingAddress")?.[0];
  if (billing !== undefined && (looks[billing]?.candidates.get("address")?.fit ?? 0) === 1) {
    fieldOf.set(billing, "address");
  }
}

/** Without a header, ever other codes in front number the contracts. */
function numberContract(looks: readonly Look[], fieldOf: Map<number, ImportField>): void {
  const [first] = looks;
  if (first === undefined || first.header !== "" || fieldOf.has(0)) return;
  const { signs, filled } = first;
  const isCode = signs.share("code") > 0.9 && signs.share("date") === 0 && !signs.isRank;
  if (isCode && signs.distinct === 1 && filled > 0.9 && ![...fieldOf.values()].includes("contractId"))
    fieldOf.set(0, "contractId");
}

/** Beside the postcodes stand their towns. */
function placeTown(looks: readonly Look[], fieldOf: Map<number, ImportField>): void {
  if ([...fieldOf.values()].includes("city")) return;
  const postcodes = [...fieldOf].find(([, field]) => field === "postcode")?.[0];
  if (postcodes === undefined) return;
  const at = [postcodes + 1, postcodes - 1].find((i) => {
    const look = looks[i];
    return (
      look !== undefined &&
      !fieldOf.has(i) &&
      !isForeign(look.reading) &&
      look.filled > 0.7 &&
      look.signs.share("words") > 0.9 &&
      look.signs.share("long") === 0
    );
  });
  if (at !== undefined) fieldOf.set(at, "city");
}

function isForeign({ readings }: HeaderReading): boolean {
  return readings.some((set) => set.includes("foreign") || set.includes("note"));
}

function says(header: string, meaning: Meaning): boolean {
  return readHeader(header).readings.some((set) => set.includes(meaning));
}

function isOnly(header: string, meanings: readonly Meaning[]): boolean {
  const { readings, unknown } = readHeader(header);
  return unknown === 0 && readings.some((set) => set.every((meaning) => meanings.includes(meaning)));
}

/** Fields of which a list may have several columns: pieces of an address, a second appliance, remarks. */
const several: readonly ImportField[] = ["address", "equipment", "brand", "model", "serial", "notes"];

function addSeconds(looks: readonly Look[], fieldOf: Map<number, ImportField>): void {
  looks.forEach((look, i) => {
    if (fieldOf.has(i)) return;
    const best = several
      .map((field) => ({ field, found: look.candidates.get(field) }))
      .filter(
        ({ field, found }) => found !== undefined && found.header >= 0.8 && found.score >= 0.6 && isSecond(field, look),
      )
      .sort((a, b) => (b.found?.score ?? 0) - (a.found?.score ?? 0))[0];
    const isTaken = [...fieldOf.values()];
    if (best !== undefined && isTaken.includes(best.field)) fieldOf.set(i, best.field);
  });
}

function isSecond(field: ImportField, { reading, header }: Look): boolean {
  if (field === "notes") return true;
  if (field === "address") {
    return (reading.index ?? 0) > 1 || says(header, "complement") || says(header, "street") || isOnly(header, ["num"]);
  }
  if (field !== "equipment" || (reading.index !== null && reading.index > 1)) return true;
  return !says(header, "type") && !says(header, "energy");
}

/** The first column of telephones is the first telephone, unless the headers number them. */
function orderPhones(looks: readonly Look[], fieldOf: Map<number, ImportField>): void {
  const at = (field: ImportField) => [...fieldOf].find(([, one]) => one === field)?.[0];
  const first = at("phone");
  const second = at("phone2");
  if (second === undefined) return;
  const isNumbered = looks[second]?.reading.index === 2;
  if (first === undefined) fieldOf.set(second, "phone");
  else if (second < first && !isNumbered) {
    fieldOf.set(first, "phone2");
    fieldOf.set(second, "phone");
  }
}
