import type { Area } from "./area";
import { edit, tell } from "./edit";
import { referenceOf } from "./formulaTokens";
import { Refused } from "./refused";
import { type DefinedName, findSheet, findTable, sameName, type Sheet, type Workbook } from "./workbook";

/** The name as a sheet sees it: its own before that of the workbook. */
export function findName(workbook: Workbook, name: string, sheet: Sheet | null): DefinedName | null {
  const named = workbook.names.filter((candidate) => sameName(candidate.name, name));
  return (
    named.find((candidate) => candidate.sheet === sheet) ?? named.find(({ sheet: scope }) => scope === null) ?? null
  );
}

/** The cells that a name stands for, or null when it stands for a constant or for cells that are gone. */
export function namedArea(
  workbook: Workbook,
  { formula, sheet }: DefinedName,
): { readonly sheet: Sheet; readonly area: Area } | null {
  const reference = referenceOf(formula);
  if (reference === null) return null;
  const target = reference.sheet === null ? sheet : findSheet(workbook, reference.sheet);
  return target === null ? null : { sheet: target, area: reference.area };
}

/** @throws Refused for a name in use, or that looks like an address. */
export function addName(workbook: Workbook, origin: string, name: DefinedName): void {
  if (!/^[\p{L}_\\][\p{L}\p{N}_.\\]*$/u.test(name.name) || referenceOf(name.name) !== null || name.name.length > 255) {
    throw new Refused("InvalidArgument", `"${name.name}" cannot be a name.`);
  }
  const taken = workbook.names.some((other) => other.sheet === name.sheet && sameName(other.name, name.name));
  if (taken || findTable(workbook, name.name) !== null) {
    throw new Refused("ItemAlreadyExists", `The name "${name.name}" is in use.`);
  }
  changeNames(workbook, origin, () => workbook.names.push(name));
}

/** What a name stands for from now on, without "=". */
export function redefineName(workbook: Workbook, origin: string, name: DefinedName, formula: string): void {
  changeNames(workbook, origin, () => {
    name.formula = formula;
  });
}

export function removeName(workbook: Workbook, origin: string, name: DefinedName): void {
  changeNames(workbook, origin, () => {
    workbook.names = workbook.names.filter((other) => other !== name);
  });
}

function changeNames(workbook: Workbook, origin: string, change: () => void): void {
  edit(workbook, origin, () => {
    change();
    if (workbook.pending !== null) workbook.pending.namesChanged = true;
    tell(workbook, { kind: "names" });
  });
}
