import { contains, lastRowOf, maxColumns } from "../model/area";
import { clearFilters } from "../model/filtering";
import { protectSheet, unprotectSheet } from "../model/protection";
import { shiftCells } from "../model/shiftCells";
import { sortTable } from "../model/sorting";
import { deleteTableRows, insertTableRows } from "../model/tables";
import { bodyArea, tableAround } from "../model/writeCells";
import { attempt, change, type Desk, person, undo } from "./desk";
import type { Spot } from "./grid/moves";
import type { ButtonView, TabView } from "./ribbon";

/** The tab that Excel brings along: what is done by hand to rows, order and protection. */
export function homeTab(desk: Desk, active: () => Spot): TabView {
  const { workbook } = desk;
  const table = () => tableAround(workbook.active, active().row, active().column);
  const noTable = (): void => desk.say("Sélectionnez d’abord une cellule d’un tableau.", true);

  const insertRow = (): void => {
    const { row } = active();
    const target = table();
    const body = target === null ? null : bodyArea(target);
    if (target === null || body === null || row < body.row) {
      return shiftCells(workbook, person, workbook.active, { row, column: 0, rows: 1, columns: maxColumns }, "down");
    }
    insertTableRows(workbook, person, target, row - body.row, [target.columns.map(() => undefined)]);
  };
  const deleteRow = (): void => {
    const { row } = active();
    const target = table();
    const body = target === null ? null : bodyArea(target);
    if (target !== null && body !== null && row >= body.row) {
      const { selection } = workbook.active;
      const count = contains(selection, row, active().column) ? Math.min(selection.rows, lastRowOf(body) - row + 1) : 1;
      return deleteTableRows(workbook, person, target, row - body.row, count);
    }
    shiftCells(workbook, person, workbook.active, { row, column: 0, rows: 1, columns: maxColumns }, "up");
  };
  const sort = (ascending: boolean) => (): void => {
    const target = table();
    const column = target?.columns[active().column - target.area.column];
    if (target === null || column === undefined) return noTable();
    sortTable(workbook, person, target, [{ column, ascending }]);
  };
  const unfilter = (): void => {
    const target = table() ?? workbook.active.tables[0] ?? null;
    if (target === null) return noTable();
    clearFilters(workbook, person, target);
  };
  const protection = (): void => {
    const { active: sheet } = workbook;
    if (sheet.protection === null) {
      protectSheet(workbook, person, sheet, { password: null, options: {} });
      desk.say(`La feuille « ${sheet.name} » est protégée.`);
    } else {
      unprotectSheet(workbook, person, sheet, null);
      desk.say(`La feuille « ${sheet.name} » n’est plus protégée.`);
    }
  };
  const view = (id: string, sign: string, label: string, description: string, run: () => void): ButtonView => ({
    id,
    label,
    icon: { sign },
    tip: { title: label, description },
    enabled: true,
    run,
  });
  const edits = (work: () => void) => (): void => void change(desk, work);
  return {
    id: "home",
    label: "Accueil",
    groups: [
      {
        label: "Annuler",
        buttons: [
          view("undo", "↶", "Annuler", "Défait votre dernière saisie dans la feuille (Ctrl+Z).", () => undo(desk)),
          view("redo", "↷", "Rétablir", "Refait ce que vous venez d’annuler (Ctrl+Y).", () => undo(desk, true)),
        ],
      },
      {
        label: "Lignes",
        buttons: [
          view(
            "insert-row",
            "⊞",
            "Insérer une ligne",
            "Ouvre une ligne au-dessus de la cellule active.",
            edits(insertRow),
          ),
          view("delete-row", "⊟", "Supprimer la ligne", "Supprime les lignes sélectionnées.", edits(deleteRow)),
        ],
      },
      {
        label: "Trier et filtrer",
        buttons: [
          view(
            "sort-up",
            "A↓Z",
            "Trier de A à Z",
            "Trie le tableau sur la colonne de la cellule active.",
            edits(sort(true)),
          ),
          view("sort-down", "Z↓A", "Trier de Z à A", "Trie le tableau dans l’ordre inverse.", edits(sort(false))),
          view("unfilter", "▽", "Effacer les filtres", "Montre à nouveau toutes les lignes.", edits(unfilter)),
        ],
      },
      {
        label: "Protection",
        buttons: [
          view("protect", "●", "Protéger la feuille", "Protège la feuille affichée, ou ôte sa protection.", () =>
            attempt(desk, protection),
          ),
        ],
      },
    ],
  };
}
