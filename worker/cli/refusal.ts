import { dirname, join } from "node:path";
import { catalogues } from "../../domain/i18n";
import type { Language } from "../../domain/i18n";
import { ConfigInvalid } from "../config/readConfig";
import { LedgerBroken } from "../ledger/chain";
import { LedgerLocked } from "../ledger/lock";
import { diskFaultOf } from "../files/diskFault";
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
  const folder = folderIn(error);
  const fault = diskFaultOf(error);
  if (fault !== null) {
    const sentence = catalogues[language].formats.headed(folder ?? "Tacite", says.unreadable[fault]);
    return { sentence, exitCode: exitCodes.outputUnwritable };
  }
  if (folder !== null && unwritableCodes.includes(errorCode(error))) {
    return { sentence: says.outputUnwritable(folder, errorCode(error)), exitCode: exitCodes.outputUnwritable };
  }
  return { sentence: says.bug(messageOf(error)), exitCode: exitCodes.bug };
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

/** What the system says of a path that may not be written; reading has its own errors. */
const unwritableCodes = ["EACCES", "EPERM", "EROFS", "EBUSY", "ENOSPC", "EDQUOT", "ENOTDIR", "EEXIST", "EISDIR"];

/** The folder in which the system could not do it, or null where it names none. A file's own name may be that of a client. */
function folderIn(error: unknown): string | null {
  const { path, syscall } = Object(error) as NodeJS.ErrnoException;
  if (path === undefined) return null;
  return syscall === "mkdir" || syscall === "scandir" ? path : dirname(path);
}

/** The error's own words, without the names of the files in them. */
function messageOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const { path, dest } = error as NodeJS.ErrnoException & { readonly dest?: string };
  return [path ?? [], dest ?? []]
    .flat()
    .reduce((message, named) => message.replaceAll(named, join(dirname(named), "…")), error.message);
}
