/** A value as it travels in a batch. */
export type Json = null | string | number | boolean | readonly Json[] | { readonly [name: string]: Json | undefined };

/** An argument: plain, or another object of the batch. */
export type Argument = Json | ExcelObject;

/** Typed in by an add-in, so that each member checks what it gets. */
export type Property = { readonly get: () => Json; readonly set?: (value: Json) => void };

/**
 * An object of Excel's API. It declares exactly the members that are implemented, in the Pascal case in which they
 * travel; whoever reads it rejects every other by name.
 */
export type ExcelObject = {
  readonly type: string;
  /** What office.js needs to find the object again in a later batch. */
  readonly identity: { readonly [name: string]: Json };
  readonly properties: Readonly<Record<string, Property>>;
  readonly children?: Readonly<Record<string, () => ExcelObject | null>>;
  /** A method gives a value, an object, or null for a null object. */
  readonly methods?: Readonly<Record<string, (args: readonly Argument[]) => ExcelObject | Json | undefined>>;
  /** Only for collections. */
  readonly items?: () => readonly ExcelObject[];
  /** getItem: by name or id. */
  readonly item?: (key: Json) => ExcelObject;
};

export function isExcelObject(value: unknown): value is ExcelObject {
  return typeof value === "object" && value !== null && "type" in value && "identity" in value && "properties" in value;
}

/** A property that can only be read. */
export function readOnly(get: () => Json): Property {
  return { get };
}
