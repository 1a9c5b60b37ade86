import { element } from "../element";

/** What the person does with an edit: keep it and move, or drop it. */
export type EditEnd =
  { readonly kind: "commit"; readonly move: "down" | "up" | "right" | "left" | "stay" } | { readonly kind: "cancel" };

/** The box in which a cell is edited. It is there all the time, and out of sight until it is opened. */
export type CellEditor = {
  readonly box: HTMLInputElement;
  readonly isOpen: () => boolean;
  /** @param text what the box holds at first */
  readonly open: (text: string) => void;
  readonly close: () => void;
};

/** @param ended is asked to keep or drop the text; where it answers false the person goes on editing */
export function createCellEditor(
  ended: (end: EditEnd, text: string) => boolean,
  typed: (text: string) => void,
): CellEditor {
  const box = element("input", {
    class: "editor",
    "aria-label": "Contenu de la cellule",
    spellcheck: "false",
    hidden: true,
  });
  box.autocomplete = "off";
  const end = (how: EditEnd): void => {
    if (!box.hidden) ended(how, box.value);
  };
  box.addEventListener("keydown", (event) => {
    event.stopPropagation();
    const how = event.isComposing ? null : endOf(event);
    if (how === null) return;
    event.preventDefault();
    end(how);
  });
  box.addEventListener("input", () => typed(box.value));
  box.addEventListener("blur", () => end({ kind: "commit", move: "stay" }));
  return {
    box,
    isOpen: () => !box.hidden,
    open: (text) => {
      box.value = text;
      box.hidden = false;
      box.focus();
      box.setSelectionRange(text.length, text.length);
    },
    close: () => {
      box.hidden = true;
    },
  };
}

/** How a key ends an edit, or null where it goes on. */
export function endOf({ key, shiftKey }: KeyboardEvent): EditEnd | null {
  switch (key) {
    case "Enter":
      return { kind: "commit", move: shiftKey ? "up" : "down" };
    case "Tab":
      return { kind: "commit", move: shiftKey ? "left" : "right" };
    case "Escape":
      return { kind: "cancel" };
    default:
      return null;
  }
}
