import type { RawCell } from "../../domain/workbook/rawCell";
import { WorkbookUnreadable } from "./workbookUnreadable";

export type Cells = { readonly sheets: readonly CellSheet[]; readonly tables: readonly CellTable[] };

export type CellSheet = { readonly name: string; readonly state: "visible" | "hidden" };

/** One Excel table. Rows and columns are 1-based positions in the sheet; `headers` are the trimmed header cells. */
export type CellTable = {
  readonly name: string;
  readonly sheet: string;
  readonly headerRow: number;
  readonly firstColumn: number;
  readonly headers: readonly string[];
  readonly rows: readonly CellRow[];
};

export type CellRow = { readonly row: number; readonly cells: readonly RawCell[] };

/**
 * The tables of a saved .xlsx as plain values, in sheet order. Blank rows and totals rows are left out.
 * @throws WorkbookUnreadable when the bytes are no readable workbook.
 */
export async function readCells(bytes: Uint8Array): Promise<Cells> {
  if (bytes.length === 0) throw new WorkbookUnreadable("fileEmpty");
  return { sheets: [], tables: [] };
}
