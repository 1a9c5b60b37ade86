import type { Area } from "./area";
import type { Chart } from "./charts";
import type { CellValue } from "./cell";
import type { Filter } from "./filter";
import { createStyles, type Styles } from "./style";
import { type Page, usualPage } from "./page";
import type { WorkbookListener, PendingEdit } from "./edit";

/** A workbook in memory. Read it freely; change it only by the functions of this folder, which tell listeners. */
export type Workbook = {
  /** In the order of their tabs. */
  sheets: Sheet[];
  names: DefinedName[];
  styles: Styles;
  /** What add-ins keep in the file: name to JSON text. */
  settings: Map<string, string>;
  active: Sheet;
  /** "Registre.xlsx" */
  name: string;
  readOnly: boolean;
  /** Whether others have it open too. */
  shared: boolean;
  /** "fr-FR": how typed text is understood and values are shown. */
  locale: string;
  /** Counts the edits; the same number means the same content. */
  revision: number;
  /** Whether something changed since the file was loaded or saved. */
  dirty: boolean;
  calculator: Calculator | null;
  listeners: Set<WorkbookListener>;
  /** Ranges that somebody holds: they follow their cells, and are null once these are gone. */
  heldRanges: Set<HeldRange>;
  pending: PendingEdit | null;
  lastId: number;
};

export type HeldRange = { readonly sheet: Sheet; area: Area | null };

export type Visibility = "visible" | "hidden" | "veryHidden";

export type Sheet = {
  /** Kept for the whole session, whatever the name becomes. */
  readonly id: string;
  name: string;
  visibility: Visibility;
  rows: Map<number, Row>;
  /** Rows that nobody else remembers, null for all of them: the others are copied before they change. */
  own: Set<Row> | null;
  tables: Table[];
  /** Cells shown as one. */
  merges: readonly Area[];
  validations: Validation[];
  conditionalFormats: ConditionalFormat[];
  charts: readonly Chart[];
  protection: Protection | null;
  /** What is selected when the sheet is shown. */
  selection: Area;
  tabColor: string | null;
  /** Rows and columns that stay in sight. */
  frozen: { readonly rows: number; readonly columns: number };
  /** In characters, as the file says; a column not listed has the usual width. */
  columnWidths: Map<number, number>;
  /** The style of cells never written, by column. */
  columnStyles: Map<number, number>;
  hiddenColumns: Set<number>;
  /** In points; a row not listed has the height of its text. */
  rowHeights: Map<number, number>;
  gridlines: boolean;
  page: Page;
  /** Rows hidden by hand or by a filter. */
  hiddenRows: Set<number>;
  /** Cells whose formula looks beyond its own row, as "row:column". */
  wideFormulas: Set<string>;
  /** The part of the original file, null for a sheet added since. */
  readonly part: string | null;
  /** Rows that must be written again when the file is saved. */
  changed: SheetChanges;
};

export type SheetChanges = {
  rows: Set<number>;
  /** Rows moved, so that every row from this one on is written again. */
  rowsFrom: number;
};

/** Values, formulas and styles by column; a missing one is blank. */
export type Row = {
  values: CellValue[];
  formulas: (string | null | undefined)[] | null;
  styles: (number | undefined)[] | null;
};

export type Table = {
  readonly id: number;
  name: string;
  readonly sheet: Sheet;
  /** From the first header cell to the last cell, totals included. */
  area: Area;
  hasHeaders: boolean;
  hasTotals: boolean;
  filterButtons: boolean;
  style: string | null;
  bandedRows: boolean;
  columns: TableColumn[];
  /** By the id of the column. */
  filters: Map<number, Filter>;
  readonly part: string | null;
};

/** `formula` is that of a calculated column, as Cell.formula is written. */
export type TableColumn = { readonly id: number; name: string; formula: string | null };

/** `formula` without "=": "'Paramètres'!$C$6", or a constant. */
export type DefinedName = { name: string; formula: string; visible: boolean; sheet: Sheet | null };

export type Protection = { readonly password: string | null; readonly options: Readonly<Record<string, boolean>> };

export type Validation = { areas: readonly Area[]; readonly rule: ValidationRule };

/** The pieces of a data validation as Office.js names them. */
export type ValidationRule = {
  readonly type: string;
  readonly operator: string | null;
  readonly formula1: string | null;
  readonly formula2: string | null;
  readonly ignoreBlanks: boolean;
  readonly inCellDropDown: boolean;
  readonly alert: { readonly show: boolean; readonly style: string; readonly title: string; readonly message: string };
  readonly prompt: { readonly show: boolean; readonly title: string; readonly message: string };
};

/** A conditional format; only those by formula can be read and changed, and the others are kept. */
export type ConditionalFormat = {
  readonly id: string;
  areas: readonly Area[];
  readonly type: string;
  priority: number;
  stopIfTrue: boolean;
  formula: string;
  fill: string | null;
  color: string | null;
  bold: boolean;
  strikethrough: boolean;
  /** Colour of a thin line below the cell. */
  line: string | null;
};

/** Computes formulas. `changed` is asked once an edit is done, before listeners hear of it. */
export type Calculator = {
  readonly changed: (workbook: Workbook, areas: readonly { readonly sheet: Sheet; readonly area: Area }[]) => void;
  /** Everything again. */
  readonly all: (workbook: Workbook) => void;
};

/** A new workbook with one blank sheet. */
export function createWorkbook(sheetName = "Feuil1"): Workbook {
  const active = createSheet("{00000001}", sheetName, null);
  return {
    sheets: [active],
    names: [],
    styles: createStyles(),
    settings: new Map(),
    active,
    name: "Classeur1.xlsx",
    readOnly: false,
    shared: false,
    locale: "fr-FR",
    revision: 0,
    dirty: false,
    calculator: null,
    listeners: new Set(),
    heldRanges: new Set(),
    pending: null,
    lastId: 1,
  };
}

/** A blank sheet, not yet part of a workbook: see addSheet. */
export function createSheet(id: string, name: string, part: string | null): Sheet {
  return {
    id,
    name,
    visibility: "visible",
    rows: new Map(),
    own: null,
    tables: [],
    merges: [],
    validations: [],
    conditionalFormats: [],
    charts: [],
    protection: null,
    selection: { row: 0, column: 0, rows: 1, columns: 1 },
    tabColor: null,
    frozen: { rows: 0, columns: 0 },
    columnWidths: new Map(),
    columnStyles: new Map(),
    hiddenColumns: new Set(),
    rowHeights: new Map(),
    gridlines: true,
    page: usualPage,
    hiddenRows: new Set(),
    wideFormulas: new Set(),
    part,
    changed: { rows: new Set(), rowsFrom: Infinity },
  };
}

/** An id for a new sheet, "{0000000A}". */
export function newSheetId(workbook: Workbook): string {
  workbook.lastId += 1;
  return `{${workbook.lastId.toString(16).toUpperCase().padStart(8, "0")}}`;
}

/** By name, whatever its capitals, as Excel compares. */
export function findSheet(workbook: Workbook, name: string): Sheet | null {
  return workbook.sheets.find((sheet) => sameName(sheet.name, name)) ?? null;
}

export function allTables(workbook: Workbook): readonly Table[] {
  return workbook.sheets.flatMap(({ tables }) => tables);
}

export function findTable(workbook: Workbook, name: string): Table | null {
  return allTables(workbook).find((table) => sameName(table.name, name)) ?? null;
}

export function sameName(a: string, b: string): boolean {
  return a.toLocaleLowerCase() === b.toLocaleLowerCase();
}
