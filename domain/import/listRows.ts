import { columnNumber } from "../workbook/columnLetters";
import { cellAt, isBlank, mergesByRow } from "./grid";
import type { ListLayout } from "./list";
import { monthsIn } from "./repairDate";
import type { SourceCell, SourceSheet } from "./sourceSheet";
import { plain, textOf } from "./sourceText";

/** What a row below a header is: only a line is one of the list; a remark belongs to the line above it. */
export type RowKind = "line" | "blank" | "heading" | "total" | "header" | "remark" | "note";

/** What a row is judged by. */
export type ListShape = {
  /** By column number, as written. */
  readonly headers: ReadonlyMap<number, string>;
  readonly columns: readonly number[];
  /** Columns without any of which a short row is no line; none while nothing is recognised. */
  readonly identity: readonly number[];
  /** Columns of names: a lone name may be a client, a lone word in the first column a heading. */
  readonly names: readonly number[];
  /** Columns that tell of an appliance: one told alone is one more of the client above. */
  readonly appliances: readonly number[];
};

const totalWords =
  /^(sous[- ]?tot(al|aux)|total|totaux|somme|moyenne|nombre de|nb (de )?|effectif|cumul|report|grand total|ca (total|annuel|ht|ttc)|montant total|soit)\b/;

/** What a row is, from its own cells. `isGrouped`: the list begins with a heading, so it has others. */
function rowKind(sheet: SourceSheet, row: number, shape: ListShape, isMerged: boolean, isGrouped: boolean): RowKind {
  const cells = sheet.rows[row - 1] ?? [];
  const filled: number[] = [];
  for (const column of shape.columns) if (!isBlank(cells[column - 1])) filled.push(column);
  const [first] = filled;
  if (first === undefined) return "blank";
  const firstCell = cells[first - 1] ?? null;
  if (filled.length === 1) return loneKind(firstCell, first, shape, isMerged, isGrouped);
  if (isRepeatedHeader(cells, filled, shape)) return "header";
  const isShort = filled.length <= Math.max(3, shape.columns.length * 0.4);
  if (isShort && isTotal(cells, filled, shape)) return "total";
  if (
    filled.length <= 3 &&
    filled.every((column) => typeof cells[column - 1] === "number") &&
    lacksIdentity(filled, shape)
  ) {
    return "total";
  }
  if (filled.length <= 2 && shape.identity.length > 0 && lacksIdentity(filled, shape)) {
    return filled.some((column) => shape.appliances.includes(column)) ? "line" : "remark";
  }
  return "line";
}

function lacksIdentity(filled: readonly number[], { identity }: ListShape): boolean {
  return !filled.some((column) => identity.includes(column));
}

function loneKind(cell: SourceCell, column: number, shape: ListShape, isMerged: boolean, isGrouped: boolean): RowKind {
  const isRecognised = shape.names.length > 0;
  if (typeof cell === "number") return isRecognised && lacksIdentity([column], shape) ? "total" : "heading";
  const text = textOf(cell);
  const isFirst = column === Math.min(...shape.columns);
  const isName = shape.names.includes(column);
  if (!isMerged && isRecognised && !isFirst && !isName) return shape.appliances.includes(column) ? "line" : "remark";
  if (text.length > 60 || noteWords.test(plain(text))) return "note";
  if (totalWords.test(plain(text))) return "total";
  if (!isName || isMerged || monthsIn(text) !== null || /[:\d]/.test(text)) return "heading";
  // A name is a client unless the list has headings where it stands.
  const looksLikeHeading = isFirst || text === text.toUpperCase();
  return isGrouped && looksLikeHeading ? "heading" : "line";
}

const noteWords = /^(\*|nb\b|n\.b|legende|nota\b|remarque)/;

/** A header that stands again, on each printed page. */
function isRepeatedHeader(cells: readonly SourceCell[], filled: readonly number[], { headers }: ListShape): boolean {
  if (headers.size === 0) return false;
  let others = filled.length * (1 - LEAST_REPEATED);
  let same = 0;
  for (const column of filled) {
    const cell = cells[column - 1];
    const header = headers.get(column);
    if (typeof cell === "string" && header !== undefined && isEndOf(cell, header)) same += 1;
    else if ((others -= 1) < 0) return false;
  }
  return same >= 2;
}

const LEAST_REPEATED = 0.7;

function isEndOf(cell: string, header: string): boolean {
  return cell.length <= 2 * header.length && header.endsWith(textOf(cell));
}

/** A word of totals, and nothing that names a client beside it. */
function isTotal(cells: readonly SourceCell[], filled: readonly number[], { identity }: ListShape): boolean {
  const saysTotal = (column: number) => {
    const cell = cells[column - 1];
    return typeof cell === "string" && cell.length < 60 && totalWords.test(plain(cell));
  };
  const at = filled.slice(0, 3).find(saysTotal);
  const isOfClient = (column: number) => {
    const cell = cells[column - 1];
    return column !== at && identity.includes(column) && typeof cell === "string" && /^\p{L}|@|^0\d/u.test(cell.trim());
  };
  return at !== undefined && !filled.some(isOfClient);
}

/** A row that is not blank, with what it is and the heading that stands above it. */
export type ListLine = { readonly row: number; readonly kind: RowKind; readonly group: string | null };

const identityFields = ["contractId", "clientName", "firstName", "address", "phone", "email", "city"];

/** The shape of a layout, to judge its rows. */
export function shapeOf(layout: Pick<ListLayout, "columns">): ListShape {
  const of = (fields: readonly string[]) =>
    layout.columns
      .filter(({ field }) => field !== null && fields.includes(field))
      .map(({ column }) => columnNumber(column));
  return {
    headers: new Map(
      layout.columns.filter(({ header }) => header !== "").map(({ column, header }) => [columnNumber(column), header]),
    ),
    columns: layout.columns.map(({ column }) => columnNumber(column)),
    identity: of(identityFields),
    names: of(["clientName"]),
    appliances: of(["equipment", "brand", "model", "serial"]),
  };
}

/** The lines between two rows, in order. */
export function linesOf(sheet: SourceSheet, shape: ListShape, from: number, to: number): readonly ListLine[] {
  return judgedRows(sheet, shape, from, to).filter(({ kind }) => kind === "line");
}

/** What each row between two rows is, up to where the list ends; `within`: the last row that is known to lie in it. */
export function judgedRows(
  sheet: SourceSheet,
  shape: ListShape,
  from: number,
  to: number,
  within = from,
): readonly ListLine[] {
  const merges = mergesByRow(sheet);
  const bottom = Math.min(to, sheet.rows.length);
  const kindOf = (row: number, isGrouped: boolean) => {
    const isMerged = (merges.get(row) ?? []).some(({ left, right }) => right > left);
    return rowKind(sheet, row, shape, isMerged, isGrouped);
  };
  const isFull = (row: number) => kindOf(row, true) === "line" && !isSparse(sheet, row, shape);
  let lastFull = bottom;
  while (lastFull >= from && !isFull(lastFull)) lastFull -= 1;
  const rows: ListLine[] = [];
  let group: string | null = null;
  let blanks = 0;
  let hasLines = false;
  let isGrouped = false;
  for (let row = from; row <= bottom; row += 1) {
    const kind = kindOf(row, isGrouped || !hasLines);
    // While full lines follow, the list has not ended.
    if (hasLines && row > Math.max(lastFull, within) && isAfterList(sheet, row, shape, kind, blanks)) break;
    blanks = kind === "blank" ? blanks + 1 : 0;
    if (kind === "blank") continue;
    if (kind === "heading") {
      group = textOfRow(sheet, row, shape.columns);
      isGrouped ||= !hasLines;
    }
    hasLines ||= kind === "line";
    rows.push({ row, kind, group });
  }
  return rows;
}

/** A legend, or a few words apart from the lines: there the list has ended. */
function isAfterList(sheet: SourceSheet, row: number, shape: ListShape, kind: RowKind, blanks: number): boolean {
  if (kind === "note" || kind === "remark") return legendWords.test(plain(textOfRow(sheet, row, shape.columns)));
  return kind === "line" && blanks >= BLANKS_BEFORE_END && isSparse(sheet, row, shape);
}

function isSparse(sheet: SourceSheet, row: number, { columns }: ListShape): boolean {
  return columns.filter((column) => !isBlank(cellAt(sheet, row, column))).length <= columns.length * 0.3;
}

const BLANKS_BEFORE_END = 2;
const legendWords = /^(legende|code couleur|couleurs|nota|explications?|mode d'emploi)\b/;

/** What a row says, its cells one after the other. */
export function textOfRow(sheet: SourceSheet, row: number, columns: readonly number[]): string {
  return columns
    .map((column) => textOf(cellAt(sheet, row, column)))
    .filter((text) => text !== "")
    .join(" ")
    .slice(0, LONGEST_HEADING);
}

const LONGEST_HEADING = 120;
