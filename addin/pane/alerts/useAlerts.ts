import { useMemo } from "react";
import { useOpened, usePane } from "../PaneContext";
import { alertsOf } from "./alertsOf";
import type { AlertSection } from "./alertsOf";

/** What is to be done, worked out again whenever the register was read again. */
export function useAlerts(): readonly AlertSection[] {
  const { words } = usePane();
  const opened = useOpened();
  return useMemo(() => alertsOf(opened, words), [opened, words]);
}
