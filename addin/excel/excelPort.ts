import type { SourceSheet } from "../../domain/import/sourceSheet";
import type { RoundSheet } from "../../domain/round/roundSheet";
import type { Located } from "../../domain/workbook/locate";
import type { Positions, RawTable } from "../../domain/workbook/readRegister";
import type { Statuses } from "../../domain/workbook/statuses";
import type { AddedParts, NewRegister } from "./createTables";
import type { OpenedWorkbook, ReadTable } from "./readTables";
import type { KeysToRemove } from "./removeRows";
import type { SheetContents } from "./sheetContents";
import type { SheetMark } from "./sheetMark";
import type { WorkbookListener } from "./watchWorkbook";
import type { WriteRequest, Written } from "./writeChanges";
import type { ShownIn } from "./writeStatuses";

/** All that Excel is asked for. Every function throws an ExcelError where Excel refuses. */
export type ExcelPort = {
  readonly openWorkbook: (
    listener: WorkbookListener | null,
    onProgress: (done: number, total: number) => void,
  ) => Promise<OpenedWorkbook>;
  readonly readTables: (
    onProgress: (done: number, total: number) => void,
    only?: readonly string[],
  ) => Promise<readonly ReadTable[]>;
  readonly writeChanges: (request: WriteRequest) => Promise<Written>;
  readonly writeStatuses: (statuses: Statuses, read: readonly ShownIn[], positions: Positions) => Promise<boolean>;
  readonly createTables: (
    register: NewRegister,
    onProgress: (done: number, total: number) => void,
  ) => Promise<AddedParts>;
  readonly addRoundSheet: (sheet: RoundSheet) => Promise<AddedParts>;
  readonly removeAdded: (added: AddedParts) => Promise<void>;
  readonly sheetContents: (ids: readonly string[]) => Promise<readonly SheetContents[]>;
  readonly readSheets: (onProgress: (done: number, total: number) => void) => Promise<readonly SourceSheet[]>;
  readonly removeRows: (keys: KeysToRemove, onProgress: (done: number, total: number) => void) => Promise<boolean>;
  readonly keptMapping: () => Promise<string | null>;
  readonly keepMapping: (text: string) => Promise<void>;
  readonly markSheet: (name: string, note: string) => Promise<SheetMark>;
  readonly unmarkSheet: (mark: SheetMark) => Promise<boolean>;
  readonly readSelectedRow: () => Promise<RawTable | null>;
  readonly goTo: (located: Located) => Promise<void>;
};
