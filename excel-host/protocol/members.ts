import { Refused } from "../model/refused";
import type { ExcelObject } from "./excelObject";

/** A member by its name, whatever the capitals: office.js sends both "name" and "Name". */
export function memberNamed<T>(members: Readonly<Record<string, T>>, name: string): readonly [string, T] | null {
  const exact = members[name];
  if (exact !== undefined) return [name, exact];
  const lower = name.toLowerCase();
  const found = Object.entries(members).find(([known]) => known.toLowerCase() === lower);
  return found ?? null;
}

/** The refusal of a member that this host lacks, or that Excel lacks: its name says which. */
export function notInExcel(object: ExcelObject, member: string): Refused {
  return new Refused("ApiNotFound", `The emulated Excel has no ${locationOf(object, member)}.`);
}

/** "Table.getRange", as Excel's errors say where they come from. */
export function locationOf(object: ExcelObject, member: string): string {
  return `${object.type}.${member.startsWith("_") ? member : member.charAt(0).toLowerCase() + member.slice(1)}`;
}
