import { describe, expect, it } from "@jest/globals";
import { changed, excelSaved } from "../../tests/builders/excelSaved";
import { readSheets } from "./readSheets";

const sheet1 = "xl/worksheets/sheet1.xml";
const first = async (bytes: Uint8Array) => (await readSheets(bytes))[0];

describe("the sheets of a workbook that Excel has saved", () => {
  it("are given as they are: titles, dates by their format, errors, results of formulas, gaps, rows down to the last filled one", async () => {
    const [sheet, notes] = await readSheets(excelSaved());
    const na = { error: "#N/A" };
    expect(sheet?.rows).toEqual([
      [],
      [],
      [null, "Contrat", " Client ", "Échéance", "Préavis", "Courriel", "Réglé"],
      [null, "C-001", "Dupont & fils", { date: "2026-12-31" }, { date: "2026-11-01" }, "x@y.fr", true],
      [null, 2, null, na, na, "sans courriel", false],
      [],
      [null, 4],
      [null, "Total", null, null, null, null, 2],
    ]);
    expect(notes).toMatchObject({ name: "Notes à moi", hidden: true, rows: [["C-001"]], tables: [] });
  });

  it("tell their merged areas, hidden rows and tables", async () => {
    expect(await first(excelSaved())).toMatchObject({
      name: "Contrats",
      hidden: false,
      merged: [{ top: 7, left: 2, bottom: 7, right: 3 }],
      hiddenRows: [5],
      tables: [{ name: "Tacite_Contrats", top: 3, left: 2, bottom: 8, right: 7 }],
    });
  });

  it("may be protected, and count their dates from 1904", async () => {
    const bytes = excelSaved({
      ...changed("xl/workbook.xml", ['<workbookPr defaultThemeVersion="166925"/>', '<workbookPr date1904="1"/>']),
      ...changed(sheet1, ["<autoFilter", '<sheetProtection sheet="1" password="CC1A"/><autoFilter']),
    });
    const sheet = await first(bytes);
    expect(sheet?.rows[3]?.[3]).toEqual({ date: "2031-01-01" });
    // A number is the same in both systems.
    expect(sheet?.rows[4]?.[1]).toBe(2);
  });

  it("keep the number of what is no day, and the text that a formula gives where a date is expected", async () => {
    const bytes = excelSaved(
      changed(
        sheet1,
        ["<v>46387</v>", "<v>-5</v>"],
        ['<c r="E7" s="1"><f>D7-60</f></c>', '<c r="E7" s="1" t="str"><f>D7-60</f><v>à voir</v></c>'],
      ),
    );
    const sheet = await first(bytes);
    expect(sheet?.rows[3]?.[3]).toBe(-5);
    expect(sheet?.rows[6]?.[4]).toBe("à voir");
  });

  it("are read too when every element has a prefix and rows have no number", async () => {
    const bytes = excelSaved(
      changed(sheet1, [/<row r="(\d)" spans="2:7"/g, "<row"], [/<(\/?)(?=[a-zA-Z])/g, "<$1x:"], ["xmlns=", "xmlns:x="]),
    );
    const sheet = await first(bytes);
    expect(sheet?.hiddenRows).toEqual([3]);
    expect(sheet?.merged).toHaveLength(1);
  });
});
