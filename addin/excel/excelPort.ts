import type { Located } from "../../domain/workbook/locate";
import type { Positions, RawTable } from "../../domain/workbook/readRegister";
import type { Statuses } from "../../domain/workbook/statuses";
import type { AddedParts, NewRegister } from "./createTables";
import type { ReadTable } from "./readTables";
import type { WorkbookListener } from "./watchWorkbook";
import type { WriteRequest, Written } from "./writeChanges";

/** All that Excel is asked for. Every function throws an ExcelError where Excel refuses. */
export type ExcelPort = {
  readonly readTables: (
    onProgress: (done: number, total: number) => void,
    only?: readonly string[],
  ) => Promise<readonly ReadTable[]>;
  readonly writeChanges: (request: WriteRequest) => Promise<Written>;
  readonly writeStatuses: (
    statuses: Statuses,
    read: readonly Pick<ReadTable, "name" | "headers">[],
    positions: Positions,
  ) => Promise<boolean>;
  readonly createTables: (
    register: NewRegister,
    onProgress: (done: number, total: number) => void,
  ) => Promise<AddedParts>;
  readonly removeAdded: (added: AddedParts) => Promise<void>;
  readonly readSelectedRow: () => Promise<RawTable | null>;
  readonly watchWorkbook: (listener: WorkbookListener) => Promise<void>;
  readonly goTo: (located: Located) => Promise<void>;
};
