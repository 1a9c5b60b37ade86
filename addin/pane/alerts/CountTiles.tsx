import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import type { SectionId } from "../../../domain/digest/digestModel";
import { usePane } from "../PaneContext";
import type { AlertSection } from "./alertsOf";

const useStyles = makeStyles({
  tiles: { display: "flex", flexWrap: "wrap", gap: "6px", listStyleType: "none", margin: 0, padding: 0 },
  tile: {
    display: "flex",
    alignItems: "baseline",
    gap: "4px",
    padding: "3px 8px",
    minHeight: "28px",
    cursor: "pointer",
    fontFamily: "inherit",
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorNeutralForeground1,
    backgroundColor: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusMedium,
    ":hover": { backgroundColor: tokens.colorNeutralBackground1Hover },
    ":focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: "1px" },
  },
  urgent: { backgroundColor: tokens.colorStatusDangerBackground1, color: tokens.colorStatusDangerForeground1 },
  count: { fontSize: tokens.fontSizeBase400, fontWeight: tokens.fontWeightSemibold },
});

const urgentSections: readonly SectionId[] = ["lastLegalDays", "lateNotices"];

/** How much there is of each kind; a tile leads to all of it. */
export function CountTiles({ sections }: { sections: readonly AlertSection[] }) {
  const { texts, navigation } = usePane();
  const styles = useStyles();
  const open = (section: SectionId) =>
    navigation.open(section === "rowsToFix" ? { kind: "check" } : { kind: "section", section });
  return (
    <ul className={styles.tiles} aria-label={texts.counts}>
      {sections.map(({ id, alerts }) => (
        <li key={id}>
          <button
            type="button"
            className={mergeClasses(styles.tile, urgentSections.includes(id) && styles.urgent)}
            onClick={() => open(id)}
          >
            <span className={styles.count}>{alerts.length}</span>{" "}
            {alerts.length > 1 ? texts.sections[id].many : texts.sections[id].one}
          </button>
        </li>
      ))}
    </ul>
  );
}
