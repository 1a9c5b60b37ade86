import { Button } from "@fluentui/react-components";
import { Message } from "../layout/Message";
import { useOpened, usePane } from "../PaneContext";
import { useUndo } from "../useUndo";
import { lastActionOf } from "./lastActionOf";

/** The last action of the Journal, which can still be taken back, even days later. */
export function LastAction() {
  const { session, words, texts, notice } = usePane();
  const { register } = useOpened();
  const { busy, undo } = useUndo();
  const batch = session.lastBatch();
  const action = batch === null ? null : lastActionOf(register, batch, words);
  if (batch === null || action === null || notice?.batch === batch) return null;
  return (
    <Message tone="info" text={texts.lastAction(action.name, action.contract, action.day, action.time)}>
      <Button size="small" disabledFocusable={busy} onClick={() => void undo(batch)}>
        {texts.undo}
      </Button>
    </Message>
  );
}
