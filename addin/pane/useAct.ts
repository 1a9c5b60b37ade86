import { useRef, useState } from "react";
import type { Outcome } from "../actions/session";
import { noticeOf } from "./notice";
import { usePane } from "./PaneContext";

/** Runs an action and tells what came of it; while it runs a second click does nothing. */
export function useAct() {
  const { words, texts, setNotice } = usePane();
  const [busy, setBusy] = useState(false);
  // Known at once, where the state is known only when the screen is drawn again.
  const running = useRef(false);
  const act = async (action: () => Promise<Outcome>): Promise<Outcome | null> => {
    if (running.current) return null;
    running.current = true;
    setBusy(true);
    setNotice(null);
    try {
      const outcome = await action();
      setNotice(noticeOf(outcome, words, texts));
      return outcome;
    } finally {
      running.current = false;
      setBusy(false);
    }
  };
  return { busy, act };
}
