/** The codes that Office.js hands to add-ins. */
export type RefusalCode =
  | "AccessDenied"
  | "ApiNotFound"
  | "GeneralException"
  | "InsertDeleteConflict"
  | "InvalidArgument"
  | "InvalidOperation"
  | "InvalidReference"
  | "InvalidSelection"
  | "ItemAlreadyExists"
  | "ItemNotFound"
  | "NotImplemented"
  | "ServiceNotAvailable"
  | "UnsupportedOperation";

/** What Excel would refuse, with Office.js's code for it. */
export class Refused extends Error {
  readonly code: RefusalCode;

  constructor(code: RefusalCode, message: string) {
    super(message);
    this.name = "Refused";
    this.code = code;
  }
}
