import { describe, expect, it } from "@jest/globals";
import { owed } from "../../tests/builders/owed";
import { contract, equipment, intervention, period } from "../../tests/builders/register";
import type { CivilDate } from "../dates/civilDate";
import type { Contract, Equipment, Intervention } from "../workbook/schema";

/* Contract 2026-001 runs from 15 March 2026 to 14 March 2027, then by silence. */

const visitsOn = (today: CivilDate, equipments: readonly Equipment[], visits: readonly Intervention[] = []) =>
  owed("visit", today, { equipment: equipments, interventions: visits });
const done = (doneOn: CivilDate, values: Partial<Intervention> = {}) =>
  intervention({ id: `I-${doneOn}`, doneOn, outcome: "done", ...values });
const boiler = equipment();

describe("a visit is planned", () => {
  it("at any time of the period when nothing else was said, even for a contract without equipment", () => {
    expect(visitsOn("2026-06-01", [boiler])).toEqual(["1 E1 2026-03-15..2027-03-14 due"]);
    expect(visitsOn("2026-06-01", [])).toEqual(["1 2026-03-15..2027-03-14 due"]);
  });

  it("at the start, in the first month", () => {
    const start = equipment({ visitTiming: "start" });
    expect(visitsOn("2026-04-14", [start])).toEqual(["1 E1 2026-03-15..2026-04-14 due"]);
    expect(visitsOn("2026-04-15", [start])).toEqual(["1 E1 2026-03-15..2026-04-14 overdue"]);
  });

  it("at the end, in the twelfth month", () => {
    const end = equipment({ visitTiming: "end" });
    expect(visitsOn("2026-06-01", [end])).toEqual(["1 E1 2027-02-15..2027-03-14 upcoming"]);
  });

  it("in the chosen months, one visit each", () => {
    const spring = equipment({ visitTiming: "months", visitMonths: [5, 10] });
    expect(visitsOn("2026-06-01", [spring])).toEqual([
      "1 E1 2026-05-01..2026-05-31 overdue",
      "1 E1 2026-10-01..2026-10-31 upcoming",
    ]);
  });

  it("in the half of the chosen month that holds more days, when the period begins in that month", () => {
    expect(visitsOn("2026-03-20", [equipment({ visitMonths: [3] })])).toEqual(["1 E1 2026-03-15..2026-03-31 due"]);
  });

  it("several times in a period, in parts of equal length", () => {
    expect(visitsOn("2026-06-01", [equipment({ visitsPerYear: 2 })])).toEqual([
      "1 E1 2026-03-15..2026-09-14 due",
      "1 E1 2026-09-15..2027-03-14 upcoming",
    ]);
    expect(visitsOn("2026-06-01", [equipment({ visitsPerYear: 4, visitTiming: "end" })])).toEqual([
      "1 E1 2026-05-15..2026-06-14 due",
      "1 E1 2026-08-15..2026-09-14 upcoming",
      "1 E1 2026-11-15..2026-12-14 upcoming",
      "1 E1 2027-02-15..2027-03-14 upcoming",
    ]);
  });

  it("never for an equipment without visits", () => {
    expect(visitsOn("2026-06-01", [equipment({ visitsPerYear: 0 })])).toEqual([]);
  });

  it("each year of a contract of 36 months", () => {
    const contracts = [contract({ firstMonths: 36 })];
    expect(owed("visit", "2026-06-01", { contracts, equipment: [boiler] })).toEqual([
      "1 E1 2026-03-15..2027-03-14 due",
      "1 E1 2027-03-15..2028-03-14 upcoming",
      "1 E1 2028-03-15..2029-03-14 upcoming",
    ]);
  });

  it("once in two periods of six months", () => {
    const contracts = [contract({ firstMonths: 6, renewalMonths: 6 })];
    const on = (today: CivilDate) => owed("visit", today, { contracts, equipment: [boiler] });
    expect(on("2026-06-01")).toEqual([]);
    expect(on("2026-10-01")).toEqual(["2 E1 2026-09-15..2027-03-14 due"]);
  });

  it("without end even where absurd rhythms were typed", () => {
    expect(visitsOn("2026-06-01", [equipment({ visitsPerYear: 1e300 })])).toHaveLength(12);
    expect(visitsOn("2026-06-01", [equipment({ visitsPerYear: 1e-300 })])).toEqual([]);
  });
});

describe("the rhythm is that of each equipment", () => {
  const house = [
    equipment({ id: "E1" }),
    equipment({ id: "E2", category: "flue", visitsPerYear: 2 }),
    equipment({ id: "E3", category: "airConditioning", visitsPerYear: 0.5 }),
  ];

  it("in one contract: boiler yearly, sweeping twice, air conditioning every second year", () => {
    expect(visitsOn("2026-06-01", house)).toEqual([
      "1 E1 2026-03-15..2027-03-14 due",
      "1 E2 2026-03-15..2026-09-14 due",
      "1 E2 2026-09-15..2027-03-14 upcoming",
    ]);
    const inSecondYear = visitsOn("2027-06-01", house, [done("2026-06-01"), done("2026-10-01")]);
    expect(inSecondYear).toEqual([
      "2 E1 2027-03-15..2028-03-14 due",
      "2 E2 2027-03-15..2027-09-14 due",
      "2 E2 2027-09-15..2028-03-14 upcoming",
      "2 E3 2027-03-15..2028-03-14 done",
    ]);
  });

  it("and one visit without equipment counts for all of them", () => {
    expect(visitsOn("2026-06-01", house, [done("2026-05-20")])).toEqual([
      "1 E1 2026-03-15..2027-03-14 done",
      "1 E2 2026-03-15..2026-09-14 done",
      "1 E2 2026-09-15..2027-03-14 upcoming",
    ]);
  });

  it("while a visit of one counts for that one alone", () => {
    expect(visitsOn("2026-06-01", house, [done("2026-05-20", { equipment: "E2" })])).toEqual([
      "1 E1 2026-03-15..2027-03-14 due",
      "1 E2 2026-03-15..2026-09-14 done",
      "1 E2 2026-09-15..2027-03-14 upcoming",
    ]);
  });
});

describe("a visit counts", () => {
  it("once done in full: a partial one leaves the rest due, a cancelled one goes back to the plan", () => {
    const due = ["1 E1 2026-03-15..2027-03-14 due"];
    expect(visitsOn("2026-06-01", [boiler], [done("2026-05-20", { outcome: "partial" })])).toEqual(due);
    expect(visitsOn("2026-06-01", [boiler], [intervention({ plannedOn: "2026-05-20", outcome: "cancelled" })])).toEqual(
      due,
    );
    expect(visitsOn("2026-06-01", [boiler], [intervention({ plannedOn: "2026-07-20" })])).toEqual(due);
    const rest = [done("2026-05-20", { outcome: "partial" }), done("2026-05-28")];
    expect(visitsOn("2026-06-01", [boiler], rest)).toEqual(["1 E1 2026-03-15..2027-03-14 done"]);
  });

  it("when its day is noted without a result, but not when it was a repair", () => {
    expect(visitsOn("2026-06-01", [boiler], [done("2026-05-20", { outcome: null })])[0]).toMatch(/done$/);
    expect(visitsOn("2026-06-01", [boiler], [done("2026-05-20", { kind: "repair" })])[0]).toMatch(/due$/);
  });

  it("made outside its planned month, before or after", () => {
    const june = equipment({ visitTiming: "months", visitMonths: [6] });
    expect(visitsOn("2026-09-01", [june], [done("2026-04-02")])).toEqual(["1 E1 2026-06-01..2026-06-30 done"]);
    expect(visitsOn("2026-09-01", [june], [done("2026-08-02")])).toEqual(["1 E1 2026-06-01..2026-06-30 done"]);
  });

  it("made just before the contract, which it led the client to sign", () => {
    expect(visitsOn("2026-06-01", [boiler], [done("2026-03-01")])[0]).toMatch(/done$/);
    expect(visitsOn("2026-06-01", [boiler], [done("2026-01-20")])[0]).toMatch(/due$/);
    const signed = { contracts: [contract({ signedOn: "2026-01-20" })], equipment: [boiler] };
    expect(owed("visit", "2026-06-01", { ...signed, interventions: [done("2026-01-20")] })[0]).toMatch(/done$/);
  });

  it("made in the first of the two years that a visit every second year has", () => {
    const cooling = equipment({ category: "airConditioning", visitsPerYear: 0.5 });
    expect(visitsOn("2027-06-01", [cooling], [done("2026-06-01")])).toEqual(["2 E1 2027-03-15..2028-03-14 done"]);
    expect(visitsOn("2029-06-01", [cooling], [done("2026-06-01")])).toEqual(["4 E1 2029-03-15..2030-03-14 due"]);
  });
});

describe("a visit missed in the period before", () => {
  const start = equipment({ visitTiming: "end" });

  it("stays overdue next to that of the new period", () => {
    expect(visitsOn("2027-04-01", [start])).toEqual([
      "1 E1 2027-02-15..2027-03-14 overdue",
      "2 E1 2028-02-15..2028-03-14 upcoming",
    ]);
  });

  it("is made up before that one opens", () => {
    expect(visitsOn("2027-04-10", [start], [done("2027-04-05")])).toEqual(["2 E1 2028-02-15..2028-03-14 upcoming"]);
  });

  it("is made up by a second visit where those of the new period may fall on any day", () => {
    const overdue = "1 E1 2026-03-15..2027-03-14 overdue";
    const current = "2 E1 2027-03-15..2028-03-14 done";
    expect(visitsOn("2027-06-01", [boiler], [done("2027-04-05")])).toEqual([overdue, current]);
    expect(visitsOn("2027-06-01", [boiler], [done("2027-04-05"), done("2027-05-05")])).toEqual([current]);
  });

  it("is forgotten one period later", () => {
    expect(visitsOn("2028-04-01", [start], [done("2028-02-20")])).toEqual(["3 E1 2029-02-15..2029-03-14 upcoming"]);
  });
});

describe("visits are owed", () => {
  const on = (today: CivilDate, values: Parameters<typeof contract>[0], machines: readonly Equipment[] = [boiler]) =>
    owed("visit", today, { contracts: [contract(values)], equipment: machines });

  it("after a refusal, until the period ends", () => {
    expect(on("2027-03-14", { refusalOn: "2027-01-10" })).toEqual(["1 E1 2026-03-15..2027-03-14 due"]);
    expect(on("2027-03-15", { refusalOn: "2027-01-10" })).toEqual([]);
  });

  it("not after a termination, and before it only until that day", () => {
    expect(on("2026-10-01", { terminatedOn: "2026-10-01" })).toEqual([]);
    expect(on("2026-09-30", { terminatedOn: "2026-10-01" })).toEqual(["1 E1 2026-03-15..2026-10-01 due"]);
    expect(on("2026-09-30", { terminatedOn: "2026-10-01" }, [equipment({ visitTiming: "end" })])).toEqual([]);
  });

  it("not inside a suspension, and the other dates do not move", () => {
    const twice = [equipment({ visitMonths: [5, 10] })];
    const suspended = { suspendedFrom: "2026-04-20", suspendedTo: "2026-06-30" } as const;
    expect(on("2026-07-01", suspended, twice)).toEqual(["1 E1 2026-10-01..2026-10-31 upcoming"]);
    expect(on("2026-07-01", { ...suspended, suspendedTo: "2026-05-10" }, twice)).toEqual([
      "1 E1 2026-05-11..2026-05-31 overdue",
      "1 E1 2026-10-01..2026-10-31 upcoming",
    ]);
  });

  it("not from before the contract is followed", () => {
    const twice = [equipment({ visitMonths: [5, 10] })];
    expect(on("2026-07-01", { followedSince: "2026-07-01" }, twice)).toEqual(["1 E1 2026-10-01..2026-10-31 upcoming"]);
    expect(on("2027-04-01", { followedSince: "2027-04-01" })).toEqual(["2 E1 2027-03-15..2028-03-14 due"]);
  });

  describe("under a suspension", () => {
    const june = [equipment({ visitMonths: [6] })];
    const yearly = [boiler];
    const cut = "1 E1 2026-03-15..2026-10-31";

    it.each<[string, CivilDate, Partial<Contract>, readonly Equipment[], readonly Intervention[], readonly string[]]>([
      ["not when its last day falls inside", "2026-11-24", { suspendedFrom: "2026-11-01" }, yearly, [], []],
      [
        "nor ever after",
        "2027-04-02",
        { suspendedFrom: "2026-11-01", suspendedTo: "2027-04-01" },
        yearly,
        [],
        ["2 E1 2027-04-02..2028-03-14 due"],
      ],
      ["until it begins, by its eve", "2026-10-31", { suspendedFrom: "2026-11-01" }, yearly, [], [`${cut} due`]],
      [
        "made before, it stays made",
        "2026-11-24",
        { suspendedFrom: "2026-11-01" },
        yearly,
        [done("2026-06-01")],
        [`${cut} done`],
      ],
      [
        "still when its last day was over before",
        "2026-11-24",
        { suspendedFrom: "2026-11-01" },
        june,
        [],
        ["1 E1 2026-06-01..2026-06-30 overdue"],
      ],
      [
        "still when its last day comes after",
        "2026-11-24",
        { suspendedFrom: "2026-11-01", suspendedTo: "2027-01-31" },
        yearly,
        [],
        ["1 E1 2026-03-15..2027-03-14 due"],
      ],
      [
        "and made after, for the one that comes after",
        "2027-01-15",
        { suspendedFrom: "2026-08-01", suspendedTo: "2026-12-31" },
        [equipment({ visitsPerYear: 2 })],
        [done("2027-01-10")],
        ["1 E1 2027-01-01..2027-03-14 done"],
      ],
    ])("%s", (_, today, suspension, machines, interventions, expected) => {
      const rows = { contracts: [contract(suspension)], equipment: machines, interventions };
      expect(owed("visit", today, rows)).toEqual(expected);
    });
  });

  it("not when a suspension leaves only days from before", () => {
    const terms = { followedSince: "2026-06-01", suspendedFrom: "2026-05-01" } as const;
    expect(on("2026-06-15", terms)).toEqual([]);
  });

  it("of a renewal that nobody recorded", () => {
    expect(on("2028-04-01", { followedSince: "2028-03-20" })).toEqual(["3 E1 2028-03-15..2029-03-14 due"]);
  });
});

describe("an equipment swapped in the middle of a period", () => {
  const swapped = [
    equipment({ id: "E1", coveredTo: "2026-08-31" }),
    equipment({ id: "E2", replaces: "E1", coveredFrom: "2026-09-01" }),
  ];

  it("hands its place over to the new one, with the visit already made", () => {
    expect(visitsOn("2026-10-01", swapped)).toEqual(["1 E2 2026-03-15..2027-03-14 due"]);
    expect(visitsOn("2026-10-01", swapped, [done("2026-06-01", { equipment: "E1" })])).toEqual([
      "1 E2 2026-03-15..2027-03-14 done",
    ]);
  });

  it("and removed without a successor is owed nothing more", () => {
    const removed = [equipment({ coveredTo: "2026-08-31" })];
    expect(visitsOn("2026-08-31", removed)).toEqual(["1 E1 2026-03-15..2026-08-31 due"]);
    expect(visitsOn("2026-09-01", removed)).toEqual([]);
    expect(visitsOn("2026-09-01", removed, [done("2026-06-01")])).toEqual(["1 E1 2026-03-15..2026-08-31 done"]);
  });

  it("and one added later is owed only what falls after", () => {
    const added = equipment({ coveredFrom: "2026-09-01", visitMonths: [5, 10] });
    expect(visitsOn("2026-09-15", [added])).toEqual(["1 E1 2026-10-01..2026-10-31 upcoming"]);
  });

  it("and said to replace itself is still visited", () => {
    expect(visitsOn("2026-06-01", [equipment({ replaces: "E1" })])).toHaveLength(1);
  });
});

describe("a syndic with twelve flats under one contract", () => {
  const flats = Array.from({ length: 12 }, (_, i) =>
    equipment({
      id: `E${String(i + 1).padStart(2, "0")}`,
      place: `Appartement ${String(i + 1)}`,
      occupantName: "Petit",
    }),
  );

  it("is owed one visit for each boiler", () => {
    expect(visitsOn("2026-06-01", flats)).toHaveLength(12);
  });

  it("sees the flat that nobody could enter stay due", () => {
    const visits = flats.slice(1).map(({ id }) => done("2026-05-20", { id: `I-${id}`, equipment: id }));
    const open = visitsOn("2026-06-01", flats, visits).filter((line) => !line.endsWith("done"));
    expect(open).toEqual(["1 E01 2026-03-15..2027-03-14 due"]);
  });
});

it("keeps the visits of a recorded renewal in their period", () => {
  const rows = {
    periods: [period(), period({ number: 2, from: "2027-03-15" })],
    equipment: [boiler],
    interventions: [done("2026-06-01"), done("2027-06-01")],
  };
  expect(owed("visit", "2027-07-01", rows)).toEqual(["2 E1 2027-03-15..2028-03-14 done"]);
});
