import { join } from "node:path";
import type { CivilDate } from "../../domain/dates/civilDate";
import { formats } from "../../domain/i18n/fr/formats";
import { readIfPresent } from "../files/readIfPresent";
import { headOf, LEDGER_FILE, readLedger } from "../ledger/ledger";
import { isLetterEvent, type LedgerEvent } from "../ledger/events";
import { letterFiles } from "../ledger/letterFiles";
import type { Environment } from "./environment";
import { exitCodes } from "./exitCodes";
import { words } from "./words";

const { shortDate } = formats;

export type LedgerOptions = { readonly out: string; readonly json: boolean };

/** Shows the ledger of an output folder, once its chain is proven, and says which letters are no longer as it says. */
export async function ledgerCommand({ out, json }: LedgerOptions, { clock, terminal }: Environment): Promise<number> {
  const file = join(out, LEDGER_FILE);
  if ((await readIfPresent(file)) === null) {
    terminal.warn(words.noLedger(out));
    return exitCodes.usage;
  }
  const { events, isTorn } = await readLedger(file);
  const letters = await letterFiles(events, out);
  if (json) {
    terminal.print(JSON.stringify({ head: headOf(events), isTorn, letters, events }));
    return exitCodes.done;
  }
  for (const event of events) terminal.print(eventLine(event, clock.localTime(event.at)));
  terminal.print(words.ledgerIntact(events.length));
  if (isTorn) terminal.warn(words.tornLine(events.length + 1));
  for (const { file: letter, state } of letters) {
    if (state === "missing") terminal.warn(words.letterMissing(letter));
    if (state === "altered") terminal.warn(words.letterAltered(letter));
  }
  return exitCodes.done;
}

const eventWords: Readonly<Record<LedgerEvent["event"], string>> = {
  prepared: "annoncée",
  generated: "préparée",
  sending: "en cours d’envoi",
  sent: "envoyée",
  refused: "refusée par le serveur",
  returned: "revenue",
  uncertain: "envoi incertain",
  digest: "récapitulatif",
  ran: "passage",
  mailQueued: "à envoyer",
  mailSending: "en cours d’envoi",
  mailSent: "envoyé",
  mailRefused: "refusé par le serveur",
  mailUncertain: "envoi incertain",
  mailShown: "montré à l’écran",
};

function eventLine(event: LedgerEvent, localTime: string): string {
  const [day = "", time = ""] = localTime.split("T");
  return `${String(event.seq).padStart(5)}  ${shortDate(day as CivilDate)} ${time}  ${eventWords[event.event].padEnd(22)}  ${subjectOf(event)}`;
}

function subjectOf(event: LedgerEvent): string {
  if (isLetterEvent(event)) {
    const edition = event.issue > 1 ? `, édition ${String(event.issue)}` : "";
    return `contrat ${event.contract}, période du ${shortDate(event.periodFrom)}${edition}`;
  }
  if (event.event === "digest") return event.files[0] ?? "";
  return event.event === "ran" ? `${event.job} ${event.slot} ${event.reason ?? ""}`.trimEnd() : event.mail;
}
