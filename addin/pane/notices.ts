import type { Notice } from "./notice";

/** What was told last. It lives outside of the screens, for the ribbon has something to tell too. */
export type Notices = {
  readonly current: () => Notice | null;
  readonly subscribe: (listener: () => void) => () => void;
  readonly tell: (notice: Notice | null) => void;
};

export function createNotices(): Notices {
  const listeners = new Set<() => void>();
  let notice: Notice | null = null;
  return {
    current: () => notice,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    tell(next) {
      notice = next;
      for (const listener of listeners) listener();
    },
  };
}
