import { listen } from "../model/edit";
import { activateSheet } from "../model/selection";
import { addSheet, renameSheet, setVisibility } from "../model/sheets";
import type { Sheet } from "../model/workbook";
import { attempt, type Desk, person } from "./desk";
import { button, element } from "./element";
import { openMenu } from "./menu";

/** The tabs of the visible sheets, with what shows the hidden ones. */
export function createSheetTabs(
  desk: Desk,
  focusGrid: () => void,
): { readonly root: HTMLElement; readonly close: () => void } {
  const { workbook } = desk;
  const list = element("div", { role: "tablist", class: "sheet-tabs", "aria-label": "Feuilles" });
  const hidden = button(
    { class: "quiet", "aria-haspopup": "menu" },
    () => showHidden(),
    "Afficher les feuilles masquées",
  );
  const add = button(
    { class: "quiet round", "aria-label": "Nouvelle feuille", title: "Nouvelle feuille" },
    () => {
      attempt(desk, () => activateSheet(workbook, person, addSheet(workbook, person, null)));
    },
    "+",
  );
  const root = element("div", { class: "sheet-bar" }, list, add, hidden);

  const showHidden = (): void => {
    const sheets = workbook.sheets.filter(({ visibility }) => visibility === "hidden");
    openMenu(
      hidden,
      sheets.map((sheet) => ({ label: sheet.name, run: () => reveal(sheet) })),
    );
  };
  const reveal = (sheet: Sheet): void => {
    attempt(desk, () => {
      setVisibility(workbook, person, sheet, "visible");
      activateSheet(workbook, person, sheet);
    });
    focusGrid();
  };
  const rename = (sheet: Sheet, tab: HTMLElement): void => {
    const box = element("input", {
      class: "tab-name",
      value: sheet.name,
      "aria-label": "Nom de la feuille",
      maxlength: 31,
    });
    let open = true;
    const end = (keep: boolean): void => {
      if (!open) return;
      open = false;
      if (keep) attempt(desk, () => renameSheet(workbook, person, sheet, box.value));
      draw();
      focusGrid();
    };
    box.addEventListener("keydown", (event) => {
      event.stopPropagation();
      if (event.key === "Enter" || event.key === "Escape") end(event.key === "Enter");
    });
    box.addEventListener("blur", () => end(true));
    tab.replaceWith(box);
    box.select();
  };
  const hide = (sheet: Sheet): void => void attempt(desk, () => setVisibility(workbook, person, sheet, "hidden"));

  const tabOf = (sheet: Sheet): HTMLElement => {
    const shown = workbook.active === sheet;
    const tab = button(
      {
        role: "tab",
        "aria-selected": shown ? "true" : "false",
        tabindex: shown ? 0 : -1,
        title: "Double-clic : renommer. Clic droit : masquer.",
      },
      () => {
        attempt(desk, () => activateSheet(workbook, person, sheet));
        focusGrid();
      },
      sheet.name,
    );
    if (sheet.tabColor !== null) tab.style.setProperty("--tab", sheet.tabColor);
    tab.addEventListener("dblclick", () => rename(sheet, tab));
    tab.addEventListener("contextmenu", (event) => {
      event.preventDefault();
      openMenu(tab, [
        { label: "Renommer", run: () => rename(sheet, tab) },
        { label: "Masquer", run: () => hide(sheet) },
      ]);
    });
    return tab;
  };
  list.addEventListener("keydown", ({ key }) => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[key];
    const visible = workbook.sheets.filter(({ visibility }) => visibility === "visible");
    const next = step === undefined ? undefined : visible[visible.indexOf(workbook.active) + step];
    if (next === undefined) return;
    attempt(desk, () => activateSheet(workbook, person, next));
    list.querySelector<HTMLElement>("[aria-selected=true]")?.focus();
  });

  const draw = (): void => {
    // A double click comes as two clicks: a tab that did not change stays, so that both reach it.
    const visible = workbook.sheets.filter(({ visibility }) => visibility === "visible");
    const key = JSON.stringify([workbook.active.id, visible.map(({ id, name, tabColor }) => [id, name, tabColor])]);
    if (list.dataset.key !== key || list.querySelector("input") !== null) list.replaceChildren(...visible.map(tabOf));
    list.dataset.key = key;
    hidden.hidden = !workbook.sheets.some(({ visibility }) => visibility === "hidden");
    list.querySelector("[aria-selected=true]")?.scrollIntoView({ block: "nearest", inline: "nearest" });
  };
  const close = listen(workbook, ({ kind }) => {
    if (kind.startsWith("sheet") || kind === "layout") draw();
  });
  draw();
  return { root, close };
}
