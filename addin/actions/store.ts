import type { OpenedRegister, SessionState } from "./session";

/** The state of a session and those who follow it. */
export type Store = {
  readonly state: () => SessionState;
  readonly subscribe: (listener: () => void) => () => void;
  readonly set: (state: SessionState) => void;
  /** Shows the register; the selection stays. */
  readonly show: (opened: OpenedRegister) => void;
  readonly opened: () => OpenedRegister | null;
};

export function createStore(): Store {
  let state: SessionState = { kind: "opening", done: 0, total: 0 };
  let selected: string | null = null;
  const listeners = new Set<() => void>();
  const set = (next: SessionState) => {
    state = next;
    if (next.kind === "ready") selected = next.selected;
    for (const listener of listeners) listener();
  };
  return {
    state: () => state,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    set,
    show: (opened) => set({ kind: "ready", opened, selected }),
    opened: () => (state.kind === "ready" ? state.opened : null),
  };
}
