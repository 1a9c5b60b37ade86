import { useState } from "react";
import { usePane } from "../PaneContext";
import type { TypedForm } from "./field";

/** What is typed in a screen, over what stood there at first. It is kept while another screen is looked at. */
export function useDraft(initial: TypedForm) {
  const { navigation } = usePane();
  const [draft, setDraft] = useState<TypedForm>(navigation.draft);
  const keep = (next: TypedForm) => {
    setDraft(next);
    navigation.keepDraft(next);
  };
  return { typed: { ...initial, ...draft }, draft, keep };
}
