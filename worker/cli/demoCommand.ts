import { join } from "node:path";
import type { CivilDate } from "../../domain/dates/civilDate";
import type { Environment } from "./environment";
import { createRegister } from "./newCommand";
import { runCommand } from "./runCommand";
import { exitCodes } from "./exitCodes";

export type DemoOptions = { readonly out: string; readonly today: CivilDate | null };

/** The sample register and one run on it: what a stranger sees first. Its facts are those of the day, so each day has its own. */
export async function demoCommand({ out, today }: DemoOptions, environment: Environment): Promise<number> {
  const day = today ?? environment.clock.today();
  const register = join(out, `registre-exemple-${day}.xlsx`);
  await createRegister(register, { sample: true, today }, environment);
  const exitCode = await runCommand(
    {
      register,
      out,
      templates: environment.templatesFolder,
      today: day,
      json: false,
      language: "fr",
    },
    environment,
  );
  return exitCode === exitCodes.toCorrect ? exitCodes.done : exitCode;
}
