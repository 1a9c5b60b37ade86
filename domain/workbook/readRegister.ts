import { workbook as french } from "../i18n/fr/workbook";
import { problem } from "../problem";
import type { Problem } from "../problem";
import type { Register } from "../register";
import { decodeCell } from "./cells";
import type { Column } from "./columns";
import type { RawCell } from "./rawCell";
import { columnsOf, keyColumn, SCHEMA_VERSION, tableNames, tables } from "./schema";
import type { Row, TableName } from "./schema";
import { SETTINGS_TABLE, settingNames, settings } from "./settings";
import type { SettingName, Settings } from "./settings";
import { normalized } from "./words";

/** An Excel table as plain values; `row` and `firstColumn` count from 1 in its sheet. */
export type RawTable = {
  readonly name: string;
  readonly sheet: string;
  readonly headerRow: number;
  readonly firstColumn: number;
  readonly headers: readonly string[];
  readonly rows: readonly { readonly row: number; readonly cells: readonly RawCell[] }[];
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
  const keyName = keyColumn(table);
  const lines = new Map<string, number>();
  const rows: Row<T>[] = [];
  const blankRow = Object.fromEntries(
    columnsOf(table)
      .filter(([, column]) => isRead(column))
      .map(([name, column]) => [name, column.fallback ?? null]),
  );

  for (const { row: line, cells } of raw.rows) {
    const values: Record<string, unknown> = { ...blankRow };
    const own: Problem[] = [];
    let empty = true;
    for (const { name, column, index } of found) {
      const cell = cells[index] ?? null;
      if (cell === null) continue;
      const decoded = decodeCell(column, cell);
      if (decoded.value !== null) values[name] = decoded.value;
      if (decoded.value !== null || decoded.problem !== undefined) empty = false;
      if (decoded.problem !== undefined) {
        own.push({ ...decoded.problem, at: { table, line, column: name } } as Problem);
      }
    }
    if (empty) continue;

    const understood = found.every(({ name, column }) => {
      if (column.role === "key" || column.required !== true || values[name] !== null) return true;
      if (!own.some(({ at }) => at.column === name))
        own.push(problem("missingValue", { table, line, column: name }, {}));
      return false;
    });
    const typed = values[keyName] as string | null;
    const firstRow = typed === null ? undefined : lines.get(typed);
    if (typed === null) own.push(problem("missingKey", { table, line, column: keyName }, {}));
    else if (firstRow !== undefined)
      own.push(problem("duplicateKey", { table, line, column: keyName }, { key: typed, firstRow }));
    // A row without a key of its own still counts: it goes by its line until it is given one.
    const key = typed === null || firstRow !== undefined ? `${typed ?? ""}~${String(line)}` : typed;
    values[keyName] = key;
    lines.set(key, line);
    if (understood) rows.push(values as Row<T>);
    problems.push(...own.map((one) => ({ ...one, at: { ...one.at, key } }) as Problem));
  }
  return { rows, position: positionOf(raw, found, lines) };
}

function isRead(column: Column): boolean {
  return column.role === "key" || column.role === "input";
}

/** Columns are found by their header, wherever the user has moved them; columns of his own are left alone. */
function findColumns(table: TableName, headers: readonly string[], problems: Problem[]): readonly FoundColumn[] {
  const normalizedHeaders = headers.map(normalized);
  const words: Readonly<Record<string, readonly [string, string]>> = french.columns[table];
  return columnsOf(table)
    .flatMap(([name, column]) => {
      const header = words[name]![0];
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

/** The sheet Paramètres: its first column names the setting (hidden key), the second is its label, the third its value. */
function readSettings(raw: RawTable, problems: Problem[]): { settings: Settings; position: TablePosition } {
  const lines = new Map<string, number>();
  const values: Partial<Record<SettingName, unknown>> = {};
  const keyIndex = raw.headers.findIndex((header) => normalized(header) === normalized(SETTINGS_HEADERS.key));
  const valueIndex = raw.headers.findIndex((header) => normalized(header) === normalized(SETTINGS_HEADERS.value));
  for (const { row, cells } of raw.rows) {
    const name = settingNames.find((setting) => setting === cells[keyIndex]);
    if (name === undefined) continue;
    lines.set(name, row);
    const decoded = decodeCell(settings[name], cells[valueIndex] ?? null);
    if (decoded.problem !== undefined) {
      problems.push({
        ...decoded.problem,
        at: { table: "settings", key: name, line: row, column: "value" },
      } as Problem);
    }
    values[name] = decoded.value;
  }
  for (const name of settingNames) {
    if (!lines.has(name))
      problems.push(problem("missingSetting", { table: "settings" }, { setting: french.settings[name][0] }));
  }
  const columns = new Map([["value", raw.firstColumn + Math.max(0, valueIndex)]]);
  return {
    settings: { ...defaultSettings(), ...(withoutBlanks(values) as Partial<Settings>) },
    position: { sheet: raw.sheet, headerRow: raw.headerRow, columns, rows: lines },
  };
}

/** The headers of the settings table. */
export const SETTINGS_HEADERS = { label: "Réglage", value: "Valeur", help: "Explication", key: "Clé" } as const;

function withoutBlanks(values: object): object {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== null));
}

/** What every setting is worth where nothing was typed. */
export function defaultSettings(): Settings {
  const specs: Readonly<Record<SettingName, Column>> = settings;
  return Object.fromEntries(settingNames.map((name) => [name, specs[name].fallback ?? null])) as unknown as Settings;
}
