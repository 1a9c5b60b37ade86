import { addressOf } from "../model/address";
import { placeNamed } from "../model/placeNamed";
import { select } from "../model/selection";
import { attempt, type Desk, person } from "./desk";
import { editText } from "../model/editText";
import { element } from "./element";
import { endOf } from "./grid/cellEditor";
import type { Grid } from "./grid/grid";

export type FormulaBar = {
  readonly root: HTMLElement;
  readonly refresh: () => void;
  readonly mirror: (text: string) => void;
};

/** The name box, which takes a place to go to, and the content of the active cell, which can be edited there. */
export function createFormulaBar(desk: Desk, grid: () => Grid): FormulaBar {
  const { workbook } = desk;
  const name = element("input", { class: "name-box", "aria-label": "Zone Nom", spellcheck: "false" });
  const content = element("input", { class: "formula", "aria-label": "Barre de formule", spellcheck: "false" });
  content.autocomplete = "off";
  const sign = element("span", { class: "fx", "aria-hidden": "true" }, "fx");
  const root = element("div", { class: "formula-bar" }, name, sign, content);
  let editing = false;

  const refresh = (): void => {
    const { active } = workbook;
    const { row, column } = grid().active();
    if (document.activeElement !== name)
      name.value = addressOf({ ...active.selection, row, column, rows: 1, columns: 1 });
    if (!editing) content.value = editText(workbook, active, row, column);
  };
  const go = (): void => {
    const place = placeNamed(workbook, workbook.active, name.value.trim());
    if (place === null) desk.say(`« ${name.value} » ne désigne ni une cellule, ni un nom de ce classeur.`, true);
    else if (attempt(desk, () => select(workbook, person, place.sheet, place.area))) grid().focus();
    name.blur();
    refresh();
  };
  name.addEventListener("focus", () => name.select());
  name.addEventListener("blur", refresh);
  name.addEventListener("keydown", (event) => {
    event.stopPropagation();
    if (event.key === "Enter") go();
    if (event.key === "Escape") grid().focus();
  });
  content.addEventListener("focus", () => {
    editing = true;
    desk.setTyping(true);
  });
  content.addEventListener("keydown", (event) => {
    event.stopPropagation();
    const end = event.isComposing ? null : endOf(event);
    if (end === null || !editing) return;
    event.preventDefault();
    editing = false;
    grid().endEdit(end, content.value);
    refresh();
  });
  content.addEventListener("blur", () => {
    if (!editing) return;
    editing = false;
    grid().endEdit({ kind: "commit", move: "stay" }, content.value);
    refresh();
  });
  return {
    root,
    refresh,
    mirror: (text) => {
      content.value = text;
    },
  };
}
