import type { CivilDate } from "../../domain/dates/civilDate";

/** The only source of time: main.ts gives the real one. */
export type Clock = {
  /** The instant, ISO 8601 in UTC. */
  readonly now: () => string;
  /** Today where the machine stands. */
  readonly today: () => CivilDate;
  /** Wall-clock time of an instant where the machine stands, "YYYY-MM-DDTHH:MM". */
  readonly localTime: (instant: string) => string;
  readonly wait: (milliseconds: number) => Promise<void>;
};

export type Terminal = {
  /** A line of the answer. */
  readonly print: (line: string) => void;
  /** A line beside the answer: a warning, a refusal. */
  readonly warn: (line: string) => void;
  /** Where the work stands; each one replaces the last. */
  readonly progress: (line: string) => void;
};

/** What the commands may not find by themselves. */
export type Environment = {
  readonly clock: Clock;
  readonly terminal: Terminal;
  /** An identity that no other register has. */
  readonly newRegisterId: () => string;
  /** The folder of the templates that come with Tacite. */
  readonly templatesFolder: string;
  /** The folder of the built pane. */
  readonly paneFolder: string;
  /** Resolves once the system or the user asks the program to stop. */
  readonly stopAsked: () => Promise<void>;
};
