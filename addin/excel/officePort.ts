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
  readSheets: async (onProgress) => {
    // A list is imported once.
    const { readSheets } = await fetched(import("./readSheets"));
    return readSheets(onProgress);
  },
  removeRows: async (keys, onProgress) => {
    const { removeRows } = await fetched(import("./removeRows"));
    return removeRows(keys, onProgress);
  },
  keptMapping: async () => (await fetched(import("./keptMapping"))).keptMapping(),
  keepMapping: async (text) => (await fetched(import("./keptMapping"))).keepMapping(text),
  markSheet: async (name, note) => (await fetched(import("./sheetMark"))).markSheet(name, note),
  unmarkSheet: async (mark) => (await fetched(import("./sheetMark"))).unmarkSheet(mark),
  readSelectedRow,
  goTo,
};
