import type { CellCheck, ColumnGuide } from "../../domain/workbook/look/columnGuide";
import { sheetTexts } from "../../domain/workbook/look/sheetTexts";

/** Shows the help of a column when one of its cells is entered. What Tacite cannot read only raises a warning. */
export function applyGuide({ dataValidation }: Excel.Range, { title, help, check }: ColumnGuide): void {
  if (check !== null) {
    dataValidation.rule = ruleOf(check);
    dataValidation.errorAlert = {
      showAlert: true,
      style: "Warning",
      title: sheetTexts.warningTitle,
      message: check.warning,
    };
  }
  dataValidation.prompt = { showPrompt: true, title, message: help };
}

function ruleOf(check: CellCheck): Excel.DataValidationRule {
  if (check.kind === "list") return { list: { inCellDropDown: true, source: `=${check.name}` } };
  const limits = { operator: "Between", formula1: check.least, formula2: check.most } as const;
  switch (check.kind) {
    case "date":
      // A number would be taken for text; as a formula it is a day in every language.
      return {
        date: { ...limits, formula1: `=${String(check.least)}`, formula2: `=${String(check.most)}` },
      };
    case "whole":
      return { wholeNumber: limits };
    case "decimal":
      return { decimal: limits };
  }
}
