import type { Place } from "../../domain/problem";
import { refusedWith } from "./notice";
import { usePane } from "./PaneContext";

/** Leads to a row in Excel, and tells why where Excel does not let it. */
export function useGoTo(): (place: Place) => Promise<void> {
  const { session, texts, setNotice } = usePane();
  return async (place) => {
    const problem = await session.goTo(place);
    if (problem !== null) setNotice(refusedWith(texts.excelProblems[problem]));
  };
}
