/** Why Excel did not do what was asked, as a code; its sentence says in French what to do. */
export type ExcelProblem =
  | "cellBeingEdited"
  | "sheetProtected"
  | "readOnly"
  | "filterOn"
  | "tableMissing"
  | "rowBelowTable"
  | "notesInRow"
  | "noRoom"
  | "dates1904"
  | "workbookBusy"
  | "tooLarge"
  | "offline"
  | "notSupported"
  | "unexpected";

/** Thrown by everything in this folder. `details` are for whoever has to find the fault, in English. */
export class ExcelError extends Error {
  constructor(
    readonly problem: ExcelProblem,
    readonly details: string,
  ) {
    super(`${problem}: ${details}`);
  }
}

/** By the code that Excel gives, which is the same in every language. */
const problems: Readonly<Record<string, ExcelProblem>> = {
  InvalidOperationInCellEditMode: "cellBeingEdited",
  AccessDenied: "sheetProtected",
  FilteredRangeConflict: "filterOn",
  ItemNotFound: "tableMissing",
  InsertDeleteConflict: "noRoom",
  Conflict: "workbookBusy",
  GeneralException: "workbookBusy",
  RequestAborted: "workbookBusy",
  ServiceNotAvailable: "workbookBusy",
  InactiveWorkbook: "workbookBusy",
  RequestPayloadSizeLimitExceeded: "tooLarge",
  ResponsePayloadSizeLimitExceeded: "tooLarge",
  ConnectionFailure: "offline",
  HostIsNotAvailable: "offline",
  ApiNotFound: "notSupported",
  ApiNotAvailable: "notSupported",
  NotImplemented: "notSupported",
  UnsupportedOperation: "notSupported",
};

/** What an error of Office.js means; anything else is unexpected. */
export function excelError(error: unknown): ExcelError {
  if (error instanceof ExcelError) return error;
  const { code, message, debugInfo } = Object(error) as { code?: unknown; message?: unknown; debugInfo?: unknown };
  const problem = typeof code === "string" ? problems[code] : undefined;
  return new ExcelError(problem ?? "unexpected", JSON.stringify({ code, message, debugInfo }));
}
