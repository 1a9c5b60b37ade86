import type { EquipmentInput } from "../actions/contractDraft";
import type { CivilDate } from "../dates/civilDate";
import type { Choice } from "../workbook/choices";
import type { ListRow } from "./list";
import { oneLine, plain } from "./sourceText";
import { applianceWords, makers } from "./tradeWords";

type Category = Choice<"category">;

/** Words by what they are, the more telling first. */
const categories: readonly (readonly [Category, RegExp])[] = [
  ["thermodynamicWaterHeater", /thermodynamique|\bcet\b|\bbtd\b/],
  ["gasWaterHeater", /chauffe[- ]?(eau|bain).*\bgaz|accumulateur.*gaz/],
  ["solidFuelBoiler", /chaudiere.*\b(bois|granul|pellet|buche|biomasse|plaquette)/],
  ["oilBoiler", /chaudiere.*\b(fioul|fuel|mazout)|bruleur.*(fioul|fuel)/],
  ["gasBoiler", /chaud(iere)?\b.*|\bbruleur/],
  ["heatPump", /\bpac\b|pompe.*chaleur|geotherm|aerotherm(ie|ique)|air[ /-]eau/],
  ["airConditioning", /\bclim|split|gainable|cassette|rooftop|\bdrv\b|\bvrv\b|air[ /-]air/],
  ["insert", /\binsert\b/],
  ["cooker", /cuisiniere/],
  ["stove", /poele|granul|pellet/],
  ["flue", /ramonage|conduit|tubage|fumist/],
  ["openFire", /foyer|cheminee/],
  ["ventilation", /\bvmc\b|ventilation|\bcta\b/],
  ["solar", /solaire|\bcesi\b|\bssc\b/],
  ["oilBoiler", /\b(fioul|fuel|mazout)\b/],
  ["gasBoiler", /\bgaz\b|condensation/],
  ["stove", /\bbois\b|buche/],
];

/** What kind of appliance the words tell of. */
function categoryIn(text: string): Category {
  const word = plain(text);
  return categories.find(([, pattern]) => pattern.test(word))?.[0] ?? "other";
}

/** Signs that stand inside the name of one appliance: « PAC air/eau ». */
const insideNames =
  /\b(air|eau|sol|bi|tri|multi|mono|chaud|froid|gaz|fioul|bois)\s*[/-]\s*(air|eau|sol|split|froid|chaud|gaz|fioul|bois)\b/gi;
const countWords: Readonly<Record<string, number>> = { deux: 2, trois: 3, quatre: 4 };
const MOST_COUNTED = 20;

/** « Chaudière + PAC » and « 2 clims »: the name of each appliance that a cell tells. */
function applianceNames(text: string): readonly string[] {
  const guarded = text.replace(insideNames, (match) => match.replace("/", "\u0001").replace("-", "\u0002"));
  const parts = guarded
    .split(/\s*(?:\+|\/|;|&|,|\bet\b)\s*/i)
    .map((part) => oneLine(part.replaceAll("\u0001", "/").replaceAll("\u0002", "-")))
    .filter((part) => part !== "");
  const areAppliances = parts.length > 1 && parts.every((part) => applianceWords.test(plain(part)));
  return (areAppliances ? parts : [text]).flatMap(counted);
}

function counted(name: string): readonly string[] {
  const [, count = "", rest = ""] = /^(\d{1,2}|deux|trois|quatre)\s*(?:x\s*)?(\p{L}.*)$/iu.exec(name) ?? [];
  const number = countWords[plain(count)] ?? Number(count);
  return number >= 2 && number <= MOST_COUNTED && applianceWords.test(plain(rest))
    ? new Array<string>(number).fill(rest)
    : [name];
}

/** The maker that the name of an appliance names. */
function makerIn(text: string): string | null {
  const words = text.split(/[\s(),/]+/);
  for (let at = 0; at < words.length; at += 1) {
    for (const length of [3, 2, 1]) {
      const phrase = words.slice(at, at + length).join(" ");
      if (phrase.length > 2 && makers.has(plain(phrase))) return phrase;
    }
  }
  return null;
}

const told = (row: ListRow, field: "equipment" | "brand" | "model" | "serial"): readonly string[] => {
  const value = row.values[field];
  return value === undefined ? [] : String(value).split(" + ");
};

/** The appliances that a row tells of, each with what is said of it. */
export function appliancesOf(row: ListRow): readonly EquipmentInput[] {
  const { commissionedOn, power, nextVisit } = row.values;
  const written = row.values.equipment === undefined ? [] : told(row, "equipment").flatMap(applianceNames);
  const [brands, models, serials] = [told(row, "brand"), told(row, "model"), told(row, "serial")];
  const slashed = (texts: readonly string[]) =>
    written.length > 1 && texts.length === 1 ? (texts[0] ?? "").split(/\s*[/;+]\s*/) : texts;
  const [makes, types, numbers] = [slashed(brands), slashed(models), slashed(serials)];
  const months = monthsOfVisit(nextVisit);
  // Where nothing names it, there is still an appliance of which the day, the power or the month is told.
  const isUnnamed = commissionedOn !== undefined || power !== undefined || months !== null;
  const named = Math.max(brands.length, models.length, serials.length, isUnnamed ? 1 : 0);
  const count = written.length > 0 ? written.length : named;
  const single = count === 1;
  return Array.from({ length: count }, (_, i): EquipmentInput => {
    const name = written[i] ?? "";
    const piece = (texts: readonly string[]) =>
      single ? (texts.length > 0 ? texts.join(" + ") : null) : (texts[i] ?? null);
    const brand = piece(makes) ?? makerIn(name);
    const model = piece(types);
    return {
      category: categoryIn(`${name} ${name === "" ? (model ?? "") : ""}`),
      brand,
      model,
      serial: piece(numbers),
      commissionedOn: typeof commissionedOn === "string" ? (commissionedOn as CivilDate) : null,
      power: single && typeof power === "number" ? power : null,
      notes: name === "" ? null : name,
      ...(months === null ? {} : { visitTiming: "months" as const, visitMonths: months }),
    };
  });
}

/** The months in which a client is visited, when the list says so; a day says its month. */
function monthsOfVisit(value: ListRow["values"]["nextVisit"]): readonly number[] | null {
  if (typeof value === "number") return [value];
  if (typeof value !== "string") return null;
  if (/^\d{4}-\d{2}/.test(value)) return [Number(value.slice(5, 7))];
  const months = value.split(",").map(Number);
  return months.every((month) => month >= 1 && month <= 12) ? months : null;
}
