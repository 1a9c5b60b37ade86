import { readFile } from "node:fs/promises";
import { dirname } from "node:path";
import { errorCode } from "../files/errorCode";
import { checkConfig, type Config, type ConfigDefaults } from "./config";
import { configWords as words } from "./configWords";
import { readJson } from "./jsonText";

/** The configuration cannot be used: what is to be corrected, a French sentence each. */
export class ConfigInvalid extends Error {
  constructor(
    readonly file: string,
    readonly sentences: readonly string[],
  ) {
    super(sentences.join("\n"));
    this.name = "ConfigInvalid";
  }
}

/** Reads and checks the configuration. Throws ConfigInvalid. */
export async function readConfig(file: string, defaults: ConfigDefaults): Promise<Config> {
  const json = readJson(await bytesOf(file));
  if (json.kind === "wrong") throw new ConfigInvalid(file, [words.title(file, 1), json.sentence]);
  const read = checkConfig(json.value, dirname(file), defaults);
  if (read.kind === "config") return read.config;
  throw new ConfigInvalid(file, [words.title(file, read.sentences.length), ...read.sentences]);
}

async function bytesOf(file: string): Promise<Uint8Array> {
  try {
    return await readFile(file);
  } catch (error) {
    switch (errorCode(error)) {
      case "ENOENT":
      case "ENOTDIR":
        throw new ConfigInvalid(file, [words.notRead(file)]);
      case "EISDIR":
        throw new ConfigInvalid(file, [words.folder(file)]);
      case "EACCES":
      case "EPERM":
        throw new ConfigInvalid(file, [words.closed(file)]);
      default:
        throw error;
    }
  }
}
