import { columnLetters, columnNumber } from "../../domain/workbook/columnLetters";
import { dateSerial } from "./dateSerial";

const oddities = /<(?:c|row)(?:>|\/>|\s(?!r="))| t=["']d["']/;
const blank = /<c [^>]*(?:\/>|><\/c>)|<row [^>]*(?:\/>|>\s*<\/row>)/;
const blankCells = /<c [^>]*(?:\/>|><\/c>)/g;
const blankRows = /<row [^>]*(?:\/>|>\s*<\/row>)/g;

/**
 * The sheet as exceljs reads it best: without blank cells, which cost as much as filled ones (a user who formats 200,000
 * empty rows is not rare), and without what some writers do and exceljs misreads or stumbles over.
 */
export function preparedSheet(content: Buffer, date1904: boolean): Uint8Array {
  const text = content.toString("latin1");
  if (rootPrefix(content) !== "" || oddities.test(text)) {
    return Buffer.from(withoutBlanks(withDateNumbers(withReferences(withoutPrefix(content)), date1904)));
  }
  // Bytes survive a trip through latin1, which is quicker and smaller than decoding them.
  return blank.test(text) ? Buffer.from(withoutBlanks(text), "latin1") : content;
}

/** Name space prefix of the root element ("x:"), or "". */
function rootPrefix(content: Buffer): string {
  return /<([\w.-]+:)?[A-Za-z]/.exec(content.subarray(0, 4096).toString("latin1"))?.[1] ?? "";
}

/** The XML text with its root's prefix taken off every element: exceljs compares qualified names. */
export function withoutPrefix(content: Buffer): string {
  const prefix = rootPrefix(content);
  const text = content.toString("utf8");
  return prefix === "" ? text : text.replaceAll(`<${prefix}`, "<").replaceAll(`</${prefix}`, "</");
}

/** Rows and cells may leave their place out when they follow the one before. */
function withReferences(sheet: string): string {
  let row = 0;
  let column = 0;
  return sheet.replace(/<(row|c)\b([^>]*)>/g, (tag: string, name: string, attributes: string) => {
    const [, letters = "", digits] = /\sr=["']([A-Z]*)(\d+)["']/.exec(attributes) ?? [];
    if (name === "row") {
      row = digits === undefined ? row + 1 : Number(digits);
      column = 0;
      return digits === undefined ? `<row r="${row}"${attributes}>` : tag;
    }
    column = digits === undefined ? column + 1 : columnNumber(letters);
    return digits === undefined ? `<c r="${columnLetters(column)}${row}"${attributes}>` : tag;
  });
}

function withoutBlanks(sheet: string): string {
  return sheet.replaceAll(blankCells, "").replaceAll(blankRows, "");
}

/** ISO dates become serial numbers of the workbook's own system; what is no date stays as text. */
function withDateNumbers(sheet: string, date1904: boolean): string {
  return sheet.replace(
    /<c\b([^>]*?)\st=["']d["']((?:[^>]*[^/>])?)>(.*?)<\/c>/gs,
    (_, before: string, after: string, inner: string) => {
      const serial = isoSerial(/<v>([^<]*)<\/v>/.exec(inner)?.[1] ?? "");
      if (serial === null) return `<c${before} t="str"${after}>${inner}</c>`;
      return `<c${before}${after}>${inner.replace(/<v>[^<]*<\/v>/, `<v>${serial - (date1904 ? 1462 : 0)}</v>`)}</c>`;
    },
  );
}

function isoSerial(text: string): number | null {
  const [, day, time = "00:00"] = /^(\d{4}-\d\d-\d\d)(?:T(\d\d:\d\d(?::\d\d(?:\.\d+)?)?))?Z?$/.exec(text.trim()) ?? [];
  const date = new Date(`${day}T${time}Z`);
  return Number.isNaN(date.getTime()) ? null : dateSerial(date);
}
