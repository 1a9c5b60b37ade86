import type { CivilDate } from "../../domain/dates/civilDate";

/** What a session may not find by itself. */
export type Environment = {
  readonly today: () => CivilDate;
  /** The instant, as the Journal shows it. */
  readonly at: () => string;
  readonly who: () => string | null;
  /** A key that no row of any register bears, beginning with the prefix. */
  readonly newKey: (prefix: string) => string;
};
