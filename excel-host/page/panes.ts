import type { Injector } from "../inject";
import type { JoinedAddin, OpenExcel } from "../openExcel";
import { button, element } from "./element";
import type { AddinManifest } from "./manifest";

/** The add-in's panes at the right of the sheet: its own, and on demand that of a colleague on the same workbook. */
export type Panes = {
  readonly root: HTMLElement;
  readonly show: () => void;
  /** Runs a function of the add-in, started unseen if need be, as a ribbon button does. */
  readonly run: (functionName: string, controlId: string) => void;
  readonly setSecond: (wanted: boolean) => void;
  readonly injectors: () => readonly Injector[];
  readonly close: () => void;
};

export type PaneHooks = {
  readonly save: () => void;
  readonly updateRibbon: (update: string) => void;
  readonly started: (injector: Injector) => void;
  readonly closed: () => void;
  /** A key was pressed in a pane: the shortcuts of Excel and of the add-in work there too. */
  readonly keyed: (event: KeyboardEvent) => void;
};

type Pane = { readonly addin: JoinedAddin; readonly holder: HTMLElement; readonly setShown: (shown: boolean) => void };

const width = { least: 320, usual: 350, most: 640, step: 16 };

export function createPanes(excel: OpenExcel, manifest: AddinManifest, hooks: PaneHooks): Panes {
  const root = element("div", { class: "panes" });
  const handle = widthHandle(root);
  root.append(handle);
  let first: Pane | null = null;
  let second: Pane | null = null;
  let startup = "Inactive";

  const opened = (origin: string, title: string, closed: () => void): Pane => {
    const head = element("div", { class: "pane-head" }, element("h2", {}, title));
    const holder = element("section", { class: "pane", "aria-label": title }, head);
    root.append(holder);
    const setShown = (shown: boolean): void => {
      holder.classList.toggle("away", !shown);
      holder.inert = !shown;
      root.classList.toggle("none", root.querySelector(".pane:not(.away)") === null);
      addin.connection.tellVisibility(shown);
    };
    const addin = excel.join(holder, {
      origin,
      appId: manifest.id,
      url: manifest.paneUrl,
      title,
      pane: {
        show: () => setShown(true),
        hide: () => setShown(false),
        save: hooks.save,
        startup: () => startup,
        setStartup: (state) => {
          startup = state;
        },
        updateRibbon: hooks.updateRibbon,
      },
    });
    head.append(button({ class: "quiet", "aria-label": `Fermer ${title}`, title: "Fermer" }, closed, "✕"));
    addin.frame.addEventListener("load", () => addin.frame.contentWindow?.addEventListener("keydown", hooks.keyed));
    hooks.started(addin.injector);
    return { addin, holder, setShown };
  };
  const start = (): Pane => {
    const started =
      first ??
      opened("pane", manifest.name, () => {
        first?.setShown(false);
        hooks.closed();
      });
    if (first === null) started.setShown(false);
    first = started;
    return started;
  };
  const setSecond = (wanted: boolean): void => {
    if (wanted && second === null) {
      start().setShown(true);
      second = opened("coauthor-pane", "Volet d’un collègue", () => setSecond(false));
      second.setShown(true);
    } else if (!wanted && second !== null) {
      second.setShown(false);
      second.addin.connection.close();
      second.holder.remove();
      second = null;
    }
  };
  root.classList.add("none");
  return {
    root,
    show: () => start().setShown(true),
    run: (functionName, controlId) => void start().addin.connection.runCommand(functionName, controlId),
    setSecond,
    injectors: () => [first, second].flatMap((pane) => (pane === null ? [] : [pane.addin.injector])),
    close: () => {
      for (const pane of [first, second]) pane?.addin.connection.close();
    },
  };
}

/** Dragged, or moved with the arrows, it gives the panes more or less room. */
function widthHandle(panes: HTMLElement): HTMLElement {
  const handle = element("div", {
    role: "separator",
    class: "pane-edge",
    tabindex: 0,
    "aria-orientation": "vertical",
    "aria-label": "Largeur du volet",
    "aria-valuemin": width.least,
    "aria-valuemax": width.most,
  });
  let current = width.usual;
  const set = (pixels: number): void => {
    current = Math.max(width.least, Math.min(width.most, pixels));
    panes.style.setProperty("--pane-width", `${current}px`);
    handle.setAttribute("aria-valuenow", String(current));
  };
  handle.addEventListener("keydown", (event) => {
    const step = { ArrowLeft: width.step, ArrowRight: -width.step }[event.key];
    if (step === undefined) return;
    event.preventDefault();
    set(current + step);
  });
  handle.addEventListener("pointerdown", (event) => {
    const before = current;
    const count = Math.max(1, panes.querySelectorAll(".pane:not(.away)").length);
    handle.setPointerCapture(event.pointerId);
    const move = ({ clientX }: PointerEvent): void => set(before + (event.clientX - clientX) / count);
    handle.addEventListener("pointermove", move);
    handle.addEventListener("lostpointercapture", () => handle.removeEventListener("pointermove", move), {
      once: true,
    });
  });
  set(width.usual);
  return handle;
}
