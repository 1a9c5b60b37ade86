import { LedgerBroken } from "../ledger/chain";
import { LedgerLocked } from "../ledger/lock";
import { NotReadableAsRegister } from "../run/openRegister";
import { WorkbookUnreadable } from "../xlsx/workbookUnreadable";
import { exitCodes } from "./exitCodes";
import { unreadableWords, words } from "./words";

/** A sentence for the user and the exit code that says the same to a program. */
export type Refusal = { readonly sentence: string; readonly exitCode: number };

/** What to tell the user of an error that stopped a command. */
export function refusalOf(error: unknown): Refusal {
  if (error instanceof WorkbookUnreadable) {
    return { sentence: unreadableWords[error.code], exitCode: exitCodes.registerUnreadable };
  }
  if (error instanceof NotReadableAsRegister) {
    const { why } = error;
    const sentence = why.reason === "notARegister" ? words.notARegister : words.newerSchema(why.version, why.known);
    return { sentence, exitCode: exitCodes.registerUnreadable };
  }
  if (error instanceof LedgerBroken) {
    return { sentence: words.ledgerBroken(error.file, error.line), exitCode: exitCodes.ledgerBroken };
  }
  if (error instanceof LedgerLocked) {
    return { sentence: words.ledgerLocked(error.lockFile, error.pid), exitCode: exitCodes.alreadyRunning };
  }
  return { sentence: words.bug(error instanceof Error ? error.message : String(error)), exitCode: exitCodes.bug };
}
