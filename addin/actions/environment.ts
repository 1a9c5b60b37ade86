import type { CivilDate } from "../../domain/dates/civilDate";

/** What a session may not find by itself. */
export type Environment = {
  readonly today: () => CivilDate;
  /** The instant by the clock on the wall, as the Journal shows it: "YYYY-MM-DD HH:MM:SS". */
  readonly at: () => string;
  readonly who: () => string | null;
  /** A key that no row of any register bears, beginning with the prefix. */
  readonly newKey: (prefix: string) => string;
};
