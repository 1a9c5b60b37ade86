import { describe, expect, it } from "@jest/globals";
import {
  client,
  contract,
  equipment,
  intervention,
  invoice,
  letter,
  period,
  register,
} from "../../tests/builders/register";
import { contractFiles } from "../contract/contractFile";
import type { CivilDate } from "../dates/civilDate";
import type { Register } from "../register";
import { registerChecks } from "./registerChecks";

const today: CivilDate = "2026-11-24";

const sound = register({
  clients: [client()],
  contracts: [contract()],
  periods: [period()],
  equipment: [equipment()],
});

/** Code, table, key and column of each problem of a sound register changed in one table. */
function found(values: Partial<Register>, day: CivilDate = today) {
  const changed = { ...sound, ...values };
  const problems = registerChecks(changed, contractFiles(changed, day), day);
  return problems.map(({ code, at }) => [code, at.table, at.key, at.column]);
}

describe("registerChecks", () => {
  it("finds nothing in a sound register", () => {
    expect(found({})).toEqual([]);
  });

  it("reports a cell that names a row which does not exist", () => {
    expect(found({ contracts: [contract({ client: "C0009" })] })).toEqual([
      ["unknownReference", "contracts", "2026-001", "client"],
    ]);
    expect(found({ interventions: [intervention({ contract: "2026-009", doneOn: "2026-05-04" })] })).toEqual([
      ["unknownReference", "interventions", "I1", "contract"],
    ]);
  });

  it("tells the key that was meant where only case, spaces or punctuation differ", () => {
    const nearestTo = (client: string) => {
      const register = { ...sound, contracts: [contract({ client })] };
      return registerChecks(register, contractFiles(register, today), today).map(({ facts }) => facts);
    };
    expect(nearestTo("c 0001")).toEqual([{ key: "c 0001", table: "clients", nearest: "C0001" }]);
    expect(nearestTo("C0009")).toEqual([{ key: "C0009", table: "clients", nearest: null }]);
  });

  it("reports an equipment of another contract", () => {
    const other = [contract({ number: "2026-002" })];
    const values = {
      contracts: [contract(), ...other],
      periods: [period(), period({ contract: "2026-002" })],
      equipment: [equipment(), equipment({ id: "E2", contract: "2026-002" })],
      interventions: [intervention({ equipment: "E2", doneOn: "2026-05-04" })],
    };
    expect(found(values)).toEqual([["equipmentOfOtherContract", "interventions", "I1", "equipment"]]);
  });

  it("reports a contract without start, without period, without equipment or without length of renewal", () => {
    expect(found({ contracts: [contract({ startsOn: null })], periods: [] })).toEqual([
      ["startMissing", "contracts", "2026-001", "startsOn"],
    ]);
    expect(found({ periods: [] })).toEqual([["periodMissing", "contracts", "2026-001", "number"]]);
    expect(found({ equipment: [] })).toEqual([["noEquipment", "contracts", "2026-001", "number"]]);
    expect(found({ contracts: [contract({ renewalMonths: null })] })).toEqual([
      ["renewalLengthMissing", "contracts", "2026-001", "renewalMonths"],
    ]);
  });

  it("reports periods that leave a gap, overlap, run backwards or come twice", () => {
    const second = (from: CivilDate) => period({ number: 2, from });
    expect(found({ periods: [period(), second("2027-03-15")] })).toEqual([]);
    expect(found({ periods: [period(), second("2027-03-20")] })).toEqual([
      ["periodGap", "periods", "P2-2026-001", "from"],
    ]);
    expect(found({ periods: [period(), second("2027-03-01")] })).toEqual([
      ["periodOverlap", "periods", "P2-2026-001", "from"],
    ]);
    expect(found({ periods: [period({ to: "2026-03-01" })] })).toEqual([
      ["periodReversed", "periods", "P1-2026-001", "to"],
    ]);
    expect(found({ periods: [period(), period({ id: "P9" })] })).toEqual([
      ["duplicatePeriod", "periods", "P9", "number"],
    ]);
  });

  it("reports a first period that does not start on the contract's start date", () => {
    expect(found({ periods: [period({ from: "2026-05-15" })] })).toEqual([
      ["periodStartDiffers", "periods", "P1-2026-001", "from"],
    ]);
    expect(found({ periods: [period({ number: 2, from: "2026-05-15" })] })).toEqual([]);
  });

  it("reports a préavis that the period cannot hold, where silence renews", () => {
    const tooLong = { firstMonths: 2, noticeLength: 3 };
    expect(found({ contracts: [contract(tooLong)] }, "2026-04-01")).toEqual([
      ["noticeTooLong", "contracts", "2026-001", "noticeLength"],
    ]);
    expect(found({ contracts: [contract({ ...tooLong, renewalKind: "none" })] }, "2026-04-01")).toEqual([]);
    expect(found({ contracts: [contract({ ...tooLong, firstMonths: 4 })] }, "2026-04-01")).toEqual([]);
  });

  it("accepts an échéance that words the anniversary day and reports one further off", () => {
    expect(found({ periods: [period({ to: "2027-03-15" })] })).toEqual([]);
    expect(found({ periods: [period({ to: "2027-03-31" })] })).toEqual([
      ["periodEndUnusual", "periods", "P1-2026-001", "to"],
    ]);
  });

  it("reports a refusal after the deadline, and a renewal despite a refusal", () => {
    expect(found({ contracts: [contract({ noticeLength: 2, refusalOn: "2027-02-01" })] }, "2027-02-02")).toEqual([
      ["refusalAfterDeadline", "contracts", "2026-001", "refusalOn"],
    ]);
    const renewed = [period(), period({ number: 2, from: "2027-03-15" })];
    expect(found({ contracts: [contract({ refusalOn: "2026-11-01" })], periods: renewed })).toEqual([
      ["renewedDespiteRefusal", "contracts", "2026-001", "refusalOn"],
    ]);
  });

  it("reports interventions done in the future or before the contract", () => {
    expect(found({ interventions: [intervention({ doneOn: "2026-12-01" })] })).toEqual([
      ["dateInFuture", "interventions", "I1", "doneOn"],
    ]);
    expect(found({ interventions: [intervention({ doneOn: "2025-12-01" })] })).toEqual([
      ["doneBeforeStart", "interventions", "I1", "doneOn"],
    ]);
  });

  it("reports invoices that do not say what they bill, or bill a period that does not exist", () => {
    expect(found({ invoices: [invoice({ number: "F-1", issuedOn: "2026-03-20" })] })).toEqual([
      ["invoiceWithoutPeriod", "invoices", "F1", "period"],
    ]);
    expect(found({ invoices: [invoice({ number: "F-1", issuedOn: "2026-03-20", period: 7 })] })).toEqual([
      ["unknownPeriod", "invoices", "F1", "period"],
    ]);
  });

  it("lets one number bill several contracts of one payer on one day, and reports every other shared number", () => {
    const two = {
      contracts: [contract(), contract({ number: "2026-002" })],
      periods: [period(), period({ contract: "2026-002" })],
      equipment: [equipment(), equipment({ id: "E2", contract: "2026-002" })],
    };
    const first = invoice({ number: "F-1", issuedOn: "2026-03-20", period: 1 });
    const second = invoice({ ...first, id: "F2", contract: "2026-002" });
    expect(found({ ...two, invoices: [first, second] })).toEqual([]);
    expect(found({ ...two, invoices: [first, { ...second, issuedOn: "2026-03-21" }] })).toEqual([
      ["duplicateInvoiceNumber", "invoices", "F2", "number"],
    ]);
    expect(found({ ...two, invoices: [first, { ...first, id: "F2" }] })).toEqual([
      ["duplicateInvoiceNumber", "invoices", "F2", "number"],
    ]);
  });

  it("lets one number bill a contract and a repair, but not bear a credit note too", () => {
    const first = invoice({ number: "F-1", issuedOn: "2026-03-20", period: 1 });
    const repair = { kind: "repair", intervention: "I1", period: null } as const;
    const interventions = [intervention({ kind: "repair", doneOn: "2026-03-19" })];
    expect(found({ interventions, invoices: [first, { ...first, ...repair, id: "F2" }] })).toEqual([]);
    const credit = { ...first, id: "F2", number: "f-1", kind: "creditNote" } as const;
    expect(found({ invoices: [first, credit] })).toEqual([["duplicateInvoiceNumber", "invoices", "F2", "number"]]);
  });

  it("lets one number bill two co-ownerships of one syndic", () => {
    const payer = { billingName: "Cabinet Durand", billingAddress: "9 quai Bas", billingCity: "Tours" };
    const two = {
      clients: [client(payer), client({ ...payer, number: "C0002", billingName: "CABINET DURAND" })],
      contracts: [contract(), contract({ number: "2026-002", client: "C0002" })],
      periods: [period(), period({ contract: "2026-002" })],
      equipment: [equipment(), equipment({ id: "E2", contract: "2026-002" })],
    };
    const first = invoice({ number: "F-1", issuedOn: "2026-03-20", period: 1 });
    const invoices = [first, invoice({ ...first, id: "F2", contract: "2026-002" })];
    expect(found({ ...two, invoices })).toEqual([]);
    const apart = [client(payer), client({ ...payer, number: "C0002", billingAddress: "1 rue Haute" })];
    expect(found({ ...two, clients: apart, invoices })).toEqual([
      ["duplicateInvoiceNumber", "invoices", "F2", "number"],
    ]);
  });

  it("leaves a letter alone where no notice is required", () => {
    const letters = [letter({ sentOn: "2026-11-20" })];
    expect(found({ letters, clients: [client({ type: "professional" })] })).toEqual([]);
    expect(found({ letters, contracts: [contract({ renewalKind: "none" })] })).toEqual([]);
  });

  it("reports a notice sent before its window opened", () => {
    expect(found({ letters: [letter({ sentOn: "2026-11-20" })] })).toEqual([
      ["noticeTooEarly", "letters", "L1", "sentOn"],
    ]);
  });
});
