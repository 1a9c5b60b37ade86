import { basename } from "node:path";
import type { CivilDate } from "../../domain/dates/civilDate";
import { digestSections } from "../../domain/digest/digestOf";
import { catalogues } from "../../domain/i18n";
import type { Language } from "../../domain/i18n";
import { planOf } from "../../domain/plan/plan";
import { reportOf } from "../../domain/plan/planReport";
import type { Environment } from "./environment";
import { exitCodes } from "./exitCodes";
import { readWithLedger } from "./reader";
import { taskLines } from "./taskLines";
import { words } from "./words";

export type PlanOptions = {
  readonly register: string;
  readonly out: string;
  readonly today: CivilDate;
  readonly json: boolean;
  readonly language: Language;
};

/** Says what is due, and writes nothing. */
export async function planCommand(options: PlanOptions, environment: Environment): Promise<number> {
  const { register: file, out, language } = options;
  const catalogue = catalogues[language];
  const opened = await readWithLedger(file, out, words[language], environment);
  const plan = planOf(opened.register, opened.problems, options.today);
  if (options.json) {
    const { savedAt, sha256 } = opened;
    const { registerId } = opened.register.settings;
    const register = { file: basename(file), registerId, savedAt, sha256 };
    environment.terminal.print(JSON.stringify(reportOf(plan, opened.positions, register, catalogue)));
  } else {
    const sections = digestSections(plan, opened.positions, catalogue);
    for (const line of taskLines(sections, language)) environment.terminal.print(line);
  }
  return exitCodes.done;
}
