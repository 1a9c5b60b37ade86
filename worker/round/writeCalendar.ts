import { createHash } from "node:crypto";
import { createEvents } from "ics";
import type { DateArray, EventAttributes } from "ics";
import { addDays, parts } from "../../domain/dates/civilDate";
import type { CivilDate } from "../../domain/dates/civilDate";
import type { Catalogue } from "../../domain/i18n";
import type { RoundWords } from "../../domain/i18n/fr/round";
import { dayOf } from "../../domain/round/roundOf";
import type { Round, Stop } from "../../domain/round/roundOf";
import { textsOf } from "../../domain/round/roundTexts";

/** Of which register and when it is written: a calendar keeps the newest of two events with one identity. */
export type CalendarOrigin = { readonly registerId: string; readonly today: CivilDate; readonly writtenAt: string };

/**
 * The round as a calendar (RFC 5545): an all-day event per stop, on its appointment or else its last day in time. The
 * identity of an event is that of its visit, so that importing again moves it instead of doubling it.
 */
export function writeCalendar(round: Round, origin: CalendarOrigin, words: Catalogue, own: RoundWords): string {
  const events = round.stops.map((stop) => eventOf(stop, origin, words, own));
  const { value, error } = createEvents(events, { productId: "-//Tacite//FR", calName: own.title(round.month) });
  if (value === null) throw error ?? new Error("The calendar could not be written");
  return folded(value);
}

function eventOf(stop: Stop, origin: CalendarOrigin, words: Catalogue, own: RoundWords): EventAttributes {
  const texts = textsOf(stop, words, own);
  const day = dayOf(stop, origin.today);
  const what = stop.plannedOn === null && stop.due !== null ? own.toPlan(stop.due.to) : "";
  const { columns } = own;
  const event = {
    uid: `${createHash("sha256").update(`${origin.registerId} ${stop.key}`).digest("hex").slice(0, 32)}@tacite`,
    // DTSTAMP, of which the library's types say nothing.
    timestamp: origin.writtenAt.replace(/[-:]|[.]\d+/g, ""),
    start: dateOf(day),
    end: dateOf(addDays(day, 1)),
    title: [texts.client, texts.city, what].filter((part) => part !== "").join(", "),
    location: [texts.address, `${texts.postcode} ${texts.city}`.trim()].filter((part) => part !== "").join(", "),
    description: [
      texts.appliance,
      ...(texts.phone === "" ? [] : [own.headed(columns.phone, texts.phone)]),
      own.headed(columns.contract, texts.contract),
      ...(texts.lastVisit === null ? [] : [own.headed(columns.lastVisit, words.formats.shortDate(texts.lastVisit))]),
      texts.notes,
    ]
      .filter((line) => line !== "")
      .join("\n"),
    // The day of the tradesman stays free for what is really planned.
    busyStatus: "FREE" as const,
    transp: "TRANSPARENT" as const,
  };
  return event;
}

function dateOf(date: CivilDate): DateArray {
  const { year, month, day } = parts(date);
  return [year, month, day];
}

/** The library folds lines by characters; RFC 5545 counts octets, and an accent takes two. */
function folded(calendar: string): string {
  return calendar
    .replaceAll("\r\n\t", "")
    .split("\r\n")
    .map((line) => {
      const lines = [""];
      for (const character of line) {
        const last = lines.at(-1) ?? "";
        if (Buffer.byteLength(last + character) > MOST_OCTETS) lines.push(` ${character}`);
        else lines[lines.length - 1] = last + character;
      }
      return lines.join("\r\n");
    })
    .join("\r\n");
}

const MOST_OCTETS = 75;
