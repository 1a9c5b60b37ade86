import type { SourceCell, SourceSheet } from "../../domain/import/sourceSheet";

/** A sheet of texts, as a test writes it: days and plain numbers are cells of that kind, nothing is a blank. */
export function sheetOf(
  rows: readonly (readonly (string | SourceCell)[])[],
  more: Partial<SourceSheet> = {},
): SourceSheet {
  return {
    name: "Feuil1",
    hidden: false,
    merged: [],
    hiddenRows: [],
    tables: [],
    ...more,
    rows: rows.map((row) => row.map(cellOf)),
  };
}

function cellOf(cell: SourceCell): SourceCell {
  if (typeof cell !== "string" || cell === "") return cell === "" ? null : cell;
  const [, day = "", month = "", year = ""] = /^(\d\d)\/(\d\d)\/(\d{4})$/.exec(cell) ?? [];
  if (year !== "") return { date: `${year}-${month}-${day}` as `${number}-${number}-${number}` };
  return /^[1-9]\d{0,4}(,\d+)?$/.test(cell) ? Number(cell.replace(",", ".")) : cell;
}
