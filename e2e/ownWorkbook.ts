import { areaBetween, lastColumnOf, lastRowOf } from "../excel-host/model/area";
import { cellAt, mapArea, putContent, usedArea } from "../excel-host/model/cells";
import { addSheet } from "../excel-host/model/sheets";
import { styleAt } from "../excel-host/model/style";
import { type Input, writeCells } from "../excel-host/model/writeCells";
import { loadWorkbook } from "../excel-host/xlsx/loadWorkbook";
import { saveWorkbook } from "../excel-host/xlsx/saveWorkbook";
import { blankFile } from "../tests/builders/blankFile";

const someone = "user";

/** What the sheets of the user's own hold, some under names that the register would have taken. */
const ownSheets: Readonly<Record<string, readonly (readonly Input[])[]>> = {
  Clients: [["Nom", "Code postal", "Solde"], ["Martin", "'01000", 120.5], ["Durand", "'44000", 80], ["Total"]],
  Contrats: [
    ["Contrat", "Signé le"],
    ["A-1", "15/03/2026"],
  ],
};

/** An ordinary workbook of a tradesman who keeps his clients in Excel already. */
export function ownWorkbook(): Uint8Array {
  const { workbook, file } = loadWorkbook(blankFile("Clients"));
  for (const [name, lines] of Object.entries(ownSheets)) {
    const sheet = workbook.sheets.find((one) => one.name === name) ?? addSheet(workbook, someone, name);
    writeCells(workbook, someone, { sheet, row: 0, column: 0 }, lines);
  }
  // As Excel saves a formula, with what it gave.
  putContent(workbook.active, 3, 2, 200.5, "C2+C3");
  return saveWorkbook(workbook, file);
}

/** Every cell of every sheet as it was saved, by the sheet's name: value, formula and number format. */
export function sheetsOf(bytes: Uint8Array): Readonly<Record<string, readonly (readonly unknown[])[]>> {
  const { workbook } = loadWorkbook(bytes);
  return Object.fromEntries(
    workbook.sheets.map((sheet) => {
      const used = usedArea(sheet);
      const area = used === null ? null : areaBetween(0, 0, lastRowOf(used), lastColumnOf(used));
      const cell = (row: number, column: number) => {
        const { value, formula, style } = cellAt(sheet, row, column);
        return [value, formula, styleAt(workbook.styles, style).numberFormat];
      };
      return [sheet.name, area === null ? [] : mapArea(area, cell)];
    }),
  );
}
