import { makeStyles } from "@fluentui/react-components";
import type { PaneWords } from "../../../domain/i18n/fr/pane";

const useStyles = makeStyles({ page: { padding: "16px", maxWidth: "480px" } });

/** The page was opened in a browser: it can do nothing there but say where it belongs. */
export function OutsideExcel({ texts }: { texts: PaneWords }) {
  return (
    <main className={useStyles().page}>
      <h1>{texts.outside.title}</h1>
      <p>{texts.outside.text}</p>
    </main>
  );
}
