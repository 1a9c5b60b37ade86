import { initSync, Model } from "@ironcalc/wasm";
import { type CellValue, isCellError } from "../model/cell";

/** Computes one formula, written without references: `slots` holds what stands in place of {0}, {1}… */
export type Engine = {
  readonly compute: (formula: string, slots: readonly (readonly (readonly CellValue[])[])[]) => CellValue;
};

/** How many formulas stay ready; a workbook has few that differ by more than the cells they look at. */
const MOST_SHEETS = 200;
/** The engine remembers each input for its undo; starting again keeps it small. */
const MOST_INPUTS = 20_000;

type Place = { readonly row: number; readonly column: number; readonly rows: number; readonly columns: number };

/** A scratch sheet of the engine: the formula in A1, its result as text in B1, and below them what it looks at. */
type Scratch = {
  readonly model: Model;
  readonly places: readonly Place[];
  readonly written: Map<string, CellValue>;
  inputs: number;
};

/** Starts IronCalc. @param wasm the content of its .wasm file */
export function startEngine(wasm: BufferSource | WebAssembly.Module): Engine {
  initSync({ module: wasm });
  const ready = new Map<string, Scratch>();
  return {
    compute: (formula, slots) => {
      const key = `${formula}\n${slots.map((slot) => `${slot.length}x${slot[0]?.length ?? 0}`).join()}`;
      const known = ready.get(key);
      const scratch = known === undefined || known.inputs > MOST_INPUTS ? scratchOf(formula, slots) : known;
      if (scratch !== known) {
        known?.model.free();
        dropOldest(ready);
        ready.set(key, scratch);
      }
      slots.forEach((slot, index) => write(scratch, scratch.places[index], slot));
      scratch.model.evaluate();
      return resultOf(scratch.model);
    },
  };
}

function dropOldest(ready: Map<string, Scratch>): void {
  const oldest = ready.size < MOST_SHEETS ? undefined : ready.keys().next().value;
  if (oldest === undefined) return;
  ready.get(oldest)?.model.free();
  ready.delete(oldest);
}

function scratchOf(formula: string, slots: readonly (readonly (readonly CellValue[])[])[]): Scratch {
  const model = new Model("scratch", "en", "UTC", "en");
  model.pauseEvaluation();
  let column = 1;
  const places = slots.map((slot): Place => {
    const place = { row: 2, column, rows: slot.length, columns: slot[0]?.length ?? 0 };
    column += place.columns;
    return place;
  });
  const text = formula.replace(/\{(\d+)\}/g, (_, index: string) => addressOf(places[Number(index)]));
  model.setUserInput(0, 1, 1, `=${text}`);
  model.setUserInput(0, 1, 2, '=A1&""');
  return { model, places, written: new Map(), inputs: 0 };
}

function addressOf(place: Place | undefined): string {
  if (place === undefined) return "#REF!";
  const corner = (row: number, column: number): string => `$${letters(column)}$${row}`;
  const first = corner(place.row, place.column);
  if (place.rows === 1 && place.columns === 1) return first;
  return `${first}:${corner(place.row + place.rows - 1, place.column + place.columns - 1)}`;
}

function letters(column: number): string {
  let text = "";
  for (let rest = column; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    text = String.fromCharCode(65 + ((rest - 1) % 26)) + text;
  }
  return text;
}

function write(scratch: Scratch, place: Place | undefined, slot: readonly (readonly CellValue[])[]): void {
  if (place === undefined) return;
  slot.forEach((line, down) =>
    line.forEach((value, along) => {
      const key = `${place.row + down}:${place.column + along}`;
      const before = scratch.written.get(key) ?? null;
      if (before === value || (isCellError(before) && isCellError(value) && before.error === value.error)) return;
      scratch.model.setUserInput(0, place.row + down, place.column + along, inputOf(value));
      scratch.written.set(key, value);
      scratch.inputs += 1;
    }),
  );
}

function inputOf(value: CellValue): string {
  if (value === null) return "";
  if (isCellError(value)) return value.error;
  return typeof value === "string" ? `'${value}` : String(value).toUpperCase();
}

/** What the engine calls the kinds of a result. */
const kinds = { number: 1, text: 2, boolean: 4, error: 16 };

function resultOf(model: Model): CellValue {
  switch (model.getCellType(0, 1, 1)) {
    case kinds.number:
      return Number(model.getFormattedCellValue(0, 1, 2));
    case kinds.boolean:
      return model.getFormattedCellValue(0, 1, 1) === "TRUE";
    case kinds.error:
      return { error: excelError(model.getFormattedCellValue(0, 1, 1)) };
    default:
      return model.getFormattedCellValue(0, 1, 1);
  }
}

/** The engine has errors of its own for what Excel would not have let in. */
function excelError(error: string): string {
  return error === "#ERROR!" || error === "#N/IMPL!" ? "#NAME?" : error;
}
