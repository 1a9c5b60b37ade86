import { intersection } from "../model/area";
import { mapArea, usedArea, valueAt } from "../model/cells";
import type { Workbook } from "../model/workbook";
import { element } from "./element";

export type StatusBar = {
  readonly root: HTMLElement;
  readonly say: (text: string, urgent?: boolean) => void;
  readonly setTyping: (typing: boolean) => void;
  readonly refresh: () => void;
};

/** More cells than this are not added up while the selection moves. */
const MOST_CELLS = 200_000;

/** Messages, what Excel is doing, and the sum of what is selected. */
export function createStatusBar(workbook: Workbook): StatusBar {
  const state = element("span", { class: "state" }, "Prêt");
  const message = element("span", { class: "message", role: "status" });
  const sums = element("span", { class: "sums" });
  return {
    root: element("footer", { class: "status-bar" }, state, message, sums),
    say: (text, urgent = false) => {
      message.textContent = text;
      message.classList.toggle("urgent", urgent);
    },
    setTyping: (typing) => {
      state.textContent = typing ? "Modifier" : "Prêt";
    },
    refresh: () => {
      sums.textContent = summary(workbook);
    },
  };
}

function summary({ active, locale }: Workbook): string {
  const used = usedArea(active);
  const area = used === null ? null : intersection(active.selection, used);
  if (area === null || area.rows * area.columns < 2 || area.rows * area.columns > MOST_CELLS) return "";
  const values = mapArea(area, (row, column) => valueAt(active, row, column)).flat();
  const numbers = values.filter((value) => typeof value === "number");
  const filled = values.filter((value) => value !== null).length;
  const shown = new Intl.NumberFormat(locale, { maximumFractionDigits: 2 });
  const sum = numbers.reduce((total, number) => total + number, 0);
  const parts = [`Nb (non vides) : ${shown.format(filled)}`];
  if (numbers.length > 1) parts.unshift(`Moyenne : ${shown.format(sum / numbers.length)}`);
  if (numbers.length > 1) parts.push(`Somme : ${shown.format(sum)}`);
  return parts.join("   ");
}
