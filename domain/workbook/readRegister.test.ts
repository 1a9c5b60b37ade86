import { describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import { arbitraryRegister, generatedToday } from "../../tests/builders/arbitraryRegister";
import { client, contract, equipment, period, register } from "../../tests/builders/register";
import { columnHeader } from "../i18n/columnHeader";
import { workbook as french } from "../i18n/fr/workbook";
import { obligations } from "../obligations/obligations";
import type { Problem } from "../problem";
import type { Register } from "../register";
import { encodeRow } from "./encode";
import type { RawCell } from "./rawCell";
import { readRegister } from "./readRegister";
import { defaultSettings, SETTINGS_HEADERS } from "./settings";
import type { RawTable, ReadRegister } from "./readRegister";
import { columnsOf, SCHEMA_VERSION, tableNames, tables } from "./schema";
import type { Row, TableName } from "./schema";
import { SETTINGS_TABLE, settingNames } from "./settings";
import type { SettingName } from "./settings";

/** A table as a new register has it: its header in line 1, its rows from line 2 on. */
function rawTable<T extends TableName>(
  table: T,
  rows: readonly Row<T>[],
  cells: Readonly<Record<string, RawCell>> = {},
): RawTable {
  const columns = columnsOf(table).map(([name]) => name);
  return {
    name: tables[table].excelName,
    sheet: french.sheets[table],
    headerRow: 1,
    firstColumn: 1,
    headers: columns.map((name) => columnHeader(french, table, name)),
    rows: rows.map((row, i) => {
      const encoded = { ...encodeRow(table, row), ...(i === 0 ? cells : {}) };
      return { row: i + 2, cells: columns.map((name) => encoded[name] ?? null) };
    }),
  };
}

const identity: Partial<Record<SettingName, RawCell>> = {
  registerId: "test-register",
  schemaVersion: SCHEMA_VERSION,
};

function settingsTable(values: Partial<Record<SettingName, RawCell>> = {}): RawTable {
  return {
    name: SETTINGS_TABLE,
    sheet: french.sheets.settings,
    headerRow: 1,
    firstColumn: 1,
    headers: [SETTINGS_HEADERS.label, SETTINGS_HEADERS.value, SETTINGS_HEADERS.help, SETTINGS_HEADERS.key],
    rows: settingNames.map((name, i) => ({
      row: i + 2,
      cells: [french.settings[name], { ...identity, ...values }[name] ?? null, null, name],
    })),
  };
}

const withSettings = (tablesOf: readonly RawTable[]) => [...tablesOf, settingsTable()];
const rawTables = (of: Partial<Register>) =>
  withSettings(tableNames.map((table) => rawTable(table, register(of)[table] as never)));

function read(raw: readonly RawTable[]): ReadRegister {
  const found = readRegister(raw);
  if ("reason" in found) throw new Error(found.reason);
  return found;
}

/** A register with one contract whose named cells hold something else. */
function readContract(cells: Readonly<Record<string, RawCell>>, rows: readonly Row<"contracts">[] = [contract()]) {
  const others = rawTables({ clients: [client()] }).filter(({ name }) => name !== tables.contracts.excelName);
  return read([rawTable("contracts", rows, cells), ...others]);
}

/** Months are read in the order of the year, however they were typed. */
function withMonthsInOrder(written: Register): Register {
  const inOrder = (months: readonly number[] | null) => months && [...months].sort((a, b) => a - b);
  return { ...written, equipment: written.equipment.map((row) => ({ ...row, visitMonths: inOrder(row.visitMonths) })) };
}

const told = (problems: readonly Problem[]) =>
  problems.map(({ code, at }) =>
    [code, at.table, at.line ?? null, at.column ?? null].filter((part) => part !== null).join(" "),
  );

describe("a register", () => {
  it("comes back from its cells as it was", () => {
    fc.assert(
      fc.property(arbitraryRegister.map(withMonthsInOrder), (written) => {
        const { register: back, problems } = read(rawTables(written));
        expect(problems).toEqual([]);
        for (const table of tableNames) expect(back[table]).toEqual(written[table]);
      }),
      { numRuns: 50 },
    );
  });

  it("is found whatever its sheets are called and wherever its columns stand", () => {
    const [first, ...others] = rawTables({ contracts: [contract({ notes: "Code 12A" })] });
    if (first === undefined) throw new Error("There are tables");
    const moved: RawTable = {
      ...first,
      name: first.name.toUpperCase(),
      sheet: "Mes clients",
      headerRow: 4,
      firstColumn: 3,
      headers: ["Ma colonne", ...[...first.headers].reverse().map((header) => ` ${header.toUpperCase()} `)],
      rows: first.rows.map(({ cells }) => ({ row: 5, cells: ["à moi", ...[...cells].reverse()] })),
    };
    const { register: back, problems, positions } = read([...others, moved]);
    expect(problems).toEqual([]);
    expect(back.contracts).toEqual([contract({ notes: "Code 12A" })]);
    expect(positions.contracts?.rows.get("2026-001")).toBe(5);
    expect(positions.contracts?.columns.get("number")).toBe(3 + first.headers.length);
  });

  it("counts the rows typed under a table that did not grow, and says so", () => {
    const [first, ...others] = rawTables({ contracts: [contract()], clients: [client()] });
    if (first === undefined) throw new Error("There are tables");
    const below = { ...first, rows: first.rows.map((row) => ({ ...row, belowTable: true as const })) };
    const { register: back, problems } = read([below, ...others]);
    expect(back.contracts).toEqual([contract()]);
    expect(told(problems)).toEqual(["rowBelowTable contracts 2"]);
    const notes = { ...below, rows: below.rows.map((row) => ({ ...row, cells: row.cells.map(() => null) })) };
    expect(read([notes, ...others]).problems).toEqual([]);
  });

  it("without any of its tables is none", () => {
    expect(readRegister([])).toEqual({ reason: "notARegister" });
    expect(readRegister([{ ...settingsTable(), name: "Tableau1" }])).toEqual({ reason: "notARegister" });
  });

  it("of a newer version is refused", () => {
    const newer = [rawTable("contracts", []), settingsTable({ schemaVersion: 2 })];
    expect(readRegister(newer)).toEqual({ reason: "newerSchema", version: 2, known: 1 });
  });

  it("with a table, a column or the settings missing is read as far as it goes, and says so", () => {
    const [first] = rawTables({ contracts: [contract({ notes: "Code 12A" })] });
    if (first === undefined) throw new Error("There are tables");
    const without = { ...first, headers: first.headers.map((header) => (header === "Notes" ? "Remarques" : header)) };
    const { register: back, problems } = read([without]);
    expect(back.contracts).toEqual([contract()]);
    expect(back.settings).toEqual(defaultSettings());
    expect(told(problems)).toEqual([
      "missingSettings",
      "missingColumn contracts notes",
      ...tableNames.filter((table) => table !== "contracts").map((table) => `missingTable ${table}`),
    ]);
  });

  it("with a column twice takes the first", () => {
    const [first] = rawTables({ contracts: [contract()] });
    if (first === undefined) throw new Error("There are tables");
    const twice = {
      ...first,
      headers: [...first.headers, "Préavis"],
      rows: first.rows.map((row) => ({ ...row, cells: [...row.cells, 9] })),
    };
    const { register: back, problems } = read(withSettings([twice]));
    expect(back.contracts[0]?.noticeLength).toBe(0);
    expect(told(problems)[0]).toBe("duplicateColumn contracts noticeLength");
  });
});

describe("a cell that cannot be read", () => {
  it("is reported with its line and counts as blank, the row going on", () => {
    const { register: back, problems } = readContract({
      startsOn: "bientôt",
      noticeLength: "deux",
      nextPrice: "120 €",
    });
    expect(back.contracts).toEqual([contract({ startsOn: null, noticeLength: 0, nextPrice: 12000 })]);
    expect(told(problems)).toEqual([
      "unreadableDate contracts 2 startsOn",
      "unreadableNumber contracts 2 noticeLength",
      "amountIsText contracts 2 nextPrice",
    ]);
    expect(problems[0]?.at.key).toBe("2026-001");
  });

  it("of a list means what a blank one does", () => {
    const { register: back, problems } = readContract({ renewalKind: "Taciite", noticeUnit: { error: "#N/A" } });
    expect([back.contracts[0]?.renewalKind, back.contracts[0]?.noticeUnit]).toEqual(["tacit", "months"]);
    expect(told(problems)).toEqual(["cellError contracts 2 noticeUnit", "unknownChoice contracts 2 renewalKind"]);
  });
});

describe("a row", () => {
  it("in which nothing was typed is none, even if formulas and statuses were filled in", () => {
    const blanks = Object.fromEntries(columnsOf("contracts").map(([name]) => [name, null]));
    const computed = { ...blanks, refusalDeadline: 46096, contractState: "En cours", notes: "  " };
    const { register: back, problems } = readContract(computed);
    expect([back.contracts, problems]).toEqual([[], []]);
  });

  it("without a key goes by its line", () => {
    const { register: back, problems, positions } = readContract({ number: null });
    expect(back.contracts[0]?.number).toBe("~2");
    expect(told(problems)).toEqual(["missingKey contracts 2 number"]);
    expect(positions.contracts?.rows.get("~2")).toBe(2);
  });

  it("with a key that shows an error is told about once", () => {
    expect(told(readContract({ number: { error: "#REF!" } }).problems)).toEqual(["cellError contracts 2 number"]);
  });

  it("copied with its key is kept beside the first one", () => {
    const { register: back, problems } = readContract({}, [contract(), contract({ notes: "copie" })]);
    expect(back.contracts.map(({ number }) => number)).toEqual(["2026-001", "2026-001~3"]);
    expect(problems).toMatchObject([
      {
        code: "duplicateKey",
        at: { line: 3, column: "number", key: "2026-001~3" },
        facts: { key: "2026-001", firstRow: 2 },
      },
    ]);
  });

  it("that does not say to what it belongs is kept, so that a contract without client keeps its deadlines", () => {
    const { register: back, problems } = readContract({ client: null });
    expect(back.contracts[0]?.client).toBe("");
    expect(told(problems)).toEqual(["missingValue contracts 2 client"]);
    expect(obligations(back, "2026-04-01").some(({ kind }) => kind === "notice")).toBe(true);
  });

  it("that cannot be understood is reported and left out", () => {
    const raw = rawTable("periods", [period(), period({ number: 2 })], { from: null, number: "deux" });
    const { register: back, problems } = read(withSettings([raw]));
    expect(back.periods.map(({ number }) => number)).toEqual([2]);
    expect(told(problems).filter((line) => line.includes("periods"))).toEqual([
      "unreadableNumber periods 2 number",
      "missingValue periods 2 from",
    ]);
  });

  it("is left out when the column that it cannot be understood without is gone", () => {
    const raw = rawTable("periods", [period()]);
    const gone = { ...raw, headers: raw.headers.map((header) => (header === "Du" ? "Début" : header)) };
    const { register: back, problems } = read(withSettings([rawTable("contracts", [contract()]), gone]));
    expect(back.periods).toEqual([]);
    expect(told(problems)).toContain("missingColumn periods from");
    expect(() => obligations(back, "2026-04-01")).not.toThrow();
  });
});

describe("the settings", () => {
  const readSettings = (table: RawTable) => read([rawTable("contracts", []), table]);

  it("are read by their hidden key, or by their label where it was lost", () => {
    const typed = settingsTable({
      firmName: "Chauffage Martin",
      invoiceDelayDays: 15,
      alsaceMoselle: "Oui",
      postcode: 1000,
    });
    const expected = { firmName: "Chauffage Martin", invoiceDelayDays: 15, alsaceMoselle: true, postcode: "01000" };
    const withoutKeys = {
      ...typed,
      headers: typed.headers.slice(0, 3),
      rows: typed.rows.map((row) => ({ ...row, cells: row.cells.slice(0, 3) })),
    };
    expect(readSettings(typed).register.settings).toMatchObject(expected);
    expect(readSettings(withoutKeys).register.settings).toMatchObject(expected);
  });

  it("keep their meaning where a cell is blank or unreadable", () => {
    const { register: back, problems } = readSettings(settingsTable({ paymentDelayDays: "trente" }));
    expect([back.settings.paymentDelayDays, back.settings.invoiceDelayDays]).toEqual([30, 7]);
    expect(problems.find(({ at }) => at.table === "settings")).toMatchObject({
      code: "unreadableNumber",
      at: { key: "paymentDelayDays", column: "value" },
    });
  });

  it.each(["registerId", "schemaVersion"] as const)("report that %s was blanked", (name) => {
    const { problems } = readSettings(settingsTable({ [name]: null }));
    const found = problems.find(({ code }) => code === "missingSetting");
    expect(found?.at).toMatchObject({ table: "settings", key: name, column: "value" });
  });

  it("report a line that was deleted", () => {
    const whole = settingsTable();
    const { problems } = readSettings({ ...whole, rows: whole.rows.slice(1) });
    expect(problems.find(({ code }) => code === "missingSetting")?.facts).toEqual({ setting: "Nom de l’entreprise" });
  });

  it("may lack those of the digest, which older registers do not have", () => {
    const whole = settingsTable({ registerId: "r", schemaVersion: 1 });
    const rows = whole.rows.filter(
      ({ cells }) => !cells.some((cell) => typeof cell === "string" && cell.includes("du récapitulatif")),
    );
    expect(rows).toHaveLength(whole.rows.length - 2);
    const { register: back, problems } = readSettings({ ...whole, rows });
    expect(problems.filter(({ at }) => at.table === "settings")).toEqual([]);
    expect([back.settings.digestDay, back.settings.digestHour]).toEqual([null, null]);
  });

  it("read the day and the hour of the digest, and report one that is none", () => {
    const typed = { registerId: "r", schemaVersion: 1, digestDay: "vendredi", digestHour: 18 };
    expect(readSettings(settingsTable(typed)).register.settings).toMatchObject({ digestDay: "friday", digestHour: 18 });
    const { register: back, problems } = readSettings(
      settingsTable({ ...typed, digestDay: "mardredi", digestHour: 25 }),
    );
    expect([back.settings.digestDay, back.settings.digestHour]).toEqual([null, null]);
    expect(problems.filter(({ at }) => at.table === "settings")).toMatchObject([
      { code: "unknownChoice", at: { key: "digestDay", column: "value" } },
      { code: "outOfRange", at: { key: "digestHour", column: "value" } },
    ]);
  });

  it("count revisions without limit", () => {
    const { register: back, problems } = readSettings(settingsTable({ revision: 123_456 }));
    expect(back.settings.revision).toBe(123_456);
    expect(problems.some(({ at }) => at.table === "settings")).toBe(false);
  });
});

const anyCell: fc.Arbitrary<RawCell> = fc.oneof(
  fc.string(),
  fc.constantFrom("Tacite", "Oui", "15/03/2026", "120 €", "mai, octobre", "2026-001", "E1", "C0001", "Avoir", "Fait"),
  fc.double(),
  fc.integer({ min: -5, max: 3_000_000 }),
  fc.integer({ min: 44_000, max: 48_000 }),
  fc.integer({ min: 0, max: 500 }),
  fc.boolean(),
  fc.constant(null),
  fc.record({ error: fc.string() }),
);

it("never throws on whatever the cells hold, and what it read can be worked with", () => {
  const someRows = Object.fromEntries(
    tableNames.map((table) => [
      table,
      fc.array(fc.array(anyCell, { minLength: columnsOf(table).length, maxLength: columnsOf(table).length }), {
        maxLength: 4,
      }),
    ]),
  ) as Record<TableName, fc.Arbitrary<RawCell[][]>>;
  fc.assert(
    fc.property(fc.record(someRows), fc.array(anyCell, { maxLength: settingNames.length }), (rows, values) => {
      const settingsOf = Object.fromEntries(values.map((value, i) => [settingNames[i], value]));
      const found = readRegister([
        ...tableNames.map((table) => ({
          ...rawTable(table, []),
          rows: rows[table].map((cells, i) => ({ row: i + 2, cells })),
        })),
        settingsTable(settingsOf),
      ]);
      if (!("reason" in found)) obligations(found.register, generatedToday);
    }),
  );
});

it("finds the equipment of a contract again", () => {
  const { register: back } = read(rawTables({ equipment: [equipment({ visitMonths: [5, 10], visitsPerYear: 0.5 })] }));
  expect(back.equipment).toEqual([equipment({ visitMonths: [5, 10], visitsPerYear: 0.5 })]);
});
