import type { CompanionRefusal } from "../../domain/companion/companionApi";
import { readRegister } from "../../domain/workbook/readRegister";
import { WorkbookUnreadable } from "../xlsx/workbookUnreadable";

/** A workbook that is a register and says which, or why it is none. */
type Received = { readonly registerId: string } | { readonly refusal: CompanionRefusal };

/** Reads what was sent as the companion will, so that nothing is kept that it could not use. */
export async function receivedRegister(bytes: Uint8Array): Promise<Received> {
  const { readCells } = await import("../xlsx/readCells");
  let tables;
  try {
    ({ tables } = await readCells(bytes));
  } catch (error) {
    if (!(error instanceof WorkbookUnreadable)) throw error;
    return { refusal: error.code === "passwordProtected" ? "passwordProtected" : "notAWorkbook" };
  }
  const read = readRegister(tables);
  if ("reason" in read) return { refusal: read.reason };
  const { registerId } = read.register.settings;
  return registerId === null ? { refusal: "noIdentity" } : { registerId };
}
