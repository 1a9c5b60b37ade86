import type { Column } from "../../domain/workbook/columns";
import { listName } from "./newListSheet";
import { newSheetTexts } from "./newSheetTexts";

/** Shows the help of a column when one of its cells is entered, and offers its list. Other words only raise a warning. */
export function guide(cells: Excel.Range, column: Column, [label, help]: readonly [string, string]): void {
  const list = listName(column);
  cells.dataValidation.prompt = { showPrompt: true, title: label.slice(0, 32), message: help.slice(0, 255) };
  if (list === null) return;
  cells.dataValidation.rule = { list: { inCellDropDown: true, source: `=${list}` } };
  cells.dataValidation.errorAlert = {
    showAlert: true,
    style: "Warning",
    title: newSheetTexts.warningTitle,
    message: newSheetTexts.notInList,
  };
}
