import { Button, makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { useMemo, useState } from "react";
import { dashboardOf } from "../../../domain/dashboard/dashboardOf";
import { dashboardWords } from "../../../domain/i18n/dashboardWords";
import { Page } from "../layout/Page";
import type { Progress } from "../layout/ProgressBar";
import { useOpened, usePane } from "../PaneContext";
import { SetUpProgress } from "../starting/SetUpProgress";
import { useAct } from "../useAct";
import { tilesOf } from "./tilesOf";

const useStyles = makeStyles({
  tiles: {
    display: "grid",
    gridTemplateColumns: "repeat(auto-fill, minmax(128px, 1fr))",
    gap: "8px",
    margin: 0,
    padding: 0,
    listStyleType: "none",
  },
  tile: {
    display: "flex",
    flexDirection: "column",
    gap: "2px",
    padding: "8px 10px",
    overflowWrap: "anywhere",
    backgroundColor: tokens.colorNeutralBackground3,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
  },
  label: { fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2 },
  figure: {
    fontSize: tokens.fontSizeBase500,
    lineHeight: tokens.lineHeightBase500,
    fontWeight: tokens.fontWeightSemibold,
    fontVariantNumeric: "tabular-nums",
  },
  alarm: { color: tokens.colorStatusDangerForeground1 },
  buttons: { display: "flex", flexWrap: "wrap", gap: "8px" },
});

/** Where the firm stands: the figures of the sheet « Tableau de bord », which can be added to an older register. */
export function DashboardScreen() {
  const { session, words, texts } = usePane();
  const says = dashboardWords[texts.language];
  const { register, plan } = useOpened();
  const styles = useStyles();
  const { busy, act } = useAct();
  const [progress, setProgress] = useState<Progress | null>(null);
  const tiles = useMemo(
    () => tilesOf(dashboardOf(register, plan.today, plan), words, says),
    [register, plan, words, says],
  );
  const complete = () => session.setUp(false, (done, total) => setProgress({ done, total }));
  return (
    <Page title={texts.dashboard}>
      <ul className={styles.tiles}>
        {tiles.map(({ label, figure, note, isAlarm }) => (
          <li key={label} className={styles.tile}>
            <span className={styles.label}>{label}</span>
            <span className={mergeClasses(styles.figure, isAlarm && styles.alarm)}>{figure}</span>
            <span className={styles.label}>{note}</span>
          </li>
        ))}
      </ul>
      <div>{says.sheet}</div>
      <div className={styles.buttons}>
        <Button disabledFocusable={busy} onClick={() => void act(complete)}>
          {says.addSheet}
        </Button>
        {busy && <SetUpProgress progress={progress} />}
      </div>
    </Page>
  );
}
