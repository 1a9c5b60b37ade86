import { letterContent } from "../../domain/letters/letterContent";
import { letterSubject } from "../../domain/plan/plan";
import type { Plan } from "../../domain/plan/plan";
import type { TemplateProblem } from "../word/checkTemplate";
import { templateNames } from "./adapters";
import type { RunAdapters, RunInput, TemplateName } from "./adapters";

/** The folder, in the output folder, where the letters lie. */
const LETTERS_FOLDER = "Lettres";

/** A template that cannot be used, so that no letter was written with it. */
export type FaultyTemplate = { readonly template: TemplateName; readonly problems: readonly TemplateProblem[] };

/** What was written, relative to the output folder, and the templates that could not be used. */
export type WrittenLetters = {
  readonly written: readonly string[];
  readonly faultyTemplates: readonly FaultyTemplate[];
};

/** Writes each letter of the plan that can be written and records it in the ledger. */
export async function writeLetters(input: RunInput, plan: Plan): Promise<WrittenLetters> {
  const { adapters, ledger, folder, opened, today } = input;
  const letters = plan.letters.filter(({ refusedBecause }) => refusedBecause.length === 0);
  const templates = letters.length === 0 ? new Map<TemplateName, Uint8Array>() : await readTemplates(adapters);
  const faultyTemplates = await faultyOnes(templates, adapters);
  const faulty = new Set(faultyTemplates.map(({ template }) => template));
  const contracts = new Map(plan.contracts.map((contract) => [contract.file.contract.number, contract]));
  const written: string[] = [];

  for (const [index, letter] of letters.entries()) {
    adapters.onProgress({ step: "letters", done: index, total: letters.length });
    const contract = contracts.get(letter.contract);
    const subject = contract === undefined ? null : letterSubject(contract, plan.settings, today);
    if (contract === undefined || subject === null) continue;
    const { client } = contract.file;
    const template = client?.type === "professional" ? templateNames[1] : templateNames[0];
    const templateBytes = templates.get(template);
    if (templateBytes === undefined || faulty.has(template)) continue;

    const { kind, issue, late, deadline, periodFrom, periodEnd } = letter;
    const name = adapters.letterFileName({
      contract: letter.contract,
      clientName: client?.name ?? "",
      periodEnd,
      issue,
      late,
    });
    const produced = await adapters.produceFile(ledger, folder, {
      key: { registerId: opened.registerId, contract: letter.contract, periodFrom, kind, issue },
      file: `${LETTERS_FOLDER}/${name}`,
      bytes: await adapters.renderLetter(templateBytes, letterContent(subject), today),
      on: today,
      deadline,
      periodEnd,
      late,
      template,
    });
    written.push(produced.file);
  }
  if (letters.length > 0) adapters.onProgress({ step: "letters", done: letters.length, total: letters.length });
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
