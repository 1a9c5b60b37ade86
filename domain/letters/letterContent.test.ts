import { describe, expect, it } from "@jest/globals";
import { client, contract, equipment, letter, period, register, settings } from "../../tests/builders/register";
import type { CivilDate } from "../dates/civilDate";
import { letterSubject, planOf } from "../plan/plan";
import type { Register } from "../register";
import type { Contract } from "../workbook/schema";
import { letterContent } from "./letterContent";
import { letterRefusals } from "./letterRefusals";

/** The contract of 15 March 2026 to 14 March 2027 without préavis: its notice is sent from 14 December to 14 February. */
const inWindow: CivilDate = "2027-01-11";

const firm = settings({
  firmName: "Moreau Chauffage",
  legalForm: "SARL",
  capital: "8 000 €",
  address: "12 rue des Artisans",
  postcode: "37000",
  city: "Tours",
  email: "contact@moreau.example",
  signatory: "Paul Moreau, gérant",
});

const madameMartin = client({
  civility: "Mme",
  firstName: "Jeanne",
  address: "3 rue Haute",
  postcode: "37100",
  city: "Tours",
});

function sample(values: Partial<Register> = {}): Register {
  return register({
    settings: firm,
    clients: [madameMartin],
    contracts: [contract()],
    periods: [period()],
    equipment: [equipment({ brand: "Frisquet", model: "Hydromotrix", serial: "F-12" })],
    ...values,
  });
}

function subjectOf(values: Partial<Register> = {}, today: CivilDate = inWindow) {
  const plan = planOf(sample(values), [], today);
  const [planned] = plan.contracts;
  const subject = planned === undefined ? null : letterSubject(planned, plan.settings, today);
  if (subject === null) throw new Error("No letter is due");
  return subject;
}

const content = (values: Partial<Register> = {}, today?: CivilDate) => letterContent(subjectOf(values, today));
const missing = (values: Partial<Register> = {}) =>
  letterRefusals(subjectOf(values), []).map(({ at, facts }) => [at.table, at.key, at.column, facts]);

describe("letterContent", () => {
  it("names the client, both periods, the deadline and the price as it was typed", () => {
    expect(content()).toMatchObject({
      client_nom: "Mme Jeanne Martin",
      client_adresse: "3 rue Haute\n37100 Tours",
      client_appel: "Madame",
      lieu_et_date: "Tours, le 11\u00a0janvier\u00a02027",
      periode_debut: "15\u00a0mars\u00a02026",
      periode_fin: "14\u00a0mars\u00a02027",
      nouvelle_periode_debut: "15\u00a0mars\u00a02027",
      nouvelle_periode_fin: "14\u00a0mars\u00a02028",
      date_limite: "14\u00a0mars\u00a02027",
      prix_actuel: "120,00\u00a0€",
      prix_nouveau: "120,00\u00a0€",
      prix_motif: "",
      preavis: "",
      envoi_tardif: "",
      signataire_nom: "Paul Moreau",
      signataire_qualite: "gérant",
    });
  });

  it("prints the announced price with its reason", () => {
    const contracts = [contract({ nextPrice: 12500, nextReason: "indice ICHT-IME" })];
    expect(content({ contracts })).toMatchObject({
      prix_actuel: "120,00\u00a0€",
      prix_nouveau: "125,00\u00a0€",
      prix_motif: "Motif du nouveau prix\u00a0: indice ICHT-IME.",
    });
  });

  it("prints no price for a renewal of another length, unless it was announced", () => {
    const longFirst = (values: Partial<Contract> = {}) =>
      content({ contracts: [contract({ firstMonths: 36, ...values })] }, "2029-01-11");
    expect(longFirst()).toMatchObject({ prix_actuel: "120,00\u00a0€", prix_nouveau: "" });
    const contracts = [contract({ firstMonths: 36 })];
    const subject = subjectOf({ contracts }, "2029-01-11");
    expect(letterRefusals(subject, []).map(({ at }) => [at.table, at.key, at.column])).toEqual([
      ["contracts", "2026-001", "nextPrice"],
    ]);
    expect(longFirst({ nextPrice: 4500 }).prix_nouveau).toBe("45,00\u00a0€");
  });

  it("takes the announced price for that of a period that nobody recorded, and knows none after it", () => {
    const contracts = [contract({ nextPrice: 12500, nextServices: "Deux visites" })];
    expect(content({ contracts }, "2028-01-11")).toMatchObject({
      prix_actuel: "125,00\u00a0€",
      prix_nouveau: "",
      prestations: "Deux visites",
    });
    expect(content({}, "2028-01-11")).toMatchObject({ prix_actuel: "120,00\u00a0€", prix_nouveau: "120,00\u00a0€" });
  });

  it("adds tax to a price typed without it, and takes an announced price in the basis it was given", () => {
    const periods = [period({ price: 10000, basis: "HT", vatRate: 1000 })];
    expect(content({ periods }).prix_actuel).toBe("110,00\u00a0€");
    const contracts = [contract({ nextPrice: 11500, nextBasis: "TTC" })];
    expect(content({ periods, contracts }).prix_nouveau).toBe("115,00\u00a0€");
  });

  it("lists an appliance until another one replaces it", () => {
    const swapped = [
      equipment(),
      equipment({ id: "E2", category: "heatPump", replaces: "E1", coveredFrom: "2026-09-01" }),
    ];
    expect(content({ equipment: swapped }).equipment.map(({ designation }) => designation)).toEqual([
      "Pompe à chaleur",
    ]);
  });

  it("says the préavis and the deadline that it gives", () => {
    const contracts = [contract({ noticeLength: 2 })];
    expect(content({ contracts }, "2026-11-02")).toMatchObject({
      preavis: "Votre contrat prévoit un préavis de 2\u00a0mois avant la fin de la période.",
      date_limite: "14\u00a0janvier\u00a02027",
    });
  });

  it("tells a client who is written to too late that he may leave at any time from the renewal", () => {
    expect(content({}, "2027-02-20").envoi_tardif).toContain(
      "à tout moment et sans frais à compter du 15\u00a0mars\u00a02027",
    );
  });

  it("asks no refusal by a date that is past, and says that the contract goes on until the client ends it", () => {
    expect(content({}, "2027-02-20")).toMatchObject({
      refus_possible: "Il suffit de nous le faire savoir au plus tard à la date ci-dessous.",
      date_limite_passee: "",
      refus_action: "refuser la reconduction",
    });
    const contracts = [contract({ noticeLength: 2 })];
    expect(content({ contracts }, "2027-01-15")).toMatchObject({
      date_limite: "14\u00a0janvier\u00a02027",
      refus_possible: "",
      date_limite_passee:
        "Le contrat sera donc reconduit le 15\u00a0mars\u00a02027\u00a0; vous pourrez ensuite y mettre fin à tout moment et sans frais, comme il est dit sous cette date.",
      refus_action: "mettre fin au contrat",
    });
  });

  it("gives a professional who is written to too late no right that the law does not give him", () => {
    const clients = [client({ type: "professional", address: "9 quai Bas", postcode: "37000", city: "Tours" })];
    const values = {
      clients,
      contracts: [contract({ noticeLength: 2 })],
      settings: { ...firm, noticeProfessionals: true },
    };
    expect(content(values, "2027-01-15")).toMatchObject({
      envoi_tardif: "",
      date_limite_passee: "Le contrat sera donc reconduit le 15\u00a0mars\u00a02027.",
      refus_action: "refuser la reconduction",
    });
  });

  it("says which visits are still owed until the period ends", () => {
    expect(content().visites_restantes).toBe(
      "Quelle que soit votre décision, la visite encore prévue reste due jusqu’au 14\u00a0mars\u00a02027.",
    );
  });

  it("writes to a co-ownership at its syndic's", () => {
    const clients = [
      client({
        name: "Copropriété Les Tilleuls",
        type: "association",
        address: "1 place Haute",
        billingName: "Cabinet Durand, syndic",
        billingAddress: "9 quai Bas",
        billingPostcode: "37000",
        billingCity: "Tours",
      }),
    ];
    expect(content({ clients })).toMatchObject({
      client_nom: "Copropriété Les Tilleuls\nCabinet Durand, syndic",
      client_adresse: "9 quai Bas\n37000 Tours",
      client_appel: "Madame, Monsieur",
    });
  });

  it("gives the termination page only for a contract concluded online", () => {
    const withPage = { ...firm, terminationUrl: "https://moreau.example/resilier" };
    expect(content({ settings: withPage }).refus_url).toBe("");
    const contracts = [contract({ subscribedOnline: true })];
    expect(content({ settings: withPage, contracts }).refus_url).toBe("https://moreau.example/resilier");
  });

  it("says which letter a corrected one replaces, if that one was sent", () => {
    const sent = letter({ deadline: "2027-02-14", sentOn: "2026-12-20", generatedOn: "2026-12-18" });
    expect(content({ letters: [sent] }).remplacement).toBe(
      "Cette lettre annule et remplace celle du 20\u00a0décembre\u00a02026.",
    );
    expect(content({ letters: [{ ...sent, sentOn: null }] }).remplacement).toBe("");
  });
});

describe("letterRefusals", () => {
  it("lets a complete letter go", () => {
    expect(missing()).toEqual([]);
  });

  it("names the cell of each value that the letter cannot do without", () => {
    expect(missing({ periods: [period({ price: null })] })).toEqual([
      ["periods", "P1-2026-001", "price", { field: "Prix", contract: "2026-001" }],
    ]);
    expect(missing({ periods: [period({ basis: "HT", vatRate: null })] })).toEqual([
      ["periods", "P1-2026-001", "vatRate", { field: "TVA", contract: "2026-001" }],
    ]);
    expect(missing({ clients: [{ ...madameMartin, postcode: null }] })).toEqual([
      ["clients", "C0001", "postcode", { field: "Code postal", contract: "2026-001" }],
    ]);
    expect(missing({ clients: [] })).toEqual([
      ["contracts", "2026-001", "client", { field: "N° client", contract: "2026-001" }],
    ]);
    expect(missing({ settings: { ...firm, firmName: null } })).toEqual([
      ["settings", "firmName", "value", { field: "Nom de l’entreprise", contract: null }],
    ]);
  });

  it("asks for the whole address once", () => {
    expect(missing({ settings: { ...firm, city: null } })).toEqual([
      ["settings", "city", "value", { field: "Ville", contract: null }],
    ]);
  });

  it("refuses a letter whose dates rest on a cell that could not be read, and only that letter", () => {
    const unreadable = (key: string) =>
      ({
        code: "unreadableNumber",
        at: { table: "contracts", key, column: "noticeLength" },
        facts: { text: "deux mois" },
      }) as const;
    expect(letterRefusals(subjectOf(), [unreadable("2026-001")])).toEqual([unreadable("2026-001")]);
    expect(letterRefusals(subjectOf(), [unreadable("2026-002")])).toEqual([]);
  });

  it("refuses every letter when the column of the préavis is missing", () => {
    const gone = {
      code: "missingColumn",
      at: { table: "contracts", column: "noticeLength" },
      facts: { table: "contracts", column: "Préavis" },
    } as const;
    expect(letterRefusals(subjectOf(), [gone])).toEqual([gone]);
  });

  it("refuses a letter of which one may already have been sent in a row that cannot be read", () => {
    const unreadable = (contractNumber: string) =>
      ({
        code: "unreadableDate",
        at: { table: "letters", key: "L9", contract: contractNumber, column: "periodFrom" },
        facts: { text: "mars" },
      }) as const;
    expect(letterRefusals(subjectOf(), [unreadable("2026-001")])).toEqual([unreadable("2026-001")]);
    expect(letterRefusals(subjectOf(), [unreadable("2026-002")])).toEqual([]);
    const gone = { code: "missingTable", at: { table: "letters" }, facts: { table: "letters" } } as const;
    expect(letterRefusals(subjectOf(), [gone])).toEqual([gone]);
  });

  it("refuses a letter whose contract number is there twice", () => {
    const twice = (key: string) =>
      ({
        code: "duplicateKey",
        at: { table: "contracts", key: `${key}~3`, column: "number" },
        facts: { key, firstRow: 2 },
      }) as const;
    expect(letterRefusals(subjectOf(), [twice("2026-001")])).toEqual([twice("2026-001")]);
    expect(letterRefusals(subjectOf(), [twice("2026-002")])).toEqual([]);
  });

  it("refuses a letter without a recorded period while a period says of no contract", () => {
    const stray = { code: "missingValue", at: { table: "periods", key: "P9", column: "contract" }, facts: {} } as const;
    const recorded = period({ number: 2, from: "2027-03-15" });
    expect(letterRefusals(subjectOf({}), [stray])).toEqual([]);
    expect(letterRefusals(subjectOf({ periods: [period(), recorded] }, "2028-01-11"), [stray])).toEqual([]);
    expect(letterRefusals(subjectOf({}, "2028-01-11"), [stray])).toEqual([stray]);
    const letterOfNobody = { ...stray, at: { ...stray.at, table: "letters" } } as const;
    expect(letterRefusals(subjectOf({}, "2028-01-11"), [letterOfNobody])).toEqual([]);
  });

  it.each([
    ["the day from which the contract is followed", { table: "contracts", key: "2026-001", column: "followedSince" }],
    ["the identity of the register", { table: "settings", key: "registerId", column: "value" }],
  ] as const)("refuses a letter that rests on %s when it cannot be read", (_, at) => {
    const found = { code: "unreadableDate", at, facts: { text: "?" } } as const;
    expect(letterRefusals(subjectOf(), [found])).toEqual([found]);
  });

  it("accepts a date that was typed as text but could be read", () => {
    const text = {
      code: "dateIsText",
      at: { table: "contracts", key: "2026-001", column: "startsOn" },
      facts: { text: "15/03/2026", date: "2026-03-15" },
    } as const;
    expect(letterRefusals(subjectOf(), [text])).toEqual([]);
  });
});
