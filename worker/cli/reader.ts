import { openedInExcel } from "../files/openedInExcel";
import { readStable } from "../files/readStable";
import { lettersOf } from "../ledger/letters";
import { LEDGER_FILE, readLedger } from "../ledger/ledger";
import { openRegister, withLedger } from "../run/openRegister";
import type { OpenedRegister } from "../run/openRegister";
import { join } from "node:path";
import type { Environment } from "./environment";
import { words } from "./words";

/** Reads the register, telling the user what may surprise him. */
export async function readRegisterFile(file: string, { clock, terminal }: Environment): Promise<OpenedRegister> {
  terminal.progress(words.reading(file));
  const { readCells } = await import("../xlsx/readCells");
  const opened = await openRegister(file, { readFile: readStable, readCells, wait: clock.wait });
  if (await openedInExcel(file)) terminal.warn(words.openInExcel);
  return opened;
}

/** The register with what the ledger of the output folder knows; the ledger is only read. */
export async function readWithLedger(file: string, folder: string, environment: Environment): Promise<OpenedRegister> {
  const opened = await readRegisterFile(file, environment);
  const { events } = await readLedger(join(folder, LEDGER_FILE));
  return withLedger(opened, lettersOf(events, opened.registerId));
}
