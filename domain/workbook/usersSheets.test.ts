import { expect, it } from "@jest/globals";
import { sheetOf } from "../../tests/builders/sheet";
import { tables } from "./schema";
import { usersSheets } from "./usersSheets";

const contracts = { name: tables.contracts.excelName, top: 1, left: 1, bottom: 2, right: 2 };
const register = sheetOf([], { name: "Contrats", tables: [contracts] });
const words = sheetOf([], { name: "Listes", hidden: true });
const dashboard = sheetOf([[null, "Tableau de bord"], []], { name: "Chiffres" });
const list = sheetOf([["Nom"]], { name: "Ma liste" });

const named = (...sheets: Parameters<typeof usersSheets>[0]) => usersSheets(sheets).map(({ name }) => name);

it("in a workbook with a register, its sheets, its word lists and its dashboard are not the user's, whatever their tabs are called", () => {
  expect(named(register, words, dashboard, list)).toEqual(["Ma liste"]);
});

it("without a register every sheet is", () => {
  expect(named(words, dashboard, list)).toEqual(["Listes", "Chiffres", "Ma liste"]);
});
