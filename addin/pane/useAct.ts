import type { Outcome } from "../actions/session";
import { noticeOf } from "./notice";
import { usePane } from "./PaneContext";
import { useBusy } from "./useBusy";
import { useWaiting } from "./useWaiting";

/** Runs an action and tells what came of it; while it runs a second click does nothing. */
export function useAct() {
  const { words, texts, setNotice } = usePane();
  const { busy, alone } = useBusy();
  const waiting = useWaiting();
  const act = (action: (heard: () => void) => Promise<Outcome>): Promise<Outcome | null> =>
    alone(async () => {
      setNotice(null);
      const outcome = await waiting(action);
      setNotice(noticeOf(outcome, words, texts));
      return outcome;
    });
  return { busy, act };
}
