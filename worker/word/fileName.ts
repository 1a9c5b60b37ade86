import { createHash } from "node:crypto";

import type { CivilDate } from "../../domain/dates/civilDate";

export type LetterName = {
  readonly contract: string;
  readonly clientName: string;
  /** The last day of the period that the letter is about. */
  readonly periodEnd: CivilDate;
  /** 1 for the first letter of this period, 2 for its correction, and so on. */
  readonly issue: number;
  readonly late: boolean;
};

const longestName = 120;
const longestContract = 24;
/** With the other lengths it keeps the name under the 255 bytes of Linux file systems too. */
const longestClient = 40;

/** The name of a letter's file: valid on Windows, macOS and Linux, at most 120 characters, unique by contract, period and issue. */
export function letterFileName({ contract, clientName, periodEnd, issue, late }: LetterName): string {
  const start = contractPart(contract);
  const end = ` - reconduction au ${periodEnd}${late ? " - hors délai" : ""}${issue > 1 ? ` - version ${issue}` : ""}.docx`;
  const client = cut(fileText(clientName), Math.min(longestClient, longestName - start.length - end.length - 1));
  return `${start}${client === "" ? "" : ` ${client}`}${end}`;
}

/** Contracts that Windows would write alike (case, forbidden characters, length) are told apart by a mark. */
function contractPart(contract: string): string {
  const text = cut(fileText(contract), longestContract);
  const plain = text === contract && text !== "" && text === text.toUpperCase() && !reservedName.test(text);
  return plain ? text : `${text}~${createHash("sha256").update(contract).digest("hex").slice(0, 6)}`;
}

const reservedName = /^(CON|PRN|AUX|NUL|CONIN\$|CONOUT\$|(COM|LPT)[0-9¹²³])$/i;

/** What Windows allows in a name; ~ is kept for the mark, and a leading dot would hide the file. */
function fileText(text: string): string {
  return text
    .normalize("NFC")
    .replace(/[<>:"/\\|?*~\p{Cc}\p{Cs}\p{Cf}]/gu, "-")
    .replace(/\s+/g, " ")
    .replace(/^[\s.]+|[\s.]+$/g, "");
}

/** Cuts between characters, never inside one, and leaves no space or dot at the end. */
function cut(text: string, length: number): string {
  let kept = "";
  for (const character of text) {
    if (kept.length + character.length > length) break;
    kept += character;
  }
  return kept.replace(/[\s.]+$/, "");
}
