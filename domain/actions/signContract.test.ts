import { describe, expect, it } from "@jest/globals";
import { after, contextOn, reasons } from "../../tests/builders/context";
import { client, contract, register } from "../../tests/builders/register";
import { numbersOf } from "./numbering";
import { signContract } from "./signContract";
import type { SignatureInput } from "./signContract";

const context = contextOn("2026-11-24");
const firm = register({ clients: [client()], contracts: [contract({ number: "2026-013" })] });
const typed: SignatureInput = {
  client: { new: { name: "Durand", city: "Lyon" } },
  contract: { startsOn: "2026-12-01", signedOn: "2026-11-24" },
  period: { price: 15000, vatRate: 1000, services: "Entretien annuel" },
  equipment: [{ category: "gasBoiler", brand: "Saunier" }],
};
const sign = (change: Partial<SignatureInput>) => signContract(firm, { ...typed, ...change }, context);

describe("signing a contract", () => {
  it("writes the client, the contract, its first period and its appliances", () => {
    const { clients, contracts, periods, equipment } = after(firm, sign({}));
    expect(clients.at(-1)).toMatchObject({ number: "C0002", name: "Durand", city: "Lyon", type: null });
    expect(contracts.at(-1)).toMatchObject({ number: "2026-014", client: "C0002", firstMonths: 12, renewalMonths: 12 });
    expect(periods).toMatchObject([
      { contract: "2026-014", number: 1, from: "2026-12-01", to: "2027-11-30", price: 15000, basis: "TTC" },
    ]);
    expect(equipment).toMatchObject([{ contract: "2026-014", category: "gasBoiler", brand: "Saunier" }]);
  });

  it("takes a client of the register, a free number and another échéance as they are typed", () => {
    const { clients, contracts, periods } = after(
      firm,
      sign({
        client: { existing: "C0001" },
        contract: { number: " CH-7 ", startsOn: "2026-12-01" },
        period: { price: 15000, to: "2027-12-31" },
      }),
    );
    expect(clients).toHaveLength(1);
    expect(contracts.at(-1)).toMatchObject({ number: "CH-7", client: "C0001" });
    expect(periods.map(({ to }) => to)).toEqual(["2027-12-31"]);
  });

  it.each<[string, Partial<SignatureInput>, string[]]>([
    ["an unknown client", { client: { existing: "C0009" } }, ["unknownClient"]],
    ["a client without a name", { client: { new: { name: " " } } }, ["missing"]],
    ["a client number that is taken", { client: { new: { name: "Durand", number: "C0001" } } }, ["numberTaken"]],
    ["a number that is taken", { contract: { number: "2026-013", startsOn: "2026-12-01" } }, ["numberTaken"]],
    ["no effective date", { contract: {} }, ["missing"]],
    ["a signature in the future", { contract: { startsOn: "2026-12-01", signedOn: "2026-11-25" } }, ["dateInFuture"]],
    ["no price", { period: { price: null } }, ["missing"]],
    ["half a cent and no length", { contract: { startsOn: "2026-12-01", firstMonths: 0 }, period: { price: 0.5 } }, ["notANumber", "notANumber"]], // prettier-ignore
    ["an échéance before the start", { period: { price: 1, to: "2026-11-30" } }, ["dateBefore"]],
  ])("is refused with %s", (_, change, expected) => {
    expect(reasons(sign(change))).toEqual(expected);
  });

  it("proposes the number after the highest of the year", () => {
    const contracts = ["2025-200", "2026-9", "2026-010", "2026-A", "CH-7"].map((number) => contract({ number }));
    expect(numbersOf(register({ contracts }), "2026-11-24").nextContract()).toBe("2026-011");
    expect(numbersOf(register({ contracts }), "2027-01-02").nextContract()).toBe("2027-001");
    expect(numbersOf(register(), "2026-11-24").nextClient()).toBe("C0001");
  });
});
