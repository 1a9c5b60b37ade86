import { describe, expect, it } from "@jest/globals";
import { after, contextOn, reasons, written } from "../../tests/builders/context";
import { client, contract, equipment, intervention, invoice, letter, period, register } from "../../tests/builders/register"; // prettier-ignore
import type { Contract } from "../workbook/schema";
import { forgetClient } from "./forgetClient";
import { logVisit } from "./logVisit";
import { undoOf } from "./undoOf";

const secret = "Chez Martin";
const firmOf = (values: Partial<Contract> = {}) =>
  register({
    clients: [client({ name: secret, phone: "0600000000", notes: secret }), client({ number: "C0002", name: "Petit" })],
    contracts: [contract({ occupantName: secret, placeAddress: secret, notes: secret, ...values })],
    periods: [period({ services: "Entretien annuel" })],
    equipment: [equipment({ place: secret, occupantPhone: "0600000000", serial: "A1" })],
    interventions: [intervention({ doneOn: "2026-04-02", outcome: "done", report: secret })],
    invoices: [invoice({ number: "FA-1", amount: 12000, notes: secret })],
    letters: [letter({ sentOn: "2026-12-20", tracking: "1A2B" })],
  });
const ended = firmOf({ terminatedOn: "2026-10-31" });
const context = contextOn("2026-11-24");

describe("forgetting a client", () => {
  it("leaves nothing of the person, in the rows and in the Journal, not even of what was undone", () => {
    const visited = written(ended, logVisit(ended, { contract: "2026-001", outcome: "done", on: "2026-10-01", report: secret }, context), context); // prettier-ignore
    const undone = written(visited, undoOf(visited, visited.journal[0]?.batch ?? ""), context);
    const forgotten = written(undone, forgetClient(undone, { client: "C0001" }, context), context);
    expect(JSON.stringify(undone)).toContain(secret);
    expect(JSON.stringify(forgotten)).not.toContain(secret);
    expect(JSON.stringify(forgotten)).not.toContain("0600000000");
    expect(forgotten.journal.at(-1)).toMatchObject({ action: "forgetClient", before: null, after: null });
  });

  it("keeps numbers, dates, amounts and the log of letters", () => {
    const forgotten = after(ended, forgetClient(ended, { client: "C0001" }, context));
    expect(forgotten.clients).toMatchObject([{ number: "C0001", name: "C0001", type: "private" }, { name: "Petit" }]);
    expect(forgotten.contracts).toMatchObject([{ number: "2026-001", startsOn: "2026-03-15" }]);
    expect(forgotten.invoices).toMatchObject([{ number: "FA-1", amount: 12000 }]);
    expect(forgotten.equipment).toMatchObject([{ serial: "A1" }]);
    expect([forgotten.letters, forgotten.periods]).toEqual([ended.letters, ended.periods]);
  });

  it("is refused while a contract runs, and is never undone", () => {
    expect(reasons(forgetClient(firmOf(), { client: "C0001" }, context))).toEqual(["contractRunning"]);
    expect(reasons(forgetClient(ended, { client: "C0009" }, context))).toEqual(["unknownClient"]);
    const forgotten = written(ended, forgetClient(ended, { client: "C0001" }, context), context);
    expect(reasons(undoOf(forgotten, forgotten.journal[0]?.batch ?? ""))).toEqual(["notUndoable"]);
  });
});
