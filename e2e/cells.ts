import { columnHeader } from "../domain/i18n/columnHeader";
import { workbook as words } from "../domain/i18n/fr/workbook";
import { fromSerial } from "../domain/dates/excelSerial";
import { keyColumn, type TableName, tableNames, tables } from "../domain/workbook/schema";
import { cellAt } from "../excel-host/model/cells";
import { isCellError } from "../excel-host/model/cell";
import { styleAt } from "../excel-host/model/style";
import { findTable, type Table, type Workbook } from "../excel-host/model/workbook";
import { bodyArea } from "../excel-host/model/writeCells";
import { loadWorkbook } from "../excel-host/xlsx/loadWorkbook";

type ShownCell = string | number | boolean;

/**
 * A row by its headers, without its blank cells. A date cell is "2026-11-26", an error its code; what a formula gave
 * begins with "= ".
 */
export type ShownRow = Readonly<Record<string, ShownCell | null>>;

/** The rows of every sheet of the register that has been saved. */
export type Cells = Readonly<Record<string, readonly ShownRow[]>>;

/** Reads the saved bytes, not what the pane believes. */
export function cellsOf(bytes: Uint8Array): Cells {
  const { workbook } = loadWorkbook(bytes);
  return Object.fromEntries(
    tableNames.map((name) => {
      const table = findTable(workbook, tables[name].excelName);
      return [words.sheets[name], table === null ? [] : rowsOf(workbook, table)];
    }),
  );
}

function rowsOf(workbook: Workbook, table: Table): readonly ShownRow[] {
  const body = bodyArea(table);
  if (body === null) return [];
  return Array.from({ length: body.rows }, (_, i) =>
    Object.fromEntries(
      table.columns.flatMap(({ name }, j) => {
        const value = shown(workbook, table, body.row + i, body.column + j);
        return value === null ? [] : [[name, value]];
      }),
    ),
  );
}

function shown(workbook: Workbook, { sheet }: Table, row: number, column: number): ShownCell | null {
  const { value, formula, style } = cellAt(sheet, row, column);
  const isDate = /[dmy]/i.test(styleAt(workbook.styles, style).numberFormat.replace(/"[^"]*"|\[[^\]]*\]|General/g, ""));
  const plain = isCellError(value) ? value.error : typeof value === "number" && isDate ? fromSerial(value) : value;
  if (plain === null || plain === "") return null;
  return formula === null ? plain : `= ${String(plain)}`;
}

/** What is new: rows under the name of their sheet, changed cells under it and the key of their row. */
export type Changes = Readonly<Record<string, readonly ShownRow[] | ShownRow | null>>;

/** Keys that an action has drawn. */
const drawn = /^[A-Z]+-[0-9A-F]{12}$/;

/**
 * What lies between two states of the register, the Journal aside: a blanked cell is null, and so is a removed row.
 * @throws where two rows of a sheet bear one key: they could not be told apart
 */
export function changes(before: Cells, after: Cells): Changes {
  return Object.fromEntries(
    tableNames.filter((name) => name !== "journal").flatMap((name) => changesIn(name, before, after)),
  );
}

function changesIn(name: TableName, before: Cells, after: Cells): readonly (readonly [string, Changes[string]])[] {
  const sheet = words.sheets[name];
  const keyHeader = columnHeader(words, name, keyColumn(name));
  const [old, now] = [before, after].map((cells) => byKey(cells, sheet, keyHeader)) as [Rows, Rows];
  const added = [...now].flatMap(([key, row]) => (old.has(key) ? [] : [withoutDrawnKeys(row)]));
  const changed = [...old].flatMap(([key, row]): (readonly [string, Changes[string]])[] => {
    const there = now.get(key);
    if (there === undefined) return [[`${sheet} ${key}`, null]];
    const headers = [...new Set([...Object.keys(row), ...Object.keys(there)])];
    const cells = headers.flatMap((header) =>
      row[header] === there[header] ? [] : [[header, there[header] ?? null] as const],
    );
    return cells.length === 0 ? [] : [[`${sheet} ${key}`, Object.fromEntries(cells)]];
  });
  return [...(added.length === 0 ? [] : [[sheet, added] as const]), ...changed];
}

type Rows = ReadonlyMap<string, ShownRow>;

/** The rows of a sheet by what they bear under the header; a new table keeps a blank row, which is none. */
function byKey(cells: Cells, sheet: string, header: string): Rows {
  const rows = (cells[sheet] ?? []).filter((row) => Object.keys(row).length > 0);
  const keyed = new Map(rows.map((row) => [String(row[header]), row]));
  if (keyed.size < rows.length)
    throw new Error(`Rows of ${sheet} share a key: ${rows.map((row) => row[header]).join()}`);
  return keyed;
}

function withoutDrawnKeys(row: ShownRow): ShownRow {
  return Object.fromEntries(Object.entries(row).filter(([, value]) => typeof value !== "string" || !drawn.test(value)));
}
