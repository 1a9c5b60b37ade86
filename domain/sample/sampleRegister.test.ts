import { describe, expect, it } from "@jest/globals";
import { registerChecks } from "../checks/registerChecks";
import { contractFiles } from "../contract/contractFile";
import type { ContractFile } from "../contract/contractFile";
import { contractState } from "../contract/state";
import type { ContractState } from "../contract/state";
import { addDays, civilDate, daysBetween, lastOfMonth } from "../dates/civilDate";
import type { CivilDate } from "../dates/civilDate";
import { lateConsequence, noticeOf } from "../notice/notice";
import type { Notice, NoticeState } from "../notice/notice";
import type { Obligation, ObligationKind, ObligationState } from "../obligations/obligation";
import { obligations } from "../obligations/obligations";
import type { Register } from "../register";
import { keyOf, tableNames } from "../workbook/schema";
import { sampleRegister } from "./sampleRegister";

const monthEnds = Array.from({ length: 36 }, (_, i) =>
  lastOfMonth(civilDate(2026 + Math.floor(i / 12), (i % 12) + 1, 1)),
);
const days: readonly CivilDate[] = [
  ...monthEnds,
  ...[2026, 2027, 2028, 2029].map((year) => civilDate(year, 1, 1)),
  "2028-03-01",
  "2026-05-03",
  "2026-07-14",
  "2026-11-24",
  "2027-12-25",
];

type Told = { readonly file: ContractFile; readonly notice: Notice | null; readonly state: ContractState };
type Sample = {
  readonly register: Register;
  readonly today: CivilDate;
  readonly told: readonly Told[];
  readonly owed: readonly Obligation[];
};

function sampleOn(today: CivilDate): Sample {
  const register = sampleRegister(today);
  const told = contractFiles(register, today).map((file) => {
    const notice = file.current === null ? null : noticeOf(file, file.current, register.settings, today);
    return { file, notice, state: contractState(file, notice, today) };
  });
  return { register, today, told, owed: obligations(register, today) };
}

const samples = days.map(sampleOn);

describe("the sample on any day", () => {
  it.each(samples)("has nothing to correct on $today", ({ register, today }) => {
    expect(registerChecks(register, contractFiles(register, today), today)).toEqual([]);
  });

  it.each(samples)("gives each row a key of its own on $today", ({ register }) => {
    for (const table of tableNames) {
      const keys = register[table].map((row) => keyOf(table, row as never));
      expect(new Set(keys).size).toBe(keys.length);
    }
  });

  it.each(samples)("tells no fact that is still to come on $today", ({ register, today }) => {
    const facts = [
      ...register.interventions.flatMap(({ doneOn, certificateOn }) => [doneOn, certificateOn]),
      ...register.invoices.flatMap(({ issuedOn, paidOn }) => [issuedOn, paidOn]),
      ...register.letters.flatMap(({ generatedOn, sentOn, returnedOn }) => [generatedOn, sentOn, returnedOn]),
      ...register.contracts.flatMap(({ signedOn, refusalOn, terminatedOn }) => [signedOn, refusalOn, terminatedOn]),
      ...register.periods.map(({ renewalRecordedOn }) => renewalRecordedOn),
    ];
    expect(facts.filter((fact) => fact !== null && fact > today)).toEqual([]);
  });

  it.each(samples)("keeps the order of each letter and each invoice on $today", ({ register }) => {
    const order = [
      ...register.letters.map(({ generatedOn, sentOn, returnedOn }) => [generatedOn, sentOn, returnedOn]),
      ...register.invoices.map(({ issuedOn, paidOn }) => [issuedOn, paidOn]),
    ].map((dates) => dates.filter((date) => date !== null));
    expect(order.filter((dates) => [...dates].sort().join() !== dates.join())).toEqual([]);
  });

  it.each(samples)("follows one period with the next without gap or overlap on $today", ({ told }) => {
    for (const { file } of told) {
      const ends = file.periods.map(({ to }) => addDays(to, 1));
      expect(file.periods.slice(1).map(({ from }) => from)).toEqual(ends.slice(0, -1));
    }
  });

  it.each(samples)("leaves a firm of three technicians a believable list of work on $today", ({ register, owed }) => {
    const open = owed.filter(({ state, source }) => isOpen(state) && source !== "boilerCalendarYear");
    const busy = new Set(open.map(({ contract }) => contract));
    expect(register.contracts.length).toBeGreaterThanOrEqual(60);
    expect(register.contracts.length - busy.size).toBeGreaterThanOrEqual(30);
    expect(open.length).toBeGreaterThanOrEqual(25);
    expect(open.length).toBeLessThanOrEqual(45);
  });

  it("is the same whenever it is made for the same day", () => {
    expect(sampleRegister("2026-11-24")).toEqual(sampleRegister("2026-11-24"));
  });
});

function isOpen(state: ObligationState): boolean {
  return state === "due" || state === "overdue";
}

const someContract = (test: (told: Told, sample: Sample) => boolean) => (sample: Sample) =>
  sample.told.some((told) => test(told, sample));
const state = (wanted: ContractState) => someContract((told) => told.state === wanted);
const letter = (wanted: NoticeState) => someContract(({ notice }) => notice?.state === wanted);
const owes = (kind: ObligationKind, ...states: readonly ObligationState[]) =>
  someOwed((one) => one.kind === kind && states.includes(one.state));
const someOwed = (test: (one: Obligation) => boolean) => (sample: Sample) => sample.owed.some(test);
const clause = (test: (contract: ContractFile["contract"]) => boolean) =>
  someContract(({ file }) => test(file.contract));

const cases: Readonly<Record<string, (sample: Sample) => boolean>> = {
  "a letter to send": letter("toSend"),
  "a letter whose target is near": someContract(
    ({ notice }, { today }) => notice?.state === "toSend" && isSoon(notice.window?.target, today, 7),
  ),
  "a letter in its last 14 legal days": someContract(
    ({ notice }, { today }) => notice?.state === "toSend" && isSoon(notice.window?.to, today, 14),
  ),
  "a letter prepared and not sent": letter("generated"),
  "a letter sent": letter("sent"),
  "a letter that came back while time remains": someContract(
    ({ notice }, { today }) => notice?.state === "returned" && isSoon(notice.window?.to, today, 60),
  ),
  "a letter never sent, too late": someContract(({ notice }) => notice?.state === "late" && notice.letter === null),
  "a letter sent too late": someContract(
    ({ notice }) => notice?.state === "late" && typeof notice.letter?.sentOn === "string",
  ),
  "a client free to leave, with a refund": someContract(
    ({ file }, { register, today }) => (lateConsequence(file, register.settings, today)?.refund ?? 0) > 0,
  ),
  "a contract too short for a letter": letter("noWindow"),
  "a professional, who needs no letter": someContract(
    ({ file, notice }) => file.client?.type === "professional" && notice?.state === "notRequired",
  ),
  "a client of unknown type, who needs one": someContract(
    ({ file, notice }) => file.client !== null && file.client.type === null && notice?.state !== "notRequired",
  ),
  "an express renewal to propose": someOwed(({ source, state }) => source === "expressRenewal" && state === "due"),
  "a contract that is not renewed": clause(({ renewalKind }) => renewalKind === "none"),
  "a refusal with a visit left": someContract(
    (told, { owed }) =>
      told.state === "refused" &&
      owed.some(
        ({ contract, kind, state }) => contract === told.file.contract.number && kind === "visit" && state !== "done",
      ),
  ),
  "a contract ended early": state("terminated"),
  "a contract that has run out": state("ended"),
  "a suspended contract": state("suspended"),
  "a contract signed and not begun": state("upcoming"),
  "a contract to renew": state("toRenew"),
  "a préavis in weeks": clause(({ noticeUnit }) => noticeUnit === "weeks"),
  "a préavis in days": clause(({ noticeUnit }) => noticeUnit === "days"),
  "a préavis of three months": clause(({ noticeUnit, noticeLength }) => noticeUnit === "months" && noticeLength === 3),
  "a first length other than the renewal": clause(
    ({ firstMonths, renewalMonths }) => firstMonths === 24 && renewalMonths === 12,
  ),
  "periods of 24 months": someContract(({ file }) => lengthOf(file) === 24),
  "periods of 36 months": someContract(({ file }) => lengthOf(file) === 36),
  "a typed échéance": someContract(({ file }) => file.periods.some(({ to, computedTo }) => to !== computedTo)),
  "a start on 29 February": clause(({ startsOn }) => startsOn?.endsWith("-02-29") === true),
  "a renewal by silence that nobody recorded": someOwed(
    ({ source, state }) => source === "tacitRenewal" && isOpen(state),
  ),
  "a contract taken over with its opening facts": someContract(
    ({ file }) =>
      file.contract.followedSince !== null &&
      file.invoices.some(({ issuedOn }) => isBefore(issuedOn, file.contract.followedSince)) &&
      file.interventions.some(({ doneOn }) => isBefore(doneOn, file.contract.followedSince)),
  ),
  "a free first year": clause(({ firstYearFree }) => firstYearFree),
  "monthly instalments": clause(({ billingRhythm }) => billingRhythm === "monthly"),
  "yearly instalments": clause(({ billingRhythm }) => billingRhythm === "yearly"),
  "billing in arrears": clause(({ billingTiming }) => billingTiming === "arrears"),
  "one invoice for several contracts": ({ register }) =>
    new Set(register.invoices.map(({ number }) => number)).size < register.invoices.length,
  "twelve flats under one contract": someContract(
    ({ file }) =>
      file.equipment.length === 12 &&
      file.equipment.every(({ place, occupantName }) => place !== null && occupantName !== null),
  ),
  "visits at the start": someContract(({ file }) => file.equipment.some(({ visitTiming }) => visitTiming === "start")),
  "visits in the last month": someContract(({ file }) =>
    file.equipment.some(({ visitTiming }) => visitTiming === "end"),
  ),
  "visits in chosen months": someContract(({ file }) =>
    file.equipment.some(({ visitTiming }) => visitTiming === "months"),
  ),
  "two visits a year": someContract(({ file }) => file.equipment.some(({ visitsPerYear }) => visitsPerYear === 2)),
  "a visit every second year": someContract(({ file }) =>
    file.equipment.some(({ visitsPerYear }) => visitsPerYear === 0.5),
  ),
  "a partial visit": ({ register }) => register.interventions.some(({ outcome }) => outcome === "partial"),
  "a cancelled visit": ({ register }) => register.interventions.some(({ outcome }) => outcome === "cancelled"),
  "a planned visit": ({ register, today }) =>
    register.interventions.some(({ plannedOn, doneOn }) => doneOn === null && isBefore(today, plannedOn)),
  "a visit due": owes("visit", "due"),
  "a visit overdue": owes("visit", "overdue"),
  "an equipment that took the place of another": ({ register }) =>
    register.equipment.some(({ replaces }) => replaces !== null),
  "a certificate to hand over": owes("certificate", "due"),
  "a certificate overdue": owes("certificate", "overdue"),
  "a leak check to make": someOwed(({ source, state }) => source === "leakCheck" && isOpen(state)),
  "a collective flue": someOwed(({ source }) => source === "collectiveFlue6Months"),
  "a repair that the contract covers": ({ register }) =>
    register.interventions.some(({ billing }) => billing === "covered"),
  "a repair to bill": owes("repairInvoice", "due"),
  "a repair overdue to bill": owes("repairInvoice", "overdue"),
  "a repair billed": owes("repairInvoice", "done"),
  "an invoice overdue": owes("invoice", "overdue"),
  "an invoice that a credit note took back": someContract(
    ({ file }, { owed }) =>
      file.invoices.some(({ kind }) => kind === "creditNote") &&
      owed.some(
        ({ contract, kind, state }) => contract === file.contract.number && kind === "invoice" && isOpen(state),
      ),
  ),
  "an invoice to be paid": owes("payment", "due"),
  "an invoice past its day of payment": owes("payment", "overdue"),
  "letters by e-mail with consent": ({ register }) => register.letters.some(({ channel }) => channel === "email"),
  "a contract subscribed online": clause(({ subscribedOnline }) => subscribedOnline),
  "a price announced with its reason": clause(({ nextPrice, nextReason }) => nextPrice !== null && nextReason !== null),
  "a contract whose price is never revised": clause(({ neverRevise }) => neverRevise),
};

function isSoon(day: CivilDate | undefined, today: CivilDate, inDays: number): boolean {
  return day !== undefined && today <= day && daysBetween(today, day) <= inDays;
}

function isBefore(day: CivilDate | null, other: CivilDate | null): boolean {
  return day !== null && other !== null && day < other;
}

function lengthOf({ current }: ContractFile): number {
  return current?.months ?? 0;
}

describe("every case of the rules is met on every day", () => {
  it.each(Object.entries(cases))("%s", (_, isMet) => {
    expect(samples.filter((sample) => !isMet(sample)).map(({ today }) => today)).toEqual([]);
  });
});
