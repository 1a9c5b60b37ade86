import { strToU8, unzipSync, type Zippable, zipSync } from "fflate";
import { addCharts, type SheetCharts } from "./chartParts";
import { escaped } from "./xml";

/** An Excel table as its part of the file describes it. */
export type TablePart = {
  readonly name: string;
  /** From the first header cell to the last cell. */
  readonly ref: string;
  readonly filterButtons: boolean;
  readonly columns: readonly { readonly name: string; readonly formula: string | null }[];
};

const tableStart = /<table [^>]*\bid="(\d+)" name="([^"]*)"/;
/** What a zip calls its first day, in any time zone. */
const zipEpoch = "1980-01-01T00:00:00";

/**
 * Adds to a workbook of exceljs what exceljs cannot say: calculated columns, numbers meant as text, charts, the
 * language, and dates of its own. The same workbook always gives the same bytes.
 * @param writtenAt when the workbook says that it was written, "2026-03-15T08:00:00Z"
 */
export function finishPackage(
  bytes: Uint8Array,
  {
    tables,
    charts,
    writtenAt,
  }: { readonly tables: readonly TablePart[]; readonly charts: SheetCharts; readonly writtenAt: string },
): Uint8Array {
  const finished: Zippable = {};
  for (const [path, content] of Object.entries(addCharts(unzipSync(bytes), charts))) {
    // Folders are no parts.
    if (path.endsWith("/")) continue;
    finished[path] = [finishPart(path, content, tables, writtenAt), { mtime: zipEpoch }];
  }
  return zipSync(finished, { level: 6 });
}

function finishPart(path: string, content: Uint8Array, tables: readonly TablePart[], writtenAt: string): Uint8Array {
  if (path.startsWith("xl/worksheets/sheet")) return withoutFalseAlarms(content);
  if (path.startsWith("xl/tables/")) return strToU8(tableXml(Buffer.from(content).toString(), tables));
  if (path === "xl/styles.xml") return strToU8(stylesXml(Buffer.from(content).toString()));
  if (path === "docProps/core.xml") return strToU8(coreXml(Buffer.from(content).toString(), writtenAt));
  return content;
}

/** A postcode is text on purpose, and a formula may name addresses or headers: Excel must not mark them as mistakes. */
function withoutFalseAlarms(content: Uint8Array): Uint8Array {
  const sheet = Buffer.from(content.buffer, content.byteOffset, content.byteLength);
  const at = sheet.lastIndexOf("<tableParts");
  if (at === -1) return content;
  const ignored =
    '<ignoredErrors><ignoredError sqref="A1:XFD1048576" numberStoredAsText="1" calculatedColumn="1"/></ignoredErrors>';
  return Buffer.concat([sheet.subarray(0, at), Buffer.from(ignored), sheet.subarray(at)]);
}

function tableXml(written: string, tables: readonly TablePart[]): string {
  const [, id, name] = tableStart.exec(written) ?? [];
  const table = tables.find((part) => part.name === name);
  if (id === undefined || table === undefined) throw new Error(`The workbook has a table nobody described: ${name}`);
  const filter = table.filterButtons ? `<autoFilter ref="${table.ref}"/>` : "";
  return [
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n',
    `<table xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" id="${id}" name="${table.name}" displayName="${table.name}" ref="${table.ref}" totalsRowShown="0">`,
    filter,
    `<tableColumns count="${table.columns.length}">${table.columns.map(columnXml).join("")}</tableColumns>`,
    '<tableStyleInfo name="TableStyleLight1" showFirstColumn="0" showLastColumn="0" showRowStripes="0" showColumnStripes="0"/>',
    "</table>",
  ].join("");
}

function columnXml({ name, formula }: TablePart["columns"][number], index: number): string {
  const attributes = `id="${index + 1}" name="${escaped(name)}"`;
  if (formula === null) return `<tableColumn ${attributes}/>`;
  return `<tableColumn ${attributes}><calculatedColumnFormula>${escaped(formula)}</calculatedColumnFormula></tableColumn>`;
}

/** The file format asks for the properties of a font in this order; exceljs has its own. */
const fontOrder = [
  "b",
  "i",
  "strike",
  "outline",
  "u",
  "vertAlign",
  "sz",
  "color",
  "name",
  "family",
  "charset",
  "scheme",
];

function stylesXml(written: string): string {
  return written.replace(/<font>(.*?)<\/font>/g, (_, properties: string) => {
    const rank = (property: string): number => fontOrder.indexOf(/^<(\w+)/.exec(property)?.[1] ?? "");
    const ordered = (properties.match(/<[^>]+\/>/g) ?? []).sort((a, b) => rank(a) - rank(b));
    return `<font>${ordered.join("")}</font>`;
  });
}

function coreXml(written: string, writtenAt: string): string {
  return written
    .replace(/(<dcterms:(created|modified)[^>]*>)[^<]*/g, `$1${writtenAt}`)
    .replace("</cp:coreProperties>", "<dc:language>fr-FR</dc:language></cp:coreProperties>");
}
