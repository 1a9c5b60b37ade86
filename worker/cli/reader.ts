import { join } from "node:path";
import type { SourceSheet } from "../../domain/import/sourceSheet";
import { openedInExcel } from "../files/openedInExcel";
import { readStable } from "../xlsx/readStable";
import { lettersOf } from "../ledger/letters";
import { LEDGER_FILE, readLedger } from "../ledger/ledger";
import { openRegister, patience, RegisterUnreadable, withLedger } from "../run/openRegister";
import type { OpenedRegister, RegisterReader } from "../run/openRegister";
import { WorkbookUnreadable } from "../xlsx/workbookUnreadable";
import type { Environment } from "./environment";
import type { WorkerWords } from "./words";

/** Reads the register, telling the user what may surprise him. */
export async function readRegisterFile(
  file: string,
  words: WorkerWords,
  { clock, terminal }: Environment,
): Promise<OpenedRegister> {
  terminal.progress(words.reading(file));
  if (await openedInExcel(file)) terminal.warn(words.openInExcel);
  return openFile(file, (milliseconds) => {
    terminal.progress(words.notReady(file));
    return clock.wait(milliseconds);
  });
}

/** Reads the register without a word; `wait` passes the time while the file is being written. */
export async function openFile(file: string, wait: RegisterReader["wait"]): Promise<OpenedRegister> {
  const { readCells } = await import("../xlsx/readCells");
  try {
    return await openRegister(file, { readFile: readStable, readCells, wait });
  } catch (error) {
    if (!(error instanceof WorkbookUnreadable)) throw error;
    throw new RegisterUnreadable(file, { reason: error.code }, { cause: error });
  }
}

/** All sheets of a workbook that is no register, with the user told what may surprise him. Throws RegisterUnreadable. */
export async function readSheetsOf(
  file: string,
  words: WorkerWords,
  { clock, terminal }: Environment,
): Promise<readonly SourceSheet[]> {
  terminal.progress(words.reading(file));
  if (await openedInExcel(file)) terminal.warn(words.openInExcel);
  const { readSheets } = await import("../xlsx/readSheets");
  try {
    const { bytes } = await readStable(file, { ...patience, wait: clock.wait });
    return await readSheets(bytes);
  } catch (error) {
    if (!(error instanceof WorkbookUnreadable)) throw error;
    throw new RegisterUnreadable(file, { reason: error.code }, { cause: error });
  }
}

/** The register with what the ledger of the output folder knows; the ledger is only read. */
export async function readWithLedger(
  file: string,
  folder: string,
  words: WorkerWords,
  environment: Environment,
): Promise<OpenedRegister> {
  const opened = await readRegisterFile(file, words, environment);
  const { events } = await readLedger(join(folder, LEDGER_FILE));
  return withLedger(opened, lettersOf(events, opened.registerId));
}
