import type { CivilDate } from "../dates/civilDate";
import type { Choice } from "../workbook/choices";

/*
 * What the pane and the companion on the same machine say to each other, over https on localhost. The companion serves
 * the pane's page with its pairing token in a <meta>; the pane sends it back with each question. Moments are wall time
 * where the machine stands, "YYYY-MM-DDTHH:MM".
 */

/** The name of the <meta> of the page that holds the token. Without it the pane is served by somebody else. */
export const pairingMeta = "tacite-companion";
export const pairingHeader = "x-tacite-token";

export const workbookType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
/** Of a workbook that is sent. A register of ten thousand contracts weighs about four. */
export const LARGEST_WORKBOOK = 50 * 1024 * 1024;

/** GET /api/state?register=…: what the companion says of itself and of the register. */
export type CompanionReport = {
  /** What concerns the machine: French sentences. */
  readonly warnings: readonly string[];
  /** Null: no register of this identity is in its configuration, or it has not read it yet. */
  readonly register: FollowedRegister | null;
};

export type FollowedRegister = {
  readonly name: string;
  readonly lastRun: {
    readonly at: string;
    readonly isDone: boolean;
    /** Why it failed and what to do, in French. */
    readonly sentence: string | null;
  } | null;
  readonly next: { readonly letters: string; readonly digest: string };
  /** The last copy of the workbook that the pane sent. */
  readonly copyAt: string | null;
  readonly warnings: readonly string[];
};

/** A letter in the output folder that nobody has noted as sent. */
export type PreparedLetter = {
  readonly contract: string;
  readonly periodFrom: CivilDate;
  readonly kind: Choice<"letterKind">;
  readonly issue: number;
  readonly deadline: CivilDate;
  /** Relative to the output folder. */
  readonly file: string;
  readonly late: boolean;
};

/** GET /api/letters?register=… */
export type PreparedLetters = { readonly letters: readonly PreparedLetter[] };

/** POST /api/register: the copy is kept. `name` is null where the configuration has no such register. */
export type KeptCopy = { readonly at: string; readonly name: string | null };

/** Why the companion did not do what was asked, as the body of its answer: `{ code }`. */
export const companionRefusals = [
  // The request is not one of the pane's.
  "wrongHost",
  "wrongOrigin",
  "notPaired",
  "tooManyRequests",
  "badRequest",
  "notFound",
  // The workbook.
  "tooLarge",
  "notAWorkbook",
  "passwordProtected",
  "notARegister",
  "newerSchema",
  "noIdentity",
  "busy",
  // The machine.
  "notFollowed",
  "noFolder",
  "ledgerBroken",
  "diskFull",
  "unexpected",
] as const;

export type CompanionRefusal = (typeof companionRefusals)[number];
