import { join } from "node:path";
import type { CivilDate } from "../../domain/dates/civilDate";
import { digestSections } from "../../domain/digest/digestOf";
import { catalogues } from "../../domain/i18n";
import type { Language } from "../../domain/i18n";
import { LEDGER_FILE, openLedger } from "../ledger/ledger";
import { run } from "../run/run";
import type { RunResult } from "../run/run";
import type { Environment } from "./environment";
import { exitCodes } from "./exitCodes";
import { readRegisterFile } from "./reader";
import { runAdapters } from "./runAdapters";
import { summaryLines } from "./summaryLines";
import { words } from "./words";

export type RunOptions = {
  readonly register: string;
  readonly out: string;
  readonly templates: string;
  readonly today: CivilDate;
  readonly json: boolean;
  readonly language: Language;
};

/** One run on one register: letters, digest, ledger. */
export async function runCommand(options: RunOptions, environment: Environment): Promise<number> {
  const { clock, terminal } = environment;
  const says = words[options.language];
  const opened = await readRegisterFile(options.register, says, environment);
  const ledger = await openLedger(join(options.out, LEDGER_FILE), { now: clock.now });
  try {
    const input = {
      opened,
      ledger,
      folder: options.out,
      today: options.today,
      words: catalogues[options.language],
      fileWarnings: [],
      adapters: {
        ...(await runAdapters(options.templates, ({ done, total }) => {
          terminal.progress(says.lettersProgress(done, total));
        })),
        localTime: clock.localTime,
      },
    };
    const result = await run(input);
    if (options.json) terminal.print(JSON.stringify(resultReport(result)));
    else {
      const sections = digestSections(result.plan, opened.positions, input.words);
      for (const line of summaryLines(result, sections, options)) terminal.print(line);
    }
    for (const { template, problems } of result.faultyTemplates) {
      for (const problem of problems) terminal.warn(says.templateFault(template, problem));
    }
    return result.refused.length + result.faultyTemplates.length > 0 ? exitCodes.toCorrect : exitCodes.done;
  } finally {
    await ledger.close();
  }
}

function resultReport({ written, refused, digest, plan }: RunResult) {
  return {
    today: plan.today,
    written,
    refused: refused.map(({ contract }) => contract),
    digest: digest.files,
    isNew: digest.isNew,
  };
}
