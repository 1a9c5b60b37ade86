import type { Area } from "../../model/area";
import { intersection } from "../../model/area";
import { cellAt, mapArea, usedArea } from "../../model/cells";
import { displayText } from "../../model/displayText";
import type { Sheet, Workbook } from "../../model/workbook";

/** Cells as spreadsheets hand them to each other: tabs between cells, a line for each row. */
export function copiedText(workbook: Workbook, sheet: Sheet, area: Area): string {
  const used = usedArea(sheet);
  const filled = used === null ? null : intersection(area, used);
  if (filled === null) return "";
  return mapArea(filled, (row, column) => quoted(displayText(workbook, cellAt(sheet, row, column))))
    .map((line) => line.join("\t"))
    .join("\r\n");
}

/** The way back; every row gets the same number of cells. */
export function pastedCells(text: string): readonly (readonly string[])[] {
  const lines: string[][] = [[]];
  const cell = /(?:"((?:[^"]|"")*)"(?=[\t\r\n]|$)|([^\t\r\n]*))(\t|\r\n|\n|\r|$)/gy;
  for (let found = cell.exec(text); found !== null; found = cell.exec(text)) {
    const [, inQuotes, plain = "", end] = found;
    lines.at(-1)?.push(inQuotes?.replaceAll('""', '"') ?? plain);
    if (end === "") break;
    if (end !== "\t") lines.push([]);
  }
  if (lines.length > 1 && lines.at(-1)?.join("") === "") lines.pop();
  const width = Math.max(...lines.map((line) => line.length));
  return lines.map((line) => [...line, ...Array.from({ length: width - line.length }, () => "")]);
}

function quoted(text: string): string {
  return /[\t\r\n"]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
