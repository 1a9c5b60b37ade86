import type { Change } from "../../domain/changes";
import { readRegister } from "../../domain/workbook/readRegister";
import { tables } from "../../domain/workbook/schema";
import { excelError } from "../excel/excelProblem";
import type { ExcelPort } from "../excel/excelPort";
import type { WriteRequest, Written } from "../excel/writeChanges";

/** How long to wait before each new attempt. */
const PAUSES_MS = [500, 2_000];

/** Written, but by an attempt of which no answer came: where the rows lie is not known. */
type WrittenUnseen = { readonly kind: "writtenUnseen" };

/**
 * Writes, and tries again while Excel is busy. An attempt that Excel did not answer, or answered by an error, may have
 * been carried out: the Journal, which is written with everything else, tells. Throws an ExcelError.
 */
export async function writeSurely(
  excel: ExcelPort,
  request: WriteRequest,
  pauses: readonly number[] = PAUSES_MS,
): Promise<Written | WrittenUnseen> {
  try {
    return await excel.writeChanges(request);
  } catch (error) {
    const [pause, ...others] = excelError(error).problem === "workbookBusy" ? pauses : [];
    if (pause !== undefined) await new Promise((resolve) => setTimeout(resolve, pause));
    // Without the Journal it is not known whether to try again: that would write twice.
    const isWritten = await isInJournal(excel, request.changes).catch(() => null);
    if (isWritten === true) return { kind: "writtenUnseen" };
    if (pause === undefined || isWritten === null) throw error;
    return writeSurely(excel, request, others);
  }
}

async function isInJournal(excel: ExcelPort, changes: readonly Change[]): Promise<boolean> {
  const line = changes.find((change) => change.kind === "insert" && change.table === "journal");
  if (line === undefined) return false;
  const read = readRegister(await excel.readTables(() => undefined, [tables.journal.excelName]));
  return !("reason" in read) && read.register.journal.some(({ id }) => id === line.row.id);
}
