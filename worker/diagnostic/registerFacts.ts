import { readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import type { CivilDate } from "../../domain/dates/civilDate";
import { letterProblems } from "../../domain/plan/letterProblems";
import { planOf } from "../../domain/plan/plan";
import { tableNames } from "../../domain/workbook/schema";
import type { RegisterConfig } from "../config/config";
import { errorCode } from "../files/errorCode";
import { openedInExcel } from "../files/openedInExcel";
import { LedgerBroken } from "../ledger/chain";
import { headOf, LEDGER_FILE, readLedger } from "../ledger/ledger";
import { lettersOf } from "../ledger/letters";
import { harmlessError } from "../log/logEntry";
import { templateNames } from "../run/adapters";
import { RegisterUnreadable, withLedger, type OpenedRegister } from "../run/openRegister";
import { checkTemplate } from "../word/checkTemplate";
import { label } from "./label";

type Given = {
  readonly today: CivilDate;
  /** Throws RegisterUnreadable. */
  readonly open: (file: string) => Promise<OpenedRegister>;
};

/** A register in numbers and codes: the file, what is in it, its ledger and its templates. */
export async function registerFacts(register: RegisterConfig, place: number, given: Given): Promise<object> {
  return {
    register: label(place),
    file: await fileFacts(register.file),
    content: await orError(contentFacts(register, given)),
    ledger: await orError(ledgerFacts(register.out)),
    templates: await templateFacts(register.templates),
  };
}

async function fileFacts(file: string): Promise<object> {
  try {
    const { size, mtime } = await stat(file);
    return { size, savedAt: mtime.toISOString(), isOpenInExcel: await openedInExcel(file) };
  } catch (error) {
    return { code: errorCode(error) };
  }
}

async function contentFacts({ file, out }: RegisterConfig, { today, open }: Given): Promise<object> {
  const opened = await open(file);
  const events = await readLedger(join(out, LEDGER_FILE)).then(
    (read) => read.events,
    () => [],
  );
  const { register, problems } = withLedger(opened, lettersOf(events, opened.registerId));
  const plan = planOf(register, problems, today);
  return {
    schemaVersion: register.settings.schemaVersion,
    revision: register.settings.revision,
    rows: Object.fromEntries(tableNames.map((table) => [table, register[table].length])),
    problems: countsOf([...plan.problems, ...letterProblems(plan)].map(({ code }) => code)),
    letters: plan.letters.length,
    lettersRefused: countsOf(plan.letters.flatMap(({ refusedBecause }) => refusedBecause.map(({ code }) => code))),
    obligations: countsOf(plan.contracts.flatMap(({ obligations }) => obligations.map(({ kind }) => kind))),
  };
}

async function ledgerFacts(out: string): Promise<object> {
  const { events, isTorn } = await readLedger(join(out, LEDGER_FILE));
  return { ...headOf(events), isTorn, events: countsOf(events.map(({ event }) => event)), lastAt: events.at(-1)?.at };
}

async function templateFacts(folder: string): Promise<object> {
  const checked = templateNames.map(async (name) => {
    const bytes = await readFile(join(folder, name)).catch(() => new Uint8Array());
    return [name, countsOf((await checkTemplate(new Uint8Array(bytes))).map(({ code }) => code))] as const;
  });
  return Object.fromEntries(await Promise.all(checked));
}

function countsOf(codes: readonly string[]): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const code of codes) counts[code] = (counts[code] ?? 0) + 1;
  return counts;
}

async function orError(facts: Promise<object>): Promise<object> {
  try {
    return await facts;
  } catch (error) {
    if (error instanceof RegisterUnreadable) return { code: error.why.reason };
    if (error instanceof LedgerBroken) return { code: "ledgerBroken", line: error.line, reason: error.reason };
    return { error: harmlessError(error) };
  }
}
