import { refusedWith } from "./notice";
import { usePane } from "./PaneContext";

/** Longer than an action takes while nothing is in Excel's way. */
const LONG_MS = 3_000;

/**
 * Runs work and, when it takes long, says what Excel may be waiting for: while a cell is edited it answers nothing. Work
 * that has heard from Excel says so.
 */
export function useWaiting() {
  const { texts, setNotice } = usePane();
  return async <T>(work: (heard: () => void) => Promise<T>): Promise<T> => {
    const timer = setTimeout(() => setNotice(refusedWith(texts.excelWaits)), LONG_MS);
    try {
      return await work(() => clearTimeout(timer));
    } finally {
      clearTimeout(timer);
    }
  };
}
