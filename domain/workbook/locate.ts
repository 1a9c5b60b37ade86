import { workbook as french } from "../i18n/fr/workbook";
import type { Place } from "../problem";
import { columnLetters } from "./columnLetters";
import type { Positions } from "./readRegister";

/** Sheet and cell as Excel names them; no cell where the problem is about a whole sheet or workbook. */
export type Located = { readonly sheet: string; readonly cell: string | null };

/** Where a place lies in the workbook as it is now, under the name that the user has given the sheet. */
export function locate(at: Place, positions: Positions): Located {
  if (at.table === null) return { sheet: french.sheets.settings, cell: null };
  const position = positions[at.table];
  const sheet = position?.sheet ?? french.sheets[at.table];
  if (position === undefined) return { sheet, cell: null };
  const row = at.line ?? (at.key === undefined ? undefined : position.rows.get(at.key));
  // Its row is not there yet, or no longer: the header cell would be the wrong one.
  if (row === undefined && (at.key ?? at.contract) !== undefined) return { sheet, cell: null };
  const column = at.column === undefined ? undefined : position.columns.get(at.column);
  if (column === undefined) return { sheet, cell: row === undefined ? null : `A${String(row)}` };
  return { sheet, cell: `${columnLetters(column)}${String(row ?? position.headerRow)}` };
}
