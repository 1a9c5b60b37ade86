import { homedir } from "node:os";
import { configOf, type Config } from "../config/config";
import { dataFolder } from "../config/dataFolder";
import { readConfig } from "../config/readConfig";
import type { Environment } from "./environment";
import { outFolder } from "./outFolder";

/** Where this user's own data lies on this machine. */
export function userData(): string {
  return dataFolder({ platform: process.platform, env: process.env, home: homedir() });
}

/** The configuration that --config names or, where --register is given instead, that of this register alone. Throws ConfigInvalid. */
export async function companionConfig(
  { config, register }: { readonly config: string; readonly register: string | null },
  environment: Environment,
): Promise<Config> {
  if (register === null) return configFrom(config, environment);
  return configOf({ file: register, out: outFolder(register), templates: environment.templatesFolder }, userData());
}

/** The configuration that --config names. Throws ConfigInvalid. */
export function configFrom(file: string, { templatesFolder }: Environment): Promise<Config> {
  return readConfig(file, { templates: templatesFolder, data: userData(), outOf: outFolder });
}
