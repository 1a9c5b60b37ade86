import { isDeepStrictEqual } from "node:util";
import { describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import { byHand } from "../../tests/builders/byHand";
import { openInExcel } from "../../tests/builders/excelInNode";
import type { ExcelInNode } from "../../tests/builders/excelInNode";
import { client, contract, intervention, invoice, period, register } from "../../tests/builders/register";
import { logVisit } from "../../domain/actions/logVisit";
import { markPaid } from "../../domain/actions/markPaid";
import { columnHeader } from "../../domain/i18n/columnHeader";
import { workbook as words } from "../../domain/i18n/fr/workbook";
import { suspend } from "../../domain/actions/suspend";
import { columnsOf, keyColumn, tableNames, tables } from "../../domain/workbook/schema";
import type { TableName } from "../../domain/workbook/schema";
import { cellAt, usedArea } from "../../excel-host/model/cells";
import { Refused } from "../../excel-host/model/refused";
import type { Workbook } from "../../excel-host/model/workbook";
import { writeCells } from "../../excel-host/model/writeCells";
import { createTables } from "../excel/createTables";
import type { ExcelPort } from "../excel/excelPort";
import { createSession } from "./createSession";
import type { Environment } from "./environment";
import type { Outcome, Session } from "./session";

const today = "2026-11-24";
const numbers = ["2026-001", "2026-002", "2026-003", "2026-004", "2026-005"];
const firm = register({
  clients: [client()],
  contracts: numbers.map((number) => contract({ number })),
  periods: numbers.map((number) => period({ id: `P-${number}`, contract: number })),
  interventions: numbers.slice(0, 4).map((number, i) => intervention({ id: `I${String(i + 1)}`, contract: number, plannedOn: today })), // prettier-ignore
  invoices: numbers.map((number, i) => invoice({ id: `F${String(i + 1)}`, contract: number, number: `FA-${String(i)}`, issuedOn: "2026-10-01", paidOn: null })), // prettier-ignore
});

let keys = 0;
const environment: Environment = {
  today: () => today,
  at: () => `${today} 09:00`,
  who: () => "Lucie",
  newKey: (prefix) => `${prefix}-${String((keys += 1))}`,
};

/** The column of the user in which nothing of ours is ever written, and his cells beside the tables. */
const own = "À moi";

type Hand = ReturnType<typeof byHand>;
type Edit = { readonly what: string; readonly by: (hand: Hand) => void };

const tableOf = fc.constantFrom<TableName>("contracts", "interventions", "invoices", "journal");
const ours = (table: TableName) => columnsOf(table).filter(([, { role }]) => role === "key" || role === "input");
const columnIn = (table: TableName) =>
  fc.constantFrom(...ours(table).map(([name]) => columnHeader(words, table, name)));
const tableAndColumn = tableOf.chain((table) => fc.tuple(fc.constant(table), columnIn(table)));

const edits: fc.Arbitrary<Edit> = fc.oneof(
  fc.tuple(tableAndColumn, fc.boolean()).map(([[table, header], up]) => ({ what: `sort ${table} by ${header}`, by: (hand: Hand) => hand.sort(table, header, up) })), // prettier-ignore
  tableAndColumn.map(([table, header]) => ({ what: `filter ${table} by ${header}`, by: (hand: Hand) => hand.filter(table, header, "2026-002") })), // prettier-ignore
  tableOf.map((table) => ({ what: `insert lines above ${table}`, by: (hand: Hand) => hand.insertRowsAbove(table) })),
  fc.constantFrom("I1", "I3").map((key) => ({ what: `insert a row above ${key}`, by: (hand: Hand) => hand.insertRowAbove("interventions", key) })), // prettier-ignore
  fc.constantFrom("I2", "I4").map((key) => ({ what: `delete ${key}`, by: (hand: Hand) => hand.deleteRow("interventions", key) })), // prettier-ignore
  fc.tuple(tableOf, fc.nat(5)).map(([table, at]) => ({ what: `add a column to ${table} at ${String(at)}`, by: (hand: Hand) => hand.addColumn(table, at, `${own} ${String(at)}`, "note") })), // prettier-ignore
  fc.tuple(tableAndColumn, fc.nat(8)).map(([[table, header], to]) => ({ what: `move ${header} of ${table} to ${String(to)}`, by: (hand: Hand) => hand.moveColumn(table, header, to) })), // prettier-ignore
  tableAndColumn.map(([table, header]) => ({ what: `rename ${header} of ${table}`, by: (hand: Hand) => hand.renameHeader(table, header, "Autre titre") })), // prettier-ignore
  tableAndColumn.map(([table, header]) => ({ what: `delete ${header} of ${table}`, by: (hand: Hand) => hand.deleteColumn(table, header) })), // prettier-ignore
  tableOf.map((table) => ({ what: `insert columns before ${table}`, by: (hand: Hand) => hand.insertColumnsBefore(table) })), // prettier-ignore
  tableOf.map((table) => ({ what: `rename the sheet of ${table}`, by: (hand: Hand) => hand.renameSheet(table, "Ma feuille") })), // prettier-ignore
  fc.constantFrom("2026-001", "2026-003").map((key) => ({ what: `type in ${key}`, by: (hand: Hand) => hand.type("contracts", key, "Notes", "Sonner deux fois") })), // prettier-ignore
);

/** When they are done: before the action (0), or before one of its exchanges. */
type Timed = { readonly edit: Edit; readonly when: number };
const timed = (least: number) =>
  fc.array(fc.record({ edit: edits, when: fc.nat(5) }), { minLength: least, maxLength: 3 });

type Intention = {
  readonly what: string;
  readonly act: (session: Session) => Promise<Outcome>;
  /** The row that it changes, if it is there already. */
  readonly row: string | null;
  readonly isDone: (content: Content) => boolean;
};

const intentions: readonly Intention[] = [
  {
    what: "log the planned visit",
    act: (session) => session.perform(logVisit, { contract: "2026-001", outcome: "done" }),
    row: "interventions I1",
    isDone: (content) => content.rows.get("interventions I1")?.["Résultat"] === "Fait",
  },
  {
    what: "log an unplanned visit",
    act: (session) => session.perform(logVisit, { contract: "2026-005", outcome: "done" }),
    row: null,
    isDone: (content) => [...content.rows.values()].some((row) => row["N° contrat"] === "2026-005" && row["Résultat"] === "Fait"), // prettier-ignore
  },
  {
    what: "mark an invoice paid",
    act: (session) => session.perform(markPaid, { invoice: "F3" }),
    row: "invoices F3",
    isDone: (content) => content.rows.get("invoices F3")?.["Payée le"] === 46_350,
  },
  {
    what: "suspend a contract",
    act: (session) => session.perform(suspend, { contract: "2026-003", from: today }),
    row: "contracts 2026-003",
    isDone: (content) => content.rows.get("contracts 2026-003")?.["Suspendu du"] === 46_350,
  },
];

type Cells = Readonly<Record<string, unknown>>;
type Content = {
  /** By table and key; rows without a key by what they hold. What Tacite and Excel keep up to date is left out. */
  readonly rows: ReadonlyMap<string, Cells>;
  /** What lies beside the tables and in the user's own columns, in alphabetical order. */
  readonly others: readonly unknown[];
};

function contentOf(workbook: Workbook): Content {
  const rows = new Map<string, Cells>();
  const others: unknown[] = [];
  for (const sheet of workbook.sheets) {
    const used = usedArea(sheet);
    if (used === null) continue;
    for (let row = used.row; row < used.row + used.rows; row += 1) {
      for (let column = used.column; column < used.column + used.columns; column += 1) {
        const isIn = sheet.tables.some(({ area }) => row >= area.row && row < area.row + area.rows && column >= area.column && column < area.column + area.columns); // prettier-ignore
        const { value, formula } = cellAt(sheet, row, column);
        if (!isIn && value !== null && formula === null) others.push(value);
      }
    }
    for (const { name: excelName, area, columns } of sheet.tables) {
      const table = tableNames.find((one) => tables[one].excelName === excelName);
      if (table === undefined) continue;
      const kept = new Set(columnsOf(table).filter(([, { role }]) => role === "status" || role === "formula").map(([name]) => columnHeader(words, table, name))); // prettier-ignore
      for (let row = area.row + 1; row < area.row + area.rows; row += 1) {
        columns.forEach(({ name }, i) => {
          const { value } = cellAt(sheet, row, area.column + i);
          if (name.startsWith(own) && value !== null) others.push(value);
        });
        const cells = Object.fromEntries(
          columns.flatMap(({ name }, i) => (kept.has(name) ? [] : [[name, cellAt(sheet, row, area.column + i).value]])),
        );
        // The blank row of an empty table, or a row inserted for later.
        if (Object.entries(cells).every(([header, value]) => value === null || header.startsWith(own))) continue;
        const key = cells[columnHeader(words, table, keyColumn(table))] ?? cells["Autre titre"];
        rows.set(`${table} ${typeof key === "string" ? key : JSON.stringify(cells)}`, cells);
      }
    }
  }
  return { rows, others: others.map(String).sort((a, b) => a.localeCompare(b)) };
}

const withoutJournal = ({ rows, others }: Content) => ({
  rows: new Map([...rows].filter(([key]) => !key.startsWith("journal "))),
  others,
});

function meanwhile(hand: Hand, edits: readonly Timed[]): void {
  for (const { edit } of edits) {
    try {
      edit.by(hand);
    } catch (error) {
      // Excel refuses, or what was to be edited is gone.
      if (!(error instanceof Refused) && !(error instanceof Error && error.message.startsWith("The table")))
        throw error;
    }
  }
}

/** Does the edits while the work goes on, as long as it has written nothing; what it came to, and what was there before it wrote. */
async function disturbed(excel: ExcelInNode, plan: readonly Timed[], work: () => Promise<Outcome>) {
  const hand = byHand(excel.workbook, "coauthor");
  const at = (moment: number) => plan.filter(({ when }) => when === moment);
  meanwhile(hand, at(0));
  let before = contentOf(excel.workbook);
  excel.exchanges.length = 0;
  excel.meanwhile = (exchange) => {
    if (at(exchange).length === 0 || !isDeepStrictEqual(contentOf(excel.workbook), before)) return;
    meanwhile(hand, at(exchange));
    before = contentOf(excel.workbook);
  };
  const outcome = await work();
  excel.meanwhile = () => undefined;
  const after = contentOf(excel.workbook);
  if (outcome.kind !== "done") {
    expect(after).toEqual(before);
    expect(outcome).not.toMatchObject({ problem: "unexpected" });
  }
  return { outcome, before, after };
}

type Work = Awaited<ReturnType<typeof disturbed>>;

/** The keys of the rows that came or changed. */
const changedIn = ({ before, after }: Work) =>
  [...after.rows].filter(([key, cells]) => !isDeepStrictEqual(before.rows.get(key), cells)).map(([key]) => key);

/** The content in which only what the action did is taken back. */
function without(action: Work, { rows, others }: Content): Content {
  const left = [...rows].flatMap(([key, cells]): [string, Cells][] => {
    const [was, became] = [action.before.rows.get(key), action.after.rows.get(key)];
    if (became === undefined) return [[key, cells]];
    if (was === undefined) return [];
    const back = Object.entries(cells).map(([header, value]) => [header, was[header] === became[header] ? value : was[header]]); // prettier-ignore
    return [[key, Object.fromEntries(back) as Cells]];
  });
  return { rows: new Map(left), others };
}

describe("whatever somebody does in the sheets between reading and acting", () => {
  const saved = (async () => {
    const excel = openInExcel();
    await createTables({ register: firm, statuses: {} });
    const hand = byHand(excel.workbook);
    const { sheet, area } = hand.tableOf("interventions");
    writeCells(excel.workbook, "user", { sheet, row: area.row + area.rows + 3, column: 1 }, [["Mon total", 12]]);
    return excel.save();
  })();

  it("an action hits its own row or none, touches no cell of the user's, and undo puts back what was there", async () => {
    const said = new Map<string, number>();
    const bytes = await saved;
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...intentions),
        timed(1),
        timed(0),
        fc.boolean(),
        async (intention, plan, later, isTold) => {
          const excel = openInExcel(bytes);
          const pane = excel.pane("pane A");
          // Excel does not always tell of what happens.
          const deaf: ExcelPort = { ...pane, openWorkbook: (_, onProgress) => pane.openWorkbook(null, onProgress) };
          const session = createSession(isTold ? pane : deaf, environment);
          await session.open();
          const count = ({ outcome }: Work, what: string) => {
            const word = `${what} ${outcome.kind === "failed" ? outcome.problem : outcome.kind}`;
            said.set(word, (said.get(word) ?? 0) + 1);
          };
          const action = await disturbed(excel, plan, () => intention.act(session));
          count(action, "action");
          if (action.outcome.kind !== "done") return;
          const { batch } = action.outcome;
          expect(action.after.others).toEqual(action.before.others);
          const changed = changedIn(action);
          expect(changed.filter((key) => action.before.rows.has(key))).toEqual(
            intention.row === null ? [] : [intention.row],
          );
          expect([...action.before.rows.keys()].filter((key) => !action.after.rows.has(key))).toEqual([]);
          expect(intention.isDone(action.after)).toBe(true);

          const undo = await disturbed(excel, later, () => session.undo(batch));
          count(undo, "undo");
          if (undo.outcome.kind !== "done") return;
          expect(withoutJournal(undo.after)).toEqual(withoutJournal(without(action, undo.before)));
        },
      ),
      { numRuns: 60, seed: 3 },
    );
    expect(said.get("action done")).toBeGreaterThan(10);
    expect(said.get("undo done")).toBeGreaterThan(5);
  }, 240_000);
});
