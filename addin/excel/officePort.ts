import type { ExcelPort } from "./excelPort";
import { fetched } from "./fetched";
import { goTo } from "./goTo";
import { readSelectedRow } from "./readSelectedRow";
import { openWorkbook, readTables } from "./readTables";
import { writeChanges } from "./writeChanges";
import { writeStatuses } from "./writeStatuses";

/** The workbook that is open in Excel. */
export const officePort: ExcelPort = {
  openWorkbook,
  readTables,
  writeChanges,
  writeStatuses,
  createTables: async (register, onProgress) => {
    // A register is made once; it is read every day.
    const { createTables } = await fetched(import("./createTables"));
    return createTables(register, onProgress);
  },
  addRoundSheet: async (sheet) => {
    const { addRoundSheet } = await fetched(import("./addRoundSheet"));
    return addRoundSheet(sheet);
  },
  removeAdded: async (added) => {
    const { removeAdded } = await fetched(import("./removeAdded"));
    await removeAdded(added);
  },
  sheetContents: async (ids) => {
    const { sheetContents } = await fetched(import("./sheetContents"));
    return sheetContents(ids);
  },
  readSelectedRow,
  goTo,
};
