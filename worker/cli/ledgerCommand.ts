import { join } from "node:path";
import type { CivilDate } from "../../domain/dates/civilDate";
import { catalogues } from "../../domain/i18n";
import type { Language } from "../../domain/i18n";
import { readIfPresent } from "../files/readIfPresent";
import { headOf, LEDGER_FILE, readLedger } from "../ledger/ledger";
import { isLetterEvent, type LedgerEvent } from "../ledger/events";
import { letterFiles } from "../ledger/letterFiles";
import type { Environment } from "./environment";
import { exitCodes } from "./exitCodes";
import { words } from "./words";

export type LedgerOptions = { readonly out: string; readonly json: boolean; readonly language: Language };

/** Shows the ledger of an output folder, once its chain is proven, and says which letters are no longer as it says. */
export async function ledgerCommand(
  { out, json, language }: LedgerOptions,
  { clock, terminal }: Environment,
): Promise<number> {
  const says = words[language];
  const file = join(out, LEDGER_FILE);
  if ((await readIfPresent(file)) === null) {
    terminal.warn(says.noLedger(out));
    return exitCodes.usage;
  }
  const { events, isTorn } = await readLedger(file);
  const letters = await letterFiles(events, out);
  if (json) {
    terminal.print(JSON.stringify({ head: headOf(events), isTorn, letters, events }));
    return exitCodes.done;
  }
  for (const event of events) terminal.print(eventLine(event, clock.localTime(event.at), language));
  terminal.print(says.ledgerIntact(events.length));
  if (isTorn) terminal.warn(says.tornLine(events.length + 1));
  for (const { file: letter, state } of letters) {
    if (state === "missing") terminal.warn(says.letterMissing(letter));
    if (state === "altered") terminal.warn(says.letterAltered(letter));
  }
  return exitCodes.done;
}

function eventLine(event: LedgerEvent, localTime: string, language: Language): string {
  const { ledgerEvents } = words[language];
  const [day = "", time = ""] = localTime.split("T");
  const when = `${catalogues[language].formats.shortDate(day as CivilDate)} ${time}`;
  return `${String(event.seq).padStart(5)}  ${when}  ${ledgerEvents[event.event].padEnd(22)}  ${subjectOf(event, language)}`;
}

function subjectOf(event: LedgerEvent, language: Language): string {
  const { letterOf } = words[language];
  if (isLetterEvent(event)) {
    return letterOf(event.contract, catalogues[language].formats.shortDate(event.periodFrom), event.issue);
  }
  if (event.event === "digest") return event.files[0] ?? "";
  return event.event === "ran" ? `${event.job} ${event.slot} ${event.reason ?? ""}`.trimEnd() : event.mail;
}
