import { basename } from "node:path";
import type { KnownLetter } from "../../domain/letters/knownLetters";
import { withKnownLetters } from "../../domain/letters/knownLetters";
import type { Problem } from "../../domain/problem";
import type { Register } from "../../domain/register";
import { readRegister } from "../../domain/workbook/readRegister";
import type { NotARegister, Positions } from "../../domain/workbook/readRegister";
import type { ReadStableOptions, StableFile } from "../xlsx/readStable";
import type { Cells } from "../xlsx/readCells";
import type { UnreadableCode } from "../xlsx/workbookUnreadable";

/** How a saved workbook is read; the tests and the future queue give their own. */
export type RegisterReader = {
  readonly readFile: (file: string, options: ReadStableOptions) => Promise<StableFile>;
  readonly readCells: (bytes: Uint8Array) => Promise<Cells>;
  readonly wait: (milliseconds: number) => Promise<void>;
};

/** A saved workbook read as a register. */
export type OpenedRegister = {
  readonly file: string;
  /** The identity that the workbook carries; a workbook that has lost it goes by its file name. */
  readonly registerId: string;
  readonly register: Register;
  readonly problems: readonly Problem[];
  readonly positions: Positions;
  /** ISO 8601. */
  readonly savedAt: string;
  readonly sha256: string;
};

/** The file cannot be read, or not as a register of this version. */
export class RegisterUnreadable extends Error {
  constructor(
    readonly file: string,
    readonly why: NotARegister | { readonly reason: UnreadableCode },
    options?: ErrorOptions,
  ) {
    super(why.reason, options);
  }
}

/** A workbook caught in the middle of being saved is tried again for about ten seconds. */
export const patience = { attempts: 4, delayMs: 3_000 };

/** Reads a saved workbook. Throws RegisterUnreadable, or what the reader throws; bad cells are reported, never thrown. */
export async function openRegister(file: string, reader: RegisterReader): Promise<OpenedRegister> {
  const { bytes, sha256, modifiedAt } = await reader.readFile(file, { ...patience, wait: reader.wait });
  const { tables } = await reader.readCells(bytes);
  const read = readRegister(tables);
  if ("reason" in read) throw new RegisterUnreadable(file, read);
  const registerId = read.register.settings.registerId ?? basename(file);
  return { file, registerId, sha256, savedAt: modifiedAt, ...read };
}

/** The register with the letters that the ledger remembers and the workbook does not. */
export function withLedger(opened: OpenedRegister, letters: readonly KnownLetter[]): OpenedRegister {
  return { ...opened, register: withKnownLetters(opened.register, letters) };
}
