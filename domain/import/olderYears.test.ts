import { expect, it } from "@jest/globals";
import { sheetOf } from "../../tests/builders/sheet";
import { findLists } from "./findLists";
import { readListOverYears } from "./olderYears";

const today = "2026-11-24";
const header = ["N° contrat", "Nom", "Adresse", "Ville", "Dernière visite"];
const year = (name: string, ...lines: readonly string[][]) => sheetOf([header, ...lines], { name });

it("sheets of earlier years tell the visits of the same contract, or of the same client", () => {
  const sheets = [
    year(
      "2025",
      ["A1", "Durand", "1 rue Haute", "Nantes", "12/03/2025"],
      ["B7", "Petit", "2 rue Basse", "Nantes", "ok"],
    ),
    year(
      "2026",
      ["A1", "Durand Paul", "1 r. Haute", "Nantes", "10/03/2026"],
      ["A2", "Petit", "2 rue Basse", "Nantes", ""],
    ),
  ];
  const layouts = findLists(sheets, today);
  const [latest] = layouts;
  if (latest === undefined) throw new Error("No list");
  const { rows } = readListOverYears(sheets, layouts, latest, today);
  expect(rows.map(({ values }) => values["visitOfYear:2025"])).toEqual(["2025-03-12", true]);
});
