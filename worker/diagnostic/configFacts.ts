import { extname } from "node:path";
import type { Config } from "../config/config";
import { label } from "./label";

/** A configuration, or the fields that keep it from being one. */
export type ConfigFound =
  | { readonly kind: "config"; readonly config: Config }
  | { readonly kind: "wrong"; readonly sentences: readonly string[] };

/** Those whose folders are known by their names. */
const synchronisers = /OneDrive|SharePoint|Dropbox|Google ?Drive|iCloud|Nextcloud|kDrive/i;

/** The configuration without a secret, a name, a path or an address. */
export function configFacts(found: ConfigFound, usualData: string): object {
  if (found.kind === "wrong") return { fieldsToCorrect: found.sentences.flatMap(fieldOf) };
  const { registers, mail, server, data } = found.config;
  return {
    registers: registers.map(({ file, rhythm }, place) => ({
      register: label(place),
      extension: extname(file).toLowerCase(),
      synchronisedBy: synchronisers.exec(file)?.[0] ?? null,
      isOnNetwork: /^\\\\|^\/\//.test(file),
      rhythm,
    })),
    mail:
      mail === null
        ? null
        : {
            provider: mail.provider ?? "own server",
            port: mail.server.port,
            security: mail.server.security,
            recipients: mail.to.length,
          },
    server,
    hasUsualDataFolder: data === usualData,
  };
}

/** « registers[0].file : ce champ manque… »: the field alone, for the rest may quote what was typed. */
function fieldOf(sentence: string): readonly string[] {
  const [, field] = /^((?:registers|mail|server|data)[.[\]\w]*)\s*:/.exec(sentence) ?? [];
  return field === undefined ? [] : [field];
}
