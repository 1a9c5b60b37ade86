import type { DataValidation } from "exceljs";
import { fromSerial } from "../../domain/dates/excelSerial";
import type { CellCheck, ColumnGuide } from "../../domain/workbook/look/columnGuide";
import { sheetTexts } from "../../domain/workbook/look/sheetTexts";

/** The guide of a column as exceljs writes it. */
export function cellValidation({ title, help, check }: ColumnGuide): DataValidation {
  const message = { showInputMessage: true, promptTitle: title, prompt: help };
  // exceljs writes "any", which the file format calls "none", by leaving the type out.
  if (check === null) return { type: "any", formulae: [], ...message } as unknown as DataValidation;
  return {
    ...checkOf(check),
    ...message,
    allowBlank: true,
    showErrorMessage: true,
    errorStyle: "warning",
    errorTitle: sheetTexts.warningTitle,
    error: check.warning,
  };
}

function checkOf(check: CellCheck): Pick<DataValidation, "type" | "formulae" | "operator"> {
  if (check.kind === "list") return { type: "list", formulae: [check.name] };
  const limits = [check.least, check.most];
  const formulae = check.kind === "date" ? limits.map(dateOf) : limits;
  return { type: check.kind, operator: "between", formulae };
}

function dateOf(serial: number): Date {
  return new Date(`${fromSerial(serial) ?? ""}T00:00:00Z`);
}
