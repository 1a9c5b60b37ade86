import { type Area, boundingArea, intersection, lastRowOf } from "../model/area";
import { type CellValue, isCellError } from "../model/cell";
import { putResult, valueAt } from "../model/cells";
import { edit, tell, touch } from "../model/edit";
import { namedArea } from "../model/names";
import type { Calculator, DefinedName, Sheet, Workbook } from "../model/workbook";
import type { Engine } from "./engine";
import { parsedFormula } from "./parsedFormula";
import { slotValues } from "./slotValues";

type Touched = { readonly sheet: Sheet; readonly area: Area };

/** Formulas waiting, by sheet, row and column. */
type Waiting = Map<Sheet, Map<number, Set<number>>>;

/**
 * Computes what an edit changed: every formula of the touched rows, every formula that looks beyond its own row, and
 * those that use a name whose cells changed.
 * @param now the moment as a serial number
 */
export function attachCalculator(workbook: Workbook, engine: Engine, now: () => number): void {
  workbook.calculator = calculatorOf(engine, now);
  edit(workbook, "calculator", () => {
    forEachFormula(workbook, (sheet, row, column, formula) => {
      if (isStale(sheet, row, column, formula)) touch(workbook, sheet, { row, column, rows: 1, columns: 1 });
    });
  });
}

/** The hour is not the one at which the file was written; and who wrote it may have left computing to Excel. */
function isStale(sheet: Sheet, row: number, column: number, formula: string): boolean {
  return valueAt(sheet, row, column) === null || /\b(?:TODAY|NOW)\(/i.test(formula);
}

function calculatorOf(engine: Engine, now: () => number): Calculator {
  return {
    changed: (workbook, areas) => {
      const waiting: Waiting = new Map();
      for (const touched of areas) waitRows(waiting, touched);
      waitWide(workbook, waiting);
      let changed = [...areas, ...computeAll(workbook, waiting, engine, now)];
      // A name may hold a formula that uses another name; a dozen steps is more than anyone nests.
      for (let round = 0; round < 12; round++) {
        const names = workbook.names.filter((name) => isTouched(workbook, name, changed));
        if (names.length === 0) return;
        const users = waitUsers(workbook, names);
        if (round === 0) waitWide(workbook, users);
        changed = computeAll(workbook, users, engine, now);
      }
    },
    all: (workbook) => {
      const waiting: Waiting = new Map();
      forEachFormula(workbook, (sheet, row, column) => wait(waiting, sheet, row, column));
      computeAll(workbook, waiting, engine, now);
    },
  };
}

function waitRows(waiting: Waiting, { sheet, area }: Touched): void {
  const visit = (row: number): void => {
    sheet.rows.get(row)?.formulas?.forEach((formula, column) => {
      if (typeof formula === "string") wait(waiting, sheet, row, column);
    });
  };
  if (area.rows > sheet.rows.size) {
    for (const row of sheet.rows.keys()) if (row >= area.row && row <= lastRowOf(area)) visit(row);
  } else for (let row = area.row; row <= lastRowOf(area); row++) visit(row);
}

function waitWide(workbook: Workbook, waiting: Waiting): void {
  for (const sheet of workbook.sheets) {
    for (const key of sheet.wideFormulas) {
      const [row = 0, column = 0] = key.split(":").map(Number);
      wait(waiting, sheet, row, column);
    }
  }
}

/** Rows whose formulas use one of the names: the other formulas of the row may look at these. */
function waitUsers(workbook: Workbook, names: readonly DefinedName[]): Waiting {
  const waiting: Waiting = new Map();
  const pattern = new RegExp(`(?:${names.map(({ name }) => name.replace(/[.\\]/g, "\\$&")).join("|")})`, "i");
  forEachFormula(workbook, (sheet, row, _column, formula) => {
    const waits = pattern.test(formula) && waiting.get(sheet)?.has(row) !== true;
    if (waits) waitRows(waiting, { sheet, area: { row, column: 0, rows: 1, columns: 1 } });
  });
  return waiting;
}

function wait(waiting: Waiting, sheet: Sheet, row: number, column: number): void {
  const rows = waiting.get(sheet) ?? new Map<number, Set<number>>();
  waiting.set(sheet, rows);
  const columns = rows.get(row) ?? new Set<number>();
  rows.set(row, columns);
  columns.add(column);
}

function isTouched(workbook: Workbook, name: DefinedName, touched: readonly Touched[]): boolean {
  const place = namedArea(workbook, name);
  return place !== null && touched.some(({ sheet, area }) => sheet === place.sheet && intersection(area, place.area));
}

/** Computes what waits, each after what it looks at. @returns the cells whose value became another */
function computeAll(workbook: Workbook, waiting: Waiting, engine: Engine, now: () => number): Touched[] {
  const changed: Touched[] = [];
  const take = (sheet: Sheet, row: number, column: number): boolean =>
    waiting.get(sheet)?.get(row)?.delete(column) === true;
  const seen = (sheet: Sheet, row: number, column: number): CellValue => {
    if (take(sheet, row, column)) compute(sheet, row, column);
    return valueAt(sheet, row, column);
  };
  const compute = (sheet: Sheet, row: number, column: number): void => {
    const formula = sheet.rows.get(row)?.formulas?.[column];
    if (typeof formula !== "string") return;
    const { text, slots } = parsedFormula(formula);
    const view = { workbook, sheet, row, valueAt: seen, now };
    const value = engine.compute(
      text,
      slots.map((slot) => slotValues(slot, view)),
    );
    if (sameValue(value, valueAt(sheet, row, column))) return;
    putResult(sheet, row, column, value);
    changed.push({ sheet, area: { row, column, rows: 1, columns: 1 } });
  };
  for (const [sheet, rows] of waiting) {
    for (const [row, columns] of rows)
      for (const column of [...columns]) if (take(sheet, row, column)) compute(sheet, row, column);
  }
  tellCalculated(workbook, changed);
  return changed;
}

function tellCalculated(workbook: Workbook, changed: readonly Touched[]): void {
  const areas = new Map<Sheet, Area>();
  for (const { sheet, area } of changed) areas.set(sheet, boundingArea(areas.get(sheet) ?? area, area));
  for (const [sheet, area] of areas) tell(workbook, { kind: "calculated", sheet, area });
}

function sameValue(a: CellValue, b: CellValue): boolean {
  return a === b || (isCellError(a) && isCellError(b) && a.error === b.error);
}

function forEachFormula(
  workbook: Workbook,
  visit: (sheet: Sheet, row: number, column: number, formula: string) => void,
): void {
  for (const sheet of workbook.sheets) {
    for (const [row, { formulas }] of sheet.rows) {
      formulas?.forEach((formula, column) => {
        if (typeof formula === "string") visit(sheet, row, column, formula);
      });
    }
  }
}
