import { Button, makeStyles } from "@fluentui/react-components";
import { usePane } from "../PaneContext";
import { useUndo } from "../useUndo";
import { focusTitle } from "./focusTitle";
import { CloseIcon } from "./icons";
import { Message } from "./Message";
import { ProgressBar } from "./ProgressBar";
import { SeeRow } from "./SeeRow";

const useStyles = makeStyles({
  bar: {
    flexShrink: 0,
    maxHeight: "50%",
    overflowY: "auto",
    width: "100%",
    maxWidth: "640px",
    boxSizing: "border-box",
    padding: "0 12px 8px",
    ":empty": { display: "none" },
  },
});

/** Says what the last action did, or why it was not done. It stays in the page so that readers announce what changes. */
export function NoticeBar() {
  const { notice, setNotice, texts } = usePane();
  const { busy, undo } = useUndo();
  const batch = notice?.batch ?? null;
  return (
    <div role="status" className={useStyles().bar}>
      {notice !== null && (
        <Message tone={notice.progress !== undefined ? "info" : notice.done ? "success" : "error"} text={notice.text}>
          {batch !== null && (
            <Button size="small" disabledFocusable={busy} onClick={() => void undo(batch)}>
              {texts.undo}
            </Button>
          )}
          {notice.progress !== undefined && (
            <ProgressBar label={notice.text} progress={notice.progress} count={texts.percentDone} />
          )}
          {notice.place !== null && <SeeRow place={notice.place} />}
          <Button
            size="small"
            appearance="subtle"
            icon={<CloseIcon />}
            aria-label={texts.close}
            onClick={() => {
              setNotice(null);
              focusTitle();
            }}
          />
        </Message>
      )}
    </div>
  );
}
