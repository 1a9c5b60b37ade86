import { makeStyles, tokens } from "@fluentui/react-components";

const useStyles = makeStyles({
  progress: { width: "100%", display: "flex", flexDirection: "column", gap: "4px" },
  bar: { width: "100%", accentColor: tokens.colorCompoundBrandStroke },
});

export type Progress = { readonly done: number; readonly total: number };

type Props = {
  /** What is going on, for those who do not see the bar. */
  readonly label: string;
  /** Null while nobody knows how long it takes. */
  readonly progress: Progress | null;
  readonly count: (done: number, total: number) => string;
};

/** How far something long has come, as a bar and in numbers. */
export function ProgressBar({ label, progress, count }: Props) {
  const styles = useStyles();
  return (
    <div className={styles.progress}>
      <progress
        className={styles.bar}
        aria-label={label}
        {...(progress === null ? {} : { value: progress.done, max: progress.total })}
      />
      {progress !== null && <span aria-hidden="true">{count(progress.done, progress.total)}</span>}
    </div>
  );
}
