import { access } from "node:fs/promises";
import { basename, dirname, join } from "node:path";

/** Whether Excel seems to have the workbook open: its owner file "~$NAME.xlsx" lies beside it. */
export async function openedInExcel(file: string): Promise<boolean> {
  try {
    await access(join(dirname(file), `~$${basename(file)}`));
    return true;
  } catch {
    return false;
  }
}
