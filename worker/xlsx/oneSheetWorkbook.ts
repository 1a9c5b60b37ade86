import { strToU8, zipSync } from "fflate";

const workbook = (date1904: boolean): string =>
  `<workbook><workbookPr date1904="${date1904 ? 1 : 0}"/><sheets><sheet name="1" sheetId="1" r:id="rId1"/></sheets></workbook>`;
const links =
  '<Relationships><Relationship Id="rId1" Type="worksheet" Target="worksheets/sheet1.xml"/></Relationships>';
const plainStyles = '<styleSheet><cellXfs count="1"><xf/></cellXfs></styleSheet>';

/**
 * A workbook of one sheet and nothing else, stored uncompressed: exceljs stumbles over what others write in the remaining
 * parts, spends time and memory on them, and inflates slowly. Without styles every date stays a serial number; styles of a
 * workbook of the 1904 system are given because its dates have to be told from its numbers.
 */
export function oneSheetWorkbook(sheet: Uint8Array, stylesOf1904: Uint8Array | null): ArrayBuffer {
  const parts = {
    "xl/workbook.xml": strToU8(workbook(stylesOf1904 !== null)),
    "xl/_rels/workbook.xml.rels": strToU8(links),
    "xl/styles.xml": stylesOf1904 ?? strToU8(plainStyles),
    "xl/worksheets/sheet1.xml": sheet,
  };
  return zipSync(parts, { level: 0 }).buffer;
}
