import { describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import { arbitraryRegister, generatedToday } from "../../tests/builders/arbitraryRegister";
import { owed, withContract } from "../../tests/builders/owed";
import {
  client,
  contract,
  equipment,
  intervention,
  invoice,
  letter,
  period,
  settings,
} from "../../tests/builders/register";
import { addDays } from "../dates/civilDate";
import { obligations } from "./obligations";

const aDay = fc.integer({ min: -1200, max: 1200 }).map((days) => addDays(generatedToday, days));

it("does not depend on the order of the rows", () => {
  fc.assert(
    fc.property(arbitraryRegister, aDay, fc.infiniteStream(fc.nat()), (register, today, numbers) => {
      const shuffled = <T>(rows: readonly T[]) =>
        rows
          .map((row) => ({ row, at: Number(numbers.next().value) }))
          .sort((a, b) => a.at - b.at)
          .map(({ row }) => row);
      const other = {
        ...register,
        contracts: shuffled(register.contracts),
        clients: shuffled(register.clients),
        periods: shuffled(register.periods),
        equipment: shuffled(register.equipment),
        interventions: shuffled(register.interventions),
        invoices: shuffled(register.invoices),
        letters: shuffled(register.letters),
      };
      expect(obligations(other, today)).toEqual(obligations(register, today));
    }),
  );
});

it("gives each a key of its own, whole spans and the state of its day", () => {
  fc.assert(
    fc.property(arbitraryRegister, aDay, (register, today) => {
      const all = obligations(register, today);
      expect(new Set(all.map(({ key }) => key)).size).toBe(all.length);
      for (const { due, state } of all) {
        expect(due.from <= due.to).toBe(true);
        const open = today < due.from ? "upcoming" : today <= due.to ? "due" : "overdue";
        expect([open, "done"]).toContain(state);
      }
    }),
  );
});

it("claims nothing that was to be met before the contract is followed", () => {
  fc.assert(
    fc.property(arbitraryRegister, (register) => {
      const contracts = register.contracts.map((one) => ({ ...one, followedSince: generatedToday }));
      const late = obligations({ ...register, contracts }, generatedToday).filter(({ state }) => state === "overdue");
      expect(late.filter(({ kind }) => kind !== "renewal")).toEqual([]);
    }),
  );
});

describe("a contract renewed by law that nobody recorded", () => {
  const everything = { equipment: [equipment({ visitTiming: "start" })] };
  const kinds = (today: "2027-03-20" | "2028-01-10") =>
    obligations(withContract(everything), today)
      .filter((one) => one.period === 2 && one.kind !== "legalVisit")
      .map(({ kind, state }) => `${kind} ${state}`);

  it("owes the renewal, the invoice, the visit and the next notice of its new period", () => {
    expect(kinds("2027-03-20")).toEqual(["notice upcoming", "renewal due", "invoice due", "visit due"]);
    expect(kinds("2028-01-10")).toEqual(["notice due", "renewal overdue", "invoice overdue", "visit overdue"]);
  });
});

describe("a contract taken over", () => {
  const old = contract({ startsOn: "2019-03-15", followedSince: "2026-11-24", noticeLength: 2 });

  it("today owes nothing from before, and this year's boiler by law", () => {
    const rows = withContract({ contracts: [old], periods: [], equipment: [equipment()] });
    const open = obligations(rows, "2026-11-24").map(({ kind, state }) => `${kind} ${state}`);
    expect(open).toEqual(["notice due", "renewal overdue", "visit due", "legalVisit due"]);
  });

  it("in the middle of a period keeps what was already invoiced, visited and sent", () => {
    const rows = withContract({
      contracts: [old],
      periods: [period({ number: 8, from: "2026-03-15" })],
      equipment: [equipment()],
      invoices: [invoice({ number: "F-1", period: 8, issuedOn: "2026-03-20", paidOn: "2026-04-01" })],
      interventions: [intervention({ doneOn: "2026-06-02" })],
      letters: [letter({ sentOn: "2026-11-02" })],
    });
    const all = obligations(rows, "2026-11-24");
    expect(all.map(({ kind, state }) => `${kind} ${state}`)).toEqual([
      "notice done",
      "invoice done",
      "payment done",
      "visit done",
      "legalVisit done",
    ]);
  });
});

describe("the notice of the current period", () => {
  const terms = { contracts: [contract({ noticeLength: 2 })] };

  it("is due in its raw window, then overdue until it is sent at all", () => {
    expect(owed("notice", "2026-10-13", terms)).toEqual(["1 2026-10-14..2026-12-14 upcoming"]);
    expect(owed("notice", "2026-12-14", terms)).toEqual(["1 2026-10-14..2026-12-14 due"]);
    expect(owed("notice", "2026-12-15", terms)).toEqual(["1 2026-10-14..2026-12-14 overdue"]);
    expect(owed("notice", "2026-12-20", { ...terms, letters: [letter({ sentOn: "2026-12-16" })] })).toEqual([
      "1 2026-10-14..2026-12-14 done",
    ]);
  });

  it("is open while a letter is only prepared, and again when it came back in time", () => {
    expect(owed("notice", "2026-11-20", { ...terms, letters: [letter()] })[0]).toMatch(/due$/);
    expect(owed("notice", "2026-11-20", { ...terms, letters: [letter({ sentOn: "2026-11-02" })] })[0]).toMatch(/done$/);
    const returned = [letter({ sentOn: "2026-11-02", returnedOn: "2026-11-12" })];
    expect(owed("notice", "2026-11-20", { ...terms, letters: returned })[0]).toMatch(/due$/);
  });

  it("is not owed where none is required, none is possible or the contract is over", () => {
    expect(owed("notice", "2026-11-20", { ...terms, clients: [client({ type: "professional" })] })).toEqual([]);
    expect(owed("notice", "2026-03-20", { contracts: [contract({ firstMonths: 1 })] })).toEqual([]);
    expect(owed("notice", "2026-11-20", { contracts: [contract({ terminatedOn: "2026-11-01" })] })).toEqual([]);
    expect(owed("notice", "2026-11-20", { contracts: [contract({ renewalKind: "express" })] })).toEqual([]);
  });

  it("is asked by the law, but for a professional by the firm's choice alone", () => {
    const sources = (["private", "professional"] as const).map((type) => {
      const rows = { ...terms, clients: [client({ type })], settings: settings({ noticeProfessionals: true }) };
      return obligations(withContract(rows), "2026-11-20").find(({ kind }) => kind === "notice")?.source;
    });
    expect(sources).toEqual(["L215-1", "contract"]);
  });

  it("is that of the period that runs, whatever became of the one before", () => {
    expect(owed("notice", "2027-11-20", terms)).toEqual(["2 2027-10-14..2027-12-14 due"]);
  });
});

it("asks nothing of a contract without a start", () => {
  const rows = withContract({ contracts: [contract({ startsOn: null })], periods: [], equipment: [equipment()] });
  expect(obligations(rows, "2026-11-24")).toEqual([]);
});
