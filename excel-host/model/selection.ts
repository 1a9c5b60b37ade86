import type { Area } from "./area";
import { edit, tell } from "./edit";
import { Refused } from "./refused";
import type { Sheet, Workbook } from "./workbook";

/** Shows the sheet and selects cells on it. @throws Refused for a hidden sheet. */
export function select(workbook: Workbook, origin: string, sheet: Sheet, area: Area): void {
  edit(workbook, origin, () => {
    const wasActive = workbook.active === sheet;
    sheet.selection = area;
    activateSheet(workbook, origin, sheet);
    if (wasActive) tell(workbook, { kind: "selection", sheet });
  });
}

/** @throws Refused for a hidden sheet. */
export function activateSheet(workbook: Workbook, origin: string, sheet: Sheet): void {
  if (workbook.active === sheet) return;
  if (sheet.visibility !== "visible") throw new Refused("InvalidOperation", `The sheet ${sheet.name} is hidden.`);
  edit(workbook, origin, () => {
    workbook.active = sheet;
    tell(workbook, { kind: "sheetActivated", sheet });
    tell(workbook, { kind: "selection", sheet });
  });
}
