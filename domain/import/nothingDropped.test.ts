import { describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import { sheetOf } from "../../tests/builders/sheet";
import { takenList } from "../../tests/builders/takenList";
import type { ImportAnswers } from "./importInput";
import type { ImportField, ListLayout } from "./list";
import { columnLetters } from "../workbook/columnLetters";

/*
 * Whatever a row says is in the register that the list makes, as a value or in the notes, or its user is told that the
 * row is not imported. tests/importedLists.test.ts asks the same of the lists of samples/lists.
 */

const today = "2026-11-24";
const answers: ImportAnswers = {
  followedSince: today,
  ...({ invoiced: "asListed", paid: "asListed", visited: "asListed", letterSent: "asListed" } as const),
  noticeMonths: 2,
  basis: "TTC",
};

/** The columns that are filled; the others of the list stay blank. */
type Cells = Partial<Record<ImportField, string>>;

const headers: Readonly<Record<string, string>> = {
  contractId: "N° contrat",
  clientName: "Nom",
  address: "Adresse",
  city: "Ville",
  phone: "Tél",
  email: "Mail",
  equipment: "Appareil",
  brand: "Marque",
  power: "Puissance",
  commissionedOn: "Mise en service",
  nextVisit: "Mois entretien",
  startsOn: "Début",
  endsOn: "Échéance",
  priceExclTax: "Prix HT",
  priceInclTax: "Prix TTC",
  lastVisitOn: "Dernier passage",
  invoiceNumber: "Facture",
  invoicedOn: "Facturé le",
  paid: "Payé",
  letterSentOn: "Courrier parti",
  status: "État",
  notes: "Obs",
};
const fields = Object.keys(headers) as readonly ImportField[];

function taken(rows: readonly Cells[], without: readonly ImportField[] = [], change: Partial<ImportAnswers> = {}) {
  const used = fields.filter((field) => !without.includes(field));
  const sheet = sheetOf([
    used.map((field) => headers[field] ?? ""),
    ...rows.map((row) => used.map((field) => row[field] ?? "")),
  ]);
  const columns = used.map((field, i) => ({
    ...{ column: columnLetters(i + 1), header: headers[field] ?? "", field },
    ...{ confidence: 1, reason: "header" as const },
  }));
  const layout: ListLayout = { sheet: "Feuil1", headerRows: [1], firstDataRow: 2, lastDataRow: rows.length + 1, columns }; // prettier-ignore
  const { register, problems, lost } = takenList(sheet, layout, { ...answers, ...change }, today);
  const codes = problems.map(({ code, row }) => (row === null ? code : `${code} ${String(row)}`));
  const notes = register.contracts.map((one) => one.notes ?? "");
  return { ...register, notes, lost, codes };
}

const c1 = { contractId: "C1", clientName: "DUPONT", address: "1 rue Haute", city: "Rezé", startsOn: "15/03/2024" };

describe("a second row", () => {
  it("of the same contract brings its appliance, fills blanks, and leaves what differs to the notes", () => {
    const found = taken([
      { ...c1, equipment: "Chaudière", priceInclTax: "132", phone: "0639980101" },
      { ...c1, equipment: "PAC", priceInclTax: "180", phone: "0639980102", lastVisitOn: "12/10/2026", notes: "digicode 4512B" }, // prettier-ignore
    ]);
    expect(found.equipment.map(({ category }) => category)).toEqual(["gasBoiler", "heatPump"]);
    expect(found.clients).toMatchObject([{ phone: "0639980101", phone2: null }]);
    expect(found.interventions).toMatchObject([{ doneOn: "2026-10-12" }]);
    expect(found.notes).toEqual(["digicode 4512B\nTél : 0639980102\nPrix TTC : 180,00\u00a0€"]);
    expect([found.lost, found.codes]).toEqual([[], ["secondPrice 3"]]);
  });

  it("of the same contract pays no invoice of another row", () => {
    const found = taken([
      { ...c1, equipment: "Chaudière", invoiceNumber: "F1", invoicedOn: "20/10/2026" },
      { ...c1, equipment: "PAC", invoiceNumber: "F2", invoicedOn: "21/10/2026", paid: "22/10/2026" },
    ]);
    expect(found.invoices).toMatchObject([{ number: "F1", paidOn: null }]);
    expect(found.notes).toEqual(["Facture : F2\nFacturé le : 21/10/2026\nPayé : 22/10/2026"]);
  });

  it("of a client fills what is not known of him, and its contract notes what differs", () => {
    const found = taken([
      { ...c1, email: "a@example.fr" },
      { ...c1, contractId: "C2", phone: "0639980102", email: "b@example.fr" },
    ]);
    expect(found.clients).toMatchObject([{ phone: "0639980102", email: "a@example.fr" }]);
    expect(found.notes).toEqual(["", "Mail : b@example.fr"]);
  });

  it("that repeats another keeps its own note", () => {
    const line = { ...c1, contractId: "" };
    const found = taken([line, { ...line, notes: "code portail 99" }]);
    expect([found.notes, found.codes]).toEqual([["code portail 99"], ["duplicateRow 3", "priceMissing 2"]]);
  });

  it("without name below one that is not imported is not given to the client above", () => {
    const found = taken([
      { ...c1, equipment: "Chaudière" },
      { contractId: "C2", address: "2 rue Basse", city: "Rezé", equipment: "Poêle" },
      { equipment: "PAC", brand: "Daikin" },
    ]);
    expect(found.equipment.map(({ category }) => category)).toEqual(["gasBoiler"]);
    expect(found.codes).toEqual(expect.arrayContaining(["nameMissing 3", "nameMissing 4"]));
  });
});

describe("what has no cell in the register", () => {
  it("is noted with the title of its column and a French date, once", () => {
    const found = taken([
      { ...c1, nextVisit: "12/12/2026", lastVisitOn: "12/12/2026", endsOn: "14/03/2026", equipment: "Chaudière + PAC", power: "24" }, // prettier-ignore
    ]);
    expect(found.notes).toEqual([
      "Puissance : 24\nMois entretien : 12/12/2026\nÉchéance : 14/03/2026\nDernier passage : 12/12/2026",
    ]);
  });

  it("of an appliance that nothing names is told by one of no kind", () => {
    const found = taken([{ ...c1, power: "24", commissionedOn: "01/09/2017", nextVisit: "avril" }]);
    expect(found.equipment).toMatchObject([
      { category: "other", power: 24, commissionedOn: "2017-09-01", visitMonths: [4] },
    ]);
    expect(found.notes).toEqual([""]);
  });

  it("because it is of an earlier period is noted", () => {
    const old = { invoiceNumber: "FA26000", invoicedOn: "05/01/2026", paid: "12/02/2026", letterSentOn: "20/12/2025" };
    const found = taken([{ ...c1, startsOn: "15/09/2023", ...old }]);
    expect([found.invoices.length, found.letters.length]).toEqual([0, 0]);
    expect(found.notes).toEqual([
      "Facture : FA26000\nFacturé le : 05/01/2026\nPayé : 12/02/2026\nCourrier parti : 20/12/2025",
    ]);
  });

  it("because two prices disagree is noted and reported", () => {
    const found = taken([{ ...c1, priceExclTax: "100", priceInclTax: "132" }]);
    expect(found.periods).toMatchObject([{ price: 13200, basis: "TTC" }]);
    expect([found.notes, found.codes]).toEqual([["Prix HT : 100,00\u00a0€"], ["pricesDisagree 2"]]);
  });
});

describe("a row that is no contract", () => {
  const line = (name: string): Cells => ({
    ...{ clientName: name, address: "1 rue Haute", city: "Rezé", email: "un@exemple.fr" },
    ...{ equipment: "Chaudière", brand: "Frisquet", startsOn: "15/03/2024", priceInclTax: "132" },
  });
  const names = (rows: readonly Cells[], without: readonly ImportField[] = []) => {
    const { clients, codes, notes, lost } = taken(rows, without);
    return { names: clients.map(({ name }) => name), codes, notes, lost };
  };

  it("a name alone is a client, where the list has no headings", () => {
    const found = names([line("DUPONT"), { clientName: "GARNIER" }, line("MARTIN")], ["contractId"]);
    expect(found.names).toEqual(["DUPONT", "GARNIER", "MARTIN"]);
    expect(found.notes).toEqual(["", "", ""]);
  });

  it("a name alone is a heading where the list begins with one, and that is said", () => {
    const found = names([{ clientName: "NANTES" }, line("DUPONT"), { clientName: "REZÉ" }, line("MARTIN")], ["contractId"]); // prettier-ignore
    expect([found.names, found.codes]).toEqual([
      ["DUPONT", "MARTIN"],
      ["rowLeftOut 2", "rowLeftOut 4"],
    ]);
  });

  it("a remark alone belongs to the row above, also below the last one", () => {
    const found = names([line("DUPONT"), { notes: "clé chez la voisine" }, line("MARTIN"), { notes: "chien" }]);
    expect([found.notes, found.codes]).toEqual([
      ["clé chez la voisine", "chien"],
      ["rowLeftOut 3", "rowLeftOut 5"],
    ]);
  });

  it("a client whose name is a word of totals is a client", () => {
    const total = { clientName: "Total Énergies", city: "Rezé", phone: "06 39 98 01 02" };
    const found = names([line("DUPONT"), total, { clientName: "Report Jacques", city: "Rezé" }, { clientName: "Total", priceInclTax: "264" }]); // prettier-ignore
    expect(found.names).toEqual(["DUPONT", "Total Énergies", "Report Jacques"]);
    expect(found.codes).toContain("rowLeftOut 5");
  });

  it("a word of the legend does not end a list while full lines follow", () => {
    const found = names([line("DUPONT"), { clientName: "NOTA" }, line("MARTIN"), line("ROUX")]);
    expect([found.names, found.codes]).toEqual([["DUPONT", "MARTIN", "ROUX"], ["rowLeftOut 3"]]);
  });
});

describe("payments", () => {
  const sent = { ...c1, invoiceNumber: "F1", invoicedOn: "20/03/2026", priceInclTax: "132" };

  it("that the list has no word of are missing, and claimed from the day on which the contract is followed", () => {
    const found = taken([sent]);
    expect(found.invoices).toMatchObject([{ issuedOn: "2026-03-20", paidOn: null, dueOn: today }]);
    expect(found.codes).toEqual(["unpaidTaken"]);
  });

  it("are taken for granted where the list has no column for them, which is said, unless the user says otherwise", () => {
    const { invoices, codes } = taken([sent], ["paid"]);
    expect(invoices).toMatchObject([{ paidOn: "2026-03-20", notes: "Date de paiement inconnue, reprise de la liste" }]);
    expect(codes).toEqual(["daysUnknown", "paymentsAssumed"]);
    expect(taken([sent], ["paid"], { paid: "none" }).invoices).toMatchObject([{ paidOn: null }]);
    expect(taken([sent], [], { paid: "all" }).invoices).toMatchObject([{ paidOn: "2026-03-20" }]);
  });

  it("have the day that stands beside their means", () => {
    const found = taken([{ ...sent, paid: "CB 05/07/2026" }]);
    expect(found.invoices).toMatchObject([{ paidOn: "2026-07-05" }]);
    expect(found.notes).toEqual(["Payé : CB 05/07/2026"]);
  });
});

describe("a letter that is sent, on a day that the list does not tell", () => {
  it("is no proof: its row and the report say so", () => {
    const found = taken([{ ...c1, startsOn: "01/02/2024", letterSentOn: "OK", priceInclTax: "132" }]);
    expect(found.letters).toMatchObject([{ channel: null, tracking: "Date inconnue, reprise de la liste" }]);
    expect(found.codes).toEqual(["letterDayUnknown 2", "daysUnknown"]);
  });
});

describe("a word under État", () => {
  const ending = (status: string) => {
    const { contracts, codes } = taken([{ ...c1, priceInclTax: "132", status }]);
    return [contracts[0]?.terminatedOn, contracts[0]?.suspendedFrom, contracts[0]?.suspendedTo, codes];
  };

  it.each([
    ["Suspendu du 01/02/2026 au 01/06/2026", null, "2026-02-01", "2026-06-01", ["suspensionRead 2"]],
    ["suspendu jusqu'au 01/02/2027", null, "2026-11-24", "2027-02-01", ["suspensionRead 2"]],
    ["suspendu jusqu'au 01/02/2026", null, "2026-02-01", "2026-02-01", ["suspensionRead 2"]],
    ["suspendu depuis le 01/02/2026", null, "2026-02-01", null, ["suspensionRead 2"]],
    ["suspendu", null, "2026-11-24", null, ["suspensionRead 2"]],
    ["Résilié au 31/12/2026", "2026-12-31", null, null, ["endRead 2"]],
    ["résilié le 12 mars 2026", "2026-03-12", null, null, ["endRead 2"]],
    ["résilié", "2026-11-24", null, null, ["endRead 2"]],
    ["vendu par Paul", null, null, null, []],
    ["ancien client, revient", null, null, null, []],
    ["actif jusqu'au 01/02/2026", null, null, null, []],
  ])("« %s »", (status, ...expected) => {
    expect(ending(status)).toEqual(expected);
  });
});

describe("whatever the rows", () => {
  const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined, freq: 2 });
  const day = fc.constantFrom("12/10/2026", "05/01/2026", "20/12/2025", "03/04/2027", "31/01/2019");
  const full = fc.record({
    contractId: maybe(fc.constantFrom("C1", "C2", "C3")),
    clientName: fc.constantFrom("DUPONT", "Total Énergies", "Report Jacques", "Martin", "NOTA Jean", "Somme"),
    address: maybe(fc.constantFrom("1 rue Haute", "2 rue Basse")),
    city: maybe(fc.constantFrom("Rezé", "Nantes")),
    phone: maybe(fc.constantFrom("06 39 98 01 01", "0639980102 / 0639980103", "demander")),
    email: maybe(fc.constantFrom("a@example.fr", "b@example.fr", "pas de mail")),
    equipment: maybe(fc.constantFrom("Chaudière gaz", "PAC", "Poêle + Insert", "2 clims")),
    brand: maybe(fc.constantFrom("Daikin", "Frisquet / Daikin / MCZ")),
    power: maybe(fc.constantFrom("24", "8,5", "beaucoup")),
    commissionedOn: maybe(day),
    nextVisit: maybe(fc.oneof(day, fc.constantFrom("avril", "avril et octobre", "mars 2027", "bientôt"))),
    startsOn: maybe(day),
    endsOn: maybe(day),
    priceExclTax: maybe(fc.constantFrom("100", "91,20")),
    priceInclTax: maybe(fc.constantFrom("110", "132", "gratuit")),
    lastVisitOn: maybe(fc.oneof(day, fc.constantFrom("ok", "non", "vu le 12/03/26 par Paul"))),
    invoiceNumber: maybe(fc.constantFrom("FA26000", "FA26001")),
    invoicedOn: maybe(fc.oneof(day, fc.constant("x"))),
    paid: maybe(fc.oneof(day, fc.constantFrom("CB 05/07/2026", "non", "x", "chèque"))),
    letterSentOn: maybe(fc.oneof(day, fc.constant("OK"))),
    status: maybe(fc.constantFrom("actif", "résilié", "suspendu du 01/02/2026 au 01/06/2026", "vendu par Paul")),
    notes: maybe(fc.constantFrom("digicode 4512B", "chien\nméchant")),
  });
  const remark = fc.constantFrom<Cells>(
    ...[
      { notes: "clé chez la voisine" },
      { clientName: "GARNIER" },
      { address: "bâtiment B" },
      { phone: "0639980199" },
    ],
    ...[{ clientName: "NOTA" }, { clientName: "Total", priceInclTax: "1320" }, { equipment: "VMC", brand: "Aldes" }],
  );
  const rows = fc.array(fc.oneof({ weight: 4, arbitrary: full }, { weight: 1, arbitrary: remark }), { minLength: 1, maxLength: 8 }); // prettier-ignore
  const say = fc.constantFrom("all" as const, "none" as const, "asListed" as const);

  it("every text is in the register, or its row is reported", () => {
    fc.assert(
      fc.property(rows, say, say, say, say, (cells, invoiced, paid, visited, letterSent) => {
        const given = cells.map((row) => row as Cells);
        expect(taken(given, [], { invoiced, paid, visited, letterSent }).lost).toEqual([]);
      }),
      { numRuns: 200 },
    );
  });
});
