import { columnNumber } from "../workbook/columnLetters";
import { cellAt, isBlank, mergesByRow } from "./grid";
import type { ListLayout } from "./list";
import { monthsIn } from "./repairDate";
import type { SourceCell, SourceSheet } from "./sourceSheet";
import { plain, textOf } from "./sourceText";

/** What a row below a header is: only a line is one of the list. */
export type RowKind = "line" | "blank" | "group" | "total" | "header" | "note";

/** What a row is judged by. */
export type ListShape = {
  /** By column number, as written. */
  readonly headers: ReadonlyMap<number, string>;
  readonly columns: readonly number[];
  /** Columns without any of which a short row is no line; none while nothing is recognised. */
  readonly identity: readonly number[];
  /** Columns of names: a lone name is a client, a lone word elsewhere a heading. */
  readonly names: readonly number[];
};

const totalWords =
  /^(sous[- ]?tot(al|aux)|total|totaux|somme|moyenne|nombre de|nb (de )?|effectif|cumul|report|grand total|ca (total|annuel|ht|ttc)|montant total|soit)\b/;

/** What a row is, from its own cells. */
function rowKind(sheet: SourceSheet, row: number, shape: ListShape, isMerged: boolean): RowKind {
  const cells = sheet.rows[row - 1] ?? [];
  const filled: number[] = [];
  for (const column of shape.columns) if (!isBlank(cells[column - 1])) filled.push(column);
  const [first] = filled;
  if (first === undefined) return "blank";
  const firstCell = cells[first - 1] ?? null;
  if (filled.length === 1) return loneKind(firstCell, first, shape, isMerged);
  if (isRepeatedHeader(cells, filled, shape)) return "header";
  const isShort = filled.length <= Math.max(3, shape.columns.length * 0.4);
  if (isShort && isTotal(cells, filled)) return "total";
  if (
    filled.length <= 3 &&
    filled.every((column) => typeof cells[column - 1] === "number") &&
    lacksIdentity(filled, shape)
  ) {
    return "total";
  }
  if (filled.length <= 2 && shape.identity.length > 0 && lacksIdentity(filled, shape)) return "note";
  return "line";
}

function lacksIdentity(filled: readonly number[], { identity }: ListShape): boolean {
  return !filled.some((column) => identity.includes(column));
}

function loneKind(cell: SourceCell, column: number, shape: ListShape, isMerged: boolean): RowKind {
  if (typeof cell === "number") return shape.names.length > 0 && lacksIdentity([column], shape) ? "total" : "group";
  const text = textOf(cell);
  if (text.length > 60 || /^(\*|nb\b|n\.b|légende|legende|nota|remarque)/i.test(text)) return "note";
  if (totalWords.test(plain(text))) return "total";
  const isName = shape.names.includes(column) && !isMerged && shape.names[0] !== Math.min(...shape.columns);
  const isHeading = monthsIn(text) !== null || text === text.toUpperCase() || /[:\d]/.test(text);
  return isName && !isHeading && shape.columns.length < 30 ? "line" : "group";
}

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

function isTotal(cells: readonly SourceCell[], filled: readonly number[]): boolean {
  return filled.slice(0, 3).some((column) => {
    const cell = cells[column - 1];
    return typeof cell === "string" && cell.length < 60 && totalWords.test(plain(cell));
  });
}

/** A line of the list with the heading that stands above it. */
export type ListLine = { readonly row: number; readonly group: string | null };

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
  };
}

/** The lines between two rows, in order. */
export function linesOf(sheet: SourceSheet, shape: ListShape, from: number, to: number): readonly ListLine[] {
  const merges = mergesByRow(sheet);
  const lines: ListLine[] = [];
  let group: string | null = null;
  let blanks = 0;
  for (let row = from; row <= Math.min(to, sheet.rows.length); row += 1) {
    const areas = merges.get(row) ?? [];
    const isMerged = areas.some(({ left, right }) => right > left);
    const kind = rowKind(sheet, row, shape, isMerged);
    if (lines.length > 0 && isAfterList(sheet, row, shape, kind, blanks)) break;
    blanks = kind === "blank" ? blanks + 1 : 0;
    if (kind === "line") lines.push({ row, group });
    else if (kind === "group") group = firstText(sheet, row, shape.columns);
  }
  return lines;
}

/** A legend, or a few words apart from the lines: there the list has ended. */
function isAfterList(sheet: SourceSheet, row: number, { columns }: ListShape, kind: RowKind, blanks: number): boolean {
  if (kind === "note") return legendWords.test(plain(firstText(sheet, row, columns)));
  if (kind !== "line" || blanks < BLANKS_BEFORE_END) return false;
  return columns.filter((column) => !isBlank(cellAt(sheet, row, column))).length <= columns.length * 0.3;
}

const BLANKS_BEFORE_END = 2;
const legendWords = /^(legende|code couleur|couleurs|nota|explications?|mode d'emploi)\b/;

function firstText(sheet: SourceSheet, row: number, columns: readonly number[]): string {
  const column = columns.find((one) => !isBlank(cellAt(sheet, row, one)));
  return column === undefined ? "" : textOf(cellAt(sheet, row, column)).slice(0, 120);
}
