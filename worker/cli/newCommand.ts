import { mkdir } from "node:fs/promises";
import { basename, dirname, resolve } from "node:path";
import { dashboardOf } from "../../domain/dashboard/dashboardOf";
import type { CivilDate } from "../../domain/dates/civilDate";
import { catalogues } from "../../domain/i18n";
import type { Language } from "../../domain/i18n";
import { planOf } from "../../domain/plan/plan";
import { statusColumns } from "../../domain/plan/statusColumns";
import type { Register } from "../../domain/register";
import { sampleRegister } from "../../domain/sample/sampleRegister";
import { emptyRegister } from "../../domain/workbook/emptyRegister";
import { writeNew } from "../files/writeAtomic";
import type { Environment } from "./environment";
import { exitCodes } from "./exitCodes";
import { words } from "./words";

export type NewOptions = {
  readonly sample: boolean;
  /** Given when the user rehearses another day, which the register then keeps as its own. */
  readonly today: CivilDate | null;
};

/** Writes an empty register, or the sample one. A file that is already there is never touched. */
export async function newCommand(
  file: string,
  options: NewOptions & { readonly language: Language },
  environment: Environment,
): Promise<number> {
  const says = words[options.language];
  const { terminal } = environment;
  const path = resolve(file);
  if (!/[.]xlsx$/i.test(path)) {
    terminal.warn(says.notXlsxName(basename(path)));
    return exitCodes.usage;
  }
  if ((await createRegister(path, options, environment)).exists) {
    terminal.warn(says.fileExists(path));
    return exitCodes.usage;
  }
  terminal.print(says.created(path));
  return exitCodes.done;
}

/** The same, silently; `exists` is true when the file was there and nothing was written. */
export async function createRegister(
  path: string,
  { sample, today: rehearsed }: NewOptions,
  { clock, newRegisterId }: Environment,
): Promise<{ readonly exists: boolean }> {
  const { writeRegister } = await import("../xlsx/writeRegister");
  const today = rehearsed ?? clock.today();
  const register: Register = sample ? sampleRegister(today) : emptyRegister(newRegisterId());
  const plan = planOf(register, [], today);
  const bytes = await writeRegister(register, {
    today,
    rehearsal: rehearsed !== null,
    writtenAt: clock.now(),
    statuses: statusColumns(plan, catalogues.fr),
    dashboard: dashboardOf(register, today, plan),
  });
  await mkdir(dirname(path), { recursive: true });
  return writeNew(path, bytes);
}
