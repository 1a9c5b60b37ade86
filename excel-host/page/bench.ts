import type { Injector } from "../inject";
import { displayText } from "../model/displayText";
import { cellAt } from "../model/cells";
import { clearFilters, filterColumn } from "../model/filtering";
import { protectSheet, unprotectSheet } from "../model/protection";
import { sortTable } from "../model/sorting";
import type { Table } from "../model/workbook";
import { bodyArea, writeCells } from "../model/writeCells";
import { attempt, type Desk, person } from "./desk";
import { button, element } from "./element";

/** What the bench acts on. */
export type BenchHooks = {
  readonly injectors: () => readonly Injector[];
  readonly setSecond: (wanted: boolean) => void;
  /** As long as it is on, Excel behaves as if somebody were typing in a cell. */
  readonly holdTyping: (on: boolean) => void;
  readonly closed: () => void;
};

export type Bench = {
  readonly root: HTMLElement;
  readonly toggle: () => void;
  /** Gives a pane that starts later what is set here. */
  readonly prepare: (injector: Injector) => void;
  readonly close: () => void;
};

const colleague = "coauthor";
const REFRESH = 400;
/** In bytes; less than what reading a register takes. */
const SMALL_LIMIT = 20_000;

/** The panel that shows what the add-in costs and makes things go wrong for it. */
export function createBench(desk: Desk, hooks: BenchHooks): Bench {
  const { workbook } = desk;
  const counters = element("dl", { class: "counters" });
  let latency = 0;
  let limit: number | undefined;
  const drawCounters = (): void => {
    const costs = hooks.injectors().map((injector) => injector.cost());
    const total = (pick: (cost: (typeof costs)[number]) => number): number =>
      costs.reduce((sum, one) => sum + pick(one), 0);
    const error = hooks
      .injectors()
      .flatMap(({ exchanges }) => exchanges.findLast((one) => one.error !== null)?.error ?? []);
    const lines = [
      ["Échanges avec Excel", String(total(({ syncs }) => syncs))],
      ["Octets envoyés", octets(total(({ requestBytes }) => requestBytes))],
      ["Octets reçus", octets(total(({ responseBytes }) => responseBytes))],
      ["Dernière erreur", error[0] ?? "aucune"],
    ] as const;
    counters.replaceChildren(...lines.flatMap(([name, value]) => [element("dt", {}, name), element("dd", {}, value)]));
  };
  const each = (work: (injector: Injector) => void) => (): void => {
    const all = hooks.injectors();
    if (all.length === 0) desk.say("Ouvrez d’abord le volet du complément.", true);
    for (const injector of all) work(injector);
  };
  /** Before the second exchange from now: the add-in has read, and has not written yet. */
  const between = (work: () => void) => each((injector) => injector.beforeBatch(2, work));
  const table = (): Table | null => {
    const found = workbook.active.tables[0] ?? null;
    if (found === null) desk.say("Cette feuille n’a pas de tableau.", true);
    return found;
  };
  const protect = (on: boolean): void => {
    const { active } = workbook;
    attempt(desk, () =>
      on
        ? protectSheet(workbook, person, active, { password: null, options: {} })
        : unprotectSheet(workbook, person, active, null),
    );
  };
  const filter = (on: boolean): void => {
    const target = table();
    const body = target === null ? null : bodyArea(target);
    const column = target?.columns[0];
    if (target === null || body === null || column === undefined) return;
    const first = displayText(workbook, cellAt(target.sheet, body.row, body.column));
    attempt(desk, () =>
      on
        ? filterColumn(workbook, person, target, column, { kind: "values", values: [first] })
        : clearFilters(workbook, person, target),
    );
  };
  const sort = (ascending: boolean): void => {
    const target = table();
    const column = target?.columns[0];
    if (target !== null && column !== undefined) sortTable(workbook, colleague, target, [{ column, ascending }]);
  };
  const change = (): void => {
    const { active } = workbook;
    const body = active.tables[0] === undefined ? null : bodyArea(active.tables[0]);
    const { row, column } = active.selection;
    if (body === null || row < body.row) return desk.say("Sélectionnez d’abord une ligne du tableau.", true);
    writeCells(workbook, colleague, { sheet: active, row, column }, [["modifié par un collègue"]]);
  };
  const slow = element(
    "select",
    {},
    ...[0, 300, 2000].map((ms) => element("option", { value: ms }, ms === 0 ? "aucune" : `${ms} ms`)),
  );
  slow.addEventListener("change", () => {
    latency = Number(slow.value);
    for (const injector of hooks.injectors()) injector.setLatency(latency);
  });
  const root = element(
    "section",
    { class: "bench", "aria-label": "Banc d’essai", hidden: true },
    element(
      "div",
      { class: "pane-head" },
      element("h2", {}, "Banc d’essai"),
      button({ class: "quiet", "aria-label": "Fermer le banc d’essai" }, () => toggle(), "✕"),
    ),
    counters,
    button(
      {},
      () => {
        each((injector) => injector.startCounting())();
        drawCounters();
      },
      "Remettre les compteurs à zéro",
    ),
    element("h3", {}, "Gêner le complément"),
    toggleBox("Cellule en cours de saisie", hooks.holdTyping),
    toggleBox("Feuille affichée protégée", protect),
    toggleBox("Filtre sur le tableau affiché", filter),
    element("label", { class: "line" }, "Lenteur de chaque échange", slow),
    button(
      {},
      each((injector) => injector.failNext("GeneralException")),
      "Faire échouer le prochain échange",
    ),
    toggleBox("Échanges limités à 20 ko au lieu de 5 Mo", (on) => {
      limit = on ? SMALL_LIMIT : undefined;
      for (const injector of hooks.injectors()) injector.setLimit(limit);
    }),
    element("h3", {}, "Un collègue agit en même temps"),
    button({}, () => sort(false), "Il trie le tableau"),
    button({}, change, "Il modifie la cellule active"),
    button(
      {},
      between(() => sort(false)),
      "Il trie entre lecture et écriture",
    ),
    button({}, between(change), "Il modifie entre lecture et écriture"),
    element("h3", {}, "Partager le classeur"),
    toggleBox("Deux volets", hooks.setSecond),
  );
  const toggle = (): void => {
    root.hidden = !root.hidden;
    drawCounters();
    if (root.hidden) hooks.closed();
    else root.querySelector("button")?.focus();
  };
  root.addEventListener("keydown", ({ key }) => {
    if (key === "Escape") toggle();
  });
  const timer = window.setInterval(() => {
    if (!root.hidden) drawCounters();
  }, REFRESH);
  return {
    root,
    toggle,
    prepare: (injector) => {
      injector.setLatency(latency);
      injector.setLimit(limit);
    },
    close: () => window.clearInterval(timer),
  };
}

function toggleBox(label: string, changed: (on: boolean) => void): HTMLElement {
  const input = element("input", { type: "checkbox", role: "switch" });
  input.addEventListener("change", () => changed(input.checked));
  return element("label", { class: "line" }, label, input);
}

function octets(count: number): string {
  return new Intl.NumberFormat("fr-FR").format(count);
}
