import { describe, expect, it } from "@jest/globals";
import { after, contextOn, reasons } from "../../tests/builders/context";
import { contract, period, register } from "../../tests/builders/register";
import { announceRenewal } from "./announceRenewal";
import type { AnnouncementInput } from "./announceRenewal";

const firm = register({ contracts: [contract()], periods: [period()] });
const announce = (input: Partial<AnnouncementInput>, on = firm) =>
  announceRenewal(on, { contract: "2026-001", price: 12900, ...input }, contextOn("2026-11-24"));

describe("announcing a renewal", () => {
  it("keeps what will change for the letter and the renewal", () => {
    const announced = after(firm, announce({ basis: "TTC", services: "Deux visites", reason: "Hausse des pièces" }));
    expect(announced.contracts).toMatchObject([
      { nextPrice: 12900, nextBasis: "TTC", nextServices: "Deux visites", nextReason: "Hausse des pièces" },
    ]);
    expect(announce({})).toMatchObject({ summary: { facts: { from: "2027-03-15", price: 12900 } } });
  });

  it("takes an announcement back with blanks", () => {
    expect(after(after(firm, announce({})), announce({ price: null }, after(firm, announce({}))))).toEqual(firm);
  });

  it("says that a price was taken back, not that it stays", () => {
    const announced = after(firm, announce({}));
    expect(announce({ price: null }, announced)).toMatchObject({
      summary: { facts: { price: null, withdrawn: true } },
    });
    expect(announce({ price: null, services: "Deux visites" })).toMatchObject({
      summary: { facts: { price: null, withdrawn: false } },
    });
  });

  it("asks the price of a renewal of another length, and lets it be taken back", () => {
    const longFirst = { ...firm, contracts: [contract({ firstMonths: 36 })] };
    expect(reasons(announce({ price: null, services: "Deux visites" }, longFirst))).toEqual(["priceUnknown"]);
    const announced = after(longFirst, announce({}, longFirst));
    expect(after(announced, announce({ price: null }, announced))).toEqual(longFirst);
  });

  it("is refused for a contract that ends, and while a renewal is not recorded", () => {
    const refusing = { ...firm, contracts: [contract({ refusalOn: "2026-11-02" })] };
    expect(reasons(announce({}, refusing))).toEqual(["refusalRecorded"]);
    const late = announceRenewal(firm, { contract: "2026-001", price: 12900 }, contextOn("2027-04-01"));
    expect(reasons(late)).toEqual(["renewalNotRecorded"]);
    expect(reasons(announce({ price: -1 }))).toEqual(["notANumber"]);
  });
});
