import { describe, expect, it } from "@jest/globals";
import { sheetOf } from "../../tests/builders/sheet";
import { findLists } from "./findLists";
import { mappingOf, withFields, withMapping } from "./mapping";
import { readList } from "./readList";
import type { SourceSheet } from "./sourceSheet";

const today = "2026-11-24";
const header = ["N° contrat", "Nom", "Adresse", "CP", "Ville", "Échéance", "Prix TTC"];
const lines = [
  ["A1", "Durand", "1 rue Haute", "44000", "Nantes", "31/03/2027", "120"],
  ["A2", "Petit", "2 rue Basse", "44100", "Nantes", "30/06/2027", "130"],
];
const found = (...sheets: readonly SourceSheet[]) => findLists(sheets, today);
const place = (sheet: SourceSheet) =>
  found(sheet).map(({ headerRows, firstDataRow, lastDataRow }) => [headerRows, firstDataRow, lastDataRow]);
const rowsRead = (sheet: SourceSheet) => {
  const [layout] = found(sheet);
  return layout === undefined ? [] : readList(sheet, layout, today).rows.map(({ row }) => row);
};

describe("where a list lies", () => {
  it.each<[string, SourceSheet, readonly unknown[]]>([
    ["at the top", sheetOf([header, ...lines]), [[1], 2, 3]],
    ["under a title and a blank row", sheetOf([["Contrats d'entretien 2026"], [], header, ...lines]), [[3], 4, 5]],
    ["far down", sheetOf([...Array.from({ length: 40 }, (_, i) => [`Note ${String(i)}`]), header, ...lines]), [[41], 42, 43]], // prettier-ignore
    ["before its totals", sheetOf([header, ...lines, [], ["TOTAL", "", "", "", "", "", "250"]]), [[1], 2, 3]],
    ["before a legend", sheetOf([header, ...lines, [], [], ["Légende :"], ["vert", "fait"]]), [[1], 2, 3]],
    ["beside a blank column", sheetOf([header, ...lines].map(([a = "", ...others]) => [a, "", ...others])), [[1], 2, 3]], // prettier-ignore
  ])("%s", (_, sheet, expected) => {
    expect(place(sheet)).toEqual([expected]);
  });

  it("takes a header of two rows, with titles over several columns", () => {
    const sheet = sheetOf(
      [
        ["N°", "Client", "", "Contrat", "", ""],
        ["", "Nom", "Ville", "Début", "Fin", "Prix TTC"],
        ["A1", "Durand", "Nantes", "01/04/2024", "31/03/2027", "120"],
        ["A2", "Petit", "Nantes", "01/07/2024", "30/06/2027", "130"],
      ],
      { merged: [{ top: 1, left: 2, bottom: 1, right: 3 }, { top: 1, left: 4, bottom: 1, right: 6 }] }, // prettier-ignore
    );
    const [layout] = found(sheet);
    expect(layout?.headerRows).toEqual([1, 2]);
    expect(layout?.columns.map(({ header: text, field }) => [text, field])).toEqual([
      ["N°", "contractId"],
      ["Client Nom", "clientName"],
      ["Client Ville", "city"],
      ["Contrat Début", "startsOn"],
      ["Contrat Fin", "endsOn"],
      ["Contrat Prix TTC", "priceInclTax"],
    ]);
  });

  it("reads no blank, group, total or repeated header as a line, and a town above its clients as theirs", () => {
    const short = ["N° contrat", "Nom", "Adresse", "Échéance", "Prix TTC"];
    const sheet = sheetOf([
      short,
      ["NANTES"],
      ["A1", "Durand", "1 rue Haute", "31/03/2027", "120"],
      ["Sous-total", "", "", "", "120"],
      [],
      short,
      ["REZÉ (2)"],
      ["A2", "Petit", "2 rue Basse", "30/06/2027", "130"],
    ]);
    const [layout] = found(sheet);
    if (layout === undefined) throw new Error("No list");
    expect(readList(sheet, layout, today).rows.map(({ row, values }) => [row, values.city])).toEqual([
      [3, "NANTES"],
      [8, "REZÉ"],
    ]);
  });

  it("takes an Excel table as it is, and nothing beside it", () => {
    const rows = [header, ...lines].map((row, i) => [...row, "", i === 0 ? "Formule" : "Confort"]);
    const sheet = sheetOf([["Mes contrats"], ...rows], {
      tables: [{ name: "T1", top: 2, left: 1, bottom: 4, right: 7 }],
    });
    expect(place(sheet)).toEqual([[[2], 3, 4]]);
    expect(found(sheet)[0]?.columns).toHaveLength(7);
  });

  it("imports hidden rows, and says how many", () => {
    const sheet = sheetOf([header, ...lines], { hiddenRows: [2] });
    const [layout] = found(sheet);
    if (layout === undefined) throw new Error("No list");
    const { rows, problems } = readList(sheet, layout, today);
    expect([rows.length, problems.map(({ code, facts }) => [code, facts])]).toEqual([
      2,
      [["hiddenRows", { count: 1 }]],
    ]);
  });

  it("finds no list in prices, a legend, one word or nothing", () => {
    const prices = sheetOf([["Formule", "Prix TTC", "Description"], ["Confort", "120", "visite"], ["Zen", "150", "tout"]]); // prettier-ignore
    const legend = sheetOf([
      ["Code", "Signification"],
      ["x", "fait"],
      ["r", "à rappeler"],
    ]);
    expect(found(prices, legend, sheetOf([["Bonjour"]]), sheetOf([]))).toEqual([]);
  });

  it("puts the sheet of the latest year first, and a hidden one after the others", () => {
    const of = (name: string, more: Partial<SourceSheet> = {}) =>
      sheetOf([header, ...lines, ...lines], { name, ...more });
    expect(found(of("2024"), of("2026"), of("2025")).map(({ sheet }) => sheet)).toEqual(["2026", "2025", "2024"]);
    expect(found(of("Ancien", { hidden: true }), of("Actuel"))[0]?.sheet).toBe("Actuel");
  });

  it("takes a list without any header by what it holds, and is never sure of it", () => {
    const sheet = sheetOf([
      ["Durand Paul", "1 rue Haute", "44000", "Nantes", "06 39 98 12 01", "Frisquet", "120"],
      ["Petit Anne", "2 rue Basse", "44100", "Nantes", "06 39 98 12 02", "Vaillant", "130"],
      ["Roux Luc", "3 rue Neuve", "44400", "Rezé", "06 39 98 12 03", "Chappée", "140"],
    ]);
    const [layout] = found(sheet);
    expect(layout?.headerRows).toEqual([]);
    expect(layout?.columns.map(({ field }) => field)).toEqual(
      ["clientName", "address", "postcode", "city", "phone", "brand", "priceInclTax"], // prettier-ignore
    );
    expect(layout?.columns.filter(({ confidence }) => confidence >= 0.8)).toEqual([]);
  });
});

describe("what the user corrects", () => {
  const sheet = sheetOf([[...header, "Divers bidule"], ...lines.map((line) => [...line, "B12"])]);
  const [layout] = found(sheet);
  if (layout === undefined) throw new Error("No list");

  it("is sure", () => {
    const corrected = withFields(layout, { H: "serial", B: null });
    expect(corrected.columns.filter(({ reason }) => reason === "chosen")).toMatchObject([
      { column: "B", field: null, confidence: 1 },
      { column: "H", field: "serial", confidence: 1 },
    ]);
  });

  it("is kept for another list of the same headers, however they are typed", () => {
    const kept = mappingOf(withFields(layout, { H: "serial" }));
    const other = sheetOf([["DIVERS BIDULE", ...header], ...lines.map((line) => ["B12", ...line])]);
    const [unknown] = found(other);
    if (unknown === undefined) throw new Error("No list");
    expect(withMapping(unknown, kept).columns[0]).toMatchObject({ column: "A", field: "serial", reason: "chosen" });
  });

  it("tells columns of the same header apart by their rank", () => {
    const doubled = sheetOf([[...header, "Tél", "Tél"], ...lines.map((line) => [...line, "0240000001", "0612345678"])]);
    const [list] = found(doubled);
    if (list === undefined) throw new Error("No list");
    const corrected = withFields(list, { H: "phone2", I: "phone" });
    expect(Object.keys(mappingOf(corrected)).slice(-2)).toEqual(["tel", "tel 2"]);
    const fields = withMapping(list, mappingOf(corrected)).columns.map(({ field }) => field);
    expect(fields.slice(-2)).toEqual(["phone2", "phone"]);
  });
});

describe("hostile sheets", () => {
  const huge = "x".repeat(32_767);

  it("are read as far as they can be", () => {
    const sheet = sheetOf([
      header,
      [{ error: "#REF!" }, "Durand", huge, "44000", "Nantes", { error: "#N/A" }, "=1+1"],
      ["A2", "=HYPERLINK(1)", "2 rue Basse", "44100", "Nantes", "30/06/2027", "130"],
    ]);
    const [layout] = found(sheet);
    if (layout === undefined) throw new Error("No list");
    const { rows, problems } = readList(sheet, layout, today);
    expect(problems.map(({ row, column, code }) => [row, column, code])).toEqual([
      [2, "A", "cellError"],
      [2, "C", "textCut"],
      [2, "F", "cellError"],
      [2, "G", "unreadableAmount"],
      [2, null, "textCut"],
    ]);
    expect(rows[0]?.values.notes?.toString().length).toBeLessThan(32_767);
    expect(rows[1]?.values.clientName).toBe("=HYPERLINK(1)");
  });

  it("that hold nothing but noise make no list and no error", () => {
    const noise = [
      huge,
      "- ".repeat(9000),
      "a@".repeat(9000),
      "1 ".repeat(9000),
      "12/".repeat(9000),
      { error: "#NUM!" },
    ];
    const sheet = sheetOf(Array.from({ length: 50 }, (_, i) => noise.map((_cell, j) => noise[(i + j) % 6] ?? null)));
    expect(() => found(sheet)).not.toThrow();
    expect(rowsRead(sheetOf([noise, ...lines]))).toEqual(expect.any(Array));
  });
});
