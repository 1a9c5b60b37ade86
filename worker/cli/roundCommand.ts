import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import type { CivilDate } from "../../domain/dates/civilDate";
import { catalogues } from "../../domain/i18n";
import type { Language } from "../../domain/i18n";
import { round as english } from "../../domain/i18n/en/round";
import { round as french } from "../../domain/i18n/fr/round";
import { typesetAll } from "../../domain/i18n/fr/typography";
import { roundOf } from "../../domain/round/roundOf";
import { writeAtomic } from "../files/writeAtomic";
import type { Environment } from "./environment";
import { exitCodes } from "./exitCodes";
import { readRegisterFile } from "./reader";
import { words } from "./words";

export type RoundOptions = {
  readonly register: string;
  /** Its first day. */
  readonly month: CivilDate;
  readonly out: string;
  readonly today: CivilDate;
  readonly language: Language;
};

const roundWords = { fr: typesetAll(french), en: english };

/** Writes the round of a month as a document to print and as a calendar for the phone; those of before are replaced. */
export async function roundCommand(options: RoundOptions, environment: Environment): Promise<number> {
  const { register: file, month, out, today, language } = options;
  const says = words[language];
  const own = roundWords[language];
  const catalogue = catalogues[language];
  const { register, registerId } = await readRegisterFile(file, says, environment);
  const round = roundOf(register, today, month);
  const [{ writeRound }, { writeCalendar }] = await Promise.all([
    import("../word/writeRound"),
    import("../round/writeCalendar"),
  ]);
  const { firmName } = register.settings;
  const origin = { registerId, today, writtenAt: environment.clock.now() };
  const files: readonly (readonly [string, Uint8Array])[] = [
    [`tournee-${month.slice(0, 7)}.docx`, await writeRound(round, { firmName, today }, catalogue, own)],
    [`tournee-${month.slice(0, 7)}.ics`, new TextEncoder().encode(writeCalendar(round, origin, catalogue, own))],
  ];
  await mkdir(out, { recursive: true });
  for (const [name, bytes] of files) await writeAtomic(join(out, name), bytes);
  const { title, count } = own;
  environment.terminal.print(catalogue.formats.headed(title(month), count(round.stops.length)));
  for (const [name] of files) environment.terminal.print(join(out, name));
  return exitCodes.done;
}
