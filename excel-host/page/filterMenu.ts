import { contains, lastRowOf } from "../model/area";
import { cellAt } from "../model/cells";
import { displayText } from "../model/displayText";
import { filterColumn } from "../model/filtering";
import { sortTable } from "../model/sorting";
import { tableAround } from "../model/writeCells";
import type { Sheet, Table, TableColumn } from "../model/workbook";
import { bodyArea } from "../model/writeCells";
import { change, type Desk, person } from "./desk";
import { button, element } from "./element";
import { popUp } from "./menu";

/** A list longer than this is searched, not read. */
const MOST_VALUES = 400;

/** The menu of a column's filter button: sorting, and the values to show. */
export function openFilterMenu(
  desk: Desk,
  sheet: Sheet,
  at: { readonly row: number; readonly column: number },
  place: DOMRect,
  grid: HTMLElement,
): void {
  const table =
    tableAround(sheet, at.row, at.column) ?? sheet.tables.find(({ area }) => contains(area, area.row, at.column));
  const column = table?.columns[at.column - table.area.column];
  if (table === undefined || column === undefined) return;
  const { workbook } = desk;
  const run = (work: () => void) => () => {
    close();
    change(desk, work);
  };
  const sorted = (ascending: boolean) => run(() => sortTable(workbook, person, table, [{ column, ascending }]));
  const cleared = run(() => filterColumn(workbook, person, table, column, null));
  const isFiltered = table.filters.has(column.id);
  const choice = valueChoice(desk, table, column);
  const applied = run(() => {
    const values = choice.chosen();
    filterColumn(workbook, person, table, column, values === null ? null : { kind: "values", values });
  });
  const box = element(
    "div",
    { role: "dialog", "aria-label": `Trier et filtrer : ${column.name}`, class: "menu filter-menu" },
    button({}, sorted(true), "Trier de A à Z"),
    button({}, sorted(false), "Trier de Z à A"),
    button({ disabled: !isFiltered }, cleared, `Effacer le filtre de « ${column.name} »`),
    choice.root,
    element(
      "div",
      { class: "menu-end" },
      button({ class: "primary" }, applied, "OK"),
      button({}, () => close(), "Annuler"),
    ),
  );
  const close = popUp(box, place, grid);
  box.addEventListener("keydown", ({ key, target }) => {
    if (key === "Enter" && target instanceof HTMLInputElement) applied();
  });
  box.querySelector("button")?.focus();
}

/** Boxes to tick, one for each thing that the column shows. */
function valueChoice({ workbook }: Desk, table: Table, column: TableColumn) {
  const values = shownValues(workbook, table, column);
  const filter = table.filters.get(column.id);
  const ticked = new Set(filter?.kind === "values" ? values.filter((value) => filter.values.includes(value)) : values);
  const list = element("div", { class: "filter-values", role: "group", "aria-label": "Valeurs à montrer" });
  const search = element("input", { type: "search", placeholder: "Rechercher", "aria-label": "Rechercher une valeur" });
  const matching = (): readonly string[] => {
    const wanted = search.value.trim().toLocaleLowerCase();
    return values.filter((value) => value.toLocaleLowerCase().includes(wanted));
  };
  const tick = (value: string, on: boolean): void => void (on ? ticked.add(value) : ticked.delete(value));
  const draw = (): void => {
    const shown = matching();
    const all = box(
      "(Sélectionner tout)",
      shown.every((value) => ticked.has(value)),
      (on) => {
        for (const value of shown) tick(value, on);
        draw();
      },
    );
    const boxes = shown
      .slice(0, MOST_VALUES)
      .map((value) => box(value === "" ? "(Vides)" : value, ticked.has(value), (on) => tick(value, on)));
    const rest =
      shown.length > MOST_VALUES
        ? [element("p", {}, `Et ${shown.length - MOST_VALUES} autres : précisez la recherche.`)]
        : [];
    list.replaceChildren(all, ...boxes, ...rest);
  };
  search.addEventListener("input", () => {
    ticked.clear();
    for (const value of matching()) ticked.add(value);
    draw();
  });
  draw();
  return {
    root: element("div", {}, search, list),
    /** Null where everything passes. */
    chosen: (): readonly string[] | null => (ticked.size === values.length ? null : [...ticked]),
  };
}

function box(label: string, on: boolean, changed: (on: boolean) => void): HTMLElement {
  const input = element("input", { type: "checkbox" });
  input.checked = on;
  input.addEventListener("change", () => changed(input.checked));
  return element("label", {}, input, label);
}

function shownValues(workbook: Desk["workbook"], table: Table, column: TableColumn): readonly string[] {
  const body = bodyArea(table);
  if (body === null) return [];
  const at = table.area.column + table.columns.indexOf(column);
  const found = new Map<string, string | number>();
  for (let row = body.row; row <= lastRowOf(body); row++) {
    const cell = cellAt(table.sheet, row, at);
    found.set(displayText(workbook, cell), typeof cell.value === "number" ? cell.value : displayText(workbook, cell));
  }
  return [...found].sort(([, a], [, b]) => compared(a, b)).map(([text]) => text);
}

function compared(a: string | number, b: string | number): number {
  if (typeof a === "number" && typeof b === "number") return a - b;
  if (typeof a !== typeof b) return typeof a === "number" ? -1 : 1;
  return String(a).localeCompare(String(b), "fr");
}
