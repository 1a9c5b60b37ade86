import { describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import { arbitraryRegister, generatedToday } from "../../tests/builders/arbitraryRegister";
import { after, contextOn } from "../../tests/builders/context";
import { client, contract, equipment, letter, period, register, settings } from "../../tests/builders/register";
import { announceMany } from "../actions/announceMany";
import { isRefused } from "../actions/decision";
import { planOf } from "../plan/plan";
import { problem } from "../problem";
import type { Register } from "../register";
import type { Contract, Letter, PeriodRow } from "../workbook/schema";
import { candidatesIn, filtered } from "./candidates";
import { announcementLines, recordingLines, totalsOf } from "./renewalLines";
import type { LineWarning } from "./renewalLines";

const everything = { from: "1900-01-01", to: "2200-12-31" } as const;
const raise = { by: "percent", basisPoints: 200 } as const;

function firmOf(terms: Partial<Contract> = {}, agreed: Partial<PeriodRow> = {}, letters: readonly Letter[] = []) {
  return register({
    clients: [client({ city: "Tours" })],
    contracts: [contract(terms)],
    periods: [period(agreed)],
    equipment: [equipment()],
    letters,
  });
}

const linesOf = (firm: Register, today = "2026-11-24" as const, problems = [] as Parameters<typeof planOf>[1]) => {
  const plan = planOf(firm, problems, today);
  return announcementLines(candidatesIn(plan.contracts, everything), raise, plan);
};
const told = (firm: Register, ...rest: [("2026-11-24" | undefined)?, Parameters<typeof planOf>[1]?]) => {
  const [line] = linesOf(firm, ...rest);
  return {
    after: line?.after,
    codes: [...(line?.refusals ?? []), ...(line?.warnings ?? [])].map(({ code }) => code),
    isProposed: line?.isProposed,
  };
};

describe("the contracts whose period ends in a span", () => {
  const plan = planOf(
    register({
      clients: [client({ city: "Tours" }), client({ number: "C0002", city: "Blois" })],
      contracts: [
        contract({ plan: "Essentiel" }),
        contract({ number: "2026-002", client: "C0002", plan: "Sérénité" }),
        contract({ number: "2026-003", placeCity: "Amboise" }),
        contract({ number: "2026-004", terminatedOn: "2026-10-01" }),
      ],
      periods: ["2026-001", "2026-002", "2026-003", "2026-004"].map((number, i) =>
        period({ contract: number, to: i === 2 ? "2027-02-28" : null, basis: i === 1 ? "HT" : "TTC" }),
      ),
      equipment: [equipment(), equipment({ id: "E2", contract: "2026-002", category: "flue" })],
    }),
    [],
    "2026-11-24",
  );
  const numbers = (candidates: ReturnType<typeof candidatesIn>) =>
    candidates.map(({ planned }) => planned.file.contract.number);
  const all = candidatesIn(plan.contracts, everything);
  const none = { city: null, category: null, plan: null, basis: null };

  it("are listed by that day, without those that are over", () => {
    expect(numbers(all)).toEqual(["2026-003", "2026-001", "2026-002"]);
    expect(numbers(candidatesIn(plan.contracts, { from: "2027-03-14", to: "2027-03-14" }))).toEqual(["2026-001", "2026-002"]); // prettier-ignore
    expect(numbers(candidatesIn(plan.contracts, { from: "2027-03-15", to: "2027-12-31" }))).toEqual([]);
  });

  it("are filtered by the town of the place, the appliance, the plan and the basis of the price", () => {
    expect(numbers(filtered(all, none))).toHaveLength(3);
    expect(numbers(filtered(all, { ...none, city: "Amboise" }))).toEqual(["2026-003"]);
    expect(numbers(filtered(all, { ...none, category: "flue" }))).toEqual(["2026-002"]);
    expect(numbers(filtered(all, { ...none, plan: "Essentiel" }))).toEqual(["2026-001"]);
    expect(numbers(filtered(all, { ...none, basis: "HT" }))).toEqual(["2026-002"]);
    expect(numbers(filtered(all, { ...none, basis: "HT", city: "Tours" }))).toEqual([]);
  });

  it("are found by the last period that was recorded, where silence has begun another", () => {
    const silent = planOf(register({ contracts: [contract()], periods: [period()] }), [], "2027-04-01");
    expect(candidatesIn(silent.contracts, everything).map(({ endsOn }) => endsOn)).toEqual(["2027-03-14"]);
  });
});

describe("the preview of announced prices", () => {
  it("shows the old price and the new one, and proposes what nothing stands against", () => {
    expect(linesOf(firmOf())).toMatchObject([
      { before: 12000, after: 12240, basis: "TTC", isKept: false, refusals: [], warnings: [], isProposed: true },
    ]);
  });

  it("keeps the price of « ne pas réviser » and says so", () => {
    expect(linesOf(firmOf({ neverRevise: true }))).toMatchObject([{ before: 12000, after: 12000, isKept: true }]);
  });

  it.each<[string, Register, string, boolean]>([
    ["the client has refused", firmOf({ refusalOn: "2026-11-02" }), "refusalRecorded", false],
    ["the price is missing", firmOf({}, { price: null }), "priceUnknown", false],
    ["the contract is suspended", firmOf({ suspendedFrom: "2026-10-01" }), "suspended", true],
    ["no rate tells the price with tax", firmOf({}, { basis: "HT", vatRate: null }), "taxUnknown", true],
    ["another price was announced", firmOf({ nextPrice: 13000 }), "announcedBefore", true],
  ])("says that %s", (_, firm, code, isProposed) => {
    expect(told(firm)).toMatchObject({ codes: [code], isProposed });
  });

  it("says that the period is renewed already", () => {
    const firm = firmOf();
    const periods = [...firm.periods, period({ id: "P2", number: 2, from: "2027-03-15" })];
    expect(told({ ...firm, periods })).toMatchObject({ codes: ["alreadyRenewed"], isProposed: false });
  });

  it("says that the letter has left with another price, and leaves the choice to the user", () => {
    const sent = letter({ deadline: "2027-01-14", sentOn: "2026-11-20", generatedOn: "2026-11-10" });
    const firm = (terms: Partial<Contract>) => firmOf({ noticeLength: 2, ...terms }, {}, [sent]);
    expect(told(firm({}))).toMatchObject({ codes: ["noticeSent"], isProposed: false });
    expect(told(firm({ nextPrice: 12240 })).codes).toEqual([]);
  });

  it("says that the last legal day has passed without a letter, and leaves the choice to the user", () => {
    const plan = planOf(firmOf({ noticeLength: 2 }), [], "2026-12-15");
    expect(announcementLines(candidatesIn(plan.contracts, everything), raise, plan)).toMatchObject([
      { warnings: [{ code: "noticeLate", lastDay: "2026-12-14", freeFrom: "2027-03-15" }], isProposed: false },
    ]);
    // Past the last day to refuse, too; a letter that lies ready was not sent.
    const ready = letter({ deadline: "2027-01-14", generatedOn: "2026-11-10" });
    const late = planOf(firmOf({ noticeLength: 2 }, {}, [ready]), [], "2027-02-01");
    expect(announcementLines(candidatesIn(late.contracts, everything), raise, late)).toMatchObject([
      { warnings: [{ code: "noticeLate" }], isProposed: false },
    ]);
    const inTime = planOf(firmOf({ noticeLength: 2 }), [], "2026-12-14");
    expect(announcementLines(candidatesIn(inTime.contracts, everything), raise, inTime)[0]?.warnings).toEqual([]);
  });

  it("says that no letter will tell the new price, to a professional or of a renewal that is agreed each time", () => {
    const firm = firmOf();
    const professional = { ...firm, clients: [client({ type: "professional" })] };
    expect(told(professional)).toMatchObject({ codes: ["noLetter"], isProposed: true });
    expect(told({ ...professional, settings: settings({ noticeProfessionals: true }) }).codes).toEqual([]);
    expect(told(firmOf({ renewalKind: "express" }))).toMatchObject({ codes: ["noLetter"], isProposed: true });
    expect(told(firmOf({ renewalKind: "express", nextPrice: 12240 })).codes).toEqual([]);
  });

  it.each<[string, number, readonly LineWarning[]]>([
    ["20 %", 2000, []],
    ["20.01 %", 2001, [{ code: "bigChange", percent: 20 }]],
    ["−35 %", -3500, [{ code: "bigChange", percent: -35 }]],
    ["900 %", 90000, [{ code: "bigChange", percent: 900 }]],
  ])("doubts a price that changes by more than a fifth: %s", (_, basisPoints, warnings) => {
    const plan = planOf(firmOf({}, { price: 100000 }), [], "2026-11-24");
    const revision = { by: "percent", basisPoints } as const;
    const [line] = announcementLines(candidatesIn(plan.contracts, everything), revision, plan);
    expect(line).toMatchObject({ warnings, isProposed: warnings.length === 0 });
  });

  it("says that a letter lies ready, which will be written again", () => {
    const ready = letter({ deadline: "2027-01-14", generatedOn: "2026-11-10" });
    expect(told(firmOf({ noticeLength: 2 }, {}, [ready]))).toMatchObject({ codes: ["letterReady"], isProposed: true });
  });

  it("doubts a price that cannot be read as it was typed", () => {
    const at = { table: "periods", key: "P1-2026-001", column: "basis" } as const;
    const wrong = problem("unknownChoice", at, { text: "net", choices: "basis" });
    expect(told(firmOf(), undefined, [wrong])).toMatchObject({ codes: ["priceInDoubt"], isProposed: false });
  });

  it("is what the action then writes, to the cent", () => {
    let shown = 0;
    fc.assert(
      fc.property(arbitraryRegister, fc.integer({ min: -900, max: 900 }), (firm, basisPoints) => {
        const plan = planOf(firm, [], generatedToday);
        const revision = { by: "percent", basisPoints } as const;
        const lines = announcementLines(candidatesIn(plan.contracts, everything), revision, plan);
        const possible = lines.filter(({ refusals }) => refusals.length === 0);
        const contracts = lines.map(({ candidate }) => candidate.planned.file.contract.number);
        const decision = announceMany(firm, { contracts, revision }, contextOn(generatedToday));
        const now = isRefused(decision) ? firm : after(firm, decision);
        const then = planOf(now, [], generatedToday);
        shown += possible.length;
        for (const { candidate, before, after: price, isKept } of possible) {
          const row = then.contracts.find(({ file }) => file.contract.number === candidate.planned.file.contract.number)
            ?.file.contract;
          if (!isKept) expect(row?.nextPrice ?? before).toBe(price);
        }
      }),
      { numRuns: 150 },
    );
    expect(shown).toBeGreaterThan(0);
  });
});

describe("the preview of renewals to record", () => {
  const recording = (firm: Register, today: "2026-11-24" | "2027-02-20" | "2027-04-01") => {
    const plan = planOf(firm, [], today);
    return recordingLines(candidatesIn(plan.contracts, everything), plan);
  };

  const sent = [letter({ deadline: "2027-03-14", sentOn: "2027-01-05" })];

  it("shows the announced price", () => {
    expect(recording(firmOf({ nextPrice: 12900 }, {}, sent), "2027-02-20")).toMatchObject([
      { before: 12000, after: 12900, warnings: [], isProposed: true },
    ]);
    expect(recording(firmOf(), "2027-04-01")).toMatchObject([{ before: 12000, after: 12000, isProposed: true }]);
  });

  it("warns of a renewal that is early, and does not propose it", () => {
    expect(recording(firmOf(), "2026-11-24")).toMatchObject([
      { warnings: [{ code: "early", endsOn: "2027-03-14" }], isProposed: false },
    ]);
  });

  it("says that the letter was not sent in time, and proposes the renewal all the same", () => {
    const warnings = [{ code: "noticeLate", lastDay: "2027-02-14", freeFrom: "2027-03-15" }];
    expect(recording(firmOf(), "2027-02-20")).toMatchObject([{ warnings, isProposed: true }]);
    expect(recording(firmOf(), "2027-04-01")).toMatchObject([{ warnings, isProposed: true }]);
  });

  it("says that the price is to be filled in, and what stands in the way", () => {
    expect(recording(firmOf({ firstMonths: 12, renewalMonths: 24 }, {}, sent), "2027-02-20")).toMatchObject([
      { after: null, warnings: [{ code: "unpriced" }] },
    ]);
    expect(recording(firmOf({ refusalOn: "2026-11-02" }), "2027-02-20")).toMatchObject([
      { refusals: [{ code: "refusalRecorded" }], isProposed: false },
    ]);
  });
});

it("adds the prices up, in each basis apart", () => {
  const [line] = linesOf(firmOf());
  const lines =
    line === undefined ? [] : [line, { ...line, after: null }, { ...line, basis: "HT" as const, after: 9900 }];
  expect(totalsOf(lines)).toEqual([
    { basis: "TTC", before: 12000, after: 12240 },
    { basis: "HT", before: 12000, after: 9900 },
  ]);
  expect(totalsOf([])).toEqual([]);
});
