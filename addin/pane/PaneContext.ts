import { createContext, useContext, useSyncExternalStore } from "react";
import type { OpenedRegister, Session, SessionState } from "../actions/session";
import type { Companion } from "../companion/companion";
import type { Catalogue } from "../../domain/i18n";
import type { PaneWords } from "../../domain/i18n/fr/pane";
import type { Navigation, Screen } from "./navigation";
import type { Notice } from "./notice";

/** The worker that serves this page, null where somebody else does. Rejects when its code cannot be fetched. */
export type OfThisMachine = () => Promise<Companion | null>;

/** What every screen is given. */
export type Pane = {
  readonly session: Session;
  readonly navigation: Navigation;
  readonly words: Catalogue;
  readonly texts: PaneWords;
  /** What the last action did, or why it was not done; it stays until the next one. */
  readonly notice: Notice | null;
  readonly setNotice: (notice: Notice | null) => void;
  readonly companion: OfThisMachine;
};

export const PaneContext = createContext<Pane | null>(null);

export function usePane(): Pane {
  const pane = useContext(PaneContext);
  if (pane === null) throw new Error("A screen was drawn outside of the pane");
  return pane;
}

export function useSessionState(): SessionState {
  const { session } = usePane();
  return useSyncExternalStore(session.subscribe, session.state);
}

export function useScreen(): Screen {
  const { navigation } = usePane();
  return useSyncExternalStore(navigation.subscribe, navigation.current);
}

/** The register, for the screens that are drawn only once it is open. */
export function useOpened(): OpenedRegister {
  const state = useSessionState();
  if (state.kind !== "ready") throw new Error("No register is open");
  return state.opened;
}
