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

export type PlanOptions = {
  readonly register: string;
  readonly out: string;
  readonly today: CivilDate;
  readonly json: boolean;
  readonly language: Language;
};

/** Says what is due, and writes nothing. */
export async function planCommand(options: PlanOptions, environment: Environment): Promise<number> {
  const words = catalogues[options.language];
  const opened = await readWithLedger(options.register, options.out, environment);
  const plan = planOf(opened.register, opened.problems, options.today);
  if (options.json) {
    const { savedAt, sha256 } = opened;
    const { registerId } = opened.register.settings;
    const register = { file: basename(options.register), registerId, savedAt, sha256 };
    environment.terminal.print(JSON.stringify(reportOf(plan, opened.positions, register, words)));
  } else {
    for (const line of taskLines(digestSections(plan, opened.positions, words))) environment.terminal.print(line);
  }
  return exitCodes.done;
}
