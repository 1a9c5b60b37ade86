/** How a cell looks and behaves. Colours are "#RRGGBB"; a size is in points. */
export type Style = {
  readonly numberFormat: string;
  readonly fill: string | null;
  readonly color: string | null;
  readonly bold: boolean;
  readonly italic: boolean;
  readonly underline: boolean;
  readonly font: string | null;
  readonly size: number | null;
  readonly horizontal: string | null;
  readonly vertical: string | null;
  readonly wrap: boolean;
  /** Whether a protected sheet refuses to change the cell. */
  readonly locked: boolean;
  /** The style of the file that this one was made from, whose borders it keeps; null for a new one. */
  readonly original: number | null;
};

export const plainStyle: Style = {
  numberFormat: "General",
  fill: null,
  color: null,
  bold: false,
  italic: false,
  underline: false,
  font: null,
  size: null,
  horizontal: null,
  vertical: null,
  wrap: false,
  locked: true,
  original: null,
};

/** Every style of a workbook once; a cell holds its index. Index 0 is the style of an untouched cell. */
export type Styles = { readonly list: Style[]; readonly derived: Map<string, number> };

export function createStyles(list: readonly Style[] = [plainStyle]): Styles {
  return { list: [...list], derived: new Map() };
}

export function styleAt(styles: Styles, index: number): Style {
  return styles.list[index] ?? plainStyle;
}

/** The index of the style that differs from another only by `changes`. */
export function derivedStyle(styles: Styles, from: number, changes: Partial<Style>): number {
  const before = styleAt(styles, from);
  const style = { ...before, ...changes };
  const key = JSON.stringify(style);
  if (key === JSON.stringify(before)) return from;
  const known = styles.derived.get(key);
  if (known !== undefined) return known;
  styles.derived.set(key, styles.list.push(style) - 1);
  return styles.list.length - 1;
}
