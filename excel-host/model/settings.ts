import { edit, tell } from "./edit";
import type { Workbook } from "./workbook";

/** Replaces what add-ins keep in the file: name to JSON text. */
export function saveSettings(workbook: Workbook, origin: string, settings: ReadonlyMap<string, string>): void {
  edit(workbook, origin, () => {
    workbook.settings = new Map(settings);
    tell(workbook, { kind: "settings" });
  });
}
