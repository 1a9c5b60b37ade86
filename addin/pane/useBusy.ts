import { useRef, useState } from "react";

/** Whether work is under way, and how to begin it; while it lasts, a second click begins nothing and gets null. */
export function useBusy() {
  const [busy, setBusy] = useState(false);
  // Known at once, where the state is known only when the screen is drawn again.
  const running = useRef(false);
  const alone = async <T>(work: () => Promise<T>): Promise<T | null> => {
    if (running.current) return null;
    running.current = true;
    setBusy(true);
    try {
      return await work();
    } finally {
      running.current = false;
      setBusy(false);
    }
  };
  return { busy, alone };
}
