import { Button, makeStyles } from "@fluentui/react-components";
import { usePane } from "../PaneContext";
import { useAct } from "../useAct";
import { focusTitle } from "./focusTitle";
import { CloseIcon } from "./icons";
import { Message } from "./Message";
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
  const { session, notice, setNotice, texts } = usePane();
  const { busy, act } = useAct();
  const batch = notice?.batch ?? null;
  return (
    <div role="status" className={useStyles().bar}>
      {notice !== null && (
        <Message tone={notice.done ? "success" : "error"} text={notice.text}>
          {batch !== null && (
            <Button
              size="small"
              disabledFocusable={busy}
              onClick={() => void act(() => session.undo(batch)).then(focusTitle)}
            >
              {texts.undo}
            </Button>
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
