import { Refused } from "../model/refused";
import type { Json } from "../protocol/excelObject";

/** "#RRGGBB"; "" and null mean none. @throws Refused for another text. */
export function colorOf(value: Json): string | null {
  if (value === null || value === "") return null;
  if (typeof value === "string" && /^#[0-9a-f]{6}$/i.test(value)) return value.toUpperCase();
  throw new Refused("InvalidArgument", `"${JSON.stringify(value)}" is not a colour like #1F2D3A.`);
}
