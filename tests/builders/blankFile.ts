import { strToU8 } from "fflate";
import { pack, type Package } from "../../excel-host/xlsx/package";

const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const main = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
const office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const packageTypes = "http://schemas.openxmlformats.org/package/2006";
const spreadsheet = "application/vnd.openxmlformats-officedocument.spreadsheetml";

/** An .xlsx as Excel starts one: a single blank sheet. */
export function blankFile(sheetName = "Feuil1"): Uint8Array {
  const parts: Package = new Map();
  for (const [path, xml] of Object.entries(texts(sheetName))) parts.set(path, strToU8(declaration + xml));
  return pack(parts);
}

function texts(sheetName: string): Readonly<Record<string, string>> {
  const override = (path: string, kind: string): string =>
    `<Override PartName="/${path}" ContentType="${spreadsheet}.${kind}+xml"/>`;
  const related = (id: string, type: string, target: string): string =>
    `<Relationship Id="${id}" Type="${office}/${type}" Target="${target}"/>`;
  return {
    "[Content_Types].xml": `<Types xmlns="${packageTypes}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${override("xl/workbook.xml", "sheet.main")}${override("xl/worksheets/sheet1.xml", "worksheet")}${override("xl/styles.xml", "styles")}</Types>`,
    "_rels/.rels": `<Relationships xmlns="${packageTypes}/relationships">${related("rId1", "officeDocument", "xl/workbook.xml")}</Relationships>`,
    "xl/workbook.xml": `<workbook ${main} xmlns:r="${office}"><bookViews><workbookView xWindow="0" yWindow="0" windowWidth="28000" windowHeight="16000"/></bookViews><sheets><sheet name="${sheetName}" sheetId="1" r:id="rId1"/></sheets><calcPr calcId="191029"/></workbook>`,
    "xl/_rels/workbook.xml.rels": `<Relationships xmlns="${packageTypes}/relationships">${related("rId1", "worksheet", "worksheets/sheet1.xml")}${related("rId2", "styles", "styles.xml")}</Relationships>`,
    "xl/worksheets/sheet1.xml": `<worksheet ${main} xmlns:r="${office}"><sheetViews><sheetView tabSelected="1" workbookViewId="0"/></sheetViews><sheetFormatPr defaultRowHeight="15"/><sheetData/><pageMargins left="0.7" right="0.7" top="0.75" bottom="0.75" header="0.3" footer="0.3"/></worksheet>`,
    "xl/styles.xml": `<styleSheet ${main}><fonts count="1"><font><sz val="11"/><name val="Calibri"/><family val="2"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/></cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles><dxfs count="0"/></styleSheet>`,
  };
}
