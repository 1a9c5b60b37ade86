import { makeStyles } from "@fluentui/react-components";
import type { PaneWords } from "../../../domain/i18n/fr/pane";

const useStyles = makeStyles({
  page: { padding: "16px", maxWidth: "480px" },
  title: { margin: 0, fontSize: "16px", lineHeight: "22px" },
});

/** The page was opened in a browser: it can do nothing there but say where it belongs. */
export function OutsideExcel({ texts }: { texts: PaneWords }) {
  const styles = useStyles();
  return (
    <main className={styles.page}>
      <h1 className={styles.title}>{texts.outside.title}</h1>
      <p>{texts.outside.text}</p>
    </main>
  );
}
