import { describe, expect, it } from "@jest/globals";
import { sheetOf } from "../../tests/builders/sheet";
import { findLists } from "./findLists";
import { readList } from "./readList";
import { streetAndTown } from "./townName";

/* Cells, sheets and columns that tell a field without its header. */

const today = "2026-11-24";

function readFirst(rows: Parameters<typeof sheetOf>[0], name = "Feuil1") {
  const sheet = sheetOf(rows, { name });
  const [layout] = findLists([sheet], today);
  if (layout === undefined) throw new Error("No list");
  return {
    fields: layout.columns.map(({ field }) => field),
    rows: readList(sheet, layout, today).rows.map(({ values }) => values),
  };
}

describe("a cell of a name or an address", () => {
  const read = (client: string, address: string) =>
    readFirst([
      ["Client", "Adresse", "Appareil", "Échéance", "Prix TTC"],
      [client, address, "Chaudière gaz", "31/03/2027", "120"],
      ["Petit Anne", "2 rue Basse, 44100 Nantes", "PAC", "30/06/2027", "130"],
    ]).rows[0];

  it.each([", ", "\n", " - "])("tells the telephone and the e-mail behind the town, after %j", (between) => {
    const whole = [
      "Mme Roux Élise",
      "12 bis rue du Four",
      "59300 Valenciennes",
      "Tél : 06 39 98 12 01",
      "r@example.fr",
    ];
    expect(read(whole.join(between), "")).toMatchObject({
      civility: "Mme",
      clientName: "Roux Élise",
      address: "12 bis rue du Four",
      postcode: "59300",
      city: "Valenciennes",
      phone: "0639981201",
      email: "r@example.fr",
    });
  });

  it("tells two telephones, and keeps more of them in the notes", () => {
    const told = read("Roux", "1 rue Haute 44000 Nantes 06.39.98.12.01 / 01.99.00.12.01 / 06.39.98.12.02");
    expect(told).toMatchObject({ address: "1 rue Haute", city: "Nantes", phone: "0639981201", phone2: "0199001201" });
    expect(told?.notes).toBe("0639981202");
  });

  it("keeps a street that is called like a telephone", () => {
    const told = read("Roux", "4 quai du Port 06 39 98 12 01");
    expect(told).toMatchObject({ address: "4 quai du Port", phone: "0639981201" });
  });

  it("tells the town behind the street where the list has no column of towns", () => {
    expect(read("Roux", "8 place du Four, Le Teil")).toMatchObject({ address: "8 place du Four", city: "Le Teil" });
  });

  it.each([
    ["12 rue Haute, Nantes", { street: "12 rue Haute", town: "Nantes" }],
    ["3 place du Four - Le Teil", { street: "3 place du Four", town: "Le Teil" }],
    ["ZA des Prés, bât. B, Dole", { street: "ZA des Prés, bât. B", town: "Dole" }],
    ["12 rue Haute, bâtiment B", null],
    ["12 rue Haute, escalier B", null],
    ["12 rue Haute, résidence Les Pins", null],
    ["12, rue Haute", null],
    ["Nantes", null],
  ])("%s", (text, expected) => {
    expect(streetAndTown(text)).toEqual(expected);
  });
});

it("a sheet that is named after a town tells it of its lines", () => {
  const rows = [
    ["Nom", "Adresse", "Clim", "Prix/an"],
    ["Colonna", "3 cours Napoléon", "Daikin", "120"],
    ["Santoni", "9 rue du Stade", "Toshiba", "140"],
  ];
  expect(readFirst(rows, "Bastia").rows.map(({ city }) => city)).toEqual(["Bastia", "Bastia"]);
  expect(readFirst(rows, "Contrats").rows.map(({ city }) => city)).toEqual([undefined, undefined]);
});

it("without a header, codes in front are contract numbers, and the words beside the postcodes towns", () => {
  const { fields } = readFirst([
    ["2024-001", "Durand Paul", "1 rue Haute", "Belley", "1300", "06 39 98 12 01", "Frisquet", "120 €"],
    ["2024-002", "Petit Anne", "2 rue Basse", "Lagnieu", "1150", "06 39 98 12 02", "Vaillant", "130 €"],
    ["2025-003", "Roux Luc", "3 rue Neuve", "Meximieux", "1800", "06 39 98 12 03", "Chappée", "140 €"],
    ["2025-004", "Blanc Eva", "4 rue Neuve", "Lagnieu", "1150", "06 39 98 12 04", "Chappée", "150 €"],
  ]);
  expect(fields).toEqual(
    ["contractId", "clientName", "address", "city", "postcode", "phone", "brand", "priceInclTax"], // prettier-ignore
  );
});

it("a means of payment with a day tells the day, and is kept", () => {
  const { rows } = readFirst([
    ["Nom", "Appareil", "Prix TTC", "Échéance", "Payé"],
    ["Durand", "PAC", "120", "31/03/2027", "CB le 12/03/26"],
    ["Petit", "Clim", "130", "30/06/2027", "chq 45210"],
  ]);
  expect(rows.map(({ paid, notes }) => [paid, notes])).toEqual([
    ["2026-03-12", "Payé : CB le 12/03/26"],
    [true, "Payé : chq 45210"],
  ]);
});

it("a name with its telephone is a name, a balance in figures no payment", () => {
  const { fields, rows } = readFirst([
    ["Nom + tél", "Appareil", "Échéance", "Prix TTC", "Solde dû"],
    ["Durand Paul 06 39 98 12 01", "PAC", "31/03/2027", "120", "0"],
    ["Petit Anne 06.39.98.12.02", "Clim", "30/06/2027", "130", "0"],
  ]);
  expect(fields).toEqual(["clientName", "equipment", "endsOn", "priceInclTax", null]);
  expect(rows.map(({ clientName, phone }) => [clientName, phone])).toEqual([
    ["Durand Paul", "0639981201"],
    ["Petit Anne", "0639981202"],
  ]);
});

it("of two columns that are as likely a field, none is sure", () => {
  const sheet = sheetOf([
    ["Nom", "Appareil", "Ville", "Échéance", "Px 1 HT", "Px 2 HT"],
    ["Durand", "PAC", "Nantes", "31/03/2027", "120", "30"],
    ["Petit", "Clim", "Rezé", "30/06/2027", "130", "40"],
  ]);
  const price = findLists([sheet], today)[0]?.columns.find(({ field }) => field === "priceExclTax");
  expect(price?.confidence).toBeLessThan(0.8);
});

it("words for kinds of clients tell their column under a header that nobody knows", () => {
  const { fields } = readFirst([
    ["Nom", "Qualité", "Appareil", "Échéance", "Prix TTC"],
    ["Durand", "Particulier", "PAC", "31/03/2027", "120"],
    ["Hôtel du Parc", "Professionnel", "Clim", "30/06/2027", "130"],
  ]);
  expect(fields[1]).toBe("clientType");
});
