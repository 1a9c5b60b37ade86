import { describe, expect, it } from "@jest/globals";
import { appliancesOf } from "./appliances";
import { amountIn, vatRateIn } from "./repairAmount";
import { emailsIn, phonesIn, postcodeAndCityIn, postcodeIn } from "./repairContact";
import { monthsCountIn, powerIn } from "./repairCount";
import { dateIn, dayTold, monthsIn } from "./repairDate";
import { clientTypeIn, markIn, renewalIn } from "./repairMark";
import { civilityIn, personIn, splitName } from "./repairName";
import type { SourceCell } from "./sourceSheet";
import { saysNothing } from "./sourceText";

const today = "2026-11-24";
const past = { today, lean: "past" } as const;

describe("dates, in every form that French lists use", () => {
  it.each<[SourceCell, string | null]>([
    ["15/03/26", "2026-03-15"],
    ["15.3.2026", "2026-03-15"],
    ["15-03-26", "2026-03-15"],
    ["15 mars 26", "2026-03-15"],
    ["1er mars 2026", "2026-03-01"],
    ["dimanche 15 mars 2026", "2026-03-15"],
    ["le 15/03", "2026-03-15"],
    ["25/12", "2025-12-25"],
    ["mars 2026", "2026-03-01"],
    ["sept. 25", "2025-09-01"],
    ["03/2026", "2026-03-01"],
    ["2026", "2026-01-01"],
    ["2026-03-15", "2026-03-15"],
    ["2026-03-15T08:30:00", "2026-03-15"],
    ["15/03/2026 08:30", "2026-03-15"],
    ["46096", "2026-03-15"],
    [46096, "2026-03-15"],
    [{ date: "2026-03-15" }, "2026-03-15"],
    ["15032026", "2026-03-15"],
    ["03/25/2026", "2026-03-25"],
    ["12/06/98", "1998-06-12"],
    ["fait le 15/03/26", "2026-03-15"],
    ["31/02/2026", null],
    ["bientôt", null],
    ["120 €", null],
    [{ error: "#REF!" }, null],
    ["1".repeat(30_000), null],
  ])("%j", (cell, expected) => {
    expect(dateIn(cell, past)?.date ?? null).toBe(expected);
  });

  it("takes a month as its last day where it is an échéance, and the next one where it is to come", () => {
    expect(dayTold({ date: "2026-02-01", told: "month" }, true)).toBe("2026-02-28");
    expect(dayTold({ date: "2026-01-01", told: "year" }, true)).toBe("2026-12-31");
    expect(dateIn("15/03", { today, lean: "future" })?.date).toBe("2027-03-15");
    expect(dateIn("15/03", { today, lean: "past", year: 2024 })?.date).toBe("2024-03-15");
  });

  it("reads months of the year", () => {
    const read = ["mars", "mars/sept", "avril et octobre", "Juil.", "juin", "fin août", "demain"].map(monthsIn);
    expect(read).toEqual([[3], [3, 9], [4, 10], [7], [6], [8], null]);
  });
});

describe("amounts and rates", () => {
  it.each<[SourceCell, number | null, string | null]>([
    ["120 € TTC", 12000, "TTC"],
    ["1 234,50 €", 123450, null],
    ["1\u202f234,50\u00a0€", 123450, null],
    ["1.234,50", 123450, null],
    ["120€50", 12050, null],
    ["95.-", 9500, null],
    ["100 HT", 10000, "HT"],
    ["100 € H.T.", 10000, "HT"],
    ["145 €/an", 14500, null],
    ["178E", 17800, null],
    ["178 e", 17800, null],
    ["offert", 0, null],
    [120.5, 12050, null],
    [99.999, 10000, null],
    ["-20", null, null],
    ["10 €/mois", null, null],
    ["à voir", null, null],
  ])("%j", (cell, cents, basis) => {
    const amount = amountIn(cell);
    expect([amount?.cents ?? null, amount?.basis ?? null]).toEqual([cents, basis]);
  });

  it.each<[SourceCell, number | null]>([
    [20, 2000],
    [0.2, 2000],
    ["0,055", 550],
    ["TVA 10%", 1000],
    ["5,5 %", 550],
    ["exonéré", 0],
    ["vingt", null],
    [45, null],
  ])("the rate %j", (cell, expected) => {
    expect(vatRateIn(cell)).toBe(expected);
  });
});

describe("where and how a client is reached", () => {
  it.each<[SourceCell, string | null]>([
    [1000, "01000"],
    ["1 000", "01000"],
    ["F-44000", "44000"],
    ["44 000", "44000"],
    ["2A004", null],
    [440, null],
  ])("the postcode %j", (cell, expected) => {
    expect(postcodeIn(cell)).toBe(expected);
  });

  it.each<[SourceCell, readonly string[]]>([
    [639981201, ["0639981201"]],
    ["06.39.98.12.01", ["0639981201"]],
    ["+33 6 39 98 12 01", ["0639981201"]],
    ["+33 (0)6 39 98 12 01", ["0639981201"]],
    ["0033639981201", ["0639981201"]],
    ["0639 981 201", ["0639981201"]],
    ["01/02/2024 08:30:15", []],
    ["06 39 98 12 01 / 01 99 00 12 01", ["0639981201", "0199001201"]],
    ["06399812010199001201", ["0639981201", "0199001201"]],
    ["+41 22 345 67 89", ["+41223456789"]],
    ["12 34", []],
  ])("the telephone %j", (cell, expected) => {
    expect(phonesIn(cell).values).toEqual(expected);
  });

  it("keeps what stands beside a number or an address", () => {
    expect(phonesIn("06 39 98 12 01 (Mme)").rest).toContain("Mme");
    expect(emailsIn("MAILTO:Jean.Dupont@Example.FR").values).toEqual(["jean.dupont@example.fr"]);
    expect(emailsIn("a@example.fr ; b@example.fr").values).toEqual(["a@example.fr", "b@example.fr"]);
    expect(emailsIn("pas d'adresse").values).toEqual([]);
  });

  it.each<[string, ReturnType<typeof postcodeAndCityIn>]>([
    ["44000 Nantes", { postcode: "44000", city: "Nantes", before: "" }],
    ["12 rue Haute, 44000 Nantes", { postcode: "44000", city: "Nantes", before: "12 rue Haute" }],
    ["Nantes (44000)", { postcode: "44000", city: "Nantes", before: "" }],
    ["44000 NANTES CEDEX 1", { postcode: "44000", city: "NANTES CEDEX 1", before: "" }],
    ["Nantes", null],
  ])("the town %j", (text, expected) => {
    expect(postcodeAndCityIn(text)).toEqual(expected);
  });
});

describe("names", () => {
  it.each<[string, string, string]>([
    ["M. et Mme DUPONT Jean", "M. et Mme", "DUPONT Jean"],
    ["MR ET MME Petit", "M. et Mme", "Petit"],
    ["M/Mme Huet", "M. et Mme", "Huet"],
    ["Madame Roux", "Mme", "Roux"],
    ["Mr. Blanc", "M.", "Blanc"],
    ["Mlle Noir", "Mlle", "Noir"],
  ])("%s", (text, civility, rest) => {
    expect(civilityIn(text)).toEqual({ civility, rest });
  });

  it("take no name for a civility", () => {
    expect(["Martin", "Mairie de Tours", "MMA", "Marc"].map(civilityIn)).toEqual([null, null, null, null]);
  });

  it("are told from the address in the same cell", () => {
    const apart = {
      civility: "M.",
      name: "DUPONT Jean",
      address: "12 bis rue des Lilas",
      postcode: "44000",
      city: "Nantes",
    };
    expect(personIn("M. DUPONT Jean, 12 bis rue des Lilas, 44000 Nantes")).toEqual(apart);
    expect(personIn("M. DUPONT Jean\n12 bis rue des Lilas\n44000 Nantes")).toEqual(apart);
    expect(personIn("SDC 14 rue des Lilas").name).toBe("SDC 14 rue des Lilas");
    expect(personIn("Le Goff Yann").address).toBe(null);
  });

  it("are split where the capitals tell which is which", () => {
    expect(["DUPONT Jean", "Jean DUPONT", "LE GOFF Anne-Marie", "SARL Dupont", "Dupont Jean"].map(splitName)).toEqual([
      { name: "DUPONT", firstName: "Jean" },
      { name: "DUPONT", firstName: "Jean" },
      { name: "LE GOFF", firstName: "Anne-Marie" },
      { name: "SARL Dupont", firstName: null },
      { name: "Dupont Jean", firstName: null },
    ]);
  });
});

it("durations are months, powers kilowatts", () => {
  const lengths = ["1 an", "12 mois", "24", "2 ans", "annuel", "60 j", "90 jours", "2 mois", 36, "longtemps"];
  expect(lengths.map(monthsCountIn)).toEqual([12, 12, 24, 24, 12, 2, 3, 2, 36, null]);
  expect(["24 kW", "24,5", "35000 W", 8, "fort"].map(powerIn)).toEqual([24, 24.5, 35, 8, null]);
});

it("a mark says done, not done, or nothing", () => {
  const done = ["OK", "x", "X", "oui", "✓", "Fait", "payé", "chèque", "VIR", "1"];
  expect(done.map(markIn)).toEqual(done.map(() => true));
  const open = ["non", "à faire", "impayé", "0"];
  expect(open.map(markIn)).toEqual(open.map(() => false));
  expect(["12/03/26", "peut-être"].map(markIn)).toEqual([null, null]);
});

it("words of lists become those of the register", () => {
  const renewals = [
    "tacite",
    "Tacite reconduction",
    "oui",
    "TR",
    "expresse",
    "non",
    "sans tacite reconduction",
    "bleu",
  ];
  expect(renewals.map(renewalIn)).toEqual(["tacit", "tacit", "tacit", "tacit", "express", "none", "none", null]);
  const clients = ["Particulier", "part.", "Pro", "SARL", "Copro", "Syndic", "Mairie", "autre"];
  expect(clients.map(clientTypeIn)).toEqual([
    ...["private", "private", "professional", "professional", "association", "association", "association", null],
  ]);
});

it("dashes, « néant » and « ? » are blank", () => {
  expect(["-", "—", "néant", "?", "/", "  ", null, ""].map(saysNothing)).toEqual(new Array(8).fill(true));
  expect(["x", 0, "non", false].map(saysNothing)).toEqual(new Array(4).fill(false));
});

describe("appliances of one row", () => {
  const named = (values: Record<string, string | number>) =>
    appliancesOf({ row: 2, values }).map(({ category, brand, serial }) => [category, brand, serial]);

  it.each<[Record<string, string>, readonly (readonly (string | null)[])[]]>([
    [{ equipment: "Chaudière gaz" }, [["gasBoiler", null, null]]],
    [{ equipment: "Chaudière + PAC" }, [["gasBoiler", null, null], ["heatPump", null, null]]], // prettier-ignore
    [{ equipment: "2 clims" }, [["airConditioning", null, null], ["airConditioning", null, null]]], // prettier-ignore
    [{ equipment: "PAC air/eau", brand: "Daikin" }, [["heatPump", "Daikin", null]]],
    [{ equipment: "Chaudière fioul De Dietrich" }, [["oilBoiler", "De Dietrich", null]]],
    [{ equipment: "Poêle + Clim", brand: "MCZ / Daikin", serial: "A1 + B2" }, [["stove", "MCZ", "A1"], ["airConditioning", "Daikin", "B2"]]], // prettier-ignore
    [{ brand: "Frisquet" }, [["other", "Frisquet", null]]],
    [{}, []],
  ])("%j", (values, expected) => {
    expect(named(values)).toEqual(expected);
  });
});
