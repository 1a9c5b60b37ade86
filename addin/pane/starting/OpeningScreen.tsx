import { makeStyles } from "@fluentui/react-components";
import { usePane } from "../PaneContext";

const useStyles = makeStyles({
  page: { padding: "12px", display: "flex", flexDirection: "column", gap: "8px" },
  bar: { width: "100%" },
});

/** The register is being read; a long one says how far it is. */
export function OpeningScreen({ done, total }: { done: number; total: number }) {
  const { texts } = usePane();
  const styles = useStyles();
  const label = total === 0 ? texts.opening : texts.openingRows(done, total);
  return (
    <main className={styles.page}>
      <div role="status">{texts.opening}</div>
      <progress
        className={styles.bar}
        aria-label={texts.opening}
        {...(total === 0 ? {} : { value: done, max: total })}
      />
      {total > 0 && <span aria-hidden="true">{label}</span>}
    </main>
  );
}
