import { describe, expect, it } from "@jest/globals";
import { decodeCell } from "./cells";
import { encodeCell, encodeRow, type CellValue } from "./encode";
import { newRow } from "../workbook/newRow";
import type { Column } from "./columns";
import { columnsOf, tableNames, tables } from "./schema";

const { contracts, equipment, invoices, clients } = tables;

describe("a value in its cell", () => {
  it.each<[string, Column, CellValue, unknown]>([
    ["a date is Excel's day number", contracts.columns.startsOn, "2026-03-15", 46096],
    ["money is in euros", invoices.columns.amount, 11_505, 115.05],
    ["a VAT rate is a share", invoices.columns.vatRate, 550, 0.055],
    ["yes is Oui", contracts.columns.coversParts, true, "Oui"],
    ["no is Non", contracts.columns.coversParts, false, "Non"],
    ["a choice is its French word", contracts.columns.noticeUnit, "weeks", "Semaines"],
    ["months are named", equipment.columns.visitMonths, [5, 10], "mai, octobre"],
    ["no month at all is blank", equipment.columns.visitMonths, [], null],
    ["text stays as it is", clients.columns.name, "=1+1", "=1+1"],
    ["a count stays as it is", contracts.columns.firstMonths, 12, 12],
    ["nothing is blank", contracts.columns.startsOn, null, null],
  ])("%s", (_, column, value, cell) => {
    expect(encodeCell(column, value)).toBe(cell);
  });

  it("is read back as it was, whatever its type", () => {
    const samples: Readonly<Record<Column["type"], CellValue>> = {
      text: "Chaudière",
      longText: "12, rue des Lilas\nBâtiment B",
      postcode: "01000",
      phone: "06 12 34 56 78",
      email: "jeanne@martin.example",
      date: "2028-02-29",
      money: -11_505,
      vatRate: 2_000,
      integer: 36,
      decimal: 0.15,
      yesNo: true,
      months: [5, 10],
      choice: null,
      reference: "CT-001",
    };
    const columns = tableNames.flatMap((table) => columnsOf(table).map(([, column]) => column));
    for (const column of columns) {
      const value = samples[column.type];
      expect(decodeCell(column, encodeCell(column, value))).toEqual({ value });
    }
  });
});

describe("a row in its cells", () => {
  it("has its key and what was typed, but neither formulas nor statuses", () => {
    const cells = encodeRow("invoices", newRow("invoices", { id: "F1", contract: "CT-001", amount: 10_000 }));
    expect(cells).toMatchObject({ id: "F1", contract: "CT-001", amount: 100, basis: "TTC", paidOn: null });
    expect(Object.keys(cells)).not.toContain("amountInclTax");
    expect(Object.keys(cells)).not.toContain("clientName");
  });
});
