import { Button, makeStyles } from "@fluentui/react-components";
import { useSyncExternalStore } from "react";
import type { CompanionWords } from "../../../domain/i18n/fr/companion";
import type { PaneWords } from "../../../domain/i18n/fr/pane";
import type { Exporting, ExportState } from "../../companion/exporting";
import { Message, type Tone } from "../layout/Message";
import { useListStyles } from "../layout/useListStyles";
import { usePane } from "../PaneContext";

const useStyles = makeStyles({
  section: { display: "flex", flexDirection: "column", gap: "8px" },
  bar: { width: "100%" },
  told: { ":empty": { display: "none" } },
});

/** Sends the workbook as it is on the screen, with how far it is and the way to stop it. */
export function ExportSection({ exporting, words }: { exporting: Exporting; words: CompanionWords }) {
  const { texts } = usePane();
  const styles = useStyles();
  const list = useListStyles();
  const state = useSyncExternalStore(exporting.subscribe, exporting.current);
  const isRunning = state.kind === "reading" || state.kind === "sending";
  const told = outcomeOf(state, words, texts);
  return (
    <div className={styles.section}>
      <span className={list.quiet}>{words.exportWhy}</span>
      <div className={list.buttons}>
        <Button appearance="primary" disabledFocusable={isRunning} onClick={() => void exporting.start()}>
          {words.export}
        </Button>
        {isRunning && <Button onClick={exporting.cancel}>{words.cancel}</Button>}
      </div>
      {isRunning && (
        <progress
          className={styles.bar}
          aria-label={words.export}
          {...(state.kind === "reading" && state.total > 0 ? { value: state.done, max: state.total } : {})}
        />
      )}
      <div role="status" className={styles.told}>
        {state.kind === "reading" && words.reading(state.done, state.total)}
        {state.kind === "sending" && words.sending}
        {told !== null && <Message tone={told.tone} text={told.text} />}
      </div>
    </div>
  );
}

function outcomeOf(
  state: ExportState,
  words: CompanionWords,
  texts: PaneWords,
): { readonly tone: Tone; readonly text: string } | null {
  switch (state.kind) {
    case "stopped":
      return { tone: "info", text: words.stopped };
    case "kept": {
      const { name, at } = state.copy;
      return name === null
        ? { tone: "warning", text: words.keptUnknown(at) }
        : { tone: "success", text: words.kept(name, at) };
    }
    case "failed":
      return { tone: "error", text: texts.excelProblems[state.excel] };
    case "refused":
      return { tone: "error", text: words.problems[state.companion] };
    case "idle":
    case "reading":
    case "sending":
      return null;
  }
}
