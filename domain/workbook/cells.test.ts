import { describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import { decodeCell } from "./cells";
import { choice, input, reference } from "./columns";
import type { Column, PlainType } from "./columns";
import type { RawCell } from "./rawCell";
import { tables } from "./schema";

const width = { width: 10 };
const nbsp = "\u00a0";
const narrow = "\u202f";

function read(type: PlainType, cell: RawCell) {
  const { value, problem } = decodeCell(input(type, width), cell);
  return [value, problem?.code ?? null];
}

describe("a blank cell", () => {
  it.each([[null], [""], ["   "], [nbsp]])("%j is no value and no problem", (cell) => {
    expect(read("date", cell)).toEqual([null, null]);
    expect(read("text", cell)).toEqual([null, null]);
  });
});

it("reports a spreadsheet error in a column of any type", () => {
  for (const type of ["text", "date", "money", "yesNo", "months"] as const) {
    expect(read(type, { error: "#REF!" })).toEqual([null, "cellError"]);
  }
});

describe("a text", () => {
  it("is trimmed, and a number or a tick of the box is text too", () => {
    expect(read("text", "  Martin ")).toEqual(["Martin", null]);
    expect(read("text", 2026001)).toEqual(["2026001", null]);
    expect(read("text", true)).toEqual(["true", null]);
    expect(read("longText", "12, rue des Lilas\r\nBât. B")).toEqual(["12, rue des Lilas\nBât. B", null]);
  });

  it("names a row by its key, typed as a number or as text", () => {
    expect(decodeCell(reference("clients", width), 12).value).toBe("12");
    expect(decodeCell(reference("clients", width), " C0001 ").value).toBe("C0001");
  });
});

describe("a postcode or a phone number", () => {
  it("typed as a number gets its leading zero back", () => {
    expect(read("postcode", 1000)).toEqual(["01000", null]);
    expect(read("postcode", 44000)).toEqual(["44000", null]);
    expect(read("phone", 612345678)).toEqual(["0612345678", null]);
  });

  it("typed as text stays as it is", () => {
    expect(read("postcode", "1000")).toEqual(["1000", null]);
    expect(read("phone", "+33 6 12 34 56 78")).toEqual(["+33 6 12 34 56 78", null]);
  });
});

it("takes one e-mail address and nothing that a mail header could take for more", () => {
  expect(read("email", " paul.martin@example.fr ")).toEqual(["paul.martin@example.fr", null]);
  for (const text of [
    "paul",
    "paul@",
    "a@b.fr, c@d.fr",
    "Paul <paul@example.fr>",
    "paul@example",
    "a@b.fr\nBcc: c@d.fr",
  ]) {
    expect(read("email", text)).toEqual([null, "invalidEmail"]);
  }
});

describe("a date", () => {
  it.each([
    [46096, "2026-03-15"],
    [46096.75, "2026-03-15"],
    [18264, "1950-01-01"],
  ])("stored as the number %d is %s", (serial, date) => {
    expect(read("date", serial)).toEqual([date, null]);
  });

  it.each([
    ["15/03/2026"],
    ["15-3-2026"],
    ["15.03.2026"],
    ["2026-03-15"],
    ["15 mars 2026"],
    [`15${nbsp}mars${nbsp}2026`],
    ["dimanche 15 mars 2026"],
    ["15 MARS 2026"],
    ["15 March 2026"],
  ])("typed as the text « %s » is read and reported", (text) => {
    expect(read("date", text)).toEqual(["2026-03-15", "dateIsText"]);
  });

  it("typed with a first of the month is read", () => {
    expect(read("date", "1er août 2026")).toEqual(["2026-08-01", "dateIsText"]);
  });

  it.each([
    ["15/03/26"],
    ["mars 2026"],
    ["03/2026"],
    ["31/02/2026"],
    ["29 février 2026"],
    ["15 hiver 2026"],
    ["bientôt"],
    [true],
  ])("is not read where it is in doubt: %s", (cell) => {
    expect(read("date", cell)).toEqual([null, "unreadableDate"]);
  });

  it("beyond any contract is a slip of the hand", () => {
    expect(read("date", 2026)).toEqual([null, "outOfRange"]);
    expect(read("date", "15/03/1026")).toEqual([null, "unreadableDate"]);
    expect(read("date", "15/03/2926")).toEqual([null, "outOfRange"]);
    expect(read("date", 60)).toEqual([null, "unreadableDate"]);
    expect(read("date", -1)).toEqual([null, "unreadableDate"]);
  });
});

describe("an amount", () => {
  it("is kept in cents, rounded to the nearest", () => {
    expect(read("money", 115.5)).toEqual([11550, null]);
    expect(read("money", 0.1 + 0.2)).toEqual([30, null]);
    expect(read("money", 104.545454)).toEqual([10455, null]);
    expect(read("money", -12)).toEqual([-1200, null]);
  });

  it.each([
    ["120 €", 12000],
    ["120,00", 12000],
    ["120.5", 12050],
    [`1${narrow}234,56${nbsp}€`, 123456],
    ["1 234,56 €", 123456],
    ["1.234,56", 123456],
    ["120 euros", 12000],
    ["120 EUR", 12000],
    ["−12,00", -1200],
  ])("typed as the text « %s » is read and reported", (text, cents) => {
    expect(read("money", text)).toEqual([cents, "amountIsText"]);
  });

  it.each([["1.234"], ["1,234.56"], ["environ 100"], ["120 € HT"], ["120 TTC"], ["12,345"], ["-"], [true]])(
    "is not read where it is in doubt: %s",
    (cell) => {
      expect(read("money", cell)).toEqual([null, "unreadableAmount"]);
    },
  );

  it("beyond reason is reported", () => {
    for (const cell of [1e12, Number.NaN, Number.POSITIVE_INFINITY])
      expect(read("money", cell)).toEqual([null, "outOfRange"]);
  });
});

describe("a VAT rate", () => {
  it.each([
    [0.055, 550],
    [0.1, 1000],
    [0.2, 2000],
    [0, 0],
    [5.5, 550],
    [20, 2000],
    ["5,5 %", 550],
    ["10%", 1000],
    ["0.2", 2000],
  ])("%s is %i hundredths of a percent", (cell, rate) => {
    expect(read("vatRate", cell)).toEqual([rate, null]);
  });

  it.each([["réduit"], [-0.1], [200], [Number.NaN]])("%s is not one", (cell) => {
    expect(read("vatRate", cell)).toEqual([null, "unreadableVatRate"]);
  });
});

describe("a number", () => {
  it("is whole where it counts", () => {
    expect(read("integer", 12)).toEqual([12, null]);
    expect(read("integer", "12")).toEqual([12, null]);
    expect(read("integer", 12.5)).toEqual([null, "unreadableNumber"]);
    expect(read("integer", "douze")).toEqual([null, "unreadableNumber"]);
    expect(read("integer", "12 mois")).toEqual([null, "unreadableNumber"]);
    expect([read("integer", -1), read("integer", 481)]).toEqual([
      [null, "outOfRange"],
      [null, "outOfRange"],
    ]);
  });

  it("is no less than its column allows: no contract lasts 0 months", () => {
    const { firstMonths, renewalMonths, noticeLength } = tables.contracts.columns;
    const zero = (column: Column) => decodeCell(column, 0).problem?.code ?? null;
    expect([zero(firstMonths), zero(renewalMonths), zero(noticeLength)]).toEqual(["outOfRange", "outOfRange", null]);
    expect(decodeCell(renewalMonths, 1)).toEqual({ value: 1 });
  });

  it("may have decimals where it measures", () => {
    expect(read("decimal", 0.5)).toEqual([0.5, null]);
    expect(read("decimal", "0,5")).toEqual([0.5, null]);
    expect(read("decimal", "15 %")).toEqual([0.15, null]);
    expect(read("decimal", "%")).toEqual([null, "unreadableNumber"]);
    expect(read("decimal", -3)).toEqual([null, "outOfRange"]);
    expect(read("decimal", Number.POSITIVE_INFINITY)).toEqual([null, "unreadableNumber"]);
  });
});

it("reads yes and no as a word, a number or a box", () => {
  expect([read("yesNo", "Oui"), read("yesNo", 1), read("yesNo", true)].map(([value]) => value)).toEqual([
    true,
    true,
    true,
  ]);
  expect([read("yesNo", "non"), read("yesNo", 0), read("yesNo", false)].map(([value]) => value)).toEqual([
    false,
    false,
    false,
  ]);
  expect(read("yesNo", "parfois")).toEqual([null, "unreadableYesNo"]);
});

describe("months", () => {
  it.each([
    [6, [6]],
    ["6", [6]],
    ["juin", [6]],
    ["octobre, mai", [5, 10]],
    ["mai et octobre", [5, 10]],
    ["mai & oct.", [5, 10]],
    ["5/10", [5, 10]],
    ["mai, mai", [5]],
  ])("%j are %j", (cell, value) => {
    expect(read("months", cell)).toEqual([value, null]);
  });

  // Excel turns "5,10" into the number 5.1.
  it.each([["mai à août"], ["été"], [5.1], [13], [","]])("%j are not read", (cell) => {
    expect(read("months", cell)).toEqual([null, "unreadableMonths"]);
  });
});

it("reports a word that is not in the list", () => {
  const kind = choice("renewalKind", width);
  expect(decodeCell(kind, "Expresse")).toEqual({ value: "express" });
  expect(decodeCell(kind, "Taciite")).toEqual({
    value: null,
    problem: { code: "unknownChoice", facts: { text: "Taciite", choices: "renewalKind" } },
  });
});

it("never throws", () => {
  const types = [
    "text",
    "postcode",
    "phone",
    "email",
    "date",
    "money",
    "vatRate",
    "integer",
    "decimal",
    "yesNo",
    "months",
  ] as const;
  const cells = fc.oneof(
    fc.string({ unit: "grapheme" }),
    fc.double(),
    fc.integer(),
    fc.boolean(),
    fc.constant(null),
    fc.record({ error: fc.string() }),
  );
  fc.assert(
    fc.property(fc.constantFrom(...types), cells, (type, cell) => {
      const { value, problem } = decodeCell(input(type, width), cell);
      expect(value === undefined || Number.isNaN(value)).toBe(false);
      if (cell !== null && typeof cell === "object") expect(problem?.code).toBe("cellError");
    }),
  );
});
