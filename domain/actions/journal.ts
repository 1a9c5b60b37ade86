import { insert } from "../changes";
import type { Change } from "../changes";
import { columnsOf, keyOf, tableNames } from "../workbook/schema";
import type { JournalEntry, TableName } from "../workbook/schema";
import type { Accepted, ActionContext, Summary } from "./decision";
import { newRow } from "../workbook/newRow";

/**
 * The changes of a decision followed by their lines in the Journal, under one batch key: what is to be written
 * together. A line holds the cells of one row before and after as JSON; blank cells of a whole row are left out.
 * An import, and its undo, hold the keys of many rows in one line, each with a print that tells whether the row is
 * still as it was imported: thousands of rows with their cells would outweigh the register.
 */
export function journaled(
  { changes, summary }: Accepted,
  context: ActionContext,
  batch: string = context.newKey("B"),
): readonly Change[] {
  const shared = { at: context.at, who: context.who, action: journalAction(summary), batch };
  if (isImport(summary)) {
    const lines = printedEntries(changes).map((entry) => ({ ...shared, ...entry, id: context.newKey("J") }));
    return [...changes, ...lines.map((line) => insert("journal", line))];
  }
  // What was forgotten must not live on in the Journal.
  const entryOf = summary.code === "forgetClient" ? withoutCells : withCells;
  const told = changes.filter(({ table }) => table !== "journal");
  const lines = told.flatMap((change) => linesOf({ ...shared, ...entryOf(change), id: context.newKey("J") }));
  return [...changes, ...lines.map((line) => insert("journal", line))];
}

/** The name of an undo in the Journal tells what it undid. */
export function undoAction(batch: string): string {
  return `undo ${batch}`;
}

function isImport(summary: Summary): boolean {
  return summary.code === "importRows" || (summary.code === "undo" && summary.facts.action === "importRows");
}

/** So many keys with their prints fit in a cell. */
const PRINTS_PER_LINE = 700;

function printedEntries(changes: readonly Change[]): readonly Entry[] {
  return tableNames.flatMap((table) => {
    const rows = changes.flatMap((change) => (change.kind !== "update" && change.table === table ? [change] : []));
    const lines = Array.from({ length: Math.ceil(rows.length / PRINTS_PER_LINE) }, (_, i) =>
      rows.slice(i * PRINTS_PER_LINE, (i + 1) * PRINTS_PER_LINE),
    );
    return lines.map((line): Entry => {
      const prints = line.map(({ row }) => [keyOf(table, row as never), rowPrint(table, row)] as const);
      const cells = JSON.stringify(Object.fromEntries(prints));
      const [first, last] = [prints[0]?.[0] ?? "", prints.at(-1)?.[0] ?? ""];
      const row = first === last ? first : `${first}${MANY_ROWS}${last}`;
      return line[0]?.kind === "insert"
        ? { table, row, change: "inserted", before: null, after: cells }
        : { table, row, change: "deleted", before: cells, after: null };
    });
  });
}

/** Between the first and the last key of a line that tells of many rows. */
const MANY_ROWS = " … ";

/** The keys of an entry of an import, each with the print of its row; null when it cannot be understood. */
export function printsOf({ after }: JournalEntry): ReadonlyMap<string, string> | null {
  try {
    const prints: unknown = JSON.parse(after ?? "");
    if (typeof prints !== "object" || prints === null) return null;
    const entries = Object.entries(prints).map(([key, print]): [string, string] => [key, String(print)]);
    return new Map(entries);
  } catch {
    return null;
  }
}

/** A short print of what a row holds: two that differ hardly ever share it. */
export function rowPrint(table: TableName, row: object): string {
  const cells = columnsOf(table).map(([name]) => (row as Readonly<Record<string, unknown>>)[name] ?? null);
  const text = JSON.stringify(cells);
  let print = 0x811c9dc5;
  for (let i = 0; i < text.length; i += 1) print = Math.imul(print ^ text.charCodeAt(i), 0x01000193);
  return (print >>> 0).toString(36);
}

function journalAction(summary: Summary): string {
  return summary.code === "undo" ? undoAction(summary.facts.batch) : summary.code;
}

type Entry = Pick<JournalEntry, "table" | "row" | "change" | "before" | "after">;

function withoutCells(change: Change): Entry {
  const words = { insert: "inserted", update: "updated", delete: "deleted" } as const;
  const row = change.kind === "update" ? change.key : keyOf(change.table, change.row as never);
  return { table: change.table, row, change: words[change.kind], before: null, after: null };
}

function withCells(change: Change): Entry {
  const entry = withoutCells(change);
  if (change.kind === "update") {
    return { ...entry, before: JSON.stringify(change.before), after: JSON.stringify(change.after) };
  }
  const cells = JSON.stringify(filledCells(change));
  return change.kind === "insert" ? { ...entry, after: cells } : { ...entry, before: cells };
}

function filledCells(change: Exclude<Change, { readonly kind: "update" }>): Readonly<Record<string, unknown>> {
  const blank = newRow(change.table, {}) as Readonly<Record<string, unknown>>;
  return Object.fromEntries(Object.entries(change.row).filter(([name, value]) => value !== blank[name]));
}

/** What an Excel cell can hold is 32,767 characters; a surrogate pair must not be cut. */
const LONGEST_TEXT = 32_000;
const SEPARATOR = ":";

/** An entry too long for a cell takes further lines, whose keys are numbered after its own. */
function linesOf(entry: JournalEntry): readonly JournalEntry[] {
  const before = pieces(entry.before);
  const after = pieces(entry.after);
  return Array.from({ length: Math.max(1, before.length, after.length) }, (_, i) => ({
    ...entry,
    id: i === 0 ? entry.id : `${entry.id}${SEPARATOR}${String(i)}`,
    before: before[i] ?? null,
    after: after[i] ?? null,
  }));
}

/** The entries of a batch, put together again from their lines, in whatever order these are. */
export function entriesOf(journal: readonly JournalEntry[], batch: string): readonly JournalEntry[] {
  const parts = new Map<string, JournalEntry[]>();
  for (const line of journal) {
    if (line.batch !== batch) continue;
    const [id] = placeOf(line.id);
    const known = parts.get(id);
    if (known === undefined) parts.set(id, [line]);
    else known.push(line);
  }
  return [...parts.values()].flatMap((lines) => {
    const [first, ...others] = lines.sort((a, b) => placeOf(a.id)[1] - placeOf(b.id)[1]);
    if (first === undefined || placeOf(first.id)[1] > 0) return [];
    const own = [first, ...others];
    return {
      ...first,
      before: joined(own.map(({ before }) => before)),
      after: joined(own.map(({ after }) => after)),
    };
  });
}

/** The key of the entry to which a line belongs, and which of its lines it is, from 0. */
function placeOf(id: string): readonly [string, number] {
  const at = id.lastIndexOf(SEPARATOR);
  return at === -1 ? [id, 0] : [id.slice(0, at), Number(id.slice(at + 1))];
}

function pieces(text: string | null): readonly string[] {
  if (text === null) return [];
  const cut = /[\uD800-\uDBFF]/.test(text.charAt(LONGEST_TEXT - 1)) ? LONGEST_TEXT - 1 : LONGEST_TEXT;
  return text.length <= LONGEST_TEXT ? [text] : [text.slice(0, cut), ...pieces(text.slice(cut))];
}

function joined(texts: readonly (string | null)[]): string | null {
  const known = texts.filter((text) => text !== null);
  return known.length === 0 ? null : known.join("");
}
