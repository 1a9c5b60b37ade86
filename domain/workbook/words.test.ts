import { describe, expect, it } from "@jest/globals";
import { workbook as french } from "../i18n/fr/workbook";
import { tableNames } from "./schema";
import { choiceNamed, monthNamed, normalized, yesNoNamed } from "./words";

describe("two words are the same", () => {
  it.each([
    ["Main-d’œuvre comprise", "main d'oeuvre  COMPRISE"],
    ["N° contrat", "n contrat"],
    ["Échéance", "ECHEANCE"],
    ["Clé d’intervention", "Cle d'intervention"],
    ["1re année offerte", " 1re annee offerte "],
    ["Puissance (kW)", "puissance kw"],
  ])("%s and %s", (one, other) => {
    expect(normalized(one)).toBe(normalized(other));
  });

  it("not when one is the plural of the other", () => {
    expect(normalized("Visites")).not.toBe(normalized("Visite"));
  });
});

it("tells every column of a table from the others", () => {
  for (const table of tableNames) {
    const headers = Object.values<string>(french.columns[table]).map(normalized);
    expect(new Set(headers).size).toBe(headers.length);
  }
});

it("reads the words of lists in French and in English", () => {
  expect(choiceNamed("category", "Chaudière gaz")).toBe("gasBoiler");
  expect(choiceNamed("category", "chaudiere GAZ")).toBe("gasBoiler");
  expect(choiceNamed("renewalKind", "Tacite")).toBe("tacit");
  expect(choiceNamed("noticeUnit", "weeks")).toBe("weeks");
  expect(choiceNamed("renewalKind", "peut-être")).toBeNull();
});

it.each([
  ["janvier", 1],
  ["Févr.", 2],
  ["août", 8],
  ["AOUT", 8],
  ["juin", 6],
  ["juil.", 7],
  ["jui", null],
  ["sept", 9],
  ["June", 6],
  ["12", 12],
  ["0", null],
  ["13", null],
  ["hiver", null],
])("reads the month %s as %s", (word, month) => {
  expect(monthNamed(word)).toBe(month);
});

it.each([
  ["oui", true],
  ["X", true],
  ["ok", true],
  ["1", true],
  ["Non", false],
  ["0", false],
  ["peut-être", null],
])("reads %s as %s", (word, value) => {
  expect(yesNoNamed(word)).toBe(value);
});
