import { describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import { after, contextOn } from "../../tests/builders/context";
import { client, contract, register } from "../../tests/builders/register";
import { sheetOf } from "../../tests/builders/sheet";
import { importRows } from "../actions/importRows";
import { addDays } from "../dates/civilDate";
import type { CivilDate } from "../dates/civilDate";
import { digestSections } from "../digest/digestOf";
import { catalogues } from "../i18n";
import { obligations } from "../obligations/obligations";
import { planOf } from "../plan/plan";
import { findLists } from "./findLists";
import { importInput } from "./importInput";
import type { ImportAnswers } from "./importInput";
import type { ImportField, ListLayout, ListRow, ListValue } from "./list";
import { readList } from "./readList";

const today: CivilDate = "2026-11-24";
const layout: ListLayout = { sheet: "Feuil1", headerRows: [1], firstDataRow: 2, lastDataRow: 9, columns: [] };
const answers: ImportAnswers = {
  followedSince: today,
  invoiced: "asListed",
  paid: "asListed",
  visited: "asListed",
  letterSent: "asListed",
  noticeMonths: 2,
  basis: "TTC",
};
const dupont = { clientName: "DUPONT Jean", address: "12 rue Haute", postcode: "44000", city: "Nantes" } as const;
type Values = Partial<Record<ImportField, ListValue>>;
const rowsOf = (...lines: readonly Values[]): ListRow[] => lines.map((values, i) => ({ row: i + 2, values }));

function taken(lines: readonly Values[], change: Partial<ImportAnswers> = {}, before = register()) {
  const { input, problems } = importInput(rowsOf(...lines), layout, before, { ...answers, ...change }, today);
  const after_ = input.lines.length === 0 ? before : after(before, importRows(before, input, contextOn(today)));
  return { ...after_, codes: problems.map(({ code, row }) => `${code} ${String(row)}`), input };
}

describe("what a list becomes", () => {
  it("splits the name, keeps the price as typed, and counts the current period from the start", () => {
    const found = taken([{ ...dupont, civility: "M.", startsOn: "2022-03-15", priceExclTax: 10000, vatRate: 1000 }]);
    expect(found.clients).toMatchObject([{ number: "C0001", name: "DUPONT", firstName: "Jean", civility: "M." }]);
    expect(found.contracts).toMatchObject([{ number: "2026-001", startsOn: "2022-03-15", noticeLength: 2 }]);
    expect(found.periods).toMatchObject([
      { number: 5, from: "2026-03-15", to: "2027-03-14", price: 10000, basis: "HT", vatRate: 1000 },
    ]);
  });

  it.each<[string, Values, readonly [string, string]]>([
    ["signature and length", { signedOn: "2024-03-15", durationMonths: 24 }, ["2026-03-15", "2028-03-14"]],
    ["échéance alone", { endsOn: "2027-01-31" }, ["2026-02-01", "2027-01-31"]],
    ["an anniversary, the day of the start", { startsOn: "2021-05-01", endsOn: "2027-05-01" }, ["2026-05-01", "2027-04-30"]], // prettier-ignore
    ["an échéance that has passed", { endsOn: "2025-01-31" }, ["2026-02-01", "2027-01-31"]],
    ["the last visit", { lastVisitOn: "2026-06-10" }, ["2026-06-10", "2027-06-09"]],
    ["the year of the last visit", { "visitOfYear:2025": true }, ["2026-01-01", "2026-12-31"]],
    ["nothing at all", {}, ["2026-11-24", "2027-11-23"]],
  ])("finds the current period from %s", (_, values, [from, to]) => {
    expect(taken([{ ...dupont, ...values }]).periods).toMatchObject([{ from, to }]);
  });

  it("says where it had to guess a start", () => {
    expect(taken([{ ...dupont, lastVisitOn: "2026-06-10" }]).codes).toEqual(["startGuessed 2"]);
    expect(taken([dupont]).codes).toEqual(["startMissing 2"]);
  });

  it("gives two contracts of the same name and address one client", () => {
    const found = taken([
      { ...dupont, contractId: "A1", startsOn: "2024-01-01", equipment: "Chaudière gaz" },
      { ...dupont, clientName: "Dupont jean", contractId: "A2", startsOn: "2024-01-01", equipment: "Ramonage" },
    ]);
    expect(found.clients).toHaveLength(1);
    expect(found.contracts.map(({ number, client: of }) => [number, of])).toEqual([
      ["A1", "C0001"],
      ["A2", "C0001"],
    ]);
  });

  it("adds the appliance of a second row of the same contract, and takes a double once", () => {
    const first = { ...dupont, contractId: "A1", startsOn: "2024-01-01", equipment: "Chaudière gaz" };
    const found = taken([first, { ...first, equipment: "Clim" }, first]);
    expect(found.contracts).toHaveLength(1);
    expect(found.equipment.map(({ category }) => category)).toEqual(["gasBoiler", "airConditioning"]);
  });

  it("proposes numbers that no other line bears, and keeps the one that two clients had", () => {
    const found = taken([
      { ...dupont, startsOn: "2024-01-01" },
      { clientName: "Petit", contractId: "2026-001", startsOn: "2024-01-01" },
      { clientName: "Roux", contractId: "2026-001", startsOn: "2024-01-01" },
    ]);
    expect(found.contracts.map(({ number }) => number)).toEqual(["2026-002", "2026-001", "2026-003"]);
    expect(found.contracts[2]?.notes).toContain("N° de contrat : 2026-001");
  });

  it("leaves out what is in the register already, and says so", () => {
    const before = register({ clients: [client()], contracts: [contract()] });
    const found = taken([{ ...dupont, contractId: "2026-001", startsOn: "2024-01-01" }], {}, before);
    expect([found.contracts.length, found.codes]).toEqual([1, ["alreadyInRegister 2"]]);
  });

  it("imports the good lines and reports the one without a name", () => {
    const found = taken([
      { contractId: "A1", startsOn: "2024-01-01" },
      { ...dupont, startsOn: "2024-01-01" },
    ]);
    expect([found.contracts.length, found.codes]).toEqual([1, ["nameMissing 2"]]);
  });

  it("ends what the list says is over", () => {
    const found = taken([
      { ...dupont, startsOn: "2022-01-01", status: "Résilié le 12/03/2026" },
      { clientName: "Petit", startsOn: "2022-01-01", status: "En cours" },
    ]);
    expect(found.contracts.map(({ terminatedOn }) => terminatedOn)).toEqual(["2026-03-12", null]);
  });
});

describe("the facts of the current period", () => {
  const line = { ...dupont, startsOn: "2022-09-15", priceInclTax: 12000 } as const;

  it("are those of the list where the user says so", () => {
    const found = taken([{ ...line, invoicedOn: "2026-09-20", invoiceNumber: "F1", paid: true, lastVisitOn: "2026-10-02" }]); // prettier-ignore
    expect(found.invoices).toMatchObject([{ number: "F1", issuedOn: "2026-09-20", paidOn: "2026-09-20", period: 5 }]);
    expect(found.interventions).toMatchObject([{ doneOn: "2026-10-02" }]);
  });

  it("are not those of an earlier period, but its visit is a fact", () => {
    const found = taken([{ ...line, invoicedOn: "2025-09-20", lastVisitOn: "2025-10-02" }]);
    expect(found.invoices).toEqual([]);
    expect(found.interventions).toMatchObject([{ doneOn: "2025-10-02" }]);
  });

  it("are all done, or none, where the user says so", () => {
    const all = taken([line], { invoiced: "all", visited: "all", letterSent: "all" });
    expect([all.invoices.length, all.interventions.length]).toEqual([1, 1]);
    const none = taken([{ ...line, invoicedOn: "2026-09-20", lastVisitOn: "2026-10-02" }], { invoiced: "none", visited: "none" }); // prettier-ignore
    expect([none.invoices.length, none.interventions.length]).toEqual([0, 0]);
  });

  it("an invoice that the list says is unpaid is unpaid", () => {
    expect(taken([{ ...line, invoicedOn: "2026-11-20", paid: false }]).invoices).toMatchObject([{ paidOn: null }]);
  });
});

describe("whatever the list", () => {
  const day = fc.integer({ min: -2500, max: 900 }).map((n) => addDays(today, n));
  const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined });
  const line = fc
    .record({
      clientName: fc.constantFrom("Petit", "DUPONT Jean", "Roux", "Morel", ""),
      contractId: maybe(fc.constantFrom("A1", "A2", "A3", "2026-001")),
      equipment: maybe(fc.constantFrom("Chaudière gaz", "PAC", "Poêle + Ramonage", "VMC")),
      startsOn: maybe(day),
      endsOn: maybe(day),
      signedOn: maybe(day),
      lastVisitOn: maybe(fc.oneof(day, fc.boolean())),
      nextVisit: maybe(fc.oneof(fc.integer({ min: 1, max: 12 }), day)),
      invoicedOn: maybe(fc.oneof(day, fc.boolean())),
      paid: maybe(fc.boolean()),
      letterSentOn: maybe(fc.oneof(day, fc.boolean())),
      durationMonths: maybe(fc.constantFrom(12, 24, 36, 7.5)),
      noticeMonths: maybe(fc.constantFrom(1, 2, 3, 1.5)),
      priceInclTax: maybe(fc.integer({ min: 0, max: 90_000 })),
      renewal: maybe(fc.constantFrom("tacit", "express", "none")),
      status: maybe(fc.constantFrom("résilié", "actif", "suspendu")),
    })
    .map((values) => Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as Values);
  const say = fc.constantFrom("all" as const, "none" as const, "asListed" as const);

  it("every line is taken or reported, and nothing is late on the first day", () => {
    fc.assert(
      fc.property(
        fc.array(line, { minLength: 1, maxLength: 12 }),
        say,
        say,
        say,
        (lines, invoiced, visited, letterSent) => {
          const before = register();
          const { input, problems } = importInput(rowsOf(...lines), layout, before, { ...answers, invoiced, visited, letterSent }, today); // prettier-ignore
          expect(problems.filter(({ code }) => code === "refused")).toEqual([]);
          if (input.lines.length === 0) return;
          const imported = after(before, importRows(before, input, contextOn(today)));
          expect(obligations(imported, today).filter(({ state }) => state === "overdue")).toEqual([]);
        },
      ),
      { numRuns: 300 },
    );
  });

  it("where all is said to be done, nothing is asked for but what comes due from now on", () => {
    fc.assert(
      fc.property(fc.array(line, { minLength: 1, maxLength: 40 }), (lines) => {
        const before = register();
        const all = { ...answers, invoiced: "all", visited: "all", letterSent: "all" } as const;
        const { input } = importInput(rowsOf(...lines), layout, before, all, today);
        if (input.lines.length === 0) return;
        const plan = planOf(after(before, importRows(before, input, contextOn(today))), [], today);
        const shown = digestSections(plan, new Map() as never, catalogues.fr)
          .filter(({ id }) => !["rowsToFix", "visits", "renewals", "refusedVisitsLeft"].includes(id))
          .flatMap(({ items }) => items);
        expect(shown).toEqual([]);
      }),
      { numRuns: 100 },
    );
  });
});

it("a whole list goes from the sheet to the register", () => {
  const sheet = sheetOf([
    ["Nos contrats 2026"],
    ["N° contrat", "Client", "Adresse", "CP", "Ville", "Chaudière", "Échéance", "Prix TTC", "Tél"],
    ["12", "M. DUPONT Jean", "1 rue Haute", "1000", "Bourg", "Frisquet gaz", "31/03/2027", "120 €", "639981201"],
    ["13", "Mme ROUX", "2 rue Basse", "44000", "Nantes", "Chaudière fioul", "pas sûr", "130", "x"],
    ["Total", "", "", "", "", "", "", "250"],
  ]);
  const [found] = findLists([sheet], today);
  if (found === undefined) throw new Error("No list");
  const { rows, problems } = readList(sheet, found, today);
  expect(problems.map(({ row, column, code }) => [row, column, code])).toEqual([
    [4, "G", "unreadableDate"],
    [4, "I", "unreadablePhone"],
  ]);
  const { input } = importInput(rows, found, register(), answers, today);
  expect(input.lines).toMatchObject([
    {
      client: { new: { civility: "M.", name: "DUPONT", firstName: "Jean", postcode: "01000", phone: "0639981201" } },
      contract: { number: "12" },
      period: { price: 12000, basis: "TTC", to: "2027-03-31" },
    },
    { client: { new: { name: "ROUX" } }, contract: { number: "13", notes: "Échéance : pas sûr\nTél : x" } },
  ]);
});
