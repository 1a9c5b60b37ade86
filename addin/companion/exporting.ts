import type { KeptCopy } from "../../domain/companion/companionApi";
import { excelError, type ExcelProblem } from "../excel/excelProblem";
import { CompanionError, type CompanionClient, type CompanionProblem } from "./companionClient";

/** How far the copy of the workbook is on its way to the companion. */
export type ExportState =
  | { readonly kind: "idle" }
  | { readonly kind: "reading"; readonly done: number; readonly total: number }
  | { readonly kind: "sending" }
  | { readonly kind: "stopped" }
  | { readonly kind: "kept"; readonly copy: KeptCopy }
  | { readonly kind: "failed"; readonly excel: ExcelProblem }
  | { readonly kind: "refused"; readonly companion: CompanionProblem };

/** The copying of the workbook. It goes on while another screen is looked at. */
export type Exporting = {
  readonly current: () => ExportState;
  readonly subscribe: (listener: () => void) => () => void;
  /** Begins; nothing while one is under way. Never throws. */
  readonly start: () => Promise<void>;
  readonly cancel: () => void;
};

type Copy = (onProgress: (done: number, total: number) => void, signal: AbortSignal) => Promise<Uint8Array | null>;

export function createExporting(copyWorkbook: Copy, send: CompanionClient["send"]): Exporting {
  const listeners = new Set<() => void>();
  let state: ExportState = { kind: "idle" };
  let running: AbortController | null = null;
  const show = (next: ExportState) => {
    state = next;
    for (const listener of listeners) listener();
  };
  const copied = async (signal: AbortSignal): Promise<ExportState> => {
    const bytes = await copyWorkbook((done, total) => show({ kind: "reading", done, total }), signal);
    if (bytes === null) return { kind: "stopped" };
    show({ kind: "sending" });
    const copy = await send(bytes, signal);
    return copy === null ? { kind: "stopped" } : { kind: "kept", copy };
  };
  return {
    current: () => state,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    async start() {
      if (running !== null) return;
      running = new AbortController();
      show({ kind: "reading", done: 0, total: 0 });
      const end = await copied(running.signal).catch((error: unknown): ExportState =>
        error instanceof CompanionError
          ? { kind: "refused", companion: error.problem }
          : { kind: "failed", excel: excelError(error).problem },
      );
      running = null;
      show(end);
    },
    cancel: () => running?.abort(),
  };
}
