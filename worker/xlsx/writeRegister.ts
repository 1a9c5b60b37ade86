import ExcelJS, { type Workbook } from "exceljs";
import type { CivilDate } from "../../domain/dates/civilDate";
import type { Dashboard } from "../../domain/dashboard/dashboardOf";
import type { Register } from "../../domain/register";
import { type TableName, tableNames, tables } from "../../domain/workbook/schema";
import type { Statuses } from "../../domain/workbook/statuses";
import { addDashboardSheet } from "./dashboardSheet";
import { finishPackage, type TablePart } from "./finishPackage";
import { addListSheet } from "./listSheet";
import { addSettingsSheet } from "./settingsSheet";
import { addTableSheet } from "./tableSheet";

export type WriteOptions = {
  /** The day for which formulas are computed. */
  readonly today: CivilDate;
  /** Keeps `today` in the cell Aujourdhui, where the computer's date would be. */
  readonly rehearsal?: boolean;
  /** When the file says that it was written, "2026-03-15T08:00:00Z". */
  readonly writtenAt: string;
  /** What the columns that Tacite refreshes show; blank where left out. */
  readonly statuses?: Statuses;
  /** What the sheet Tableau de bord shows until its formulas are computed; blank where left out. */
  readonly dashboard?: Dashboard;
};

/** A new register file. The same register and options always give the same bytes. */
export async function writeRegister(register: Register, options: WriteOptions): Promise<Uint8Array> {
  const { today, rehearsal = false, writtenAt, statuses = {}, dashboard } = options;
  const workbook = new ExcelJS.Workbook();
  workbook.creator = "Tacite";
  workbook.lastModifiedBy = "Tacite";
  // The contracts are what a user opens the register for.
  workbook.views = [{ x: 0, y: 0, width: 28_000, height: 16_000, firstSheet: 0, activeTab: 1, visibility: "visible" }];
  workbook.calcProperties.fullCalcOnLoad = true;

  const charts = addDashboardSheet(workbook, dashboard ?? null);
  const context = { today, paymentDelayDays: register.settings.paymentDelayDays };
  const addSheet = (table: TableName): TablePart =>
    addTableSheet(workbook, table, register[table], { statuses, context });
  const parts = [
    ...tableNames.filter((table) => !tables[table].hidden).map(addSheet),
    addSettingsSheet(workbook, register.settings, { today, rehearsal }),
    ...tableNames.filter((table) => tables[table].hidden).map(addSheet),
  ];
  addListSheet(workbook);
  return finishPackage(await packed(workbook), { tables: parts, charts, writtenAt });
}

async function packed(workbook: Workbook): Promise<Uint8Array> {
  // Compressed once, at the end.
  const options = { zip: { compression: "STORE" } };
  const buffer: unknown = await workbook.xlsx.writeBuffer(options as Parameters<Workbook["xlsx"]["writeBuffer"]>[0]);
  return buffer as Uint8Array;
}
