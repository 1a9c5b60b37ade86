import { join } from "node:path";
import type { CivilDate } from "../../domain/dates/civilDate";
import type { Environment } from "./environment";
import { createRegister } from "./newCommand";
import { runCommand } from "./runCommand";
import { exitCodes } from "./exitCodes";

export type DemoOptions = { readonly out: string; readonly today: CivilDate | null };

/** The sample register and one run on it: what a stranger sees first. A sample that is already there is kept. */
export async function demoCommand({ out, today }: DemoOptions, environment: Environment): Promise<number> {
  const register = join(out, "registre-exemple.xlsx");
  await createRegister(register, { sample: true, today }, environment);
  const exitCode = await runCommand(
    {
      register,
      out,
      templates: environment.templatesFolder,
      today: today ?? environment.clock.today(),
      json: false,
      language: "fr",
    },
    environment,
  );
  return exitCode === exitCodes.toCorrect ? exitCodes.done : exitCode;
}
