import { expect, it } from "@jest/globals";
import { after, contextOn, reasons } from "../../tests/builders/context";
import { contract, intervention, register } from "../../tests/builders/register";
import { repairKeys } from "./repairKeys";

const context = contextOn("2026-11-24");

it("gives keys to rows that have none and to copied ones", () => {
  const before = register({
    contracts: [contract(), contract({ number: "2026-001~7" })],
    interventions: [intervention(), intervention({ id: "~12" })],
  });
  const rows = [
    { table: "contracts", key: "2026-001~7" },
    { table: "interventions", key: "~12" },
  ] as const;
  const repaired = after(before, repairKeys(before, { rows }, context));
  expect(repaired.contracts.map(({ number }) => number)).toEqual(["2026-001", "2026-002"]);
  expect(repaired.interventions.map(({ id }) => id)).toEqual(["I1", "I-new1"]);
  expect(reasons(repairKeys(repaired, { rows }, context))).toEqual(["unknownRow"]);
});
