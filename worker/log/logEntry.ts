/** How much it matters to whoever reads the log. */
export type LogLevel = "info" | "warn" | "error";

/**
 * What a line of the log may hold beside what happened: numbers, codes and the names that the configuration gives.
 * There is no place for a sentence, so that no client's name can come with it.
 */
export type LogFacts = {
  /** The register's name in the configuration. */
  readonly register?: string;
  /** Contract numbers. */
  readonly contracts?: readonly string[];
  readonly job?: "letters" | "digest";
  /** The turn of the schedule, "YYYY-MM-DDTHH:MM". */
  readonly slot?: string;
  readonly outcome?: string;
  /** Why, as a code. */
  readonly code?: string;
  /** A mail's name in the ledger, "recapitulatif-2026-11-23". */
  readonly mail?: string;
  readonly count?: number;
  readonly bytes?: number;
  readonly milliseconds?: number;
  readonly port?: number;
  readonly status?: number;
  readonly method?: string;
  /** The address asked of the server as it is declared: without what was asked. */
  readonly route?: string;
  readonly version?: string;
  /** Whatever was thrown: its kind, its code and where, never its message. */
  readonly error?: unknown;
};

const LONGEST = 80;

/** The text as it may be written: cut, on one line, and without an e-mail address. */
export function harmless(text: string): string {
  const plain = text.replace(/[\x00-\x1f\x7f]+/g, " ").slice(0, LONGEST);
  return plain.replace(/\S*@\S*/g, "…");
}

/** An error without its message and its paths, which may hold the name of a client: its kind, its codes, where it rose. */
export function harmlessError(error: unknown): Readonly<Record<string, unknown>> {
  if (typeof error !== "object" || error === null) return { kind: typeof error };
  const { name, code, reason, stack } = error as Readonly<Record<string, unknown>>;
  return { kind: wordIn(name), code: wordIn(code), reason: wordIn(reason), at: placesOf(stack) };
}

/** Codes are one word; anything longer is a sentence. */
function wordIn(value: unknown): string | undefined {
  return typeof value === "string" && /^\w{1,40}$/.test(value) ? value : undefined;
}

/** The frames of our own code, by function and line. */
function placesOf(stack: unknown): readonly string[] {
  if (typeof stack !== "string") return [];
  const frames = stack.matchAll(/^ {4}at (?:async )?([\w.<>$ ]+) \(.*?([\w.-]+:\d+:\d+)\)$/gm);
  return [...frames].slice(0, 8).map(([, name = "", place = ""]) => `${name} ${place}`);
}
