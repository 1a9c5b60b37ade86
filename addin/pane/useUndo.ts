import { focusTitle } from "./layout/focusTitle";
import { undoingNotice } from "./notice";
import { usePane } from "./PaneContext";
import { useAct } from "./useAct";

/** Takes a batch back, says how far it is while that lasts, and goes on from the title: the button is gone. */
export function useUndo() {
  const { session, texts, setNotice } = usePane();
  const { busy, act } = useAct();
  const undo = async (batch: string): Promise<void> => {
    await act((heard) =>
      session.undo(batch, (done, total) => {
        heard();
        setNotice(undoingNotice(texts, done, total));
      }),
    );
    focusTitle();
  };
  return { busy, undo };
}
