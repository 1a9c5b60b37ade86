import { makeStyles } from "@fluentui/react-components";
import { useId } from "react";
import { monthOf } from "../../../domain/dates/civilDate";
import type { CivilDate } from "../../../domain/dates/civilDate";
import type { PlannedContract } from "../../../domain/plan/plan";
import { Section } from "../layout/Section";
import { usePane } from "../PaneContext";
import { MarkShape } from "./MarkShape";
import { monthsIn, shareOf, timelineOf } from "./timelineOf";
import type { Mark, TimelineModel } from "./timelineOf";
import { TimelineLegend } from "./TimelineLegend";
import { useTimelineStyles } from "./useTimelineStyles";

const WIDTH = 296;
const HEIGHT = 62;
const MARGIN = 8;
/** Above so many months, the letters of the months would touch. */
const MOST_LETTERS = 13;

const useStyles = makeStyles({ picture: { display: "block", width: "100%", maxWidth: "420px", height: "auto" } });

/** The year of the contract at a glance; the list under it says the same in words. */
export function Timeline({ planned }: { planned: PlannedContract }) {
  const { session, texts } = usePane();
  const styles = useStyles();
  const colours = useTimelineStyles();
  const legend = useId();
  const model = timelineOf(planned);
  if (model === null) return null;
  const x = (day: CivilDate) => MARGIN + shareOf(model, day) * (WIDTH - 2 * MARGIN);
  const today = session.today();
  return (
    <Section title={texts.card.timeline(model.number, model.from, model.to)}>
      <svg
        viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
        className={styles.picture}
        role="img"
        aria-label={texts.card.picture}
        aria-describedby={legend}
      >
        <rect className={colours.bar} x={MARGIN} y={24} width={WIDTH - 2 * MARGIN} height={12} rx={3} />
        <Months model={model} x={x} />
        {byLayer(model.marks).map((mark) => (
          <MarkShape
            key={`${mark.kind}:${mark.from}:${mark.to}`}
            kind={mark.kind}
            from={x(mark.from)}
            to={x(mark.to)}
          />
        ))}
        {today >= model.from && today <= model.to && (
          <g className={colours.today}>
            <line x1={x(today)} x2={x(today)} y1={10} y2={48} strokeWidth={2} />
            <text x={Math.min(WIDTH - 30, Math.max(30, x(today)))} y={8} textAnchor="middle" fontSize={10}>
              {texts.card.today}
            </text>
          </g>
        )}
      </svg>
      <TimelineLegend id={legend} marks={model.marks} />
    </Section>
  );
}

function Months({ model, x }: { model: TimelineModel; x: (day: CivilDate) => number }) {
  const { words } = usePane();
  const colours = useTimelineStyles();
  const months = monthsIn(model);
  const lettered = months.length <= MOST_LETTERS;
  return (
    <g className={colours.months}>
      {months
        .filter((month) => lettered || monthOf(month) === 1)
        .map((month) => (
          <g key={month}>
            <line x1={x(month)} x2={x(month)} y1={32} y2={36} strokeWidth={1} />
            <text x={x(month) + (lettered ? 11 : 0)} y={59} textAnchor="middle" fontSize={9}>
              {lettered ? (words.workbook.months[monthOf(month) - 1] ?? "").charAt(0).toUpperCase() : month.slice(0, 4)}
            </text>
          </g>
        ))}
    </g>
  );
}

/** Spans lie under the days. */
function byLayer(marks: readonly Mark[]): readonly Mark[] {
  const layer = ({ kind }: Mark) => (kind === "window" || kind === "visitDue" ? 0 : 1);
  return [...marks].sort((a, b) => layer(a) - layer(b));
}
