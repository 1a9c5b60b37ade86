import type { Engine } from "../formulas/engine";
import { createHistory } from "../model/history";
import { openExcel } from "../openExcel";
import { createBench } from "./bench";
import { type Desk, person } from "./desk";
import { button, element } from "./element";
import { openFilterMenu } from "./filterMenu";
import { createFormulaBar } from "./formulaBar";
import { conditionalLooks } from "./grid/conditionalLook";
import { createGrid, type Grid } from "./grid/grid";
import { homeTab } from "./homeTab";
import { isCombination, moveOn } from "./keys";
import type { AddinManifest } from "./manifest";
import { createPanes } from "./panes";
import { createRibbon, enabledControls, groupView } from "./ribbon";
import { keepOnServer, type Served } from "./server";
import { createSheetTabs } from "./sheetTabs";
import { createStatusBar } from "./statusBar";

export type Surroundings = {
  readonly engine: Engine;
  readonly manifest: AddinManifest;
  readonly shortcuts: ReadonlyMap<string, string>;
  readonly served: Served;
  /** The moment as a serial number of the 1900 system. */
  readonly now: () => number;
  /** The person chose another file. */
  readonly open: (bytes: Uint8Array, name: string) => void;
};

/** Fills the page with a workbook. @returns what takes it away, and the workbook for whoever looks on */
export function showWorkbook(place: HTMLElement, bytes: Uint8Array, name: string, around: Surroundings) {
  const excel = openExcel(bytes, { name, engine: around.engine, now: around.now });
  const { workbook } = excel;
  const status = createStatusBar(workbook);
  const typing = { person: false, held: false };
  const applyTyping = (): void => {
    status.setTyping(typing.person);
    for (const injector of panes.injectors()) injector.setCellEdit(typing.person || typing.held);
  };
  const desk: Desk = {
    workbook,
    say: status.say,
    history: createHistory(workbook, person),
    setTyping: (now) => {
      typing.person = now;
      applyTyping();
    },
  };
  const grid: Grid = createGrid(desk, conditionalLooks(workbook, around.engine, around.now), {
    openFilter: (sheet, column, at) =>
      openFilterMenu(
        desk,
        sheet,
        { row: grid.active().row, column },
        at,
        grid.root.querySelector<HTMLElement>("[role=grid]") ?? grid.root,
      ),
    selected: () => {
      formula.refresh();
      status.refresh();
    },
    typed: (text) => formula.mirror(text),
  });
  const formula = createFormulaBar(desk, () => grid);
  const panes = createPanes(excel, around.manifest, {
    save: () => download(),
    updateRibbon: (update) => ribbon.enable(enabledControls(update)),
    started: (injector) => {
      bench.prepare(injector);
      injector.setCellEdit(typing.person || typing.held);
    },
    closed: () => grid.focus(),
    keyed: (event) => keyed(event),
  });
  const bench = createBench(desk, {
    injectors: panes.injectors,
    setSecond: panes.setSecond,
    holdTyping: (on) => {
      typing.held = on;
      applyTyping();
    },
    closed: () => title.querySelector<HTMLElement>(".bench-button")?.focus(),
  });
  const addinTabs = around.manifest.tabs.map((tab) => ({
    ...tab,
    groups: tab.groups.map((group) =>
      groupView(group, ({ functionName, id }) => (functionName === null ? panes.show() : panes.run(functionName, id))),
    ),
  }));
  const ribbon = createRibbon([homeTab(desk, grid.active), ...addinTabs], addinTabs[0]?.id ?? "home");
  const tabs = createSheetTabs(desk, grid.focus);

  const saved = (): Uint8Array<ArrayBuffer> => new Uint8Array(excel.save());
  const download = (): void => {
    const link = element("a", {
      href: URL.createObjectURL(new Blob([saved()], { type: "application/octet-stream" })),
      download: workbook.name,
    });
    link.click();
    URL.revokeObjectURL(link.href);
    desk.say(`« ${workbook.name} » est dans vos téléchargements.`);
  };
  const keep = (): void => {
    keepOnServer(saved()).then(
      ({ file, hint }) => desk.say(`Enregistré : ${file}. ${hint ?? ""}`),
      (error: unknown) => desk.say(error instanceof Error ? error.message : String(error), true),
    );
  };
  const title = titleBar(name, around, { download, keep, bench: bench.toggle, open: around.open });
  const middle = element(
    "div",
    { class: "middle" },
    element("main", { class: "book" }, formula.root, grid.root, tabs.root, bench.root),
    panes.root,
  );
  const welcome = around.served.welcome === null ? [] : [welcomeLine(around.served.welcome, grid.focus)];
  place.replaceChildren(title, ...welcome, ribbon.root, middle, status.root);
  document.title = `${name} : Excel émulé`;
  const keyed = (event: KeyboardEvent): void => {
    const action = [...around.shortcuts].find(([combination]) => isCombination(event, combination))?.[1];
    if (action !== undefined) panes.run(action, action);
    else if (event.key === "F6") moveOn([ribbon.root, grid.root, panes.root, tabs.root], event.shiftKey);
    else if (isCombination(event, "Ctrl+S")) download();
    else return;
    event.preventDefault();
  };
  window.addEventListener("keydown", keyed);
  formula.refresh();
  grid.focus();
  if (welcome.length > 0 && window.innerWidth >= ROOM_FOR_A_PANE) panes.show();
  return {
    excel,
    panes,
    close: () => {
      window.removeEventListener("keydown", keyed);
      desk.history.close();
      bench.close();
      panes.close();
      tabs.close();
      grid.close();
    },
  };
}

/** In pixels; where there is less, an open pane would hide the sheet. */
const ROOM_FOR_A_PANE = 900;

function welcomeLine(text: string, closed: () => void): HTMLElement {
  const line = element("aside", { class: "welcome", "aria-label": "Pour commencer" }, element("p", {}, text));
  const close = (): void => {
    line.remove();
    closed();
  };
  line.append(button({ class: "quiet", "aria-label": "Fermer ce message" }, close, "✕"));
  return line;
}

type TitleActions = {
  readonly download: () => void;
  readonly keep: () => void;
  readonly bench: () => void;
  readonly open: Surroundings["open"];
};

function titleBar(name: string, { served }: Surroundings, actions: TitleActions): HTMLElement {
  const chooser = element("input", { type: "file", accept: ".xlsx", hidden: true, "aria-label": "Classeur à ouvrir" });
  chooser.addEventListener("change", () => {
    const file = chooser.files?.[0];
    if (file !== undefined) void file.arrayBuffer().then((bytes) => actions.open(new Uint8Array(bytes), file.name));
  });
  const bar = element(
    "header",
    { class: "title-bar" },
    element("h1", {}, element("strong", {}, name), element("span", {}, "Excel émulé")),
    chooser,
    button({}, () => chooser.click(), "Ouvrir…"),
    button({}, actions.download, "Enregistrer le classeur (.xlsx)"),
  );
  if (served.folder !== null) bar.append(button({}, actions.keep, `Enregistrer dans ${served.folder}`));
  bar.append(button({ class: "bench-button" }, actions.bench, "Banc d’essai"));
  return bar;
}
