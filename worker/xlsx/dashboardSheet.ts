import type { Workbook } from "exceljs";
import type { Dashboard } from "../../domain/dashboard/dashboardOf";
import { columnLetters } from "../../domain/workbook/columnLetters";
import {
  alarm,
  DASHBOARD_NAME,
  dashboardCells,
  dashboardCharts,
  dashboardPlaces,
  printedDashboard,
} from "../../domain/workbook/look/dashboardSheetLook";
import { argb, cellStyle } from "./cellStyles";
import type { SheetCharts } from "./chartParts";
import { printedPage } from "./printedPage";

/** The sheet Tableau de bord. Its charts are added to the finished file: exceljs has none. */
export function addDashboardSheet(workbook: Workbook, dashboard: Dashboard | null): SheetCharts {
  const sheet = workbook.addWorksheet(dashboardPlaces.sheet, {
    views: [{ showGridLines: false }],
    ...printedPage(printedDashboard),
  });
  dashboardPlaces.widths.forEach((width, index) => (sheet.getColumn(index + 1).width = width));
  for (const [row, height] of dashboardPlaces.heights) sheet.getRow(row).height = height;
  const shown = new Map<string, string | number>();
  for (const { row, column, look, content } of dashboardCells) {
    const result = "text" in content ? content.text : dashboard === null ? null : content.shows(dashboard);
    const cell = sheet.getCell(row, column);
    const value = "text" in content ? content.text : { formula: content.formula, ...(result !== null && { result }) };
    Object.assign(cell, { value, style: cellStyle(look) });
    if (result !== null) shown.set(cell.address, result);
  }
  alarm.cells.forEach(({ row, column }, index) => {
    const cell = `${columnLetters(column)}${row}`;
    const style = { font: { color: { argb: argb(alarm.ink) } } };
    sheet.addConditionalFormatting({
      ref: cell,
      rules: [{ type: "expression", priority: index + 1, formulae: [alarm.formula(cell)], style }],
    });
  });
  workbook.definedNames.add(`'${sheet.name}'!$B$1`, DASHBOARD_NAME);
  return { sheet: sheet.name, charts: dashboardCharts, shown };
}
