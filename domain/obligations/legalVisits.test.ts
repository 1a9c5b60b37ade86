import { describe, expect, it } from "@jest/globals";
import { owed } from "../../tests/builders/owed";
import { contract, equipment, intervention } from "../../tests/builders/register";
import type { CivilDate } from "../dates/civilDate";
import type { Contract, Equipment, Intervention } from "../workbook/schema";

/* Contract 2026-001 runs from 15 March 2026. */

const done = (doneOn: CivilDate, values: Partial<Intervention> = {}) =>
  intervention({ id: `I-${doneOn}`, doneOn, ...values });
const legalOn = (
  today: CivilDate,
  machine: Partial<Equipment>,
  visits: readonly Intervention[] = [],
  terms: Partial<Contract> = {},
) =>
  owed("legalVisit", today, { contracts: [contract(terms)], equipment: [equipment(machine)], interventions: visits });

describe("a boiler, each calendar year", () => {
  it("is due until 31 December, then overdue", () => {
    expect(legalOn("2026-12-31", {})).toEqual(["1 E1 2026-03-15..2026-12-31 due"]);
    expect(legalOn("2027-01-01", {})).toEqual(["1 E1 2026-03-15..2026-12-31 overdue"]);
  });

  it("once visited in January may wait until December of the next year", () => {
    expect(legalOn("2026-06-01", {}, [done("2026-04-02")])).toEqual(["1 E1 2026-03-15..2026-12-31 done"]);
    expect(legalOn("2028-06-01", {}, [done("2026-04-02"), done("2027-01-05")])).toEqual([
      "3 E1 2028-01-01..2028-12-31 due",
    ]);
  });

  it("begins in the year after its commissioning", () => {
    expect(legalOn("2026-06-01", { commissionedOn: "2026-02-01" })).toEqual(["1 E1 2027-01-01..2027-12-31 upcoming"]);
    expect(legalOn("2026-06-01", { commissionedOn: "2015-02-01" })).toEqual(["1 E1 2026-03-15..2026-12-31 due"]);
  });

  it("begins in the year after it took the place of another, unless its own commissioning is known", () => {
    const swapped = { replaces: "E0", coveredFrom: "2026-11-26" } as const;
    expect(legalOn("2026-11-26", swapped)).toEqual(["1 E1 2027-01-01..2027-12-31 upcoming"]);
    expect(legalOn("2026-11-26", { ...swapped, commissionedOn: "2019-05-02" })).toEqual([
      "1 E1 2026-11-26..2026-12-31 due",
    ]);
  });

  it("is not claimed for years before the contract is followed", () => {
    const visits = [done("2023-05-01")];
    expect(legalOn("2027-06-01", {}, visits, { followedSince: "2027-05-01" })).toEqual([
      "2 E1 2027-05-01..2027-12-31 due",
    ]);
  });
});

describe("a rolling rhythm", () => {
  it("gives a heat pump or an air conditioning 24 months from visit to visit", () => {
    expect(legalOn("2026-06-01", { category: "heatPump" }, [done("2025-09-10")])).toEqual([
      "1 E1 2027-07-10..2027-09-10 upcoming",
    ]);
    expect(legalOn("2027-09-11", { category: "airConditioning" }, [done("2025-09-10")])).toEqual([
      "2 E1 2027-07-10..2027-09-10 overdue",
    ]);
  });

  it.each([["stove"], ["insert"], ["cooker"], ["gasWaterHeater"], ["flue"]] as const)(
    "gives a %s 12 months",
    (category) => {
      expect(legalOn("2026-12-01", { category }, [done("2026-01-20")])).toEqual(["1 E1 2026-11-20..2027-01-20 due"]);
    },
  );

  it("gives a collective flue 6 months, 12 where it serves gas alone", () => {
    const visits = [done("2026-04-20")];
    expect(legalOn("2026-06-01", { category: "flue", flue: "collective" }, visits)).toEqual([
      "1 E1 2026-09-20..2026-10-20 upcoming",
    ]);
    expect(legalOn("2026-06-01", { category: "flue", flue: "collectiveGas" }, visits)).toEqual([
      "1 E1 2027-02-20..2027-04-20 upcoming",
    ]);
  });

  it("starts with the contract, the cover or the commissioning, whichever is the latest, when no visit is known", () => {
    expect(legalOn("2026-06-01", { category: "flue" })).toEqual(["1 E1 2027-01-15..2027-03-15 upcoming"]);
    expect(legalOn("2026-06-01", { category: "flue", coveredFrom: "2026-05-01" })).toEqual([
      "1 E1 2027-03-01..2027-05-01 upcoming",
    ]);
    expect(legalOn("2026-06-01", { category: "heatPump", commissionedOn: "2026-04-01" })).toEqual([
      "1 E1 2028-02-01..2028-04-01 upcoming",
    ]);
  });

  it("counts a visit made before the contract was followed", () => {
    expect(legalOn("2027-06-01", { category: "flue" }, [done("2026-08-01")], { followedSince: "2027-05-20" })).toEqual([
      "2 E1 2027-06-01..2027-08-01 due",
    ]);
  });

  it("whose limit passed before the contract is followed leaves a month", () => {
    expect(legalOn("2027-06-01", { category: "flue" }, [done("2025-08-01")], { followedSince: "2027-05-20" })).toEqual([
      "2 E1 2027-05-20..2027-06-20 due",
    ]);
  });

  it("of 29 February is clipped to the last day of the month", () => {
    expect(legalOn("2028-06-01", { category: "flue" }, [done("2028-02-29")])).toEqual([
      "3 E1 2028-12-28..2029-02-28 upcoming",
    ]);
  });
});

describe("the visit that the contract plans", () => {
  it("clears the legal one too, whatever equipment it names", () => {
    expect(legalOn("2026-06-01", {}, [done("2026-05-01", { equipment: "E1" })])[0]).toMatch(/done$/);
    expect(legalOn("2026-06-01", {}, [done("2026-05-01")])[0]).toMatch(/done$/);
    expect(legalOn("2026-06-01", {}, [done("2026-05-01", { equipment: "E9" })])[0]).toMatch(/due$/);
  });

  it("does not when it was partial, cancelled or a repair", () => {
    const visits = [
      done("2026-05-01", { outcome: "partial" }),
      done("2026-05-02", { outcome: "cancelled" }),
      done("2026-05-03", { kind: "repair" }),
    ];
    expect(legalOn("2026-06-01", {}, visits)[0]).toMatch(/due$/);
  });
});

describe("nothing is owed by law", () => {
  it("after the end of the contract, or when the limit falls after it", () => {
    expect(legalOn("2026-10-01", {}, [], { terminatedOn: "2026-10-01" })).toEqual([]);
    expect(legalOn("2026-09-01", { category: "flue" }, [], { terminatedOn: "2026-10-01" })).toEqual([]);
    expect(legalOn("2026-09-01", {}, [], { refusalOn: "2026-08-01" })).toEqual(["1 E1 2026-03-15..2026-12-31 due"]);
    expect(legalOn("2027-02-01", {}, [done("2026-05-01")], { refusalOn: "2026-08-01" })).toEqual([]);
  });

  it("for an equipment removed or replaced", () => {
    expect(legalOn("2026-10-01", { coveredTo: "2026-09-30" })).toEqual([]);
    const swapped = [equipment({ id: "E1" }), equipment({ id: "E2", replaces: "E1", coveredFrom: "2026-09-01" })];
    expect(owed("legalVisit", "2026-10-01", { equipment: swapped })).toEqual(["1 E2 2027-01-01..2027-12-31 upcoming"]);
  });

  it("inside a suspension; what fell into it is due when it ends", () => {
    const suspension = { suspendedFrom: "2026-03-01", suspendedTo: "2027-04-30" } as const;
    expect(legalOn("2026-10-01", {}, [], { ...suspension, suspendedTo: null })).toEqual([]);
    expect(legalOn("2026-10-01", {}, [], suspension)).toEqual(["1 E1 2027-05-01..2027-12-31 upcoming"]);
    expect(legalOn("2027-05-10", { category: "flue" }, [], suspension)).toEqual(["2 E1 2027-05-01..2027-06-01 due"]);
  });
});

describe("a suspension that takes a part of the time for a legal visit", () => {
  const flue = (suspendedFrom: CivilDate, suspendedTo: CivilDate | null) =>
    legalOn("2027-05-10", { category: "flue" }, [], { suspendedFrom, suspendedTo });

  it("never brings its limit forward: one that falls inside moves to the end", () => {
    expect(flue("2027-02-01", "2027-04-30")).toEqual(["2 E1 2027-05-01..2027-06-01 due"]);
    expect(flue("2027-02-01", null)).toEqual([]);
  });

  it("changes nothing where the limit lies outside it", () => {
    expect(flue("2027-02-01", "2027-02-28")).toEqual(["2 E1 2027-01-15..2027-03-15 overdue"]);
    expect(flue("2026-12-01", "2027-02-28")).toEqual(["2 E1 2027-01-15..2027-03-15 overdue"]);
    expect(flue("2027-03-16", null)).toEqual(["2 E1 2027-01-15..2027-03-15 overdue"]);
  });
});

describe("a leak check", () => {
  const cooling = { category: "airConditioning", refrigerant: "R410A", charge: 3, power: 80 } as const;

  it("is owed by the charge, and made by a check, not by a visit", () => {
    expect(legalOn("2026-06-01", cooling)).toEqual(["1 E1 2027-01-15..2027-03-15 upcoming"]);
    expect(legalOn("2026-06-01", cooling, [done("2026-05-01")])).toEqual(["1 E1 2027-01-15..2027-03-15 upcoming"]);
    expect(legalOn("2026-06-01", cooling, [done("2026-05-01", { kind: "inspection" })])).toEqual([
      "1 E1 2027-03-01..2027-05-01 upcoming",
    ]);
  });

  it("is owed beside the legal visit", () => {
    expect(legalOn("2026-06-01", { ...cooling, power: 12 })).toEqual([
      "1 E1 2028-01-15..2028-03-15 upcoming",
      "1 E1 2027-01-15..2027-03-15 upcoming",
    ]);
  });
});
