import type { CivilDate } from "../../domain/dates/civilDate";
import type { Cents } from "../../domain/money";
import type { Choice } from "../../domain/workbook/choices";
import { isLetterEvent, letterId, type LedgerEvent, type LetterEvent } from "./events";

/** What the ledger knows of one letter. */
export type LetterFact = {
  readonly contract: string;
  readonly periodFrom: CivilDate;
  readonly kind: Choice<"letterKind">;
  /** 1 for the first letter of the period, 2 when a corrected deadline asked for another. */
  readonly issue: number;
  readonly deadline: CivilDate;
  readonly generatedOn: CivilDate;
  /** Relative to the output folder. */
  readonly file: string;
  readonly sha256: string;
  readonly late: boolean;
  /** The price of the next period that it prints, in cents; null where that is not known. */
  readonly price: Cents | null;
  readonly sentOn: CivilDate | null;
  readonly channel: Choice<"channel"> | null;
  /** The post's tracking number, or the mail's Message-ID. */
  readonly tracking: string | null;
  readonly returnedOn: CivilDate | null;
  /** A sending was begun and its outcome is not known. */
  readonly uncertain: boolean;
};

/** The letters of one register, in the order in which they were first generated. */
export function lettersOf(events: readonly LedgerEvent[], registerId: string): readonly LetterFact[] {
  const facts = new Map<string, LetterFact>();
  for (const event of events) {
    if (!isLetterEvent(event) || event.registerId !== registerId) continue;
    const id = letterId(event);
    const next = factAfter(facts.get(id), event);
    if (next !== undefined) facts.set(id, next);
  }
  return [...facts.values()];
}

function factAfter(fact: LetterFact | undefined, event: LetterEvent): LetterFact | undefined {
  if (event.event === "generated") return generatedFact(fact, event);
  if (fact === undefined) return undefined;
  switch (event.event) {
    case "prepared":
      return fact;
    case "sending":
    case "uncertain":
      return { ...fact, uncertain: true };
    case "refused":
      return { ...fact, uncertain: false };
    case "sent": {
      const tracking = event.tracking ?? event.messageId;
      return { ...fact, sentOn: event.on, channel: event.channel, tracking, returnedOn: null, uncertain: false };
    }
    case "returned":
      return { ...fact, returnedOn: event.on };
  }
}

const NOT_SENT = { sentOn: null, channel: null, tracking: null, returnedOn: null, uncertain: false };

/** A file made again for the same letter replaces the file, not what is known of its sending. */
function generatedFact(fact: LetterFact | undefined, event: Extract<LetterEvent, { event: "generated" }>): LetterFact {
  const { contract, periodFrom, kind, issue, deadline, file, sha256, late } = event;
  return {
    ...NOT_SENT,
    ...fact,
    contract,
    periodFrom,
    kind,
    issue,
    deadline,
    generatedOn: event.on,
    file,
    sha256,
    late,
    price: event.price ?? null,
  };
}
