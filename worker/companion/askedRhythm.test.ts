import { beforeAll, beforeEach, describe, expect, it } from "@jest/globals";
import { settings } from "../../tests/builders/register";
import type { Settings } from "../../domain/workbook/settings";
import { openRegister, type OpenedRegister } from "../run/openRegister";
import { usualRhythm } from "../schedule/rhythm";
import { readCells } from "../xlsx/readCells";
import { smallFirm } from "../../tests/builders/smallFirm";
import { simulatedMachine, type SimulatedMachine } from "../../tests/builders/simulatedMachine";
import { workbookOf } from "../../tests/builders/workbook";
import { companionOf } from "./companion";

// Tuesday 24 November 2026, nine o'clock in Paris; tacite.json says Monday at seven.
const config = {
  registers: [
    { name: "contrats", file: "/registre/contrats.xlsx", out: "/registre/Tacite", templates: "", rhythm: usualRhythm },
  ],
  mail: null,
  server: null,
  shared: null,
  data: "/données",
};

let opened: OpenedRegister;
beforeAll(async () => {
  const bytes = await workbookOf(smallFirm(), "2026-11-24");
  const file = { bytes, sha256: "first", modifiedAt: "2026-11-20T10:00:00.000Z", size: bytes.length };
  opened = await openRegister("/registre/contrats.xlsx", {
    readFile: () => Promise.resolve(file),
    readCells,
    wait: () => Promise.resolve(),
  });
});

let machine: SimulatedMachine;
beforeEach(() => {
  machine = simulatedMachine(opened);
  machine.world.now = Date.parse("2026-11-24T08:00:00Z");
});

async function stateWith(asked: Partial<Settings>, faulty = false) {
  const register = { ...opened.register, settings: settings({ ...opened.register.settings, ...asked }) };
  const now = machine.world.now;
  machine = simulatedMachine({ ...opened, register });
  machine.world.now = now;
  if (faulty) machine.world.fault = "damaged";
  const words = { pid: 1, logs: "/logs", machineWarnings: () => [] };
  const companion = await companionOf(config, words, machine.adapters);
  await companion.tick();
  return { companion, state: machine.disk.state?.registers[0] };
}

describe("the day and the hour that the register asks for", () => {
  it("win over tacite.json", async () => {
    const { state } = await stateWith({ digestDay: "friday", digestHour: 18 });
    expect(state).toMatchObject({
      lastRun: { job: "digest", slot: "2026-11-20T18:00", outcome: "done" },
      next: { letters: "2026-11-24T17:00:00Z", digest: "2026-11-27T17:00:00Z" },
    });
  });

  it("leave to tacite.json what they do not say", async () => {
    expect((await stateWith({ digestHour: 18 })).state?.next.digest).toBe("2026-11-30T17:00:00Z");
    expect((await stateWith({ digestDay: "friday" })).state?.next.digest).toBe("2026-11-27T06:00:00Z");
    expect((await stateWith({})).state?.next.digest).toBe("2026-11-30T06:00:00Z");
  });

  it("are not known before the register was read", async () => {
    const { state } = await stateWith({ digestDay: "friday" }, true);
    expect(state?.next.digest).toBe("2026-11-30T06:00:00Z");
  });

  it("hold on while the register cannot be read any more", async () => {
    const { companion } = await stateWith({ digestDay: "friday" });
    machine.world.fault = "damaged";
    machine.world.now += 10 * 60_000;
    await companion.tick();
    expect(machine.disk.state?.registers[0]?.next.digest).toBe("2026-11-27T06:00:00Z");
  });
});
