import { columnHeader } from "../../i18n/columnHeader";
import { workbook as words } from "../../i18n/fr/workbook";
import { workbookHelp } from "../../i18n/fr/workbookHelp";
import type { Column } from "../columns";
import { columnLetters } from "../columnLetters";
import { formulaOf } from "../formulas";
import { columnsOf } from "../schema";
import type { TableName } from "../schema";
import { columnLook } from "./cellLook";
import type { CellLook } from "./cellLook";
import { columnGuide } from "./columnGuide";
import type { ColumnGuide } from "./columnGuide";
import type { PrintedSheet } from "./printedPage";
import { isState } from "./stateTones";

/** A column as a new register shows it. */
export type ColumnLayout = {
  readonly name: string;
  readonly column: Column;
  readonly header: string;
  /** In characters. */
  readonly width: number;
  readonly isHidden: boolean;
  readonly headerLook: CellLook;
  readonly look: CellLook;
  /** Null for a hidden column, in which nobody types. */
  readonly guide: ColumnGuide | null;
  readonly isState: boolean;
  /** What Excel computes, without "=", with references by header. */
  readonly formula: string | null;
};

/** The rows of the sheet, from 1. */
export const HEADER_ROW = 1;
export const FIRST_ROW = HEADER_ROW + 1;
/** In points: three lines. */
export const HEADER_HEIGHT = 48;
/** In every sheet of a new register; the light one leaves the colours to the cells. */
export const TABLE_STYLE = "TableStyleLight1";

/** Lists and colours reach below the last row, for the rows still to come; whole columns would slow every reader down. */
const SPARE_ROWS = 1_000;
const LEAST_ROWS = 2_000;
/** The last column that a printed list of contracts shows: what follows does not fit on a page. */
const LAST_PRINTED = "stateOn";

/** The columns of a table, in the order in which a new register shows them. */
export function columnLayouts(table: TableName): readonly ColumnLayout[] {
  return columnsOf(table).map(([name, column]) => columnLayout(table, name, column));
}

function columnLayout(table: TableName, name: string, column: Column): ColumnLayout {
  const helps: Readonly<Record<string, string>> = workbookHelp.columns[table];
  const header = columnHeader(words, table, name);
  const isHidden = column.hidden === true;
  const { header: headerLook, cell: look } = columnLook(column);
  return {
    name,
    column,
    header,
    // Room for the button of the filter.
    width: column.width + 1,
    isHidden,
    headerLook,
    look,
    guide: isHidden ? null : columnGuide(column, header, helps[name] ?? ""),
    isState: isState(table, name),
    formula: formulaOf(table, name)?.excel ?? null,
  };
}

/** How many columns stay in sight: up to the one that says whose row it is. */
export function frozenColumns(table: TableName): number {
  const named = columnsOf(table).findIndex(([name]) => name === "clientName" || name === "name");
  return named === -1 ? 1 : named + 1;
}

/** The last row, from 1, in which a column guides and colours what is typed. */
export function lastGuidedRow(rowCount: number): number {
  return Math.max(HEADER_ROW + Math.max(rowCount, 1) + SPARE_ROWS, LEAST_ROWS);
}

/** How the sheet of a table is printed. */
export function printedTable(table: TableName): PrintedSheet {
  const last = columnsOf(table).findIndex(([name]) => name === LAST_PRINTED);
  return { titleRow: HEADER_ROW, area: last === -1 ? null : `A:${columnLetters(last + 1)}`, onOnePage: false };
}
