import type { Digest } from "../../domain/digest/digestModel";
import type { CivilDate } from "../../domain/dates/civilDate";
import type { Catalogue } from "../../domain/i18n";
import type { LetterFields } from "../../domain/letters/letterFields";
import type { DigestContent } from "../digest/renderDigest";
import type { EmlInput } from "../digest/writeEml";
import type { Ledger } from "../ledger/ledger";
import type { LetterFact } from "../ledger/letters";
import type { FileToProduce, ProducedFile } from "../ledger/recover";
import type { TemplateProblem } from "../word/checkTemplate";
import type { LetterName } from "../word/fileName";
import type { OpenedRegister } from "./openRegister";

/** Everything that a run does to the world, given by main.ts so that a test or another engine can give its own. */
export type RunAdapters = {
  readonly recover: (ledger: Ledger, folder: string) => Promise<void>;
  readonly lettersOf: (ledger: Ledger, registerId: string) => readonly LetterFact[];
  readonly produceFile: (ledger: Ledger, folder: string, file: FileToProduce) => Promise<ProducedFile>;
  readonly readTemplate: (name: TemplateName) => Promise<Uint8Array>;
  readonly checkTemplate: (template: Uint8Array) => Promise<readonly TemplateProblem[]>;
  readonly renderLetter: (template: Uint8Array, fields: LetterFields, day: CivilDate) => Promise<Uint8Array>;
  readonly letterFileName: (name: LetterName) => string;
  readonly renderDigest: (digest: Digest) => Promise<DigestContent>;
  readonly buildEml: (input: EmlInput) => Promise<Uint8Array>;
  readonly readFile: (path: string) => Promise<Uint8Array | null>;
  readonly writeFile: (path: string, bytes: Uint8Array) => Promise<void>;
  /** Wall-clock time of an instant, "YYYY-MM-DDTHH:MM". */
  readonly localTime: (instant: string) => string;
  readonly onProgress: (progress: Progress) => void;
};

export type Progress = { readonly step: "letters"; readonly done: number; readonly total: number };

export const templateNames = ["lettre-reconduction.docx", "lettre-reconduction-professionnel.docx"] as const;
export type TemplateName = (typeof templateNames)[number];

/** What a run is about. */
export type RunInput = {
  readonly opened: OpenedRegister;
  readonly ledger: Ledger;
  readonly folder: string;
  readonly today: CivilDate;
  readonly words: Catalogue;
  /** What is odd about the file itself, as the digest is to say it. */
  readonly fileWarnings: readonly string[];
  readonly adapters: RunAdapters;
};
