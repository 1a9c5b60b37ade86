import type { SectionId } from "../../domain/digest/digestModel";
import type { FormName } from "./forms/formName";

/** What the pane shows once the workbook is a register. A form without a contract asks for one first. */
export type Screen =
  | { readonly kind: "home" }
  | { readonly kind: "section"; readonly section: SectionId }
  | { readonly kind: "contract"; readonly contract: string }
  | { readonly kind: "form"; readonly form: FormName; readonly contract: string | null; readonly about: string | null }
  | { readonly kind: "check" }
  | { readonly kind: "companion" };

/** The way through the screens. It lives outside of them, for the ribbon opens screens too. */
export type Navigation = {
  readonly current: () => Screen;
  readonly subscribe: (listener: () => void) => () => void;
  readonly open: (screen: Screen) => void;
  /** In place of the current screen. */
  readonly replace: (screen: Screen) => void;
  /** To the screen before, and from the first one nowhere. */
  readonly back: () => void;
};

/** office.js takes the browser's history away, so the pane keeps its own. */
export function createNavigation(): Navigation {
  const home: Screen = { kind: "home" };
  const listeners = new Set<() => void>();
  let path: readonly Screen[] = [home];
  const go = (next: readonly Screen[]) => {
    path = next;
    for (const listener of listeners) listener();
  };
  return {
    current: () => path.at(-1) ?? home,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    open: (screen) => go(screen.kind === "home" ? [home] : [...path, screen]),
    replace: (screen) => go([...path.slice(0, -1), screen]),
    back: () => go(path.length > 1 ? path.slice(0, -1) : path),
  };
}
