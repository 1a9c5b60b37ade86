import type { Place } from "../../domain/problem";
import { readRegister } from "../../domain/workbook/readRegister";
import { locate } from "../../domain/workbook/locate";
import type { RawTable } from "../../domain/workbook/readRegister";
import { keyOf } from "../../domain/workbook/schema";
import type { Row, TableName } from "../../domain/workbook/schema";
import { excelError } from "../excel/excelProblem";
import type { ExcelPort } from "../excel/excelPort";
import type { Reader } from "./reader";
import type { Store } from "./store";

/**
 * Selects the cell and, should its sheet have another name or another row lie there by now, reads the workbook again and
 * selects the right one. Throws an ExcelError.
 */
export async function goToPlace(place: Place, excel: ExcelPort, store: Store, reader: Reader): Promise<void> {
  const wasReached = await isReached(place, excel, store).catch((error: unknown) => {
    if (excelError(error).problem === "tableMissing") return false;
    throw error;
  });
  if (wasReached) return;
  await reader.readAgain();
  await isReached(place, excel, store);
}

async function isReached(place: Place, excel: ExcelPort, store: Store): Promise<boolean> {
  const opened = store.opened();
  if (opened === null) return false;
  await excel.goTo(locate(place, opened.positions));
  const { table, key } = place;
  if (table === null || table === "settings" || key === undefined) return true;
  return keyIn(await excel.readSelectedRow(), table) === key;
}

function keyIn(row: RawTable | null, table: TableName): string | null {
  const read = row === null ? null : readRegister([row]);
  if (read === null || "reason" in read) return null;
  const [found] = read.register[table] as readonly Row<TableName>[];
  return found === undefined ? null : keyOf(table, found as never);
}
