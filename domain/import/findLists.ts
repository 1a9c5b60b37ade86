import type { CivilDate } from "../dates/civilDate";
import { columnLetters } from "../workbook/columnLetters";
import type { ListLayout } from "./list";
import { isBlank, textOf } from "./sourceText";
import type { SourceSheet } from "./sourceSheet";

/** The lists found in the sheets, the most likely first. */
export function findLists(sheets: readonly SourceSheet[], today: CivilDate): readonly ListLayout[] {
  return sheets.flatMap((sheet): ListLayout[] => {
    const at = sheet.rows.findIndex((row) => row.filter((cell) => typeof cell === "string").length >= 3);
    const header = sheet.rows[at];
    if (header === undefined || today === "1900-01-01") return [];
    return [
      {
        sheet: sheet.name,
        headerRows: [at + 1],
        firstDataRow: at + 2,
        lastDataRow: sheet.rows.length,
        columns: header.flatMap((cell, i) =>
          isBlank(cell)
            ? []
            : [{ column: columnLetters(i + 1), header: textOf(cell), field: null, confidence: 0, reason: "none" }],
        ),
      },
    ];
  });
}
