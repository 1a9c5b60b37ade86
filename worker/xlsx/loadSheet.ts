import ExcelJS, { type Worksheet } from "exceljs";
import { oneSheetWorkbook } from "./oneSheetWorkbook";
import { unreadableReason } from "./unreadableReason";
import { workbookOutline, type SheetOutline, type WorkbookOutline } from "./workbookOutline";
import { WorkbookUnreadable } from "./workbookUnreadable";
import { zipEntries } from "./zipEntries";

const largestContent = 500 * 1024 * 1024;

/**
 * What a saved .xlsx is made of, and those of its sheets that are wanted.
 * @throws WorkbookUnreadable when the bytes are no readable workbook, or these sheets more than 500 MB once inflated.
 */
export function openOutline(
  bytes: Uint8Array,
  isWanted: (sheet: SheetOutline) => boolean,
): { readonly outline: WorkbookOutline; readonly sheets: readonly SheetOutline[] } {
  const reason = unreadableReason(bytes);
  if (reason !== null) throw new WorkbookUnreadable(reason);
  const outline = workbookOutline(zipEntries(bytes));
  const sheets = outline.sheets.filter(isWanted);
  const size = sheets.reduce((sum, { content }) => sum + content.size, outline.sharedStrings?.size ?? 0);
  if (size > largestContent) throw new WorkbookUnreadable("fileTooLarge");
  return { outline, sheets };
}

/** All that a sheet may hold beside its cells; merged cells are left alone because exceljs copies the master's value into them. */
const ignoreNodes = [
  ...["sheetPr", "dimension", "sheetViews", "sheetFormatPr", "cols", "sheetProtection", "autoFilter", "mergeCells"],
  ...["conditionalFormatting", "dataValidations", "hyperlinks", "printOptions", "pageMargins", "pageSetup"],
  ...["headerFooter", "rowBreaks", "drawing", "picture", "tableParts", "extLst"],
];

/**
 * A prepared sheet in exceljs. Dates stay serial numbers, save where the styles of a workbook of the 1904 system are given.
 * @throws WorkbookUnreadable damaged
 */
export async function loadSheet(prepared: Uint8Array, stylesOf1904: Uint8Array | null): Promise<Worksheet> {
  const workbook = new ExcelJS.Workbook();
  try {
    await workbook.xlsx.load(oneSheetWorkbook(prepared, stylesOf1904), { ignoreNodes });
  } catch (error) {
    throw new WorkbookUnreadable("damaged", { cause: error });
  }
  const worksheet = workbook.getWorksheet(1);
  if (!worksheet) throw new WorkbookUnreadable("damaged");
  return worksheet;
}
