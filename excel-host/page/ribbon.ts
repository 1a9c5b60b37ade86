import { button, element } from "./element";
import type { RibbonButton, RibbonGroup } from "./manifest";

/** A tab of the ribbon; the page gives its own, and the add-in's come from its manifest. */
export type TabView = { readonly id: string; readonly label: string; readonly groups: readonly GroupView[] };
export type GroupView = { readonly label: string; readonly buttons: readonly ButtonView[] };
export type ButtonView = {
  readonly id: string;
  readonly label: string;
  readonly tip: RibbonButton["tip"];
  /** An image's address, or a sign drawn as text. */
  readonly icon: { readonly image: string } | { readonly sign: string };
  readonly enabled: boolean;
  readonly run: () => void;
};

export type Ribbon = {
  readonly root: HTMLElement;
  /** What the add-in asks of its buttons: by id, whether one may be clicked. */
  readonly enable: (buttons: ReadonlyMap<string, boolean>) => void;
};

export function groupView({ label, buttons }: RibbonGroup, run: (button: RibbonButton) => void): GroupView {
  return {
    label,
    buttons: buttons.map((one) => ({
      id: one.id,
      label: one.label,
      tip: one.tip,
      icon: { image: one.icon },
      enabled: one.enabled,
      run: () => run(one),
    })),
  };
}

/** @param first the id of the tab on show at first */
export function createRibbon(tabs: readonly TabView[], first: string): Ribbon {
  const list = element("div", { role: "tablist", class: "ribbon-tabs", "aria-label": "Onglets" });
  const root = element("nav", { class: "ribbon", "aria-label": "Ruban" }, list);
  const buttons = new Map<string, HTMLButtonElement>();
  const parts = tabs.map((tab) => {
    const panel = element("div", {
      role: "tabpanel",
      id: `panel-${tab.id}`,
      "aria-labelledby": `tab-${tab.id}`,
      class: "ribbon-panel",
    });
    for (const group of tab.groups) panel.append(groupElement(group, buttons));
    const head = button(
      { role: "tab", id: `tab-${tab.id}`, "aria-controls": `panel-${tab.id}` },
      () => show(tab.id),
      tab.label,
    );
    list.append(head);
    root.append(panel);
    return { id: tab.id, head, panel };
  });
  const show = (id: string): void => {
    for (const part of parts) {
      const shown = part.id === id;
      part.head.setAttribute("aria-selected", String(shown));
      part.head.tabIndex = shown ? 0 : -1;
      part.panel.hidden = !shown;
    }
  };
  list.addEventListener("keydown", ({ key }) => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[key];
    const at = parts.findIndex(({ head }) => head === document.activeElement);
    const next = step === undefined ? undefined : parts.at((at + step) % parts.length);
    if (next === undefined) return;
    show(next.id);
    next.head.focus();
  });
  show(first);
  return {
    root,
    enable: (wanted) => {
      for (const [id, enabled] of wanted) buttons.get(id)?.setAttribute("aria-disabled", String(!enabled));
    },
  };
}

function groupElement(group: GroupView, all: Map<string, HTMLButtonElement>): HTMLElement {
  const row = element("div", { class: "ribbon-buttons" });
  for (const one of group.buttons) {
    const made = buttonElement(one);
    all.set(one.id, made.control);
    row.append(made.holder);
  }
  return element(
    "div",
    { role: "group", "aria-label": group.label, class: "ribbon-group" },
    row,
    element("span", { class: "ribbon-group-name", "aria-hidden": "true" }, group.label),
  );
}

/** The tip stands beside its button, so that a pointer and the keyboard both bring it up. */
function buttonElement({ id, label, tip, icon, enabled, run }: ButtonView) {
  const tipId = `tip-${id}`;
  const picture =
    "image" in icon
      ? element("img", { src: icon.image, alt: "", width: 32, height: 32 })
      : element("span", { class: "sign", "aria-hidden": "true" }, icon.sign);
  const control = button(
    { id, class: "ribbon-button", "aria-describedby": tipId, "aria-disabled": enabled ? "false" : "true" },
    () => {
      if (control.getAttribute("aria-disabled") !== "true") run();
    },
    picture,
    element("span", {}, label),
  );
  const words = element(
    "div",
    { role: "tooltip", id: tipId, class: "supertip" },
    element("strong", {}, tip.title),
    element("span", {}, tip.description),
  );
  // Once clicked, the button has been understood.
  control.addEventListener("click", () => (words.hidden = true));
  for (const leaving of ["pointerleave", "blur"]) control.addEventListener(leaving, () => (words.hidden = false));
  return { control, holder: element("div", { class: "ribbon-slot" }, control, words) };
}

/** Reads what Office.ribbon.requestUpdate sends: tabs, groups and controls with an id, and whether they are enabled. */
export function enabledControls(update: string): ReadonlyMap<string, boolean> {
  const found = new Map<string, boolean>();
  JSON.parse(update, (_key, value: unknown) => {
    if (typeof value === "object" && value !== null && "id" in value && "enabled" in value) {
      if (typeof value.id === "string" && typeof value.enabled === "boolean") found.set(value.id, value.enabled);
    }
    return value;
  });
  return found;
}
