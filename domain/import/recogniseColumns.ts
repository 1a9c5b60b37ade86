import { yearOf } from "../dates/civilDate";
import type { CivilDate } from "../dates/civilDate";
import { bestPairs } from "./assign";
import { fit, signsOfColumn, tellingAlone } from "./contentSigns";
import type { ColumnSigns } from "./contentSigns";
import { headerScores, readHeader } from "./headerMeaning";
import type { HeaderReading } from "./headerMeaning";
import type { HeaderPattern, Meaning } from "./headerWords";
import { importFields } from "./list";
import type { ImportField, ListColumn, RecognitionReason } from "./list";
import type { SourceCell } from "./sourceSheet";

type PlainField = HeaderPattern["field"];

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
  const looks = columns.map((one) => lookAt(one, columns, title, today));
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
  addSeconds(looks, fieldOf);
  orderPhones(looks, fieldOf);
  return looks.map((look, i) => recognised(look, fieldOf.get(i) ?? null));
}

function recognised(look: Look, field: ImportField | null): ListColumn {
  const { column, header, candidates, reading } = look;
  const found = field === null ? undefined : candidates.get(field);
  if (field === null || found === undefined) {
    return { column, header, field: null, confidence: 0, reason: "none" };
  }
  const rival = Math.max(
    0,
    ...[...candidates].filter(([other]) => other !== field && !alike(other, field)).map(([, { score }]) => score),
  );
  const doubt = found.score - rival < DOUBTFUL_MARGIN ? SURE - 0.05 : 1;
  const confidence = Math.round(Math.min(found.score, doubt, 0.99) * 100) / 100;
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
  adjustNumber(headers, one, all, signs);
  adjustType(headers, one, signs);
  const year = yearOfVisits(reading, one.header, signs, today);
  if (year !== null) {
    headers.delete("lastVisitOn");
    headers.delete("nextVisit");
    headers.set(`visitOfYear:${year}`, reading.readings.length === 0 ? 0.8 : 0.95);
  }
  const candidates = new Map<ImportField, Candidate>();
  for (const field of new Set<ImportField>([...importFields, ...headers.keys()])) {
    const header = Math.max(0, headers.get(field) ?? 0);
    const fits = fit(isVisitOfYear(field) ? "visitOfYear" : field, signs);
    const score =
      header > 0
        ? fits >= 0
          ? header + (1 - header) * FIT_ADDS * fits
          : header * (1 + MISFIT_TAKES * fits)
        : alone(field as PlainField, one.header, reading, fits);
    const bonus = reading.year === null ? 0 : (reading.year - 2000) * 0.0005;
    if (score >= LEAST / 2) candidates.set(field, { score: score + bonus, header, fit: fits });
  }
  return { ...one, reading, signs, candidates };
}

function isVisitOfYear(field: ImportField): field is `visitOfYear:${number}` {
  return field.startsWith("visitOfYear:");
}

/** Fields that a list without any header has, although their values resemble others. */
const looseAlone: readonly PlainField[] = ["clientName", "priceInclTax", "city"];

/** What values tell under a header that says nothing known. */
function alone(field: PlainField, header: string, { readings }: HeaderReading, fits: number): number {
  const telling = tellingAlone[field] ?? 0;
  if (telling === 0) return 0;
  const isForeign = readings.some((reading) => reading.includes("foreign"));
  const trust = header === "" ? 1 : isForeign ? 0.3 : readings.length > 0 ? 0.5 : 0.75;
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
  const allowed: readonly Meaning[] = ["visit", "done", "date", "year", "last", "site", "appointment", "appliance"];
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

/** « N° » before a street is its number; one that only counts the lines is hardly a contract's. */
function adjustNumber(
  headers: Map<ImportField, number>,
  one: UnknownColumn,
  all: readonly UnknownColumn[],
  signs: ColumnSigns,
): void {
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
  headers.set("equipment", 0.5);
  headers.set("model", 0.85);
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
