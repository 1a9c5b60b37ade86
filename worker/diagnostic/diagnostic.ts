import { strToU8, zipSync, type Zippable } from "fflate";
import { arch, release, totalmem } from "node:os";
import { join } from "node:path";
import type { CivilDate } from "../../domain/dates/civilDate";
import { readState } from "../companion/state";
import { readIfPresent } from "../files/readIfPresent";
import { LOG_FILES, logFolder } from "../log/log";
import type { OpenedRegister } from "../run/openRegister";
import { configFacts, type ConfigFound } from "./configFacts";
import { logLines } from "./logLines";
import { registerFacts } from "./registerFacts";
import { stateFacts } from "./stateFacts";

export type DiagnosticInput = {
  readonly version: string;
  readonly today: CivilDate;
  /** The present instant, ISO in UTC. */
  readonly at: string;
  readonly config: ConfigFound;
  /** The data folder where the configuration names none, or is none. */
  readonly usualData: string;
  /** Reads a register. Throws RegisterUnreadable. */
  readonly open: (file: string) => Promise<OpenedRegister>;
};

const about = `Diagnostic de Tacite, pour la personne qui vous aide.

Ce dossier ne contient ni nom, ni adresse, ni téléphone, ni mot de passe, ni chemin de fichier : des versions, des
nombres, des codes et des numéros de contrat. Tout est lisible avec le Bloc-notes ; regardez-le avant de l'envoyer.

  versions.json        Tacite, Node.js, le système
  configuration.json   tacite.json, sans ce qui est à vous
  registres.json       chaque registre : ce qui est à corriger, par code, et la fin de son journal
  etat.json            le dernier passage et le suivant
  journal/             ce qui s'est passé, du plus récent au plus ancien
`;

/** Everything a helper asks for first, as a zip. It holds no name, no address, no secret. */
export async function diagnosticZip(input: DiagnosticInput): Promise<Uint8Array> {
  const { version, today, at, config, usualData, open } = input;
  const registers = config.kind === "config" ? config.config.registers : [];
  const data = config.kind === "config" ? config.config.data : usualData;
  const names = registers.map(({ name }) => name);
  const files: Zippable = {};
  const add = (name: string, content: string) => {
    files[name] = [strToU8(content), { mtime: `${today}T00:00:00` }];
  };
  const addFacts = (name: string, facts: object | null) => add(name, `${JSON.stringify(facts, null, 2)}\n`);

  add("lisez-moi.txt", about);
  addFacts("versions.json", {
    tacite: version,
    at,
    node: process.version,
    system: process.platform,
    systemVersion: release(),
    machine: arch(),
    memoryMB: Math.round(totalmem() / 2 ** 20),
    zone: Intl.DateTimeFormat().resolvedOptions().timeZone,
  });
  addFacts("configuration.json", configFacts(config, usualData));
  const facts: object[] = [];
  for (const [place, register] of registers.entries())
    facts.push(await registerFacts(register, place, { today, open }));
  addFacts("registres.json", facts);
  addFacts("etat.json", stateFacts(await readState(data), names));
  for (const name of LOG_FILES) {
    const bytes = await readIfPresent(join(logFolder(data), name));
    if (bytes !== null) add(`journal/${name}`, logLines(new TextDecoder().decode(bytes), names));
  }
  return zipSync(files, { level: 6 });
}
