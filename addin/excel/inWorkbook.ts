import { excelError } from "./excelProblem";

/**
 * Runs work on the open workbook. Waits while a cell is being edited. Throws an ExcelError: what Office.js says is
 * neither in the user's language nor meant for him.
 */
export async function inWorkbook<T>(work: (context: Excel.RequestContext) => Promise<T>): Promise<T> {
  try {
    return await Excel.run({ delayForCellEdit: true }, work);
  } catch (error) {
    throw excelError(error);
  }
}
