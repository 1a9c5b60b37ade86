import { workbook as words } from "../../domain/i18n/fr/workbook";
import type { Register } from "../../domain/register";
import { encodeCell } from "../../domain/workbook/encode";
import { columnLayouts, printedTable } from "../../domain/workbook/look/tableSheetLook";
import { DASHBOARD_NAME, dashboardPlaces, printedDashboard } from "../../domain/workbook/look/dashboardSheetLook";
import { printedSettings, settingsCells } from "../../domain/workbook/look/settingsSheetLook";
import { sheetTexts } from "../../domain/workbook/look/sheetTexts";
import { listName, wordLists } from "../../domain/workbook/look/wordLists";
import type { PrintedSheet } from "../../domain/workbook/look/printedPage";
import { missingParts } from "../../domain/workbook/missingParts";
import type { MissingParts } from "../../domain/workbook/missingParts";
import { SCHEMA_VERSION, tables } from "../../domain/workbook/schema";
import type { TableName } from "../../domain/workbook/schema";
import {
  optionalSettings,
  SETTINGS_HEADERS,
  SETTINGS_TABLE,
  settings as settingColumns,
} from "../../domain/workbook/settings";
import type { Statuses } from "../../domain/workbook/statuses";
import { normalized } from "../../domain/workbook/words";
import { applyGuide } from "./columnGuide";
import { ExcelError } from "./excelProblem";
import { inWorkbook } from "./inWorkbook";
import { fillDashboardSheet } from "./newDashboardSheet";
import { fillListSheet } from "./newListSheet";
import { layOutPage } from "./newPage";
import { fillSettingsSheet } from "./newSettingsSheet";
import { fillTableSheet } from "./newTableSheet";
import { officeValue, rawCell } from "./rawCells";
import { registerTables } from "./registerTables";
import { applyLook, columnWidth, inEveryCell } from "./sheetLook";
import { freeSheetName } from "./sheetNames";

/** What a new register holds. */
export type NewRegister = {
  readonly register: Register;
  readonly statuses: Statuses;
};

/** What was added to the workbook, so that it can be told and taken back. */
export type AddedParts = {
  /** Sheets that can be seen and hidden ones, by their id in Excel. */
  readonly sheets: readonly { readonly id: string; readonly name: string }[];
  /** Names of cells; `sheet` is the id of the sheet on which alone the name counts. */
  readonly names: readonly { readonly name: string; readonly sheet: string | null }[];
  readonly columns: MissingParts["columns"];
  /** Headers of the lines that Paramètres was given. */
  readonly settings: readonly string[];
  /** The version that the register had before, where it was raised. */
  readonly olderVersion: number | null;
  /** The sheet that was shown. */
  readonly activeSheet: string;
};

/**
 * Makes the open workbook a whole register: adds the sheets that it lacks beside the user's own, and the columns and
 * settings that its sheets lack at their end. What is there is left as it is. Throws an ExcelError.
 */
export function createTables(
  { register, statuses }: NewRegister,
  onProgress: (done: number, total: number) => void = () => undefined,
): Promise<AddedParts> {
  return inWorkbook(async (context) => {
    const found = await readWorkbook(context);
    const { missing } = found;
    const workbook = context.workbook;
    const taken = new Set(found.sheetNames);
    const added: { readonly sheet: Excel.Worksheet; readonly page: PrintedSheet | null }[] = [];
    const addSheet = (wanted: string, page: PrintedSheet | null) => {
      const name = freeSheetName(wanted, taken);
      taken.add(name.toLowerCase());
      const sheet = workbook.worksheets.add(name);
      added.push({ sheet, page });
      return sheet;
    };

    // In the order in which their tabs are shown.
    const dashboard = found.dashboardMissing ? addSheet(dashboardPlaces.sheet, printedDashboard) : null;
    const sheets = new Map<TableName, Excel.Worksheet>();
    const addSheets = (hidden: boolean) => {
      for (const table of missing.tables)
        if (tables[table].hidden === hidden) sheets.set(table, addSheet(words.sheets[table], printedTable(table)));
    };
    addSheets(false);
    const settingsSheet = missing.settingsSheet ? addSheet(words.sheets.settings, printedSettings) : null;
    addSheets(true);
    const lists = found.listsMissing ? addSheet(sheetTexts.listsSheet, null) : null;

    const names: { name: string; sheet: Excel.Worksheet | null }[] = [];
    const addName = (name: string, cells: Excel.Range) => {
      if (found.deadNames.has(name.toLowerCase())) workbook.names.getItem(name).delete();
      else if (found.liveNames.has(name.toLowerCase())) {
        // The name is the user's own: ours counts on our sheets alone, where it comes before his.
        for (const sheet of [...sheets.values(), ...found.registerSheets]) {
          sheet.names.add(name, cells);
          names.push({ name, sheet });
        }
        return;
      }
      workbook.names.add(name, cells);
      names.push({ name, sheet: null });
    };
    // The cells that formulas name come first.
    if (lists !== null) fillListSheet(lists, addName);
    if (settingsSheet !== null) fillSettingsSheet(settingsSheet, register.settings, addName);
    const total = sheets.size + 1;
    let done = 1;
    const secondDay = added[0] === undefined ? null : secondDayIn(added[0].sheet);
    await context.sync();
    onProgress(done, total);
    try {
      if (secondDay?.values[0]?.[0] === 1) throw new ExcelError("dates1904", "The workbook has the 1904 date system");
      secondDay?.clear();
      for (const [table, sheet] of sheets) {
        fillTableSheet(sheet, table, register[table], statuses);
        await context.sync();
        onProgress((done += 1), total);
      }
    } catch (error) {
      for (const { sheet } of added) await takeAway(context, sheet);
      throw error;
    }
    for (const { table, column } of missing.columns) addColumn(workbook, table, column);
    completeSettings(workbook, found, register);
    // Its formulas name the tables.
    if (dashboard !== null) {
      fillDashboardSheet(dashboard, addName);
      if (found.firstSheet !== null) dashboard.position = found.firstSheet;
    }
    for (const [table, sheet] of sheets) if (tables[table].hidden) sheet.visibility = "Hidden";
    if (lists !== null) lists.visibility = "Hidden";
    sheets.get("contracts")?.activate();
    for (const { sheet } of added) sheet.load("id,name");
    await context.sync();
    await layOutPages(context, added);
    return {
      sheets: added.map(({ sheet: { id, name } }) => ({ id, name })),
      names: names.map(({ name, sheet }) => ({ name, sheet: sheet === null ? null : sheet.id })),
      columns: missing.columns,
      settings: missing.settings.map((name) => words.settings[name]),
      olderVersion: missing.olderVersion,
      activeSheet: found.activeSheet,
    };
  });
}

/**
 * A cell that holds 1 in a workbook whose dates are counted from 1904. Office.js does not tell; written with the dates
 * of the others, all would be four years late.
 */
function secondDayIn(sheet: Excel.Worksheet): Excel.Range {
  const cell = sheet.getCell(100, 0);
  cell.formulas = [["=DATE(1904,1,2)"]];
  return cell.load("values");
}

/** Half a register would be in the way of the next attempt; a sheet that Excel does not let go stays. */
async function takeAway(context: Excel.RequestContext, sheet: Excel.Worksheet): Promise<void> {
  sheet.delete();
  await context.sync().catch(() => undefined);
}

type FoundWorkbook = {
  readonly missing: MissingParts;
  readonly sheetNames: ReadonlySet<string>;
  /** Names of the workbook in small letters: those that stand for something, and those whose cells are gone. */
  readonly liveNames: ReadonlySet<string>;
  readonly deadNames: ReadonlySet<string>;
  readonly listsMissing: boolean;
  readonly dashboardMissing: boolean;
  /** The place of the first tab of the register, from 0; null where there is none. */
  readonly firstSheet: number | null;
  /** The sheets of the tables that are there. */
  readonly registerSheets: readonly Excel.Worksheet[];
  /** The rows of the table of settings. */
  readonly settingsRows: readonly (readonly unknown[])[];
  readonly settingsHeaders: readonly string[];
  readonly activeSheet: string;
};

const ownTables = new Set(registerTables.map(lower));

/** The lists of the settings that an older sheet Paramètres does without. */
const optionalLists = new Set(optionalSettings.map((name) => listName(settingColumns[name])));

async function readWorkbook(context: Excel.RequestContext): Promise<FoundWorkbook> {
  const { worksheets, tables: existing, names } = context.workbook;
  worksheets.load("items/name");
  existing.load("items/name");
  names.load("items/name,items/formula");
  const active = worksheets.getActiveWorksheet().load("id");
  await context.sync();
  const found = existing.items
    .filter(({ name }) => ownTables.has(lower(name)))
    .map((table) => ({
      name: table.name,
      sheet: table.worksheet.load("position"),
      header: table.getHeaderRowRange().load("values"),
      rows: lower(table.name) === lower(SETTINGS_TABLE) ? table.getDataBodyRange().load("values") : null,
    }));
  await context.sync();
  const headersOf = (header: Excel.Range) => (header.values[0] ?? []).map(String);
  const settings = found.find(({ rows }) => rows !== null);
  const isDead = ({ formula }: Excel.NamedItem) => String(formula).includes("#REF!");
  const liveNames = new Set(names.items.filter((name) => !isDead(name)).map(({ name }) => lower(name)));
  return {
    missing: missingParts(
      found.map(({ name, header, rows }) => ({
        name,
        headers: headersOf(header),
        ...(rows !== null && { rows: rows.values.map((row) => row.map(rawCell)) }),
      })),
    ),
    sheetNames: new Set(worksheets.items.map(({ name }) => lower(name))),
    liveNames,
    deadNames: new Set(names.items.filter(isDead).map(({ name }) => lower(name))),
    listsMissing:
      found.length === 0 ||
      wordLists.some(({ name }) => !liveNames.has(lower(name)) && !(settings !== undefined && optionalLists.has(name))),
    dashboardMissing: !liveNames.has(lower(DASHBOARD_NAME)),
    firstSheet: found.length === 0 ? null : Math.min(...found.map(({ sheet }) => sheet.position)),
    registerSheets: found.map(({ sheet }) => sheet),
    settingsRows: settings?.rows?.values ?? [],
    settingsHeaders: settings === undefined ? [] : headersOf(settings.header),
    activeSheet: active.id,
  };
}

function lower(name: string): string {
  return name.toLowerCase();
}

/** Adds a column at the end of its table, holding what a blank means there. */
function addColumn(workbook: Excel.Workbook, table: TableName, name: string): void {
  const layout = columnLayouts(table).find((one) => one.name === name);
  if (layout === undefined) return;
  const { column, header, headerLook, look, guide, formula, width, isHidden } = layout;
  const added = workbook.tables.getItem(tables[table].excelName).columns.add(undefined, undefined, header);
  const body = added.getDataBodyRange();
  body.numberFormat = inEveryCell(look.numberFormat ?? "General");
  const fallback =
    column.fallback === undefined ? null : encodeCell(column, column.fallback as string | number | boolean);
  if (formula !== null) body.formulas = inEveryCell(`=${formula}`);
  else if (fallback !== null) body.values = inEveryCell(officeValue(fallback));
  const headerCell = added.getHeaderRowRange();
  applyLook(headerCell, headerLook);
  applyLook(body, look);
  if (guide !== null) applyGuide(body, guide);
  headerCell.format.columnWidth = columnWidth(width);
  if (isHidden) headerCell.getEntireColumn().columnHidden = true;
}

/** Adds the lines that Paramètres lacks at its end, and raises the version that it tells. */
function completeSettings(workbook: Excel.Workbook, found: FoundWorkbook, { settings }: Register): void {
  const { missing, settingsHeaders, settingsRows } = found;
  if (missing.settingsSheet) return;
  const table = workbook.tables.getItem(SETTINGS_TABLE);
  const cells = settingsCells(settings);
  const keyColumn = indexOf(settingsHeaders, SETTINGS_HEADERS.key);
  for (const name of missing.settings) {
    const row = cells.find(({ value }) => value === name)?.row;
    const line = cells.filter((cell) => cell.row === row);
    const labels = [sheetTexts.section, ...Object.values(SETTINGS_HEADERS)];
    const values = settingsHeaders.map((header) => {
      const at = indexOf(labels, header);
      return officeValue(line.find(({ column }) => column === at + 1)?.value ?? null);
    });
    table.rows.add(undefined, [values]);
  }
  if (missing.olderVersion === null) return;
  const line = settingsRows.findIndex((row) => row[keyColumn] === "schemaVersion");
  const valueColumn = indexOf(settingsHeaders, SETTINGS_HEADERS.value);
  if (line !== -1) table.getDataBodyRange().getCell(line, valueColumn).values = [[SCHEMA_VERSION]];
}

function indexOf(headers: readonly string[], header: string): number {
  return headers.map(normalized).indexOf(normalized(header));
}

/** Sheets that print as they should are worth a try, not a failure: Excel refuses without a printer. */
async function layOutPages(
  context: Excel.RequestContext,
  added: readonly { readonly sheet: Excel.Worksheet; readonly page: PrintedSheet | null }[],
): Promise<void> {
  for (const { sheet, page } of added) if (page !== null) layOutPage(sheet, page);
  await context.sync().catch(() => undefined);
}
