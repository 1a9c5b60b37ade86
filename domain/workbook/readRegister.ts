import { columnHeader } from "../i18n/columnHeader";
import { workbook as french } from "../i18n/fr/workbook";
import { problem } from "../problem";
import type { Problem } from "../problem";
import type { Register } from "../register";
import { decodeCell } from "./cells";
import type { Decoded } from "./cells";
import type { Column } from "./columns";
import { provisionalKey } from "./provisionalKey";
import type { RawCell } from "./rawCell";
import { columnsOf, keyColumn, SCHEMA_VERSION, tableNames, tables } from "./schema";
import type { Row, TableName } from "./schema";
import {
  defaultSettings,
  optionalSettings,
  SETTINGS_HEADERS,
  SETTINGS_TABLE,
  settingNames,
  settings,
} from "./settings";
import type { SettingName, Settings } from "./settings";
import { normalized } from "./words";

/** An Excel table as plain values; `row` and `firstColumn` count from 1 in its sheet. */
export type RawTable = {
  readonly name: string;
  readonly sheet: string;
  readonly headerRow: number;
  readonly firstColumn: number;
  readonly headers: readonly string[];
  /** `belowTable` marks a row typed right under the table, which did not grow over it. */
  readonly rows: readonly { readonly row: number; readonly cells: readonly RawCell[]; readonly belowTable?: true }[];
};

/** Where the rows and columns of a table lie in the workbook as it is now. */
export type TablePosition = {
  readonly sheet: string;
  readonly headerRow: number;
  /** Sheet column, from 1, of each column that the table has. */
  readonly columns: ReadonlyMap<string, number>;
  /** Sheet row, from 1, of each key. */
  readonly rows: ReadonlyMap<string, number>;
};

export type Positions = { readonly [T in TableName | "settings"]?: TablePosition };

/** A workbook as a register, with everything that could not be understood and where it lies. */
export type ReadRegister = {
  readonly register: Register;
  readonly problems: readonly Problem[];
  readonly positions: Positions;
};

/** Why a workbook cannot be read as a register at all. */
export type NotARegister =
  | { readonly reason: "notARegister" }
  | { readonly reason: "newerSchema"; readonly version: number; readonly known: number };

/**
 * Reads the tables of a workbook into a register. Nothing is thrown away silently: a bad cell is reported and read as
 * blank, a row without what makes it understandable is reported and left out, and the rest goes on.
 */
export function readRegister(rawTables: readonly RawTable[]): ReadRegister | NotARegister {
  const byName = new Map(rawTables.map((table) => [table.name.toLowerCase(), table]));
  const find = (name: string) => byName.get(name.toLowerCase());
  const known = tableNames.filter((table) => find(tables[table].excelName) !== undefined);
  if (known.length === 0) return { reason: "notARegister" };

  const problems: Problem[] = [];
  const positions: { [T in TableName | "settings"]?: TablePosition } = {};

  const rawSettings = find(SETTINGS_TABLE);
  const readSettingsTable = rawSettings === undefined ? null : readSettings(rawSettings, problems);
  if (readSettingsTable === null) problems.push(problem("missingSettings", { table: null }, {}));
  else positions.settings = readSettingsTable.position;
  const version = readSettingsTable?.settings.schemaVersion ?? SCHEMA_VERSION;
  if (version > SCHEMA_VERSION) return { reason: "newerSchema", version, known: SCHEMA_VERSION };

  const rows = Object.fromEntries(
    tableNames.map((table) => {
      const raw = find(tables[table].excelName);
      if (raw === undefined) {
        problems.push(problem("missingTable", { table }, { table }));
        return [table, []];
      }
      const read = readTable(table, raw, problems);
      positions[table] = read.position;
      return [table, read.rows];
    }),
  ) as unknown as { [T in TableName]: readonly Row<T>[] };
  return {
    register: { ...rows, settings: readSettingsTable?.settings ?? defaultSettings() },
    problems,
    positions,
  };
}

type FoundColumn = { readonly name: string; readonly column: Column; readonly index: number };

function readTable<T extends TableName>(table: T, raw: RawTable, problems: Problem[]) {
  const found = findColumns(table, raw.headers, problems);
  const blank = blankRow(table);
  const lines = new Map<string, number>();
  const rows: Row<T>[] = [];

  for (const { row: line, cells, belowTable } of raw.rows) {
    const row = readRow(table, found, blank, line, cells);
    if (row === null) continue;
    if (belowTable === true) row.problems.push(problem("rowBelowTable", { table, line }, {}));
    const key = giveKey(table, row, line, lines);
    lines.set(key, line);
    if (understood(table, row, line)) rows.push(row.values as Row<T>);
    const { contract } = row.values;
    const about = typeof contract === "string" && contract !== "" ? { key, contract } : { key };
    for (const one of row.problems) problems.push({ ...one, at: { ...one.at, ...about } });
  }
  return { rows, position: positionOf(raw, found, lines) };
}

type ReadRow = { readonly values: Record<string, unknown>; readonly problems: Problem[] };

/** A row in which nothing was typed: what blanks mean, in the order of the columns. */
function blankRow(table: TableName): Readonly<Record<string, unknown>> {
  const columns = columnsOf(table).filter(([, column]) => isRead(column));
  return Object.fromEntries(columns.map(([name, column]) => [name, column.fallback ?? null]));
}

/** Null for a row in which nothing was typed. */
function readRow(
  table: TableName,
  found: readonly FoundColumn[],
  blank: Readonly<Record<string, unknown>>,
  line: number,
  cells: readonly RawCell[],
): ReadRow | null {
  const values = { ...blank };
  const problems: Problem[] = [];
  let empty = true;
  for (const { name, column, index } of found) {
    const cell = cells[index];
    if (cell === null || cell === undefined) continue;
    const { value, problem: wrong } = decodeCell(column, cell);
    if (wrong !== undefined) problems.push({ ...wrong, at: { table, line, column: name } });
    else if (value === null) continue;
    if (value !== null) values[name] = value;
    empty = false;
  }
  return empty ? null : { values, problems };
}

/** A row without a key of its own still counts: it goes by its line until it is given one. */
function giveKey(table: TableName, { values, problems }: ReadRow, line: number, lines: ReadonlyMap<string, number>) {
  const column = keyColumn(table);
  const typed = typeof values[column] === "string" ? values[column] : null;
  const firstRow = typed === null ? undefined : lines.get(typed);
  if (typed !== null && firstRow === undefined) return typed;

  const at = { table, line, column };
  const known = problems.some((one) => one.at.column === column);
  if (typed !== null && firstRow !== undefined) problems.push(problem("duplicateKey", at, { key: typed, firstRow }));
  else if (!known) problems.push(problem("missingKey", at, { table }));
  const key = provisionalKey(typed, line);
  values[column] = key;
  return key;
}

/**
 * Whether the row has what it cannot be understood without. One that only fails to say to what it belongs is kept, and
 * belongs to nothing: a contract whose client is blank still has its deadlines.
 */
function understood(table: TableName, { values, problems }: ReadRow, line: number): boolean {
  const missing = (requiredColumns.get(table) ?? []).filter(({ name }) => values[name] === null);
  for (const { name, isReference } of missing) {
    if (isReference) values[name] = "";
    if (!problems.some(({ at }) => at.column === name)) {
      problems.push(problem("missingValue", { table, line, column: name }, {}));
    }
  }
  return missing.every(({ isReference }) => isReference);
}

type RequiredColumn = { readonly name: string; readonly isReference: boolean };

const requiredColumns = new Map<TableName, readonly RequiredColumn[]>(
  tableNames.map((table) => [
    table,
    columnsOf(table)
      .filter(([, { role, required }]) => role === "input" && required === true)
      .map(([name, { type }]) => ({ name, isReference: type === "reference" })),
  ]),
);

function isRead(column: Column): boolean {
  return column.role === "key" || column.role === "input";
}

/** Columns are found by their header, wherever the user has moved them; columns of his own are left alone. */
function findColumns(table: TableName, headers: readonly string[], problems: Problem[]): readonly FoundColumn[] {
  const normalizedHeaders = headers.map(normalized);
  return columnsOf(table)
    .flatMap(([name, column]) => {
      const header = columnHeader(french, table, name);
      const wanted = normalized(header);
      const index = normalizedHeaders.indexOf(wanted);
      if (index === -1 && isRead(column))
        problems.push(problem("missingColumn", { table, column: name }, { table, column: header }));
      if (index !== -1 && normalizedHeaders.indexOf(wanted, index + 1) !== -1) {
        problems.push(problem("duplicateColumn", { table, column: name }, { table, column: header }));
      }
      return index === -1 ? [] : [{ name, column, index }];
    })
    .filter(({ column }) => isRead(column));
}

function positionOf(raw: RawTable, found: readonly FoundColumn[], rows: ReadonlyMap<string, number>): TablePosition {
  const columns = new Map(found.map(({ name, index }) => [name, raw.firstColumn + index]));
  return { sheet: raw.sheet, headerRow: raw.headerRow, columns, rows };
}

/** The sheet Paramètres: a setting is known by its hidden key or, where that was lost, by its label. */
function readSettings(raw: RawTable, problems: Problem[]): { settings: Settings; position: TablePosition } {
  const headers = raw.headers.map(normalized);
  const [keyIndex, labelIndex, valueIndex] = (["key", "label", "value"] as const).map((column) =>
    headers.indexOf(normalized(SETTINGS_HEADERS[column])),
  ) as [number, number, number];
  const lines = new Map<string, number>();
  const values: Partial<Record<SettingName, unknown>> = {};
  for (const { row, cells } of raw.rows) {
    const name = settingNamed(cells[keyIndex] ?? null, cells[labelIndex] ?? null);
    if (name === null || lines.has(name)) continue;
    lines.set(name, row);
    const { value, problem: wrong } = decodeSetting(name, cells[valueIndex] ?? null);
    if (wrong !== undefined) {
      problems.push({ ...wrong, at: { table: "settings", key: name, line: row, column: "value" } });
    }
    if (value !== null) values[name] = value;
  }
  for (const name of settingNames) {
    const line = lines.get(name);
    const isMissing =
      (line === undefined && !optionalSettings.includes(name)) ||
      (identity.includes(name) && values[name] === undefined);
    if (!isMissing || problems.some(({ at }) => at.table === "settings" && at.key === name)) continue;
    const at = { table: "settings", key: name, ...(line === undefined ? {} : { line, column: "value" }) } as const;
    problems.push(problem("missingSetting", at, { setting: french.settings[name] }));
  }
  const columns = new Map([["value", raw.firstColumn + Math.max(0, valueIndex)]]);
  return {
    settings: { ...defaultSettings(), ...(values as Partial<Settings>) },
    position: { sheet: raw.sheet, headerRow: raw.headerRow, columns, rows: lines },
  };
}

/** The setting of a line of the sheet Paramètres, or null for a line of the user. */
export function settingNamed(key: RawCell, label: RawCell): SettingName | null {
  const byKey = settingNames.find((name) => name === key);
  if (byKey !== undefined) return byKey;
  const wanted = typeof label === "string" ? normalized(label) : "";
  return settingNames.find((name) => normalized(french.settings[name]) === wanted) ?? null;
}

/** What says which register this is: people leave it alone, so a blank is an accident. */
const identity: readonly SettingName[] = ["registerId", "schemaVersion"];

/** The counters that Tacite keeps for itself grow beyond what people type. */
function decodeSetting(name: SettingName, cell: RawCell): Decoded {
  const isCounter = name === "revision" || name === "schemaVersion";
  if (isCounter && typeof cell === "number" && Number.isSafeInteger(cell) && cell >= 0) return { value: cell };
  return decodeCell(settings[name], cell);
}
