import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import type { CivilDate } from "../../domain/dates/civilDate";
import { catalogues } from "../../domain/i18n";
import type { Place } from "../../domain/problem";
import { planOf } from "../../domain/plan/plan";
import { statusColumns } from "../../domain/plan/statusColumns";
import type { Register } from "../../domain/register";
import { sampleRegister } from "../../domain/sample/sampleRegister";
import { columnLetters } from "../../domain/workbook/columnLetters";
import { locate } from "../../domain/workbook/locate";
import type { RawCell } from "../../domain/workbook/rawCell";
import { readRegister } from "../../domain/workbook/readRegister";
import { readCells } from "../../worker/xlsx/readCells";
import { writeRegister } from "../../worker/xlsx/writeRegister";

/*
 * Saved workbooks for tests, and what people do to them. A workbook is edited in its XML, as a hand in Excel would leave
 * it, so that nothing but the edited cells differs from the file that Tacite wrote.
 */

/** The register as `tacite new` would write it on the day. */
export function workbookOf(register: Register, today: CivilDate): Promise<Uint8Array> {
  const statuses = statusColumns(planOf(register, [], today), catalogues.fr);
  return writeRegister(register, { today, rehearsal: true, writtenAt: `${today}T08:00:00Z`, statuses });
}

const samples = new Map<CivilDate, Promise<Uint8Array>>();

export function sampleWorkbook(today: CivilDate): Promise<Uint8Array> {
  const written = samples.get(today) ?? workbookOf(sampleRegister(today), today);
  samples.set(today, written);
  return written;
}

/** Sheet and cell, "Contrats!R5", of a place in the register. */
export async function cellAt(workbook: Uint8Array, at: Place): Promise<string> {
  const read = readRegister((await readCells(workbook)).tables);
  if ("reason" in read) throw new Error(read.reason);
  const { sheet, cell } = locate(at, read.positions);
  return `${sheet}!${String(cell)}`;
}

/** The same workbook with other values in these cells, named as in "Contrats!R5". */
export function withCells(workbook: Uint8Array, values: Readonly<Record<string, RawCell>>): Uint8Array {
  return Object.entries(values).reduce((bytes, [address, value]) => {
    const [sheet = "", cell = ""] = address.split("!");
    const row = /\d+/.exec(cell)?.[0] ?? "";
    return withSheet(bytes, sheet, (xml) =>
      withRows(xml, (number, cells) =>
        number === row ? new Map([...cells].map(([name, old]) => [name, old])).set(cell, cellXml(cell, value)) : cells,
      ),
    );
  }, workbook);
}

/** The same workbook with this row taken out; the rows below stay where they are, as when its cells are cleared. */
export function withoutRow(workbook: Uint8Array, sheet: string, row: number): Uint8Array {
  return withSheet(workbook, sheet, (xml) =>
    withRows(xml, (number, cells) => (number === String(row) ? new Map() : cells)),
  );
}

/** The same workbook without any row below the headers of the sheet. */
export function withoutRows(workbook: Uint8Array, sheet: string): Uint8Array {
  return withSheet(workbook, sheet, (xml) => withRows(xml, (number, cells) => (number === "1" ? cells : new Map())));
}

/**
 * The same workbook with the columns of a sheet in another order: the letters of the columns as they are, from A;
 * a letter left out is a deleted column, a header in square brackets is a new one.
 */
export function withColumns(
  workbook: Uint8Array,
  sheet: string,
  arranged: (letters: readonly string[]) => readonly string[],
): Uint8Array {
  const table = tablePart(workbook, sheet);
  const names = [...textOf(workbook, table).matchAll(/<tableColumn [^>]*name="([^"]*)"/g)].map(([, name = ""]) => name);
  const order = arranged(names.map((_, index) => columnLetters(index + 1)));
  const columns = order.map((from, index) => {
    const name = from.startsWith("[") ? from.slice(1, -1) : (names[columnNumber(from) - 1] ?? "");
    return `<tableColumn id="${index + 1}" name="${name}"/>`;
  });
  const moved = withSheet(workbook, sheet, (xml) =>
    withRows(xml, (row, cells) => {
      const found = order.map((from, index): [string, string] => {
        const address = `${columnLetters(index + 1)}${row}`;
        if (from.startsWith("[")) return [address, cellXml(address, row === "1" ? from.slice(1, -1) : "à rappeler")];
        return [address, cells.get(`${from}${row}`)?.replace(/r="[A-Z]+\d+"/, `r="${address}"`) ?? ""];
      });
      return new Map(found);
    }),
  );
  return withPart(moved, table, (xml) =>
    xml
      .replace(
        /<tableColumns.*<\/tableColumns>/s,
        `<tableColumns count="${columns.length}">${columns.join("")}</tableColumns>`,
      )
      .replace(/ref="A1:[A-Z]+(\d+)"/g, `ref="A1:${columnLetters(columns.length)}$1"`),
  );
}

/** The same workbook whose sheet lost its table: the cells remain, as after « Convertir en plage ». */
export function withoutTable(workbook: Uint8Array, sheet: string): Uint8Array {
  const part = sheetPart(workbook, sheet);
  return withPart(workbook, relationshipsOf(part), (xml) => xml.replace(/<Relationship [^>]*\/table"[^>]*\/>/, ""));
}

export function withSheetRenamed(workbook: Uint8Array, from: string, to: string): Uint8Array {
  return withPart(workbook, "xl/workbook.xml", (xml) => xml.replace(`name="${from}"`, `name="${to}"`));
}

type RowCells = ReadonlyMap<string, string>;

/** Each row's cells, by address, put back in the order of their columns. */
function withRows(xml: string, edit: (row: string, cells: RowCells) => RowCells): string {
  return xml.replace(/(<row r="(\d+)"[^>]*>)(.*?)<\/row>/gs, (_, open: string, row: string, content: string) => {
    const cells = [...content.matchAll(/<c r="([A-Z]+\d+)".*?(?:\/>|<\/c>)/gs)].map(
      ([cell, address = ""]): [string, string] => [address, cell],
    );
    const edited = [...edit(row, new Map(cells))].sort(([a], [b]) => columnNumber(a) - columnNumber(b));
    return `${open.replace(/ spans="[^"]*"/, "")}${edited.map(([, cell]) => cell).join("")}</row>`;
  });
}

function cellXml(address: string, value: RawCell): string {
  if (value === null) return "";
  if (typeof value === "number") return `<c r="${address}"><v>${value}</v></c>`;
  if (typeof value === "boolean") return `<c r="${address}" t="b"><v>${value ? 1 : 0}</v></c>`;
  if (typeof value === "object") return `<c r="${address}" t="e"><v>${value.error}</v></c>`;
  return `<c r="${address}" t="inlineStr"><is><t xml:space="preserve">${escaped(value)}</t></is></c>`;
}

function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
}

function withSheet(workbook: Uint8Array, sheet: string, edit: (xml: string) => string): Uint8Array {
  return withPart(workbook, sheetPart(workbook, sheet), edit);
}

/** The same zip (a workbook, a letter template) with one part edited. */
export function withPart(workbook: Uint8Array, part: string, edit: (xml: string) => string): Uint8Array {
  return zipSync({ ...unzipSync(workbook), [part]: strToU8(edit(textOf(workbook, part))) }, { level: 1 });
}

function textOf(workbook: Uint8Array, part: string): string {
  return strFromU8(unzipSync(workbook)[part] ?? new Uint8Array());
}

function sheetPart(workbook: Uint8Array, sheet: string): string {
  const id = new RegExp(`name="${sheet}"[^>]*r:id="(\\w+)"`).exec(textOf(workbook, "xl/workbook.xml"))?.[1];
  const links = textOf(workbook, "xl/_rels/workbook.xml.rels").match(/<Relationship [^>]*>/g) ?? [];
  const target = links.find((link) => link.includes(`Id="${String(id)}"`))?.match(/Target="([^"]*)"/)?.[1];
  return `xl/${String(target)}`;
}

function tablePart(workbook: Uint8Array, sheet: string): string {
  const links = textOf(workbook, relationshipsOf(sheetPart(workbook, sheet)));
  return `xl/tables/${/tables\/(table\d+[.]xml)/.exec(links)?.[1] ?? ""}`;
}

function relationshipsOf(part: string): string {
  return part.replace(/([^/]+)$/, "_rels/$1.rels");
}

/** "AB" or "AB12" → 28. */
function columnNumber(address: string): number {
  return [...address.replace(/\d+$/, "")].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
}
