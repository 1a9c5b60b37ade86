import { letterContent } from "../../domain/letters/letterContent";
import type { Plan } from "../../domain/plan/plan";
import type { TemplateProblem } from "../word/checkTemplate";
import { templateNames } from "./adapters";
import type { RunAdapters, RunInput, TemplateName } from "./adapters";
import { letterJobs, printedPrice } from "./letterJobs";

/** A template that cannot be used, so that no letter was written with it. */
export type FaultyTemplate = { readonly template: TemplateName; readonly problems: readonly TemplateProblem[] };

/** What was written, relative to the output folder, and the templates that could not be used. */
export type WrittenLetters = {
  readonly written: readonly string[];
  readonly faultyTemplates: readonly FaultyTemplate[];
};

/** Writes each letter that is due or lost and can be written, and records it in the ledger. */
export async function writeLetters(input: RunInput, plan: Plan): Promise<WrittenLetters> {
  const { adapters, ledger, folder, opened, today } = input;
  const jobs = await letterJobs(input, plan);
  const templates = jobs.length === 0 ? new Map<TemplateName, Uint8Array>() : await readTemplates(adapters);
  const faultyTemplates = await faultyOnes(templates, adapters);
  const faulty = new Set(faultyTemplates.map(({ template }) => template));
  const written: string[] = [];

  for (const [index, { subject, file }] of jobs.entries()) {
    adapters.onProgress({ step: "letters", done: index, total: jobs.length });
    const template = subject.file.client?.type === "professional" ? templateNames[1] : templateNames[0];
    const templateBytes = templates.get(template);
    if (templateBytes === undefined || faulty.has(template)) continue;

    const { contract, kind, issue, late, deadline, periodFrom, periodEnd } = subject.letter;
    const produced = await adapters.produceFile(ledger, folder, {
      key: { registerId: opened.registerId, contract, periodFrom, kind, issue },
      file,
      bytes: await adapters.renderLetter(templateBytes, letterContent(subject), today),
      on: today,
      deadline,
      periodEnd,
      late,
      template,
      price: printedPrice(subject),
    });
    written.push(produced.file);
  }
  if (jobs.length > 0) adapters.onProgress({ step: "letters", done: jobs.length, total: jobs.length });
  return { written, faultyTemplates };
}

async function readTemplates(adapters: RunAdapters): Promise<ReadonlyMap<TemplateName, Uint8Array>> {
  const read = templateNames.map(async (name): Promise<[TemplateName, Uint8Array]> => [
    name,
    await adapters.readTemplate(name),
  ]);
  return new Map(await Promise.all(read));
}

async function faultyOnes(
  templates: ReadonlyMap<TemplateName, Uint8Array>,
  adapters: RunAdapters,
): Promise<readonly FaultyTemplate[]> {
  const checked = [...templates].map(async ([template, bytes]) => ({
    template,
    problems: await adapters.checkTemplate(bytes),
  }));
  return (await Promise.all(checked)).filter(({ problems }) => problems.length > 0);
}
