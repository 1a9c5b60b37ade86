import { describe, expect, it } from "@jest/globals";
import { columnHeader } from "../i18n/columnHeader";
import { workbook as words } from "../i18n/fr/workbook";
import { missingParts } from "./missingParts";
import type { FoundTable } from "./missingParts";
import { columnsOf, SCHEMA_VERSION, tableNames, tables } from "./schema";
import type { TableName } from "./schema";
import { SETTINGS_HEADERS, SETTINGS_TABLE, settingNames } from "./settings";
import type { SettingName } from "./settings";

function whole(table: TableName): FoundTable {
  return { name: tables[table].excelName, headers: columnsOf(table).map(([name]) => columnHeader(words, table, name)) };
}

function settings(names: readonly SettingName[], version: number | null = SCHEMA_VERSION): FoundTable {
  return {
    name: SETTINGS_TABLE,
    headers: ["Rubrique", ...Object.values(SETTINGS_HEADERS)],
    rows: names.map((name) => ["", words.settings[name], name === "schemaVersion" ? version : null, "", name]),
  };
}

const register = [...tableNames.map(whole), settings(settingNames)];
const nothing = { tables: [], columns: [], settingsSheet: false, settings: [], olderVersion: null };

describe("what a workbook lacks to be a register", () => {
  it("is all of it where there is none", () => {
    expect(missingParts([])).toEqual({ ...nothing, tables: tableNames, settingsSheet: true });
  });

  it("is nothing in a whole one, wherever its columns were moved and whatever the user added", () => {
    const moved = tableNames.map(whole).map((table) => ({
      ...table,
      headers: ["À moi", ...[...table.headers].reverse(), "Camion"],
    }));
    expect(missingParts([...moved, settings(settingNames)])).toEqual(nothing);
  });

  it("is the columns of a table, as written or in other letters", () => {
    const fewer = register.map((table) => ({ ...table, headers: table.headers.filter((header) => header !== "Notes").map((header) => header.toUpperCase()) })); // prettier-ignore
    const { columns } = missingParts(fewer);
    expect(columns).toEqual(
      tableNames.flatMap((table) => columnsOf(table).flatMap(([column]) => (column === "notes" ? [{ table, column, header: "Notes" }] : []))), // prettier-ignore
    );
    expect(columns.length).toBeGreaterThan(3);
  });

  it("is the lines of the settings, known by their label where the key is lost", () => {
    const { headers, name, rows = [] } = settings(settingNames.filter((one) => one !== "mediator"));
    const keyless = { name, headers, rows: rows.map((cells) => [...cells.slice(0, 4), null]) };
    expect(missingParts([...register.slice(0, -1), keyless])).toEqual({ ...nothing, settings: ["mediator"] });
  });

  it("is not the settings of the digest, which older registers do not have", () => {
    const older = settings(settingNames.filter((name) => name !== "digestDay" && name !== "digestHour"));
    expect(missingParts([...register.slice(0, -1), older])).toEqual(nothing);
  });

  it.each([
    [SCHEMA_VERSION - 1, SCHEMA_VERSION - 1],
    [SCHEMA_VERSION, null],
    [SCHEMA_VERSION + 1, null],
    [null, null],
  ])("says of version %s that it is an older one: %s", (version, older) => {
    expect(missingParts([...register.slice(0, -1), settings(settingNames, version)]).olderVersion).toBe(older);
  });
});
