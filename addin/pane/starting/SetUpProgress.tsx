import { ProgressBar } from "../layout/ProgressBar";
import type { Progress } from "../layout/ProgressBar";
import { usePane } from "../PaneContext";

/** Sheets are being made: how far it is. */
export function SetUpProgress({ progress }: { progress: Progress | null }) {
  const { preparing, preparingSheets } = usePane().texts.start;
  return <ProgressBar label={preparing} progress={progress} count={preparingSheets} />;
}
