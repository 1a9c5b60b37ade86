import type { DiskFault } from "../files/diskFault";

export type UnreadableCode =
  | DiskFault
  | "fileMissing"
  | "fileEmpty"
  | "folder"
  | "openDocument"
  | "notXlsx"
  | "oldXls"
  | "passwordProtected"
  | "fileTruncated"
  | "fileLocked"
  | "fileTooLarge"
  | "damaged";

/** What passes by itself once Excel or the synchroniser has finished, or the disk answers again. */
export const passingCodes: ReadonlySet<string> = new Set<UnreadableCode>([
  "fileMissing",
  "fileEmpty",
  "fileLocked",
  "fileTruncated",
  "diskFault",
  "shareUnreachable",
  "tooManyFiles",
]);

/** The workbook cannot be read at all; the code says why, the sentence for the user lives in the catalogue. */
export class WorkbookUnreadable extends Error {
  override readonly name = "WorkbookUnreadable";

  constructor(
    readonly code: UnreadableCode,
    options?: ErrorOptions,
  ) {
    super(code, options);
  }
}
