import { describe, expect, it } from "@jest/globals";
import { conflictCopies, isWorkbook } from "./conflictNames";

describe("a second version of « contrats.xlsx »", () => {
  it.each([
    "contrats-PC de Paul.xlsx",
    "contrats-DESKTOP-4F2K.xlsx",
    "contrats-PC de Paul-2.xlsx",
    "contrats (1).xlsx",
    "contrats (copie en conflit de Paul 2026-11-24).xlsx",
    "contrats (Copie en conflit de PC-BUREAU 2026-11-24).xlsx",
    "contrats (Paul's conflicted copy 2026-11-24).xlsx",
  ])("is %s", (name) => {
    expect(conflictCopies([name, "contrats.xlsx"], "contrats.xlsx")).toEqual([name]);
  });

  it.each([
    "contrats.xlsx",
    "contrats 2025.xlsx",
    "contrats-2025.xlsx",
    "contrats-2026-11-24.xlsx",
    "contrats - Copie.xlsx",
    "contrats-sauvegarde.xlsx",
    "contrats-v2.xlsx",
    "contrats (essai).xlsx",
    "contrats-PC de Paul.docx",
    "mes contrats-PC de Paul.xlsx",
    "~$contrats-PC de Paul.xlsx",
  ])("is not %s", (name) => {
    expect(conflictCopies([name], "contrats.xlsx")).toEqual([]);
  });
});

describe("a second version of « régistre.xlsx »", () => {
  it("is found however the disk writes its accents", () => {
    const name = "régistre-PC de Paul.xlsx".normalize("NFD");
    expect(conflictCopies([name], "régistre.xlsx".normalize("NFC"))).toEqual([name]);
  });
});

describe("a workbook", () => {
  it("is none that Excel only holds open", () => {
    expect(["a.xlsx", "A.XLSX", "~$a.xlsx", "a.xlsm", "a"].filter(isWorkbook)).toEqual(["a.xlsx", "A.XLSX"]);
  });
});
