import type { UnreadableCode } from "./workbookUnreadable";

const zipStart = Buffer.from("PK\x03\x04", "latin1");
/** The first entry of every OpenDocument file, stored as it is. */
const openDocumentStart = Buffer.from("mimetypeapplication/vnd.oasis.opendocument.", "latin1");
const ENTRY_NAME_AT = 30;
const zipEnd = Buffer.from("PK\x05\x06", "latin1");
const oleStart = Buffer.from("d0cf11e0a1b11ae1", "hex");
const allZero = Buffer.alloc(4);

/** Where the zip's end record lies, or -1. Only a comment of at most 65,535 bytes may follow it. */
export function zipEndAt(bytes: Uint8Array): number {
  const tail = Math.max(0, bytes.length - 22 - 0xffff);
  const at = Buffer.from(bytes.buffer, bytes.byteOffset + tail, bytes.length - tail).lastIndexOf(zipEnd);
  return at < 0 || tail + at + 22 > bytes.length ? -1 : tail + at;
}

/** Why these bytes are no .xlsx that can be opened, from a look at their first and last bytes; null when they may be one. */
export function unreadableReason(bytes: Uint8Array): UnreadableCode | null {
  if (bytes.length === 0) return "fileEmpty";
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const starts = (signature: Buffer): boolean => file.subarray(0, signature.length).equals(signature);
  if (starts(oleStart)) return oleReason(file);
  // A synchroniser that reserves the room before it fetches the content leaves zeros.
  if (starts(allZero)) return "fileTruncated";
  if (!starts(zipStart)) return "notXlsx";
  if (file.subarray(ENTRY_NAME_AT, ENTRY_NAME_AT + openDocumentStart.length).equals(openDocumentStart))
    return "openDocument";
  return zipEndAt(bytes) < 0 ? "fileTruncated" : null;
}

function oleReason(file: Buffer): UnreadableCode {
  const holds = (stream: string): boolean => file.includes(Buffer.from(stream, "utf16le"));
  if (holds("EncryptedPackage")) return "passwordProtected";
  return holds("Workbook") || holds("Book") ? "oldXls" : "notXlsx";
}
