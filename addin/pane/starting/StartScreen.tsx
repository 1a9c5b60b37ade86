import { Button, makeStyles } from "@fluentui/react-components";
import { useState } from "react";
import { Message } from "../layout/Message";
import { Page } from "../layout/Page";
import { noticeOf } from "../notice";
import { usePane } from "../PaneContext";
import { useBusy } from "../useBusy";
import type { Progress } from "../layout/ProgressBar";
import { SetUpProgress } from "./SetUpProgress";

const useStyles = makeStyles({
  choices: { display: "flex", flexDirection: "column", gap: "8px", alignItems: "stretch" },
  promises: { margin: 0, paddingLeft: "20px" },
});

/** A workbook that is no register yet: what Tacite does, and the three ways to begin. */
export function StartScreen() {
  const { session, navigation, words, texts, setNotice } = usePane();
  const styles = useStyles();
  const { busy, alone } = useBusy();
  const [progress, setProgress] = useState<Progress | null>(null);
  const [wrong, setWrong] = useState<string | null>(null);
  const begin = async (withExamples: boolean) => {
    setWrong(null);
    setNotice(null);
    try {
      const outcome = await session.setUp(withExamples, (done, total) => setProgress({ done, total }));
      const notice = noticeOf(outcome, words, texts);
      if (notice.done) setNotice(notice);
      else setWrong(notice.text);
    } finally {
      setProgress(null);
    }
  };
  return (
    <Page title={texts.start.title} back={false}>
      <span>{texts.start.lead}</span>
      <div className={styles.choices}>
        <Button
          appearance="primary"
          size="large"
          disabledFocusable={busy}
          onClick={() => void alone(() => begin(false))}
        >
          {texts.start.transform}
        </Button>
        <Button size="large" disabledFocusable={busy} onClick={() => navigation.open({ kind: "import" })}>
          {texts.importList}
        </Button>
        <Button size="large" disabledFocusable={busy} onClick={() => void alone(() => begin(true))}>
          {texts.start.examples}
        </Button>
      </div>
      <div role="status">{busy && texts.start.preparing}</div>
      {busy && <SetUpProgress progress={progress} />}
      <div role="alert">{wrong !== null && <Message tone="error" text={wrong} />}</div>
      <ul className={styles.promises}>
        {Object.values(texts.start.promises).map((promise) => (
          <li key={promise}>{promise}</li>
        ))}
      </ul>
    </Page>
  );
}
