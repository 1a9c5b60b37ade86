import { type Area, lastColumnOf, lastRowOf } from "./area";
import { edit, tell } from "./edit";
import { Refused } from "./refused";
import { styleAt } from "./style";
import { styleIndexAt } from "./cells";
import type { Protection, Sheet, Workbook } from "./workbook";

export function protectSheet(workbook: Workbook, origin: string, sheet: Sheet, protection: Protection): void {
  if (sheet.protection !== null) throw new Refused("InvalidOperation", `The sheet ${sheet.name} is already protected.`);
  edit(workbook, origin, () => {
    sheet.protection = protection;
    tell(workbook, { kind: "protection", sheet });
  });
}

/** @throws Refused when the password is another one. */
export function unprotectSheet(workbook: Workbook, origin: string, sheet: Sheet, password: string | null): void {
  if (sheet.protection === null) return;
  if (sheet.protection.password !== null && sheet.protection.password !== password) {
    throw new Refused("AccessDenied", "The password is not that of the sheet.");
  }
  edit(workbook, origin, () => {
    sheet.protection = null;
    tell(workbook, { kind: "protection", sheet });
  });
}

/** @throws Refused when a protected sheet holds a locked cell there. */
export function refuseLocked(workbook: Workbook, sheet: Sheet, area: Area): void {
  if (sheet.protection === null) return;
  for (let row = area.row; row <= lastRowOf(area); row++) {
    for (let column = area.column; column <= lastColumnOf(area); column++) {
      if (styleAt(workbook.styles, styleIndexAt(sheet, row, column)).locked) throw protectedSheet(sheet);
    }
  }
}

/** @throws Refused on a protected sheet, unless it was protected with this permission ("allowInsertRows"). */
export function refuseProtected(sheet: Sheet, permission: string | null = null): void {
  if (sheet.protection === null) return;
  if (permission !== null && sheet.protection.options[permission] === true) return;
  throw protectedSheet(sheet);
}

function protectedSheet(sheet: Sheet): Refused {
  return new Refused("AccessDenied", `The sheet ${sheet.name} is protected.`);
}
