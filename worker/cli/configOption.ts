import { homedir } from "node:os";
import type { Config } from "../config/config";
import { dataFolder } from "../config/dataFolder";
import { readConfig } from "../config/readConfig";
import type { Environment } from "./environment";
import { outFolder } from "./outFolder";

/** Where this user's own data lies on this machine. */
export function userData(): string {
  return dataFolder({ platform: process.platform, env: process.env, home: homedir() });
}

/** The configuration that --config names. Throws ConfigInvalid. */
export function configFrom(file: string, { templatesFolder }: Environment): Promise<Config> {
  return readConfig(file, { templates: templatesFolder, data: userData(), outOf: outFolder });
}
