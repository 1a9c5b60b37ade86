import type { AlertSection } from "./alertsOf";

/** As many as a person takes in at once. */
const MOST = 10;
/** So that one long list does not hide the others. */
const MOST_OF_A_KIND = 3;

/** The most urgent alerts of each kind, ten in all. Rows to correct have a screen of their own. */
export function mostUrgent(sections: readonly AlertSection[]): readonly AlertSection[] {
  let left = MOST;
  return sections
    .filter(({ id }) => id !== "rowsToFix")
    .map(({ id, alerts }) => {
      const shown = alerts.slice(0, Math.min(left, MOST_OF_A_KIND));
      left -= shown.length;
      return { id, alerts: shown };
    })
    .filter(({ alerts }) => alerts.length > 0);
}
