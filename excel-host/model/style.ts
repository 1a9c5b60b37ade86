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
  /** Steps from the edge. */
  readonly indent: number;
  /** Lines around the cell; this host makes thin ones only. */
  readonly borders: Borders | null;
  /** Whether a protected sheet refuses to change the cell. */
  readonly locked: boolean;
  /** The style of the file that this one was made from, whose borders it keeps; null for a new one. */
  readonly original: number | null;
};

/** A line's kind as files name it ("thin", "double"), and its colour; null where there is none. */
export type Border = { readonly kind: string; readonly color: string | null } | null;
export type Borders = Readonly<Record<"top" | "right" | "bottom" | "left", Border>>;

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
  indent: 0,
  borders: null,
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
