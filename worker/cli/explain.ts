import { diskFaultOf } from "../files/diskFault";
import { LedgerBroken } from "../ledger/chain";
import { LedgerLocked } from "../ledger/lock";
import type { Failure } from "../living/lookAtFile";
import { RegisterUnreadable } from "../run/openRegister";
import { passingCodes } from "../xlsx/workbookUnreadable";
import { exitCodes } from "./exitCodes";
import { refusalOf } from "./refusal";

/** Somebody works on the register by hand; he is soon done. */
const LOCKED = "ledgerLocked";

/** What stopped a run: a code for the ledger and the log, a sentence for the user, and whether waiting may help. */
export function explain(error: unknown): Failure {
  const { sentence, exitCode } = refusalOf(error, "fr");
  const code = codeOf(error, exitCode);
  return { code, sentence, isPassing: code === LOCKED || passingCodes.has(code) };
}

function codeOf(error: unknown, exitCode: number): string {
  if (error instanceof RegisterUnreadable) return error.why.reason;
  if (error instanceof LedgerLocked) return LOCKED;
  if (error instanceof LedgerBroken) return "ledgerBroken";
  const fault = diskFaultOf(error);
  if (fault !== null) return fault;
  return exitCode === exitCodes.outputUnwritable ? "outputUnwritable" : "bug";
}
