import { LedgerBroken } from "../ledger/chain";
import type { Failure } from "../living/lookAtFile";
import { RegisterUnreadable } from "../run/openRegister";
import { exitCodes } from "./exitCodes";
import { refusalOf } from "./refusal";

/** What passes by itself once Excel or the synchroniser has finished, or the disk is there again. */
const passing: readonly string[] = ["fileMissing", "fileEmpty", "fileLocked", "fileTruncated"];

/** What stopped a run: a code for the ledger and the log, a sentence for the user, and whether waiting may help. */
export function explain(error: unknown): Failure {
  const { sentence, exitCode } = refusalOf(error, "fr");
  const code = codeOf(error, exitCode);
  return { code, sentence, isPassing: passing.includes(code) };
}

function codeOf(error: unknown, exitCode: number): string {
  if (error instanceof RegisterUnreadable) return error.why.reason;
  if (error instanceof LedgerBroken) return "ledgerBroken";
  return exitCode === exitCodes.outputUnwritable ? "outputUnwritable" : "bug";
}
