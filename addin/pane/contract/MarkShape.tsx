import type { MarkKind } from "./timelineOf";
import { useTimelineStyles } from "./useTimelineStyles";

/** How each kind of day is drawn: by its shape and its height, and only then by its colour. */
export function MarkShape({ kind, from, to }: { kind: MarkKind; from: number; to: number }) {
  const styles = useTimelineStyles();
  switch (kind) {
    case "window":
      return <rect className={styles.window} x={from} y={24} width={Math.max(2, to - from)} height={12} />;
    case "visitDue":
      return (
        <g className={styles.visitDue}>
          <line x1={from} x2={to} y1={43} y2={43} strokeWidth={2} strokeDasharray="3 2" />
          <circle cx={to - 4} cy={43} r={4} strokeWidth={2} />
        </g>
      );
    case "visitDone":
      return <circle className={styles.visitDone} cx={from} cy={43} r={4.5} />;
    case "invoice":
      return <rect className={styles.invoice} x={from - 4} y={12} width={8} height={8} strokeWidth={1.5} />;
    case "unpaid":
      return <rect className={styles.unpaid} x={from - 4} y={12} width={8} height={8} strokeWidth={1.5} />;
    case "letter":
      return <path className={styles.letter} d={`M${from - 6} 26 h12 v8 h-12 z l6 5 l6 -5`} strokeWidth={1.5} />;
    case "deadline":
      return <path className={styles.deadline} d={`M${from} 21 l5 -8 h-10 z M${from - 1} 21 h2 v17 h-2 z`} />;
  }
}
