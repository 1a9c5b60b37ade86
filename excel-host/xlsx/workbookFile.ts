import type { Originals } from "./readLayout";
import type { Package } from "./package";

/** The file behind a workbook in memory: what saving starts from. */
export type WorkbookFile = {
  readonly parts: Package;
  readonly originals: Originals;
  /** Path of the workbook's part: "xl/workbook.xml". */
  readonly workbookPart: string;
  /** What each part of the description said when it was loaded or saved, so that only what changed is written. */
  readonly written: Map<string, string>;
  /** Parts of the sheets added since, by the sheet's id. */
  readonly sheetParts: Map<string, string>;
  /** Parts of the tables added since. */
  readonly tableParts: Map<string, string>;
  /** Parts of the charts made since, by their id. */
  readonly chartParts: Map<string, string>;
};

export function workbookFile(parts: Package, workbookPart: string): WorkbookFile {
  return {
    parts,
    originals: new WeakMap(),
    workbookPart,
    written: new Map(),
    sheetParts: new Map(),
    tableParts: new Map(),
    chartParts: new Map(),
  };
}
