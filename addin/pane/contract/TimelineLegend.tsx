import { makeStyles, tokens } from "@fluentui/react-components";
import { usePane } from "../PaneContext";
import { MarkShape } from "./MarkShape";
import type { Mark, MarkKind } from "./timelineOf";

const useStyles = makeStyles({
  legend: { listStyleType: "none", margin: 0, padding: 0, fontSize: tokens.fontSizeBase200 },
  line: { display: "flex", alignItems: "center", gap: "6px" },
  shape: { flexShrink: 0 },
});

/** The part of the picture in which each shape is drawn, from the left of its day. */
const views: Readonly<Record<MarkKind, string>> = {
  window: "-1 20 16 20",
  visitDue: "0 33 16 20",
  visitDone: "-8 33 16 20",
  invoice: "-8 6 16 20",
  unpaid: "-8 6 16 20",
  letter: "-8 20 16 20",
  deadline: "-8 14 16 24",
};

/** What the picture shows, in words. */
export function TimelineLegend({ id, marks }: { id: string; marks: readonly Mark[] }) {
  const { texts } = usePane();
  const styles = useStyles();
  return (
    <ul id={id} className={styles.legend}>
      {marks.map(({ kind, from, to }) => (
        <li key={`${kind}:${from}:${to}`} className={styles.line}>
          <svg width="16" height="16" viewBox={views[kind]} className={styles.shape} aria-hidden="true">
            <MarkShape kind={kind} from={0} to={14} />
          </svg>
          {texts.card.marks[kind](from, to)}
        </li>
      ))}
    </ul>
  );
}
