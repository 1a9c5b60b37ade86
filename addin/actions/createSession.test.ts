import { describe, expect, it } from "@jest/globals";
import { client, contract, intervention, period, register } from "../../tests/builders/register";
import { logVisit } from "../../domain/actions/logVisit";
import { repairKeys } from "../../domain/actions/repairKeys";
import { apply, ConflictError } from "../../domain/changes";
import { columnHeader } from "../../domain/i18n/columnHeader";
import { workbook as words } from "../../domain/i18n/fr/workbook";
import type { Register } from "../../domain/register";
import { encodeCell, encodeRow } from "../../domain/workbook/encode";
import { readRegister } from "../../domain/workbook/readRegister";
import { SETTINGS_HEADERS } from "../../domain/workbook/settings";
import { columnsOf, tables } from "../../domain/workbook/schema";
import type { Row, TableName } from "../../domain/workbook/schema";
import { SETTINGS_TABLE, settingNames, settings } from "../../domain/workbook/settings";
import { ExcelError } from "../excel/excelProblem";
import type { ExcelPort } from "../excel/excelPort";
import type { ReadTable } from "../excel/readTables";
import type { WriteRequest } from "../excel/writeChanges";
import { createSession } from "./createSession";
import { setUpBatch } from "./setUp";

const today = "2026-11-24";
const firm = register({ clients: [client()], contracts: [contract()], periods: [period()] });
const visit = { contract: "2026-001", outcome: "done" } as const;

/** A workbook in memory that several sessions can share, and that says no when it is told to. */
function workbookWith(start: Register | null) {
  const own = { held: start, requests: [] as WriteRequest[], shown: [] as unknown[], failures: [] as ExcelError[] };
  const listeners: ((sheet: string) => void)[] = [];
  const read = () => (own.held === null ? [] : rawTables(own.held));
  const port: { -readonly [F in keyof ExcelPort]: ExcelPort[F] } = {
    openWorkbook: async (listener, onProgress) => {
      if (listener !== null) listeners.push(listener.onChange);
      const tables = await port.readTables(onProgress);
      return { tables, active: { sheetId: "contracts", row: 2 }, isWatched: true };
    },
    readTables: (onProgress, only) => {
      onProgress(1, 2);
      return Promise.resolve(read().filter(({ name }) => only?.includes(name) ?? true));
    },
    writeChanges: (request) => {
      const failure = own.failures.shift();
      if (failure !== undefined) return Promise.reject(failure);
      own.requests.push(request);
      try {
        own.held = apply(own.held ?? firm, request.changes);
      } catch (error) {
        if (!(error instanceof ConflictError)) throw error;
        return Promise.resolve({ kind: "conflict", table: error.conflict.table, key: error.conflict.key });
      }
      const now = readRegister(read());
      return Promise.resolve({ kind: "written", positions: "reason" in now ? {} : now.positions });
    },
    writeStatuses: (statuses) => Promise.resolve(own.shown.push(statuses) > 0),
    createTables: ({ register: created }) => {
      own.held = created;
      return Promise.resolve(added);
    },
    addRoundSheet: () => Promise.reject(new Error("No round is made here")),
    removeAdded: () => Promise.resolve(void (own.held = null)),
    sheetContents: () => Promise.resolve([]),
    readSheets: () => Promise.resolve([]),
    removeRows: () => Promise.resolve(true),
    keptMapping: () => Promise.resolve(null),
    keepMapping: () => Promise.resolve(),
    markSheet: () => Promise.reject(new ExcelError("unexpected", "there is no sheet here")),
    unmarkSheet: () => Promise.resolve(true),
    readSelectedRow: () => {
      const table = read().find(({ name }) => name === "Tacite_Contrats");
      return Promise.resolve(table === undefined ? null : { ...table, rows: table.rows.slice(0, 1) });
    },
    goTo: () => Promise.resolve(),
  };
  const changeByHand = (change: (held: Register) => Register, table: TableName) => {
    own.held = change(own.held ?? firm);
    for (const listener of listeners) listener(table);
  };
  return Object.assign(own, { port, changeByHand });
}

/** What the workbook says that it was given. */
const added = { sheets: [{ id: "1", name: "Contrats" }], names: [], columns: [], settings: [], olderVersion: null, activeSheet: "0" }; // prettier-ignore

function rawTables(held: Register): readonly ReadTable[] {
  const names = Object.keys(tables) as TableName[];
  return [
    ...names.map((table): ReadTable => {
      const columns = columnsOf(table).map(([name]) => name);
      const rows = (held[table] as readonly Row<TableName>[]).map((row) => encodeRow(table, row as never));
      return rawTable(tables[table].excelName, table, columns.map((name) => columnHeader(words, table, name)), rows.map((row) => columns.map((name) => row[name] ?? null))); // prettier-ignore
    }),
    rawTable(
      SETTINGS_TABLE,
      "settings",
      Object.values(SETTINGS_HEADERS),
      settingNames.map((name) => [words.settings[name], encodeCell(settings[name], held.settings[name]), null, name]),
    ),
  ];
}

function rawTable(
  name: string,
  sheetId: string,
  headers: readonly string[],
  rows: ReadTable["rows"][number]["cells"][],
) {
  const lines = rows.map((cells, i) => ({ row: i + 2, cells }));
  return { name, sheet: sheetId, sheetId, headerRow: 1, firstColumn: 1, headers, rows: lines };
}

let keys = 0;
const sessionOn = ({ port }: { readonly port: ExcelPort }) =>
  createSession(port, {
    today: () => today,
    at: () => `${today} 09:00`,
    who: () => "Lucie",
    newKey: (prefix) => `${prefix}-${String((keys += 1))}`,
  });

async function open(workbook: { readonly port: ExcelPort }) {
  const session = sessionOn(workbook);
  await session.open();
  return session;
}

const openedIn = (session: ReturnType<typeof sessionOn>) => {
  const state = session.state();
  if (state.kind !== "ready") throw new Error(`The register is not open: ${JSON.stringify(state)}`);
  return state.opened;
};

describe("opening a workbook", () => {
  it("tells how far it is, then what is due, and shows the states in the sheets", async () => {
    const workbook = workbookWith(firm);
    const session = sessionOn(workbook);
    const states: string[] = [];
    session.subscribe(() => states.push(session.state().kind));
    await session.open();
    expect(states).toEqual(["opening", "opening", "ready"]);
    expect(openedIn(session).plan.contracts).toHaveLength(1);
    expect(workbook.shown[0]).toMatchObject({ contracts: new Map([["2026-001", expect.objectContaining({ clientName: "Martin", stateOn: today })]]) }); // prettier-ignore
  });

  it("knows the contract of the selected row", async () => {
    const session = await open(workbookWith(firm));
    expect(session.state()).toMatchObject({ selected: "2026-001" });
  });

  it("says that a workbook is no register, and can make it one", async () => {
    const session = await open(workbookWith(null));
    expect(session.state()).toEqual({ kind: "notARegister" });
    expect(await session.perform(logVisit, visit)).toEqual({ kind: "failed", problem: "tableMissing" });
    expect(await session.setUp(true)).toEqual({ kind: "setUp", added });
    expect(openedIn(session).register.contracts.length).toBeGreaterThan(50);
  });

  it("takes the sheets back that it made, unless something was typed in them since", async () => {
    const workbook = workbookWith(null);
    const session = await open(workbook);
    expect(await session.undo(setUpBatch)).toEqual({ kind: "setUpKept" });
    await session.setUp(true);
    const asMade = openedIn(session).register;
    workbook.changeByHand((held) => ({ ...held, contracts: held.contracts.slice(1) }), "contracts");
    expect(await session.undo(setUpBatch)).toEqual({ kind: "setUpKept" });
    workbook.changeByHand(() => asMade, "contracts");
    expect(await session.undo(setUpBatch)).toEqual({ kind: "setUpUndone" });
    expect(session.state()).toEqual({ kind: "notARegister" });
    expect(await session.undo(setUpBatch)).toEqual({ kind: "setUpKept" });
  });

  it("says that it was written by a newer Tacite", async () => {
    const session = await open(workbookWith({ ...firm, settings: { ...firm.settings, schemaVersion: 9 } }));
    expect(session.state()).toEqual({ kind: "newerSchema", version: 9, known: 1 });
  });

  it("says why Excel refused", async () => {
    const workbook = workbookWith(firm);
    const session = sessionOn({ port: { ...workbook.port, openWorkbook: () => Promise.reject(new ExcelError("offline", "")) } }); // prettier-ignore
    await session.open();
    expect(session.state()).toEqual({ kind: "failed", problem: "offline" });
  });
});

describe("performing an action", () => {
  it("writes it with its line in the Journal and what the sheets then show, all at once", async () => {
    const workbook = workbookWith(firm);
    const session = await open(workbook);
    const outcome = await session.perform(logVisit, visit);
    expect(outcome).toMatchObject({ kind: "done", summary: { code: "logVisit" } });
    expect(workbook.requests).toHaveLength(1);
    expect(workbook.requests[0]?.changes.map(({ kind, table }) => `${kind} ${table}`)).toEqual(["insert interventions", "insert journal"]); // prettier-ignore
    const [row] = openedIn(session).register.interventions;
    expect(workbook.requests[0]?.statuses).toMatchObject({
      contracts: new Map([["2026-001", { nextVisit: expect.any(String) }]]),
      interventions: new Map([[row?.id, { clientName: "Martin" }]]),
    });
    expect(openedIn(session).positions.interventions?.rows.get(row?.id ?? "")).toBe(2);
  });

  it("writes nothing when the rules refuse", async () => {
    const workbook = workbookWith(firm);
    const session = await open(workbook);
    expect(await session.perform(logVisit, { ...visit, contract: "2020-999" })).toMatchObject({ kind: "refused" });
    expect(workbook.requests).toEqual([]);
  });

  it("undoes, also after a restart", async () => {
    const workbook = workbookWith(firm);
    await (await open(workbook)).perform(logVisit, visit);
    const session = await open(workbook);
    const batch = session.lastBatch();
    expect(await session.undo(batch ?? "")).toMatchObject({ kind: "done", summary: { code: "undo" } });
    expect(workbook.held?.interventions).toEqual([]);
    expect(session.lastBatch()).toBeNull();
  });

  it("reads again and says so when somebody was faster", async () => {
    const planned = intervention({ id: "I1", plannedOn: "2026-11-24" });
    const workbook = workbookWith({ ...firm, interventions: [planned] });
    const session = await open(workbook);
    workbook.held = { ...firm, interventions: [{ ...planned, outcome: "cancelled" }] };
    expect(await session.perform(logVisit, visit)).toEqual({ kind: "conflict", table: "interventions", key: "I1" });
    expect(openedIn(session).register.interventions[0]?.outcome).toBe("cancelled");
  });

  it("first takes note of what was changed by hand", async () => {
    const workbook = workbookWith(firm);
    const session = await open(workbook);
    workbook.changeByHand(
      (held) => ({ ...held, contracts: [contract(), contract({ number: "2026-002" })] }),
      "contracts",
    );
    expect(await session.perform(logVisit, { ...visit, contract: "2026-002" })).toMatchObject({ kind: "done" });
    expect(openedIn(session).plan.contracts).toHaveLength(2);
  });

  it("tries again while Excel is busy, and never writes twice what was written without an answer", async () => {
    const workbook = workbookWith(firm);
    const session = await open(workbook);
    const write = workbook.port.writeChanges;
    workbook.failures.push(new ExcelError("workbookBusy", ""));
    expect(await session.perform(logVisit, visit)).toMatchObject({ kind: "done" });
    workbook.port.writeChanges = async (request) => {
      await write(request);
      throw new ExcelError("workbookBusy", "");
    };
    expect(await session.perform(logVisit, { ...visit, outcome: "partial" })).toMatchObject({ kind: "done" });
    expect(workbook.held?.interventions.map(({ outcome }) => outcome)).toEqual(["done", "partial"]);
    expect(openedIn(session).register.interventions).toHaveLength(2);
  });

  it("says why Excel refused to write", async () => {
    const workbook = workbookWith(firm);
    const session = await open(workbook);
    workbook.failures.push(new ExcelError("filterOn", "Interventions"));
    expect(await session.perform(logVisit, visit)).toEqual({ kind: "failed", problem: "filterOn" });
    expect(openedIn(session).register.interventions).toEqual([]);
  });

  it("repairs copied keys, and the problem is gone", async () => {
    const workbook = workbookWith({ ...firm, contracts: [contract(), contract()] });
    const session = await open(workbook);
    expect(openedIn(session).problems.map(({ code }) => code)).toContain("duplicateKey");
    workbook.port.writeChanges = ({ positions }) => Promise.resolve({ kind: "written", positions });
    const rows = [{ table: "contracts", key: "2026-001~3" }] as const;
    expect(await session.perform(repairKeys, { rows })).toMatchObject({ kind: "done" });
    expect(openedIn(session).plan.problems.map(({ code }) => code)).not.toContain("duplicateKey");
  });

  it("loses and doubles nothing when two panes log visits at the same time", async () => {
    const numbers = Array.from({ length: 20 }, (_, i) => `2026-${String(i + 1).padStart(3, "0")}`);
    const workbook = workbookWith({ ...firm, contracts: numbers.map((number) => contract({ number })) });
    const panes = await Promise.all([open(workbook), open(workbook)]);
    const log = (pane: number) =>
      numbers.map((number) =>
        panes[pane]?.perform(logVisit, { contract: number, outcome: "partial", technician: String(pane) }),
      );
    const outcomes = await Promise.all([...log(0), ...log(1)]);
    expect(outcomes.map((outcome) => outcome?.kind)).toEqual(Array.from({ length: 40 }, () => "done"));
    expect(new Set(workbook.held?.interventions.map(({ contract: number, technician }) => `${number} ${technician ?? ""}`)).size).toBe(40); // prettier-ignore
  });
});
