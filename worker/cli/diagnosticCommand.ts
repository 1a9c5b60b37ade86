import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { typeset } from "../../domain/i18n/fr/typography";
import { ConfigInvalid } from "../config/readConfig";
import { diagnosticZip } from "../diagnostic/diagnostic";
import { writeAtomic } from "../files/writeAtomic";
import { configFrom, userData } from "./configOption";
import type { Environment } from "./environment";
import { exitCodes } from "./exitCodes";
import { readRegisterFile } from "./reader";
import { VERSION } from "./version";
import { words } from "./words";

export type DiagnosticOptions = {
  readonly config: string;
  /** The folder of the zip. */
  readonly out: string;
};

/** Writes the zip that a helper asks for; also where the configuration is missing or wrong, which it then says. */
export async function diagnosticCommand({ config, out }: DiagnosticOptions, environment: Environment): Promise<number> {
  const { clock, terminal } = environment;
  const today = clock.today();
  const say = (sentence: string) => terminal.print(typeset(sentence));
  say("Tacite rassemble ce que demandera la personne qui vous aide : cela peut prendre une minute…");
  const found = await configFrom(config, environment).then(
    (read) => ({ kind: "config" as const, config: read }),
    (error: unknown) => {
      if (error instanceof ConfigInvalid) return { kind: "wrong" as const, sentences: error.sentences };
      throw error;
    },
  );
  const zip = await diagnosticZip({
    version: VERSION,
    today,
    at: clock.now(),
    config: found,
    usualData: userData(),
    open: (file) => readRegisterFile(file, words.fr, environment),
  });
  await mkdir(out, { recursive: true });
  const file = join(out, `tacite-diagnostic-${today}.zip`);
  await writeAtomic(file, zip);
  if (found.kind === "wrong") for (const sentence of found.sentences) terminal.warn(sentence);
  say(
    "C’est fait. Ni nom, ni adresse, ni mot de passe n’y sont : ouvrez le fichier pour vous en assurer, puis envoyez-le à qui vous aide.",
  );
  say(`Diagnostic : ${file}`);
  return exitCodes.done;
}
