import { parseAddress, splitSheet } from "./address";
import type { Area } from "./area";
import { findName, namedArea } from "./names";
import { findSheet, findTable, type Sheet, type Workbook } from "./workbook";
import { bodyArea } from "./writeCells";

/** The cells that a text names seen from a sheet: "B3:C9", "'Mes contrats'!B3", a defined name or a table. */
export function placeNamed(
  workbook: Workbook,
  from: Sheet,
  text: string,
): { readonly sheet: Sheet; readonly area: Area } | null {
  const reference = splitSheet(text.startsWith("=") ? text.slice(1) : text);
  const sheet = reference.sheet === null ? from : findSheet(workbook, reference.sheet);
  const area = parseAddress(reference.address);
  if (area !== null) return sheet === null ? null : { sheet, area };
  const name = findName(workbook, reference.address, sheet);
  if (name !== null) return namedArea(workbook, name);
  const table = findTable(workbook, reference.address);
  const body = table === null ? null : bodyArea(table);
  return table === null || body === null ? null : { sheet: table.sheet, area: body };
}
