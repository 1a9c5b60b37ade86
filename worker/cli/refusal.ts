import { catalogues } from "../../domain/i18n";
import type { Language } from "../../domain/i18n";
import { ConfigInvalid } from "../config/readConfig";
import { LedgerBroken } from "../ledger/chain";
import { LedgerLocked } from "../ledger/lock";
import { errorCode } from "../files/errorCode";
import { QueueRefused } from "../queue/queueRefused";
import { RegisterUnreadable } from "../run/openRegister";
import { exitCodes } from "./exitCodes";
import { words } from "./words";
import type { WorkerWords } from "./words";

/** A sentence for the user and the exit code that says the same to a program. */
export type Refusal = { readonly sentence: string; readonly exitCode: number };

/** What to tell the user of an error that stopped a command. */
export function refusalOf(error: unknown, language: Language): Refusal {
  const says = words[language];
  if (error instanceof RegisterUnreadable) {
    const sentence = catalogues[language].formats.headed(error.file, reasonOf(error, says));
    return { sentence, exitCode: exitCodes.registerUnreadable };
  }
  if (error instanceof ConfigInvalid) return { sentence: error.message, exitCode: exitCodes.configInvalid };
  if (error instanceof LedgerBroken) {
    return { sentence: says.ledgerBroken(error.file, error.line), exitCode: exitCodes.ledgerBroken };
  }
  if (error instanceof LedgerLocked) {
    return { sentence: says.ledgerLocked(error.lockFile, error.pid), exitCode: exitCodes.alreadyRunning };
  }
  if (error instanceof QueueRefused) return { sentence: error.sentence, exitCode: exitCodes.queueRefused };
  const unwritable = unwritablePath(error);
  if (unwritable !== null) {
    return {
      sentence: says.outputUnwritable(unwritable, errorCode(error)),
      exitCode: exitCodes.outputUnwritable,
    };
  }
  return { sentence: says.bug(error instanceof Error ? error.message : String(error)), exitCode: exitCodes.bug };
}

function reasonOf({ why }: RegisterUnreadable, says: WorkerWords): string {
  switch (why.reason) {
    case "notARegister":
      return says.notARegister;
    case "newerSchema":
      return says.newerSchema(why.version, why.known);
    default:
      return says.unreadable[why.reason];
  }
}

const diskCodes = ["EACCES", "EPERM", "EROFS", "EBUSY", "ENOSPC", "EDQUOT", "ENOTDIR", "EEXIST", "EISDIR"];

/** The path that the system would not let be written; reading has its own errors. */
function unwritablePath(error: unknown): string | null {
  if (!diskCodes.includes(errorCode(error))) return null;
  const { path } = error as NodeJS.ErrnoException;
  return path ?? null;
}
