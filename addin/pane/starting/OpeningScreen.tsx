import { makeStyles } from "@fluentui/react-components";
import { ProgressBar } from "../layout/ProgressBar";
import { usePane } from "../PaneContext";

const useStyles = makeStyles({ page: { padding: "12px", display: "flex", flexDirection: "column", gap: "8px" } });

/** The register is being read; a long one says how far it is. */
export function OpeningScreen({ done, total }: { done: number; total: number }) {
  const { texts } = usePane();
  const progress = total === 0 ? null : { done, total };
  return (
    <main className={useStyles().page}>
      <div role="status">{texts.opening}</div>
      <ProgressBar label={texts.opening} progress={progress} count={texts.openingRows} />
    </main>
  );
}
