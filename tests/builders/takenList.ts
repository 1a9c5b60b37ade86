import { isRefused } from "../../domain/actions/decision";
import { importRows } from "../../domain/actions/importRows";
import { addDays, isCivilDate } from "../../domain/dates/civilDate";
import type { CivilDate } from "../../domain/dates/civilDate";
import { catalogues } from "../../domain/i18n";
import { importWords } from "../../domain/i18n/importWords";
import { listValue } from "../../domain/i18n/listSentences";
import { cellAt, isBlank } from "../../domain/import/grid";
import { importInput } from "../../domain/import/importInput";
import type { ImportAnswers } from "../../domain/import/importInput";
import { newLine } from "../../domain/import/lineReading";
import type { ImportField, ListLayout, ListRow, ListValue } from "../../domain/import/list";
import type { ListProblem, ListProblemCode } from "../../domain/import/listProblem";
import { readCell } from "../../domain/import/readCell";
import { readList } from "../../domain/import/readList";
import type { SourceCell, SourceSheet } from "../../domain/import/sourceSheet";
import { saysNothing } from "../../domain/import/sourceText";
import { exclTax } from "../../domain/money";
import type { Register } from "../../domain/register";
import { columnNumber } from "../../domain/workbook/columnLetters";
import { normalized } from "../../domain/workbook/words";
import { after, contextOn } from "./context";
import { register } from "./register";

/** Of a row with one of these nothing is in the register, and its user is told so. */
const leftOut: readonly ListProblemCode[] = ["nameMissing", "refused", "alreadyInRegister"];

/** What a list leaves behind: the register that it makes, what is said of it, and every text that is in neither. */
export type Taken = {
  readonly register: Register;
  readonly problems: readonly ListProblem[];
  readonly lost: readonly string[];
};

/** Imports a list into an empty register, and looks for each of its cells, from its header to its last row. */
export function takenList(sheet: SourceSheet, layout: ListLayout, answers: ImportAnswers, today: CivilDate): Taken {
  const reading = readList(sheet, layout, today);
  const { input, problems: left } = importInput(reading.rows, layout, register(), answers, today);
  const decision = importRows(register(), input, contextOn(today));
  const made = isRefused(decision) ? register() : after(register(), decision);
  const problems = [...reading.problems, ...left];
  return { register: made, problems, lost: lostTexts(sheet, layout, reading.rows, made, problems, today) };
}

function lostTexts(
  sheet: SourceSheet,
  layout: ListLayout,
  rows: readonly ListRow[],
  made: Register,
  problems: readonly ListProblem[],
  today: CivilDate,
): readonly string[] {
  const pools = made.clients.map((client) => poolOf(made, client.number));
  const everywhere = joined(pools);
  const lines = new Map(rows.map((row) => [row.row, row]));
  const gone = new Set(problems.filter(({ code }) => leftOut.includes(code)).map(({ row }) => row));
  const said = new Map(
    problems.flatMap((one) => (one.code === "rowLeftOut" ? [[one.row, wordsOf(one.facts.text)] as const] : [])),
  );
  const lost: string[] = [];
  let pool = everywhere;
  for (let row = Math.max(0, ...layout.headerRows) + 1; row <= layout.lastDataRow; row += 1) {
    if (gone.has(row)) continue;
    const line = lines.get(row);
    const name = line?.values.clientName;
    const named = pools.filter(({ holder }) => name !== undefined && hasWords(holder, String(name)));
    if (name !== undefined) pool = named.length === 0 ? everywhere : joined(named);
    for (const column of layout.columns) {
      const cell = cellAt(sheet, row, columnNumber(column.column));
      if (isBlank(cell) || saysNothing(cell)) continue;
      const text = shown(cell);
      if (line === undefined) {
        const isHeader = text.trim() !== "" && column.header.endsWith(text.trim());
        if (!isHeader && !hasWords(said.get(row) ?? wordsOf(""), text.slice(0, 60))) {
          lost.push(`${column.column}${String(row)} ${text.slice(0, 60)}`);
        }
        continue;
      }
      const one = newLine(sheet.name, row);
      readCell(one, cell, column, layout, today);
      const values = Object.entries(one.finished().values) as readonly [ImportField, ListValue][];
      const isThere =
        values.length > 0 &&
        values.every(([field, value]) => isIn(pool, field, value)) &&
        (typeof cell !== "string" || !isText(column.field) || hasWords(pool.words, withoutMarks(cell, column.field)));
      if (!isThere) lost.push(`${column.column}${String(row)} ${column.header} : ${text.slice(0, 60)}`);
    }
  }
  return lost;
}

const texts: readonly (ImportField | null)[] = [
  ...([null, "contractId", "clientName", "firstName", "address", "city", "billingAddress", "email"] as const),
  ...(["equipment", "brand", "model", "serial", "plan", "invoiceNumber", "status", "notes"] as const),
];

function isText(field: ImportField | null): boolean {
  return texts.includes(field);
}

/** A civility may be written in another way, and a count of appliances is so many rows. */
function withoutMarks(text: string, field: ImportField | null): string {
  const start = text.slice(0, SOME_TEXT);
  if (field === "equipment") return start.replace(/^(\d{1,2}|deux|trois|quatre)\s*(?:x\s*)?(?=\p{L})/iu, " ");
  return start.replace(/\b(monsieur|messieurs|madame|mademoiselle|mr|mrs|mm|mme|mmes|mlle|melle|m|et)\b\.?/gi, " ");
}

/** Enough of a text to know it by; a huge one is cut in the register, and that is reported. */
const SOME_TEXT = 100;

/** Everything that the register says of a client. */
type Pool = { readonly holder: Words; readonly values: readonly unknown[]; readonly words: Words };

/** Words as they are compared, and all of them in a row, for those that the register writes apart. */
type Words = { readonly each: ReadonlySet<string>; readonly squeezed: string };

function wordsOf(text: string): Words {
  const words = normalized(text).split(" ");
  return { each: new Set(words), squeezed: words.join("") };
}

function poolOf(made: Register, client: string): Pool {
  const holder = made.clients.find(({ number }) => number === client);
  const contracts = made.contracts.filter((one) => one.client === client);
  const numbers = contracts.map(({ number }) => number);
  const ofContracts = [
    ...made.periods.map((row) => ({ ...row, net: row.price === null ? null : exclTax({ ...row, amount: row.price }) })),
    ...made.equipment,
    ...made.interventions,
    ...made.invoices,
    ...made.letters,
  ].filter(({ contract }) => numbers.includes(contract));
  const values = [holder ?? {}, ...contracts, ...ofContracts].flatMap((row): unknown[] => Object.values(row));
  const written = values.filter((one) => typeof one === "string" || typeof one === "number").map(String);
  return {
    holder: wordsOf(`${holder?.name ?? ""} ${holder?.firstName ?? ""}`),
    values: values.flat().filter((one) => one !== null),
    words: wordsOf(written.join(" ")),
  };
}

function joined(pools: readonly Pool[]): Pool {
  return {
    holder: wordsOf(""),
    values: pools.flatMap(({ values }) => values),
    words: {
      each: new Set(pools.flatMap(({ words }) => [...words.each])),
      squeezed: pools.map(({ words }) => words.squeezed).join(" "),
    },
  };
}

function isIn({ values, words }: Pool, field: ImportField, value: ListValue): boolean {
  if (value === false) return true;
  if (value === true) return hasWords(words, "oui") || values.some((one) => isCivilDate(String(one)));
  if (values.includes(value)) return true;
  const said = listValue(field, value, catalogues.fr, importWords.fr);
  if (field !== "notes" && words.squeezed.includes(normalized(said).replaceAll(" ", ""))) return true;
  if (typeof value === "number") {
    const near = field === "priceExclTax" ? [value - 1, value + 1] : field === "noticeMonths" ? [value * 30] : [];
    return near.some((one) => values.includes(Math.round(one)));
  }
  // A day of the next period's start is the end of this one; a month alone is noted as its first day.
  if (field === "endsOn" && isCivilDate(value) && values.includes(addDays(value, -1))) return true;
  if (field === "nextVisit" && /^[\d,]+$/.test(value)) {
    return value.split(",").every((month) => values.includes(Number(month)));
  }
  if (/^\d{4}-\d{2}$/.test(value)) return values.includes(`${value}-01`);
  return !isCivilDate(value) && hasWords(words, value.slice(0, SOME_TEXT));
}

/** A telephone is kept without its blanks, and the cut end of a text may be a piece of one. */
const phone = /\b0\d(?:[ .-]?\d{1,2}){1,4}/g;

/** The last word of a cut text may be a piece of one. */
function hasWords({ each, squeezed }: Words, text: string): boolean {
  return normalized(text.replace(phone, (digits) => digits.replaceAll(/\D/g, "")))
    .split(" ")
    .every(
      (word) =>
        each.has(word) ||
        (word.length > 3 && squeezed.includes(word)) ||
        (text.length >= SOME_TEXT && squeezed.includes(word)),
    );
}

function shown(cell: SourceCell): string {
  if (typeof cell === "object" && cell !== null) return "date" in cell ? cell.date : cell.error;
  return String(cell);
}
