import { createTables } from "./createTables";
import type { ExcelPort } from "./excelPort";
import { goTo } from "./goTo";
import { readSelectedRow } from "./readSelectedRow";
import { readTables } from "./readTables";
import { watchWorkbook } from "./watchWorkbook";
import { writeChanges } from "./writeChanges";
import { writeStatuses } from "./writeStatuses";

/** The workbook that is open in Excel. */
export const officePort: ExcelPort = {
  readTables,
  writeChanges,
  writeStatuses,
  createTables,
  readSelectedRow,
  watchWorkbook,
  goTo,
};
