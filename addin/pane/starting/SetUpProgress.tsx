import { makeStyles } from "@fluentui/react-components";
import { usePane } from "../PaneContext";

const useStyles = makeStyles({ bar: { width: "100%" } });

export type Progress = { readonly done: number; readonly total: number };

/** Sheets are being made: how far it is. */
export function SetUpProgress({ progress }: { progress: Progress | null }) {
  const { texts } = usePane();
  const styles = useStyles();
  const { preparing, preparingSheets } = texts.start;
  return (
    <>
      <progress
        className={styles.bar}
        aria-label={preparing}
        {...(progress === null ? {} : { value: progress.done, max: progress.total })}
      />
      {progress !== null && <span aria-hidden="true">{preparingSheets(progress.done, progress.total)}</span>}
    </>
  );
}
