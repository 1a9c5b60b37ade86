import { expect, it } from "@jest/globals";
import { planOf } from "../../../domain/plan/plan";
import { client, contract, equipment, period, register } from "../../../tests/builders/register";
import { found, matching, searchableContracts } from "./searchable";

const plan = planOf(
  register({
    clients: [
      client({ name: "Lefèvre", city: "Saint-Étienne", phone: "06 12 34 56 78" }),
      client({ number: "C0002", name: "Martin", city: "Rezé", phone: "+33 (0)7 98 76 54 32" }),
    ],
    contracts: [contract(), contract({ number: "2026-002", client: "C0002" })],
    periods: [period(), period({ contract: "2026-002" })],
    equipment: [
      equipment({ brand: "Frisquet", serial: "21 2345-6789 AB" }),
      equipment({ id: "E2", contract: "2026-002", brand: "Saunier Duval", serial: "FX33061200" }),
    ],
  }),
  [],
  "2026-11-24",
);
const all = searchableContracts(plan.contracts);
const keys = (typed: string) => matching(all, typed).map(({ key }) => key);

it.each<[string, string, string]>([
  ["a name without its accent", "lefevre", "2026-001"],
  ["a town and a brand", "rezé saunier", "2026-002"],
  ["a contract number without its hyphen", "2026002", "2026-002"],
  ["a serial number as it is written", "21 2345-6789 AB", "2026-001"],
  ["a serial number without spaces nor hyphens", "2123456789", "2026-001"],
  ["a serial number with other spaces", "21 23 45 67 89 ab", "2026-001"],
  ["a serial number that looks like a phone abroad", "33061200", "2026-002"],
  ["a phone without spaces", "0612345678", "2026-001"],
  ["a phone with points", "06.12.34.56.78", "2026-001"],
  ["a phone from abroad", "+33 6 12 34 56 78", "2026-001"],
  ["a phone from abroad as it is printed on cards", "+33 (0)6 12 34 56 78", "2026-001"],
  ["a phone from abroad with two zeros", "0033 6 12 34 56 78", "2026-001"],
  ["the end of a phone", "34 56 78", "2026-001"],
  ["a phone that was typed for abroad, by its own digits", "07 98 76 54 32", "2026-002"],
])("finds a contract by %s", (_, typed, contractNumber) => {
  expect(keys(typed)).toEqual([contractNumber]);
});

it("finds all while nothing is typed, and none by what nobody wrote", () => {
  expect(keys("")).toEqual(["2026-001", "2026-002"]);
  expect(keys("durand")).toEqual([]);
  expect(keys("+33 (0)6 99 99 99 99")).toEqual([]);
  expect(found(all, "")).toEqual([]);
});
