type Attributes = Readonly<Record<string, string | number | boolean | null>>;

/** An element of the page. An attribute given as true stands alone; false and null leave it out. */
export function element<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  attributes: Attributes = {},
  ...children: readonly (Node | string)[]
): HTMLElementTagNameMap[K] {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === null || value === false) continue;
    made.setAttribute(name, value === true ? "" : String(value));
  }
  made.append(...children);
  return made;
}

/** A button that does `work`. */
export function button(attributes: Attributes, work: () => void, ...children: readonly (Node | string)[]) {
  const made = element("button", { type: "button", ...attributes }, ...children);
  made.addEventListener("click", work);
  return made;
}
