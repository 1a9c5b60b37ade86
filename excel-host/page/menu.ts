import { button, element } from "./element";

export type MenuEntry = { readonly label: string; readonly run: () => void };

/** Opens a menu above the element that asks for it; Escape, a click elsewhere or a choice closes it. */
export function openMenu(owner: HTMLElement, entries: readonly MenuEntry[]): void {
  const menu = element("div", { role: "menu", class: "menu" });
  for (const { label, run } of entries) {
    menu.append(
      button(
        { role: "menuitem", tabindex: -1 },
        () => {
          close();
          run();
        },
        label,
      ),
    );
  }
  const close = popUp(menu, owner.getBoundingClientRect(), owner);
  const items = [...menu.querySelectorAll<HTMLElement>("[role=menuitem]")];
  menu.addEventListener("keydown", (event) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step === undefined) return;
    event.preventDefault();
    const at = items.findIndex((item) => item === document.activeElement);
    items.at((at + step) % items.length)?.focus();
  });
  items[0]?.focus();
}

/** Shows a box beside a place of the window, whole. @returns what closes it and gives the focus back */
export function popUp(box: HTMLElement, { left, top, bottom }: DOMRect, owner: HTMLElement | null): () => void {
  document.body.append(box);
  const below = bottom + box.offsetHeight <= window.innerHeight;
  box.style.top = `${Math.max(4, below ? bottom : top - box.offsetHeight)}px`;
  box.style.left = `${Math.max(4, Math.min(left, window.innerWidth - box.offsetWidth - 4))}px`;
  const close = (): void => {
    if (!box.isConnected) return;
    box.remove();
    window.removeEventListener("pointerdown", outside, true);
    window.removeEventListener("blur", close);
    owner?.focus();
  };
  const outside = (event: PointerEvent): void => {
    if (!(event.target instanceof Node && box.contains(event.target))) close();
  };
  box.addEventListener("keydown", (event) => {
    event.stopPropagation();
    if (event.key === "Escape") close();
  });
  window.addEventListener("pointerdown", outside, true);
  window.addEventListener("blur", close);
  return close;
}
