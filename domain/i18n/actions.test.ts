import { describe, expect, it } from "@jest/globals";
import type { ActionWords } from "../actions/actionWords";
import { actions as english } from "./en/actions";
import { actions as french } from "./fr/actions";

/** Every fact that a sentence may ask for. */
const facts = {
  ...{ contract: "2026-001", client: "C0001", equipment: "E1", intervention: "I1", invoice: "FA-1", number: "FA-1" },
  ...{ date: "2026-11-24", earliest: "2026-11-01", on: "2026-11-24", from: "2026-12-01", to: "2027-11-30" },
  ...{ table: "contracts", column: "startsOn", key: "2026-001", proposed: "2026-014", most: 7000, amount: 12000 },
  ...{
    name: "Durand",
    outcome: "partial",
    timing: "late",
    until: "2027-03-14",
    price: 12000,
    revised: true,
    withdrawn: false,
  },
  ...{ period: { from: "2026-12-01", to: "2027-11-30" }, contracts: ["2026-001", "2026-002"], rows: 2 },
  ...{
    renewed: ["2026-001"],
    announced: ["2026-001"],
    rewritten: ["2026-001"],
    unrevised: ["2026-001"],
    unpriced: ["2026-001"],
    skipped: [{}],
    followedSince: "2026-11-24",
  },
  ...{ action: "renew", batch: "B1" },
} as never;

type Sentences = Readonly<Record<string, (facts: never) => string>>;
const said = (sentences: Sentences) => Object.entries(sentences).map(([code, say]) => [code, say(facts)] as const);

describe.each<[string, ActionWords]>([
  ["French", french],
  ["English", english],
])("what the actions say in %s", (_, words) => {
  it.each(said(words.refusals))("%s tells what stands in the way, then what to do: %s", (_code, text) => {
    expect(text).toMatch(/^[«“\p{Lu}\d].+[.] \p{Lu}.+[.]$/u);
    expect(text).not.toMatch(/undefined|null|NaN|\[object|'/);
  });

  it.each(said(words.summaries))("%s is a whole sentence: %s", (_code, text) => {
    expect(text).toMatch(/^[«“\p{Lu}\d].+[.]$/u);
    expect(text).not.toMatch(/undefined|null|NaN|\[object|'/);
  });
});

it("tells an amount, a count and a state as one says them", () => {
  expect(french.summaries.markInvoiced({ number: "FA-7", contracts: ["2026-001"], amount: 12000 })).toBe(
    "Facture FA-7 de 120,00\u00a0€ notée pour le contrat 2026-001.",
  );
  expect(french.summaries.importRows({ contracts: 1, followedSince: "2026-11-24" })).toBe(
    "1 contrat repris, suivi depuis le 24/11/2026.",
  );
  const announced = { contract: "2026-001", from: "2027-03-15", price: null } as const;
  expect(french.summaries.announceRenewal({ ...announced, withdrawn: false })).toBe(
    "Contrat 2026-001 : même prix à partir du 15/03/2027.",
  );
  expect(french.summaries.announceRenewal({ ...announced, withdrawn: true })).toBe(
    "Contrat 2026-001 : le prix annoncé à partir du 15/03/2027 est retiré.",
  );
  expect(
    french.summaries.renewMany({
      renewed: ["2026-001", "2026-002"],
      unpriced: ["2026-002"],
      skipped: [],
    }),
  ).toBe("2 contrats renouvelés. Prix à remplir dans la feuille Périodes : 2026-002.");
  const numbers = Array.from({ length: 7 }, (_, i) => `2026-00${String(i + 1)}`);
  expect(french.summaries.announceMany({ announced: numbers, unrevised: numbers, rewritten: [], skipped: [] })).toBe(
    "Prix notés pour 7 contrats : les lettres le diront. Prix gardé (« ne pas réviser ») : 2026-001, 2026-002, 2026-003, 2026-004, 2026-005 et 2 autres.",
  );
  expect(french.refusals.missing({ table: "contracts", column: "startsOn" })).toBe(
    "« Date d’effet » est vide. Remplissez cette case.",
  );
});
