import { mkdir } from "node:fs/promises";
import { basename, dirname } from "node:path";
import { importRows } from "../../domain/actions/importRows";
import { isRefused } from "../../domain/actions/decision";
import type { ActionContext } from "../../domain/actions/decision";
import { apply } from "../../domain/changes";
import type { CivilDate } from "../../domain/dates/civilDate";
import { catalogues } from "../../domain/i18n";
import type { Language } from "../../domain/i18n";
import { findLists } from "../../domain/import/findLists";
import { importInput } from "../../domain/import/importInput";
import type { ImportAnswers } from "../../domain/import/importInput";
import type { ListLayout } from "../../domain/import/list";
import { withMapping } from "../../domain/import/mapping";
import { readListOverYears } from "../../domain/import/olderYears";
import { planOf } from "../../domain/plan/plan";
import { statusColumns } from "../../domain/plan/statusColumns";
import type { Register } from "../../domain/register";
import { emptyRegister } from "../../domain/workbook/emptyRegister";
import { usersSheets } from "../../domain/workbook/usersSheets";
import { writeAtomic, writeNew } from "../files/writeAtomic";
import type { Environment } from "./environment";
import { exitCodes } from "./exitCodes";
import { importLines, importReport } from "./importReport";
import { mappingText, readMapping } from "./mappingFile";
import { readSheetsOf } from "./reader";
import { words } from "./words";

export type ImportOptions = {
  readonly list: string;
  /** The register to be made; null: nothing is written. */
  readonly into: string | null;
  /** The sheet of the list; null: the one that looks most like it. */
  readonly sheet: string | null;
  readonly mapping: string | null;
  readonly writeMapping: string | null;
  readonly json: boolean;
  readonly language: Language;
  /** Given when the user rehearses another day, which the register then keeps as its own. */
  readonly rehearsed: CivilDate | null;
  readonly answers: Omit<ImportAnswers, "followedSince"> & { readonly followedSince: CivilDate | null };
};

/** Reads a list of the user's own, says what it understood and, when asked, makes a register of it. The list is never written. */
export async function importCommand(options: ImportOptions, environment: Environment): Promise<number> {
  const { language, json, into } = options;
  const { terminal, clock } = environment;
  const says = words[language];
  const today = options.rehearsed ?? clock.today();
  if (into !== null && !/[.]xlsx$/i.test(into)) {
    terminal.warn(says.notXlsxName(basename(into)));
    return exitCodes.usage;
  }
  const mapping = options.mapping === null ? {} : await readMapping(options.mapping, language);
  const sheets = usersSheets(await readSheetsOf(options.list, says, environment));
  const found = findLists(sheets, today);
  const chosen = chosenList(found, options.sheet);
  if (chosen === null) {
    terminal.warn(says.importing.noList(options.list, options.sheet, [...new Set(found.map((list) => list.sheet))]));
    return exitCodes.registerUnreadable;
  }
  const layout = withMapping(chosen, mapping);
  if (options.writeMapping !== null) await writeAtomic(options.writeMapping, Buffer.from(mappingText(layout)));

  const { rows, problems: read } = readListOverYears(sheets, found, layout, today);
  const register = emptyRegister(environment.newRegisterId());
  const answers = { ...options.answers, followedSince: options.answers.followedSince ?? today };
  const { input, problems: left, leftOut } = importInput(rows, layout, register, answers, today);
  const told = { layout, rows, problems: [...read, ...left], lists: found, language };
  if (into !== null) {
    const decision = importRows(register, input, contextOn(today, clock.now()));
    if (isRefused(decision)) {
      const { refusals } = catalogues[language].actions;
      for (const { code, facts } of decision.refusals)
        terminal.warn((refusals[code] as (of: typeof facts) => string)(facts));
      return exitCodes.toCorrect;
    }
    const bytes = await bytesOf(apply(register, decision.changes), today, options.rehearsed !== null, clock.now());
    await mkdir(dirname(into), { recursive: true });
    if ((await writeNew(into, bytes)).exists) {
      terminal.warn(says.fileExists(into));
      return exitCodes.usage;
    }
  }
  if (json) terminal.print(JSON.stringify(importReport(told)));
  else {
    for (const line of importLines(told)) terminal.print(line);
    const { howTo, imported, mappingWritten } = says.importing;
    if (options.writeMapping !== null) terminal.print(mappingWritten(options.writeMapping));
    terminal.print(into === null ? howTo : imported(into, input.lines.length, leftOut));
  }
  return into !== null && leftOut > 0 ? exitCodes.toCorrect : exitCodes.done;
}

async function bytesOf(
  register: Register,
  today: CivilDate,
  rehearsal: boolean,
  writtenAt: string,
): Promise<Uint8Array> {
  const { writeRegister } = await import("../xlsx/writeRegister");
  const statuses = statusColumns(planOf(register, [], today), catalogues.fr);
  return writeRegister(register, { today, rehearsal, writtenAt, statuses });
}

/** The keys of a new register are counted: nobody else gives any there. */
function contextOn(today: CivilDate, at: string): ActionContext {
  let keys = 0;
  return { today, at, who: null, newKey: (prefix) => `${prefix}-${String((keys += 1)).padStart(6, "0")}` };
}

function chosenList(found: readonly ListLayout[], name: string | null): ListLayout | null {
  const wanted = name === null ? found : found.filter(({ sheet }) => sheet.toLowerCase() === name.toLowerCase());
  return wanted[0] ?? null;
}
