import { Button, makeStyles } from "@fluentui/react-components";
import { useState } from "react";
import { Message } from "../layout/Message";
import { Page } from "../layout/Page";
import { noticeOf } from "../notice";
import { usePane } from "../PaneContext";

const useStyles = makeStyles({
  choices: { display: "flex", flexDirection: "column", gap: "8px", alignItems: "stretch" },
  promises: { margin: 0, paddingLeft: "20px" },
});

/** A workbook that is no register yet: what Tacite does, and the two ways to begin. */
export function StartScreen() {
  const { session, words, texts } = usePane();
  const styles = useStyles();
  const [busy, setBusy] = useState(false);
  const [wrong, setWrong] = useState<string | null>(null);
  const begin = async (withExamples: boolean) => {
    if (busy) return;
    setBusy(true);
    setWrong(null);
    try {
      const outcome = await session.setUp(withExamples);
      if (outcome.kind !== "setUp" && outcome.kind !== "done") setWrong(noticeOf(outcome, words, texts).text);
    } finally {
      setBusy(false);
    }
  };
  return (
    <Page title={texts.start.title} back={false}>
      <span>{texts.start.lead}</span>
      <div className={styles.choices}>
        <Button appearance="primary" size="large" disabledFocusable={busy} onClick={() => void begin(false)}>
          {texts.start.transform}
        </Button>
        <Button size="large" disabledFocusable={busy} onClick={() => void begin(true)}>
          {texts.start.examples}
        </Button>
      </div>
      <div role="status">{busy && texts.start.preparing}</div>
      <div role="alert">{wrong !== null && <Message tone="error" text={wrong} />}</div>
      <ul className={styles.promises}>
        {Object.values(texts.start.promises).map((promise) => (
          <li key={promise}>{promise}</li>
        ))}
      </ul>
    </Page>
  );
}
