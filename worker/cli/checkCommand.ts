import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { CivilDate } from "../../domain/dates/civilDate";
import { catalogues } from "../../domain/i18n";
import type { Language } from "../../domain/i18n";
import { problemSentence } from "../../domain/i18n/problemSentence";
import { letterProblems } from "../../domain/plan/letterProblems";
import { planOf } from "../../domain/plan/plan";
import { locate } from "../../domain/workbook/locate";
import { templateNames } from "../run/adapters";
import type { Environment } from "./environment";
import { exitCodes } from "./exitCodes";
import { readRegisterFile } from "./reader";
import { words } from "./words";
import type { WorkerWords } from "./words";

export type CheckOptions = {
  readonly register: string;
  readonly templates: string;
  readonly today: CivilDate;
  readonly json: boolean;
  readonly language: Language;
};

/** Lists what is to be corrected in the register and in the letter templates. */
export async function checkCommand(options: CheckOptions, environment: Environment): Promise<number> {
  const { terminal } = environment;
  const says = words[options.language];
  const catalogue = catalogues[options.language];
  const opened = await readRegisterFile(options.register, says, environment);
  const plan = planOf(opened.register, opened.problems, options.today);
  const found = [...plan.problems, ...letterProblems(plan)].map((problem) => ({
    ...locate(problem.at, opened.positions),
    code: problem.code,
    message: problemSentence(problem, catalogue),
  }));
  const faults = await templateFaults(options.templates, says);

  if (options.json) {
    terminal.print(JSON.stringify({ problems: found, templates: faults }));
  } else {
    for (const { sheet, cell, message } of found) {
      terminal.print(catalogue.formats.headed(`${sheet}${cell === null ? "" : `!${cell}`}`, message));
    }
    for (const fault of faults) terminal.print(fault);
    const count = found.length + faults.length;
    terminal.print(count === 0 ? says.noProblem : says.problems(count));
  }
  return found.length + faults.length === 0 ? exitCodes.done : exitCodes.toCorrect;
}

async function templateFaults(folder: string, { templateFault }: WorkerWords): Promise<readonly string[]> {
  const { checkTemplate } = await import("../word/checkTemplate");
  const checked = templateNames.map(async (name) => {
    const bytes = await readFile(join(folder, name)).catch(() => new Uint8Array());
    return (await checkTemplate(new Uint8Array(bytes))).map((problem) => templateFault(name, problem));
  });
  return (await Promise.all(checked)).flat();
}
