export type UnreadableCode =
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
