import { join } from "node:path";
import { converted, libreOffice } from "../tests/libreOffice";
import { median } from "./median";

export type Recalculation = { readonly always: number; readonly never: number };

/**
 * Seconds that LibreOffice takes for the whole of opening and writing back the register, with and without recalculating
 * it: what lies between is the recalculation. Medians; null on a machine without LibreOffice.
 */
export function measureRecalculation(folder: string, file: string, rounds: number): Recalculation | null {
  const program = libreOffice();
  if (program === null) return null;
  const seconds = (recalculate: boolean): number => {
    const started = performance.now();
    converted(program, join(folder, "office"), file, { to: "ods", recalculate });
    return (performance.now() - started) / 1000;
  };
  // The first start of a profile writes it.
  seconds(true);
  seconds(false);
  const times = Array.from({ length: rounds }, () => ({ always: seconds(true), never: seconds(false) }));
  return { always: median(times.map(({ always }) => always)), never: median(times.map(({ never }) => never)) };
}
