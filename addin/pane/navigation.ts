import type { SectionId } from "../../domain/digest/digestModel";
import type { FormName } from "./forms/formName";

/** What the pane shows once the workbook is a register. A form without a contract asks for one first. */
export type Screen =
  | { readonly kind: "home" }
  | { readonly kind: "section"; readonly section: SectionId }
  | { readonly kind: "contract"; readonly contract: string }
  | { readonly kind: "form"; readonly form: FormName; readonly contract: string | null; readonly about: string | null }
  | { readonly kind: "check" }
  | { readonly kind: "dashboard" }
  | { readonly kind: "companion" }
  | { readonly kind: "renewals" }
  | { readonly kind: "search" }
  | { readonly kind: "round" }
  /** The only one that a workbook which is no register yet can show. */
  | { readonly kind: "import" };

/** What was typed in the boxes of a form, by their names. */
type Draft = Readonly<Record<string, string | readonly string[]>>;

/** The way through the screens. It lives outside of them, for the ribbon opens screens too. */
export type Navigation = {
  readonly current: () => Screen;
  readonly subscribe: (listener: () => void) => () => void;
  /** A form takes the place of the one that was open: once it is sent nobody expects to fill in the other. */
  readonly open: (screen: Screen) => void;
  /** In place of the current screen. */
  readonly replace: (screen: Screen) => void;
  /** To the screen before, and from the first one nowhere. What was typed in this one is given up. */
  readonly back: () => void;
  /** What was typed in the current screen before it was left for another one, as when a button of the ribbon opens it. */
  readonly draft: () => Draft;
  readonly keepDraft: (draft: Draft) => void;
};

/** The same screen has the same key. */
export function screenKey(screen: Screen): string {
  return JSON.stringify(screen);
}

/**
 * office.js takes the browser's history away, so the pane keeps its own. `onOpen` is called before a screen is opened:
 * what was told of the one before is over.
 */
export function createNavigation(onOpen: () => void): Navigation {
  const home: Screen = { kind: "home" };
  const listeners = new Set<() => void>();
  const drafts = new Map<string, Draft>();
  let path: readonly Screen[] = [home];
  const current = () => path.at(-1) ?? home;
  const go = (next: readonly Screen[]) => {
    path = next;
    for (const listener of listeners) listener();
  };
  return {
    current,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    open(screen) {
      onOpen();
      if (screen.kind === "home") return go([home]);
      const isOver =
        screenKey(screen) === screenKey(current()) || (screen.kind === "form" && current().kind === "form");
      go([...(isOver ? path.slice(0, -1) : path), screen]);
    },
    replace: (screen) => go([...path.slice(0, -1), screen]),
    back() {
      drafts.delete(screenKey(current()));
      go(path.length > 1 ? path.slice(0, -1) : path);
    },
    draft: () => drafts.get(screenKey(current())) ?? {},
    keepDraft: (draft) => drafts.set(screenKey(current()), draft),
  };
}
