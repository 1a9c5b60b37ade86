import { type Area, areaBetween, contains, maxColumns, maxRows } from "../../model/area";
import { listen } from "../../model/edit";
import { mergeAround } from "../../model/cells";
import { select } from "../../model/selection";
import { layOutColumns } from "../../model/sheets";
import type { Sheet } from "../../model/workbook";
import { clearContents, writeCells } from "../../model/writeCells";
import { attempt, change, type Desk, person, undo } from "../desk";
import { editText } from "../../model/editText";
import { element } from "../element";
import { createCellEditor, type EditEnd } from "./cellEditor";
import { type Copied, copiedText, pastedCells } from "./clipboard";
import type { ConditionalLook } from "./conditionalLook";
import { type Drawing, drawCells, placeOf } from "./drawCells";
import { drawCharts } from "./drawCharts";
import { type Geometry, geometryOf, gutterWidth, headerHeight, rowHeight } from "./geometry";
import { allAround, between, moved, type Spot, stepped } from "./moves";

/** The cells of the sheet on show. */
export type Grid = {
  readonly root: HTMLElement;
  readonly active: () => Spot;
  readonly focus: () => void;
  /** Keeps or drops what is typed in the cell, as the formula bar asks. */
  readonly startEdit: (text: string | null) => void;
  readonly endEdit: (end: EditEnd, text: string) => boolean;
  readonly close: () => void;
};

export type GridHooks = {
  /** A column's filter button was asked for; `at` is where its menu opens. */
  readonly openFilter: (sheet: Sheet, column: number, at: DOMRect) => void;
  readonly selected: () => void;
  readonly typed: (text: string) => void;
};

export function createGrid(desk: Desk, conditional: ConditionalLook, hooks: GridHooks): Grid {
  const { workbook } = desk;
  const cells = element("div", {
    class: "cells",
    role: "grid",
    tabindex: 0,
    "aria-multiselectable": "true",
  });
  // As large as the sheet, so that the cells, which stay in sight, can be scrolled over it.
  const spacer = element("div", { class: "spacer" }, cells);
  const scroller = element("div", { class: "scroller", tabindex: -1 }, spacer);
  const editor = createCellEditor((end, text) => endEdit(end, text), hooks.typed);
  const charts = element("div", { class: "charts" });
  const root = element("div", { class: "sheet" }, scroller, charts, editor.box);

  let sheet = workbook.active;
  let geometry: Geometry = geometryOf(sheet, Infinity);
  let anchor: Spot = { row: sheet.selection.row, column: sheet.selection.column };
  let focusSpot: Spot = anchor;
  let edited: { readonly sheet: Sheet; readonly spot: Spot } | null = null;
  let drawing: Drawing | null = null;
  let planned = false;
  let stale = true;
  const scrolls = new Map<string, { readonly left: number; readonly top: number }>();

  const plan = (): void => {
    if (planned) return;
    planned = true;
    requestAnimationFrame(() => {
      planned = false;
      draw();
    });
  };

  const measure = (): void => {
    stale = false;
    geometry = geometryOf(sheet, scroller.clientWidth - gutterWidth);
    spacer.style.width = `${gutterWidth + geometry.totalWidth}px`;
    spacer.style.height = `${headerHeight + geometry.slots * rowHeight}px`;
    cells.setAttribute("aria-rowcount", String(geometry.rowOf(geometry.slots - 1) + 2));
    cells.setAttribute("aria-colcount", String(geometry.columns + 1));
    cells.setAttribute("aria-label", `Feuille ${sheet.name}`);
  };

  const draw = (): void => {
    if (stale) measure();
    const { clientWidth, clientHeight, scrollLeft, scrollTop } = scroller;
    cells.style.width = `${clientWidth}px`;
    cells.style.height = `${clientHeight}px`;
    const sight = {
      x: scrollLeft,
      y: scrollTop,
      width: clientWidth - gutterWidth,
      height: clientHeight - headerHeight,
    };
    drawing = { workbook, sheet, geometry, sight, conditional, selection: sheet.selection, active: anchor };
    cells.replaceChildren(...drawCells(drawing));
    charts.style.left = `${gutterWidth}px`;
    charts.style.top = `${headerHeight}px`;
    charts.style.width = `${sight.width}px`;
    charts.style.height = `${sight.height}px`;
    charts.replaceChildren(...drawCharts(drawing));
    // Scrolled out of sight, the active cell is not on the page.
    const isSeen = document.getElementById("active-cell") !== null;
    if (isSeen) cells.setAttribute("aria-activedescendant", "active-cell");
    else cells.removeAttribute("aria-activedescendant");
    placeEditor();
  };

  const placeEditor = (): void => {
    if (edited === null || drawing === null) return;
    const { left, top, width } = placeOf(drawing, geometry.slotOf(edited.spot.row), edited.spot.column);
    editor.box.style.left = `${left}px`;
    editor.box.style.top = `${top}px`;
    editor.box.style.minWidth = `${width + 1}px`;
    editor.box.style.width = `${Math.max(width + 1, Math.min(420, editor.box.value.length * 7.5 + 16))}px`;
  };

  const reveal = ({ row, column }: Spot): void => {
    if (stale) measure();
    const slot = geometry.slotOf(row);
    if (slot >= geometry.frozenSlots) {
      const above = slot * rowHeight - geometry.frozenSlots * rowHeight;
      const below = headerHeight + (slot + 1) * rowHeight - scroller.clientHeight;
      scroller.scrollTop = Math.max(below, Math.min(scroller.scrollTop, above));
    }
    if (column >= geometry.frozenColumns) {
      const before = geometry.left(column) - geometry.frozenWidth;
      const after = gutterWidth + geometry.left(column + 1) - scroller.clientWidth;
      scroller.scrollLeft = Math.min(before, Math.max(after, scroller.scrollLeft));
    }
  };

  const selectArea = (area: Area, from: Spot, to: Spot): void => {
    anchor = from;
    focusSpot = to;
    attempt(desk, () => select(workbook, person, sheet, area));
  };
  const goTo = (wanted: Spot, extend: boolean): void => {
    const merge = mergeAround(sheet, wanted.row, wanted.column);
    const spot = merge === null || extend ? wanted : { row: merge.row, column: merge.column };
    if (merge !== null && !extend) selectArea(merge, spot, spot);
    else if (extend) selectArea(between(anchor, spot), anchor, spot);
    else selectArea(areaBetween(spot.row, spot.column, spot.row, spot.column), spot, spot);
    reveal(spot);
  };

  const startEdit = (text: string | null): void => {
    if (editor.isOpen()) return;
    edited = { sheet, spot: anchor };
    reveal(anchor);
    draw();
    desk.setTyping(true);
    editor.open(text ?? editText(workbook, sheet, anchor.row, anchor.column));
    placeEditor();
  };

  const endEdit = (end: EditEnd, text: string): boolean => {
    const place = edited ?? { sheet, spot: anchor };
    const { row, column } = place.spot;
    // Closing first: the box loses the focus on the way, which would end the edit a second time.
    edited = null;
    editor.close();
    desk.setTyping(false);
    const changed = end.kind === "commit" && text !== editText(workbook, place.sheet, row, column);
    const done =
      !changed || change(desk, () => writeCells(workbook, person, { sheet: place.sheet, row, column }, [[text]]));
    const leaves = end.kind === "commit" && end.move === "stay";
    if (!leaves) cells.focus({ preventScroll: true });
    if (stale) measure();
    if (end.kind === "commit" && done && !leaves) goTo(afterEdit(place.spot, end.move), false);
    hooks.selected();
    return done;
  };

  const afterEdit = (spot: Spot, move: "down" | "up" | "right" | "left" | "stay"): Spot => {
    const steps = { down: [1, 0], up: [-1, 0], right: [0, 1], left: [0, -1], stay: [0, 0] } as const;
    const [down, along] = steps[move];
    return stepped(geometry, spot, down, along);
  };

  /** The cell under a point of the window. */
  const spotAt = (clientX: number, clientY: number): Spot => {
    if (stale) measure();
    const box = scroller.getBoundingClientRect();
    const x = clientX - box.left - gutterWidth;
    const y = clientY - box.top - headerHeight;
    const column = geometry.columnAt(x < geometry.frozenWidth ? Math.max(0, x) : x + scroller.scrollLeft);
    const slot = Math.floor(
      (y < geometry.frozenSlots * rowHeight ? Math.max(0, y) : y + scroller.scrollTop) / rowHeight,
    );
    return {
      row: geometry.rowOf(Math.min(slot, geometry.slots - 1)),
      column: Math.min(column, geometry.columns - 1),
    };
  };

  const follow = (move: (event: PointerEvent) => void): void => {
    const stop = (): void => {
      window.removeEventListener("pointermove", move);
      window.removeEventListener("pointerup", stop);
    };
    window.addEventListener("pointermove", move);
    window.addEventListener("pointerup", stop);
  };

  const resizeColumn = (column: number, from: number): void => {
    const width = geometry.width(column);
    follow(({ clientX }) => {
      const characters = Math.max(1, Math.round((width + clientX - from - 5) / 7));
      change(desk, () => layOutColumns(workbook, person, sheet, { first: column, count: 1 }, { width: characters }));
    });
  };

  const pressed = (event: PointerEvent): void => {
    const target = event.target instanceof HTMLElement ? event.target : null;
    if (event.button !== 0 || target === null) return;
    event.preventDefault();
    cells.focus({ preventScroll: true });
    const { edge, filter } = target.dataset;
    if (edge !== undefined) return resizeColumn(Number(edge), event.clientX);
    const { column } = target.closest<HTMLElement>("[data-column]")?.dataset ?? {};
    const { row } = target.closest<HTMLElement>("[data-row]")?.dataset ?? {};
    if (target.closest("[data-corner]") !== null) return wholeSheet();
    if (column !== undefined) {
      const spot = { row: 0, column: Number(column) };
      return selectArea({ ...spot, rows: maxRows, columns: 1 }, spot, spot);
    }
    if (row !== undefined) {
      const spot = { row: Number(row), column: 0 };
      return selectArea({ ...spot, rows: 1, columns: maxColumns }, spot, spot);
    }
    goTo(spotAt(event.clientX, event.clientY), event.shiftKey);
    if (filter !== undefined) return hooks.openFilter(sheet, Number(filter), target.getBoundingClientRect());
    follow((move) => goTo(spotAt(move.clientX, move.clientY), true));
  };

  const wholeSheet = (): void => selectArea(allAround(sheet, anchor), anchor, anchor);

  const openFilterHere = (): void => {
    const table = sheet.tables.find(({ area }) => contains(area, anchor.row, anchor.column));
    const here = document.getElementById("active-cell")?.getBoundingClientRect();
    if (table?.filterButtons === true && here !== undefined) hooks.openFilter(sheet, anchor.column, here);
  };

  const keyed = (event: KeyboardEvent): void => {
    // A key may come before the frame that draws what the last one did.
    if (stale) measure();
    const { key, ctrlKey, metaKey, altKey, shiftKey } = event;
    const page = Math.max(1, Math.floor((scroller.clientHeight - headerHeight) / rowHeight) - geometry.frozenSlots - 1);
    const command = ctrlKey || metaKey;
    if (altKey && key === "ArrowDown") openFilterHere();
    else if (key === "Enter") goTo(stepped(geometry, anchor, shiftKey ? -1 : 1, 0), false);
    else if (key === "F2") startEdit(null);
    else if (key === "Delete") change(desk, () => clearContents(workbook, person, sheet, clearable()));
    else if (key === "Backspace") startEdit("");
    else if (command && !altKey && key.toLowerCase() === "a") wholeSheet();
    else if (command && !altKey && "yz".includes(key.toLowerCase())) undo(desk, shiftKey || key.toLowerCase() === "y");
    else if ((key.length === 1 || key === "Dead") && (!command || altKey) && !(key === " " && (shiftKey || command))) {
      // The box has the focus before the character comes, so that accents typed in two keys arrive whole.
      startEdit("");
      return;
    } else {
      const spot = moved(sheet, geometry, shiftKey ? focusSpot : anchor, event, page);
      if (spot === null) return;
      goTo(spot, shiftKey);
    }
    event.preventDefault();
  };

  /** A whole column is a million cells: only those that hold something need be emptied. */
  const clearable = (): Area => {
    const { row, column, rows, columns } = sheet.selection;
    return {
      row,
      column,
      rows: Math.min(rows, geometry.rowOf(geometry.slots - 1)),
      columns: Math.min(columns, geometry.columns),
    };
  };

  const showSheet = (): void => {
    scrolls.set(sheet.id, { left: scroller.scrollLeft, top: scroller.scrollTop });
    sheet = workbook.active;
    const { row, column } = sheet.selection;
    anchor = { row, column };
    focusSpot = anchor;
    measure();
    const before = scrolls.get(sheet.id);
    scroller.scrollTo(before?.left ?? 0, before?.top ?? 0);
  };

  const stopListening = listen(workbook, (event) => {
    const look = event.kind === "selection" || event.kind === "sheetActivated";
    if (!look) stale = true;
    if (workbook.active !== sheet) showSheet();
    if (event.kind === "selection" && event.sheet === sheet && !contains(sheet.selection, anchor.row, anchor.column)) {
      anchor = { row: sheet.selection.row, column: sheet.selection.column };
      focusSpot = anchor;
      reveal(anchor);
    }
    plan();
    if (event.kind !== "calculated") hooks.selected();
  });

  scroller.addEventListener("scroll", draw, { passive: true });
  cells.addEventListener("pointerdown", pressed);
  cells.addEventListener("dblclick", (event) => {
    const inCell = event.target instanceof HTMLElement && event.target.closest(".cell") !== null;
    if (inCell) startEdit(null);
  });
  cells.addEventListener("keydown", keyed);
  let copied: Copied | null = null;
  const copy = (event: ClipboardEvent): void => {
    copied = { text: copiedText(workbook, sheet, sheet.selection), sheet, area: sheet.selection };
    event.clipboardData?.setData("text/plain", copied.text);
    event.preventDefault();
  };
  const paste = (text: string): void => {
    const inputs = pastedCells(workbook, text, copied, { sheet, area: sheet.selection, ...anchor });
    change(desk, () => writeCells(workbook, person, { sheet, ...inputs.at }, inputs.cells));
  };
  cells.addEventListener("copy", copy);
  cells.addEventListener("cut", (event) => {
    copy(event);
    copied = null;
    change(desk, () => clearContents(workbook, person, sheet, clearable()));
  });
  cells.addEventListener("paste", (event) => {
    const text = event.clipboardData?.getData("text/plain") ?? "";
    event.preventDefault();
    if (text !== "") paste(text);
  });
  const resized = new ResizeObserver(() => {
    stale = true;
    plan();
  });
  resized.observe(scroller);
  measure();

  return {
    root,
    active: () => anchor,
    focus: () => cells.focus({ preventScroll: true }),
    startEdit,
    endEdit,
    close: () => {
      stopListening();
      resized.disconnect();
    },
  };
}
