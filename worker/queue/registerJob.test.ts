import { mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "@jest/globals";
import { simulatedMachine } from "../../tests/builders/simulatedMachine";
import { smallFirm } from "../../tests/builders/smallFirm";
import { workbookOf } from "../../tests/builders/workbook";
import { readState } from "../companion/state";
import { openRegister } from "../run/openRegister";
import { usualRhythm } from "../schedule/rhythm";
import { readCells } from "../xlsx/readCells";
import { registerJob } from "./registerJob";

let out: string;
beforeEach(async () => {
  out = await mkdtemp(join(tmpdir(), "tacite-job-"));
});
afterEach(() => rm(out, { recursive: true }));

describe("the job of a register", () => {
  it("says in the register's state that its ledger cannot be read, and leaves no lock behind", async () => {
    const bytes = await workbookOf(smallFirm(), "2026-11-24");
    const file = { bytes, sha256: "first", modifiedAt: "2026-11-20T10:00:00.000Z", size: bytes.length };
    const readFile = () => Promise.resolve(file);
    const opened = await openRegister("/registre/contrats.xlsx", {
      readFile,
      readCells,
      wait: () => Promise.resolve(),
    });
    const machine = simulatedMachine(opened);
    machine.world.now = Date.UTC(2026, 10, 24, 8);
    const register = { name: "contrats", file: "/registre/contrats.xlsx", out, templates: "", rhythm: usualRhythm };
    const config = { registers: [register], mail: null, server: null, shared: out, data: out };
    const worker = { pid: 1, startedAt: "2026-11-24T08:00:00.000Z", logs: "/logs" };
    const adapters = { ...machine.adapters, readEvents: () => Promise.reject(new Error("broken")) };
    const job = registerJob(config, worker, adapters);
    expect(await job(register)).toBe("done");
    const [state] = (await readState(out))?.registers ?? [];
    expect(state).toMatchObject({ lastRun: { outcome: "failed", code: "bug" }, warnings: [{ code: "bug" }] });
    expect(await readdir(out)).toEqual(["etat.json"]);
  });
});
