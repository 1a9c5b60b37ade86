import { basename, relative, resolve } from "node:path";
import type * as z from "zod";
import { usualRhythm, type Rhythm } from "../schedule/rhythm";
import { nearestName } from "../word/nearestName";
import { configFile, fieldNames, type ConfigFile, type MailEntry } from "./configFile";
import { configWords as words, fieldWords } from "./configWords";
import { weekdayNamed } from "./frenchDays";
import {
  domainOf,
  isPasswordless,
  passwordless,
  providerOf,
  providers,
  type MailServer,
  type ProviderId,
} from "./providers";

export type RegisterConfig = {
  /** What the ledger, the logs and the outbox call it: stable when the file moves. */
  readonly name: string;
  readonly file: string;
  /** Letters, digests and ledger. */
  readonly out: string;
  readonly templates: string;
  /** When its letters and its digest are made. */
  readonly rhythm: Rhythm;
};

/** The firm's mailbox. The password is not here: see worker/mail/secrets.ts. */
export type MailConfig = {
  readonly provider: ProviderId | null;
  readonly server: MailServer;
  /** The user's name, as the server wants it. */
  readonly login: string;
  readonly from: string;
  readonly to: readonly string[];
};

/** What the companion works from. All paths are absolute. */
export type Config = {
  readonly registers: readonly RegisterConfig[];
  readonly mail: MailConfig | null;
  readonly server: { readonly port: number } | null;
  /** This machine's own folder: logs, pairing token, certificate, state. */
  readonly data: string;
  /** The storage that several machines share, for the queue. */
  readonly shared: string | null;
};

/** What holds where the file says nothing. */
export type ConfigDefaults = {
  readonly templates: string;
  readonly data: string;
  readonly outOf: (register: string) => string;
};

/** A configuration, or what is to be corrected in it, a sentence each. */
export type ConfigRead =
  | { readonly kind: "config"; readonly config: Config }
  | { readonly kind: "wrong"; readonly sentences: readonly string[] };

const USUAL_PORT = 3000;

/** The configuration of one register without any file: no mail, no server. */
export function configOf(register: Omit<RegisterConfig, "name" | "rhythm">, data: string): Config {
  return {
    registers: [{ name: nameOf(register.file), rhythm: usualRhythm, ...register }],
    mail: null,
    server: null,
    data,
    shared: null,
  };
}

/** Checks what is in tacite.json; its relative paths start from `folder`, the one that it lies in. */
export function checkConfig(value: unknown, folder: string, defaults: ConfigDefaults): ConfigRead {
  const parsed = configFile.safeParse(value);
  if (!parsed.success) {
    return { kind: "wrong", sentences: parsed.error.issues.flatMap((issue) => issueSentences(issue, value)) };
  }
  const file = parsed.data;
  const registers = registersOf(file, folder, defaults);
  const mail = file.mail === undefined ? null : mailOf(file.mail);
  const sentences = [...sameTwice(registers), ...(typeof mail === "string" ? [mail] : [])];
  if (typeof mail === "string" || sentences.length > 0) return { kind: "wrong", sentences };
  return {
    kind: "config",
    config: {
      registers,
      mail,
      server: file.server === undefined ? null : { port: file.server.port ?? USUAL_PORT },
      data: file.data === undefined ? defaults.data : resolve(folder, file.data),
      shared: file.shared === undefined ? null : resolve(folder, file.shared),
    },
  };
}

function registersOf(file: ConfigFile, folder: string, defaults: ConfigDefaults): readonly RegisterConfig[] {
  return file.registers.map((entry) => {
    const register = resolve(folder, entry.file);
    return {
      name: entry.name ?? nameOf(register),
      file: register,
      out: entry.out === undefined ? defaults.outOf(register) : resolve(folder, entry.out),
      templates: entry.templates === undefined ? defaults.templates : resolve(folder, entry.templates),
      rhythm: {
        day: entry.day === undefined ? usualRhythm.day : weekdayNamed(entry.day),
        hour: entry.hour ?? usualRhythm.hour,
        zone: entry.zone ?? usualRhythm.zone,
      },
    };
  });
}

/** The file's name, fit to name a folder on every system. */
function nameOf(register: string): string {
  const name = basename(register).replace(/[.]xlsx$/i, "");
  return name.replace(/[\\/:*?"<>|\x00-\x1f]/g, "-").replace(/[. ]+$/, "") || "registre";
}

/** Two registers that the ledger could not tell apart, or one that is listed twice. */
function sameTwice(registers: readonly RegisterConfig[]): readonly string[] {
  return registers.flatMap(({ name, file }, place) => {
    const earlier = registers.slice(0, place);
    const at = `registers[${place}]`;
    if (earlier.some((other) => relative(other.file, file) === "")) return words.sameFile(`${at}.file`);
    const isTaken = earlier.some((other) => other.name.toLowerCase() === name.toLowerCase());
    return isTaken ? words.sameName(`${at}.name`, name) : [];
  });
}

/** The mailbox as it is to be used, or the sentence that says what is missing. */
function mailOf(entry: MailEntry): MailConfig | string {
  const sender = entry.from ?? entry.user;
  if (!sender.includes("@")) return words.noSender;
  if (entry.host !== undefined) {
    if (entry.provider !== undefined) return words.providerAndHost;
    return { provider: null, server: serverOf(entry.host, entry), login: entry.user, ...addresses(entry, sender) };
  }
  const provider = entry.provider ?? providerOf(entry.user) ?? providerOf(sender);
  if (provider === null) {
    const isMicrosoft = isPasswordless(entry.user) || isPasswordless(sender);
    return isMicrosoft ? words.passwordless : words.unknownProvider(domainOf(sender));
  }
  const { server, login } = providers[provider];
  return {
    provider,
    server: { host: server.host, port: entry.port ?? server.port, security: entry.security ?? server.security },
    login: login === "localPart" ? entry.user.replace(/@.*/s, "") : entry.user,
    ...addresses(entry, sender),
  };
}

function addresses({ to }: MailEntry, from: string): Pick<MailConfig, "from" | "to"> {
  return { from, to: to ?? [from] };
}

/** The port says how it is secured, and the other way round, when only one of them is given. */
function serverOf(host: string, { port, security }: MailEntry): MailServer {
  const secured = security ?? (port === undefined || port === 465 ? "tls" : "starttls");
  return { host, port: port ?? (secured === "tls" ? 465 : 587), security: secured };
}

type Issue = z.core.$ZodIssue;
type Path = readonly PropertyKey[];

function issueSentences(issue: Issue, value: unknown): readonly string[] {
  if (issue.code === "unrecognized_keys") return issue.keys.map((key) => unknownField(issue.path, key));
  const found = at(value, issue.path);
  const shown = shownPath(issue.path);
  if (shown === "mail.provider" && isPasswordlessId(found)) return [words.passwordless];
  const expected = fieldWords[generalPath(issue.path)] ?? "";
  return [found === undefined ? words.missing(shown, expected) : words.unfit(shown, expected)];
}

function unknownField(path: Path, key: string): string {
  const shown = shownPath([...path, key]);
  if (/pass|passe|pwd|secret|mdp/i.test(key)) return words.password(shown);
  return words.unknownField(shown, nearestName(key, fieldNames[generalPath(path)] ?? []));
}

function isPasswordlessId(value: unknown): boolean {
  return passwordless.ids.some((id) => typeof value === "string" && value.toLowerCase().startsWith(id));
}

function at(value: unknown, path: Path): unknown {
  return path.reduce<unknown>(
    (inner, key) => (typeof inner === "object" && inner !== null ? Reflect.get(inner, key) : undefined),
    value,
  );
}

/** registers[1].file */
function shownPath(path: Path): string {
  const shown = path.reduce<string>(
    (text, key) => (typeof key === "number" ? `${text}[${key}]` : `${text}${text === "" ? "" : "."}${String(key)}`),
    "",
  );
  return shown === "" ? "tacite.json" : shown;
}

/** registers[].file */
function generalPath(path: Path): string {
  return path.length === 0 ? "" : shownPath(path).replace(/\[\d+\]/g, "[]");
}
