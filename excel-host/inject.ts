import type { RefusalCode } from "./model/refused";

/** One exchange between an add-in and Excel. `batch` counts those on the workbook from 1; it is 0 for services. */
export type Exchange = {
  readonly batch: number;
  readonly actions: number;
  readonly requestBytes: number;
  readonly responseBytes: number;
  readonly error: string | null;
};

/** What a test or a person can do to an add-in's exchanges, and what they cost. */
export type Injector = {
  readonly exchanges: readonly Exchange[];
  /** Batches on the workbook since the start or the last `startCounting`. */
  readonly cost: () => { readonly syncs: number; readonly requestBytes: number; readonly responseBytes: number };
  readonly startCounting: () => void;
  /** Waits this long before each exchange. */
  readonly setLatency: (milliseconds: number) => void;
  /** As if somebody were typing in a cell: exchanges fail, or wait where the add-in asked for it. */
  readonly setCellEdit: (editing: boolean) => void;
  /** Refuses the next exchanges, one for each call. */
  readonly failNext: (code: Extract<RefusalCode, "GeneralException" | "ServiceNotAvailable">) => void;
  /** The most bytes that go in either direction in one exchange; Excel's own limit where none is given. */
  readonly setLimit: (bytes?: number) => void;
  /** Runs just before the n-th batch from now (1 is the next): a co-author at work between read and write. */
  readonly beforeBatch: (n: number, work: () => void) => void;
};

/** The side of the injector that the protocol uses. */
export type Gate = Injector & {
  readonly limit: () => number;
  readonly isEditing: () => boolean;
  readonly editEnded: () => Promise<void>;
  readonly enter: () => Promise<{ readonly batch: number; readonly failure: RefusalCode | null }>;
  readonly note: (exchange: Exchange) => void;
};

/**
 * Excel on the web refuses more than 5 MB in either direction.
 *
 * @internal What stands in for it in tests refuses the same.
 */
export const FIVE_MEGABYTES = 5 * 1024 * 1024;

export function createGate(): Gate {
  const exchanges: Exchange[] = [];
  const failures: RefusalCode[] = [];
  const hooks = new Map<number, () => void>();
  const waiting: (() => void)[] = [];
  let counted = 0;
  let batches = 0;
  let latency = 0;
  let editing = false;
  let limit = FIVE_MEGABYTES;
  return {
    exchanges,
    limit: () => limit,
    setLimit: (bytes = FIVE_MEGABYTES) => {
      limit = bytes;
    },
    cost: () => {
      const seen = exchanges.slice(counted).filter(({ batch }) => batch > 0);
      const sum = (pick: (exchange: Exchange) => number): number => seen.reduce((total, one) => total + pick(one), 0);
      return {
        syncs: seen.length,
        requestBytes: sum(({ requestBytes }) => requestBytes),
        responseBytes: sum(({ responseBytes }) => responseBytes),
      };
    },
    startCounting: () => {
      counted = exchanges.length;
    },
    setLatency: (milliseconds) => {
      latency = milliseconds;
    },
    setCellEdit: (now) => {
      editing = now;
      if (!now) for (const go of waiting.splice(0)) go();
    },
    failNext: (code) => void failures.push(code),
    beforeBatch: (n, work) => void hooks.set(batches + n, work),
    isEditing: () => editing,
    editEnded: () => (editing ? new Promise((resolve) => waiting.push(resolve)) : Promise.resolve()),
    enter: async () => {
      if (latency > 0) await new Promise((resolve) => setTimeout(resolve, latency));
      batches += 1;
      hooks.get(batches)?.();
      hooks.delete(batches);
      return { batch: batches, failure: failures.shift() ?? null };
    },
    note: (exchange) => void exchanges.push(exchange),
  };
}
