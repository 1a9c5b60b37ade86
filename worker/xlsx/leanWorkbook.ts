import { Zip, ZipPassThrough, type ZipInputFile } from "fflate";
import { repairedSheet, rootPrefix, withoutPrefix } from "./repairedSheet";
import type { SheetOutline, WorkbookOutline } from "./workbookOutline";
import { WorkbookUnreadable } from "./workbookUnreadable";
import { inflated, type ZipEntry } from "./zipEntries";

const largestContent = 500 * 1024 * 1024;
const plainStyles = '<styleSheet><cellXfs count="1"><xf/></cellXfs></styleSheet>';

/**
 * A workbook of these sheets alone (named 1, 2, …), with nothing but their cells and their texts: exceljs stumbles over
 * what others write in the remaining parts, and spends time and memory on them. Without styles every date stays a serial
 * number; only a workbook of the 1904 system keeps them, for its dates have to be told from its numbers.
 * @throws WorkbookUnreadable fileTooLarge above 500 MB once inflated.
 */
export function leanWorkbook(
  outline: WorkbookOutline,
  sheets: readonly SheetOutline[],
  { checkStrings }: { readonly checkStrings: boolean },
): ArrayBuffer {
  const { date1904, sharedStrings } = outline;
  const styles = date1904 ? outline.styles : null;
  const kept = [...sheets.map((sheet) => sheet.content), ...[sharedStrings, styles].filter((part) => part !== null)];
  if (kept.reduce((sum, part) => sum + part.size, 0) > largestContent) throw new WorkbookUnreadable("fileTooLarge");

  const zip = zipBuilder();
  zip.add("xl/workbook.xml", workbookXml(sheets.length, date1904));
  zip.add("xl/_rels/workbook.xml.rels", relationshipsXml(sheets.length));
  zip.add("xl/styles.xml", styles ?? plainStyles);
  const strings = sharedStrings && readableStrings(sharedStrings);
  zip.add("xl/sharedStrings.xml", strings ?? "<sst/>");
  const stringCount = checkStrings ? countStrings(strings) : null;
  sheets.forEach(({ content }, index) => {
    const repaired = repairedSheet(inflated(content), { date1904, stringCount });
    zip.add(`xl/worksheets/sheet${index + 1}.xml`, repaired ?? content);
  });
  return zip.bytes();
}

function workbookXml(count: number, date1904: boolean): string {
  const sheet = (n: number): string => `<sheet name="${n}" sheetId="${n}" r:id="rId${n}"/>`;
  return `<workbook><workbookPr date1904="${date1904 ? 1 : 0}"/><sheets>${oneTo(count).map(sheet).join("")}</sheets></workbook>`;
}

function relationshipsXml(count: number): string {
  const link = (n: number): string => `<Relationship Id="rId${n}" Type="worksheet" Target="worksheets/sheet${n}.xml"/>`;
  return `<Relationships>${oneTo(count).map(link).join("")}</Relationships>`;
}

function oneTo(count: number): readonly number[] {
  return Array.from({ length: count }, (_, index) => index + 1);
}

function readableStrings(entry: ZipEntry): ZipEntry | string {
  const content = inflated(entry);
  return rootPrefix(content) === "" ? entry : withoutPrefix(content);
}

function countStrings(strings: ZipEntry | string | null): number {
  const text = strings === null || typeof strings === "string" ? strings : inflated(strings).toString("latin1");
  return text?.match(/<si[\s/>]/g)?.length ?? 0;
}

type ZipBuilder = { readonly add: (name: string, content: ZipEntry | string) => void; readonly bytes: () => ArrayBuffer };

/** Entries of the source go in as they are, still compressed. */
function zipBuilder(): ZipBuilder {
  const chunks: Uint8Array[] = [];
  const zip = new Zip((error, chunk) => {
    if (error) throw error;
    chunks.push(chunk);
  });
  return {
    add(name, content) {
      if (typeof content === "string") {
        const file = new ZipPassThrough(name);
        zip.add(file);
        file.push(Buffer.from(content), true);
        return;
      }
      const { crc, size, deflated, compressed } = content;
      const file: ZipInputFile = { filename: name, crc, size, compression: deflated ? 8 : 0 };
      zip.add(file);
      file.ondata?.(null, compressed.slice(), true);
    },
    bytes() {
      zip.end();
      const bytes = new Uint8Array(chunks.reduce((sum, chunk) => sum + chunk.length, 0));
      let at = 0;
      for (const chunk of chunks) {
        bytes.set(chunk, at);
        at += chunk.length;
      }
      return bytes.buffer;
    },
  };
}
