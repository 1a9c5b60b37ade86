import { beforeEach, describe, expect, it } from "@jest/globals";
import { byHand } from "../../tests/builders/byHand";
import { openInExcel } from "../../tests/builders/excelInNode";
import type { ExcelInNode } from "../../tests/builders/excelInNode";
import { writeCells } from "../../excel-host/model/writeCells";
import { createSession } from "./createSession";
import type { Session } from "./session";
import { setUpBatch } from "./setUp";

const today = "2026-11-24";
let excel: ExcelInNode;
let session: Session;
let keys = 0;

beforeEach(async () => {
  excel = openInExcel();
  session = createSession(excel.pane("pane A"), {
    today: () => today,
    at: () => `${today} 09:00:00`,
    who: () => null,
    newKey: (prefix) => `${prefix}-${String((keys += 1))}`,
  });
  await session.open();
  await session.setUp(false);
});

const sheetNames = () => excel.workbook.sheets.map(({ name }) => name);

describe("« Annuler » after the register was made", () => {
  it("takes its sheets away", async () => {
    expect(sheetNames()).toContain("Contrats");
    expect(await session.undo(setUpBatch)).toEqual({ kind: "setUpUndone" });
    expect(sheetNames()).toEqual(["Feuil1"]);
  });

  it("leaves them where the user has typed beside a table since", async () => {
    const { sheet, area } = byHand(excel.workbook).tableOf("contracts");
    const beside = { sheet, row: area.row, column: area.column + area.columns + 2 };
    writeCells(excel.workbook, "user", beside, [["Rappeler M. Durand"]]);
    expect(await session.undo(setUpBatch)).toEqual({ kind: "setUpKept" });
    expect(sheetNames()).toContain("Contrats");
  });
});
