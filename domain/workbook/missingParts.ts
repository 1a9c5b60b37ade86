import { columnHeader } from "../i18n/columnHeader";
import { workbook as words } from "../i18n/fr/workbook";
import type { RawCell } from "./rawCell";
import { columnsOf, SCHEMA_VERSION, tableNames, tables } from "./schema";
import type { TableName } from "./schema";
import { settingNamed } from "./readRegister";
import { optionalSettings, SETTINGS_HEADERS, SETTINGS_TABLE, settingNames } from "./settings";
import type { SettingName } from "./settings";
import { normalized } from "./words";

/** What a workbook holds of the register: the headers of its tables, and the rows of the one of settings. */
export type FoundTable = {
  readonly name: string;
  readonly headers: readonly string[];
  /** Only asked of the table of settings. */
  readonly rows?: readonly (readonly RawCell[])[];
};

/** What a workbook lacks to be a whole register of this version. */
export type MissingParts = {
  readonly tables: readonly TableName[];
  /** In the tables that are there, in the order of a new register. */
  readonly columns: readonly { readonly table: TableName; readonly column: string; readonly header: string }[];
  /** The sheet Paramètres as a whole. */
  readonly settingsSheet: boolean;
  /** Lines of the sheet Paramètres, where it is there. */
  readonly settings: readonly SettingName[];
  /** The version that the register says it has, where it is older than this one. */
  readonly olderVersion: number | null;
};

/**
 * What was deleted from a register, or was not yet in it when an older version made it: all of it for a workbook that
 * is none. Headers are compared as the reader does, wherever the user moved them.
 */
export function missingParts(found: readonly FoundTable[]): MissingParts {
  const byName = new Map(found.map((table) => [table.name.toLowerCase(), table]));
  const known = byName.get(SETTINGS_TABLE.toLowerCase());
  const lines = known === undefined ? null : settingLines(known);
  const version = lines?.get("schemaVersion");
  return {
    tables: tableNames.filter((table) => !byName.has(tables[table].excelName.toLowerCase())),
    columns: tableNames.flatMap((table) => {
      const own = byName.get(tables[table].excelName.toLowerCase());
      return own === undefined ? [] : missingColumns(table, own.headers);
    }),
    settingsSheet: lines === null,
    settings: lines === null ? [] : settingNames.filter((name) => !lines.has(name) && !optionalSettings.includes(name)),
    olderVersion: typeof version === "number" && version < SCHEMA_VERSION ? version : null,
  };
}

function missingColumns(table: TableName, headers: readonly string[]): MissingParts["columns"] {
  const there = new Set(headers.map(normalized));
  return columnsOf(table)
    .map(([column]) => ({ table, column, header: columnHeader(words, table, column) }))
    .filter(({ header }) => !there.has(normalized(header)));
}

/** The values of the settings that have a line, known by key or label. */
function settingLines({ headers, rows = [] }: FoundTable): ReadonlyMap<SettingName, RawCell> {
  const at = (header: string) => headers.map(normalized).indexOf(normalized(header));
  const [key, label, value] = [at(SETTINGS_HEADERS.key), at(SETTINGS_HEADERS.label), at(SETTINGS_HEADERS.value)];
  return new Map(
    rows.flatMap((cells): [SettingName, RawCell][] => {
      const name = settingNamed(cells[key] ?? null, cells[label] ?? null);
      return name === null ? [] : [[name, cells[value] ?? null]];
    }),
  );
}
