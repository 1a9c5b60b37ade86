import { describe, expect, it } from "@jest/globals";
import { catalogues } from "../../domain/i18n";
import { toSerial } from "../../domain/dates/excelSerial";
import { valueAt } from "../../excel-host/model/cells";
import { styleAt } from "../../excel-host/model/style";
import { cellAt } from "../../excel-host/model/cells";
import { addSheet } from "../../excel-host/model/sheets";
import { writeCells } from "../../excel-host/model/writeCells";
import { client, equipment } from "../../tests/builders/register";
import { registerInExcel } from "../../tests/builders/registerInExcel";
import { smallFirm } from "../../tests/builders/smallFirm";
import { createSession } from "./createSession";
import { roundBatch } from "./setUp";

const today = "2026-11-24";
const name = "Tournée mars 2027";
const firm = smallFirm(
  {},
  {},
  {
    clients: [
      client({
        number: "C0001",
        name: "=1+1",
        phone: "0612345678",
        address: "3 rue du Puits",
        postcode: "01000",
        city: "Bourg",
      }),
      client({ number: "C0002", name: "Durand", postcode: "85000", city: "La Roche-sur-Yon" }),
    ],
    equipment: [1, 2].map((n) =>
      equipment({ id: `E${String(n)}`, contract: `2026-00${String(n)}`, category: "other", visitMonths: [3] }),
    ),
  },
);

async function opened() {
  const excel = await registerInExcel(firm);
  const session = createSession(excel.pane("pane A"), {
    today: () => today,
    at: () => `${today} 09:00`,
    who: () => null,
    newKey: (prefix) => `${prefix}-1`,
  });
  await session.open();
  const sheetNames = () => excel.workbook.sheets.map((sheet) => sheet.name);
  const sheet = (wanted = name) => excel.workbook.sheets.find((one) => one.name === wanted);
  return { excel, session, sheetNames, sheet };
}

describe("the sheet of a round", () => {
  it("holds a line per visit by town, text as text and days as days, and prints on A4 in landscape under its head", async () => {
    const { excel, session, sheet } = await opened();
    expect(await session.makeRound("2027-03-01")).toEqual({ kind: "sheetMade", name });
    const made = sheet();
    if (made === undefined) throw new Error("There is no sheet");
    const line = (row: number) => Array.from({ length: 12 }, (_, column) => valueAt(made, row, column));
    expect(line(0)).toEqual(["Rendez-vous", "CP", "Ville", "Client", "Adresse", "Téléphone", "Appareil", "Contrat", "Dernière visite", "À faire avant le", "Notes", "Fait"]); // prettier-ignore
    const other = catalogues.fr.workbook.choices.category.other;
    expect(line(1)).toEqual([null, "01000", "Bourg", "=1+1", "3 rue du Puits", "0612345678", other, "2026-001", null, toSerial("2027-03-31"), null, null]); // prettier-ignore
    expect(line(2).slice(1, 4)).toEqual(["85000", "La Roche-sur-Yon", "Durand"]);
    expect(cellAt(made, 1, 3).formula).toBeNull();
    expect(styleAt(excel.workbook.styles, cellAt(made, 1, 9).style).numberFormat).toBe("dd/mm/yyyy");
    expect(made.page).toMatchObject({ landscape: true, paper: 9, wide: 1 });
    expect(made.frozen.rows).toBe(1);
  });

  it("is added beside a sheet of the user that bears its name, and taken back alone", async () => {
    const { excel, session, sheetNames, sheet } = await opened();
    const own = addSheet(excel.workbook, "user", name);
    writeCells(excel.workbook, "user", { sheet: own, row: 0, column: 0 }, [["à moi"]]);
    const before = sheetNames();
    expect(await session.makeRound("2027-03-01")).toEqual({ kind: "sheetMade", name: `${name} (Tacite)` });
    expect(sheetNames()).toEqual([...before, `${name} (Tacite)`]);
    expect(await session.undo(roundBatch)).toEqual({ kind: "sheetRemoved" });
    expect(sheetNames()).toEqual(before);
    const kept = sheet();
    expect(kept === undefined ? null : valueAt(kept, 0, 0)).toBe("à moi");
  });

  it("is kept once something was typed in it", async () => {
    const { excel, session, sheet } = await opened();
    await session.makeRound("2027-03-01");
    const made = sheet();
    if (made === undefined) throw new Error("There is no sheet");
    writeCells(excel.workbook, "user", { sheet: made, row: 1, column: 11 }, [["x"]]);
    expect(await session.undo(roundBatch)).toEqual({ kind: "sheetKept" });
    expect(sheet()).toBeDefined();
  });
});
