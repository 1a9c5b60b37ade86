import { useState } from "react";
import type { Outcome } from "../actions/session";
import { noticeOf } from "./notice";
import { usePane } from "./PaneContext";

/** Runs an action and tells what came of it; while it runs a second click does nothing. */
export function useAct() {
  const { words, texts, setNotice } = usePane();
  const [busy, setBusy] = useState(false);
  const act = async (action: () => Promise<Outcome>): Promise<Outcome | null> => {
    if (busy) return null;
    setBusy(true);
    setNotice(null);
    try {
      const outcome = await action();
      setNotice(noticeOf(outcome, words, texts));
      return outcome;
    } finally {
      setBusy(false);
    }
  };
  return { busy, act };
}
