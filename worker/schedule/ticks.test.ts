import { execFile } from "node:child_process";
import { resolve } from "node:path";
import { promisify } from "node:util";
import { afterEach, beforeEach, describe, expect, it, jest } from "@jest/globals";
import { startTicks, TICKS } from "./ticks";

jest.setTimeout(120_000);

/**
 * Plays nights on fake clocks, in a process of its own, for a process cannot change the zone that it lives in. Answers
 * for each night when the expression had its turn (UTC), or that it set its timer without end.
 */
const PROGRAM = `
import { mock } from "node:test";
import { schedule } from "node-cron";

const [expression, minutes, ...starts] = process.argv.slice(1);
const later = setImmediate;
const settled = () => new Promise((done) => later(done));
for (const start of starts) {
  mock.timers.enable({ apis: ["setTimeout", "setInterval", "Date"], now: new Date(start) });
  const { setTimeout } = globalThis;
  let timers = 0;
  globalThis.setTimeout = (...given) => {
    timers += 1;
    if (timers > 1000) {
      console.log(JSON.stringify([...turns, "endless"]));
      process.exit(0);
    }
    return setTimeout(...given);
  };
  const turns = [];
  const task = schedule(expression, () => void turns.push(new Date().toISOString().slice(11, 16)));
  await settled();
  for (let minute = 0; minute < Number(minutes); minute += 1) {
    mock.timers.tick(60_000);
    await settled();
  }
  console.log(JSON.stringify(turns));
  await task.destroy();
  mock.timers.reset();
}
`;

async function nights(zone: string, expression: string, minutes: number, starts: readonly string[]) {
  const args = ["--no-warnings", "--input-type=module", "-e", PROGRAM, expression, String(minutes), ...starts];
  const options = { cwd: resolve(__dirname, "../.."), env: { ...process.env, TZ: zone } };
  const { stdout } = await promisify(execFile)(process.execPath, args, options);
  return stdout
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line) as readonly string[]);
}

const tenYears = Array.from({ length: 10 }, (_, years) => 2026 + years);

/** The Sunday of the month: the last one, or the first or second counted from 1. */
function sunday(year: number, month: number, which: number | "last"): string {
  const first =
    which === "last" ? new Date(Date.UTC(year, month, -6)) : new Date(Date.UTC(year, month - 1, 7 * which - 6));
  const day = new Date(first.getTime() + ((7 - first.getUTCDay()) % 7) * 86_400_000);
  return day.toISOString().slice(0, 10);
}

/** Every ten minutes of these hours, UTC. */
function tenMinutes(hours: readonly number[]): readonly string[] {
  return hours.flatMap((hour) => [0, 1, 2, 3, 4, 5].map((ten) => `${String(hour).padStart(2, "0")}:${String(ten)}0`));
}

describe("the ticks, on the nights when the clocks change,", () => {
  it("come every ten minutes in Paris from 0 to 1 and from 3 to 5, each of ten autumns", async () => {
    // Sunday 02:00 is shown twice, at 00:00 and 01:00 UTC; this begins on Saturday at 23:55, at 21:55 UTC.
    const eves = tenYears.map((year) => beforeDay(sunday(year, 10, "last"), "21:55:00Z"));
    const expected = tenMinutes([22, 2, 3]);
    expect(await nights("Europe/Paris", TICKS, 364, eves)).toEqual(eves.map(() => expected));
  });

  it("come every ten minutes in Paris from 0 to 1 and from 3 to 5, each of ten springs", async () => {
    // Sunday 02:00 is never shown: it is 03:00, at 01:00 UTC. This begins on Saturday at 23:55, at 22:55 UTC.
    const eves = tenYears.map((year) => beforeDay(sunday(year, 3, "last"), "22:55:00Z"));
    const expected = tenMinutes([23, 1, 2]);
    expect(await nights("Europe/Paris", TICKS, 244, eves)).toEqual(eves.map(() => expected));
  });

  it("come so in Saint-Pierre-et-Miquelon too, where one o’clock comes twice", async () => {
    // Sunday 01:00 is shown twice, at 03:00 and 04:00 UTC; this begins on Saturday at 23:55, at 01:55 UTC.
    const eves = tenYears.map((year) => `${sunday(year, 11, 1)}T01:55:00Z`);
    const expected = tenMinutes([2, 6, 7]);
    expect(await nights("America/Miquelon", TICKS, 364, eves)).toEqual(eves.map(() => expected));
  });

  it.each([
    ["Europe/Paris", "2026-10-25T00:15:00Z", ["02:00", "02:10"]],
    ["Europe/Paris", "2026-10-25T01:15:00Z", ["02:00", "02:10"]],
    ["America/Miquelon", "2026-11-01T03:15:00Z", ["06:00", "06:10"]],
    ["America/Miquelon", "2026-11-01T04:15:00Z", ["06:00", "06:10"]],
  ] as const)(
    "wait for three o’clock when started in %s in an hour that comes twice, %s",
    async (zone, start, first) => {
      const [turns = []] = await nights(zone, TICKS, 240, [start]);
      expect(turns.slice(0, 2)).toEqual(first);
    },
  );

  it("would set timers without end if they came in that hour, which is why they do not", async () => {
    const [turns = []] = await nights("Europe/Paris", "*/10 * * * *", 60, ["2026-10-25T01:15:00Z"]);
    expect(turns.at(-1)).toBe("endless");
  });

  function beforeDay(day: string, time: string): string {
    const eve = new Date(new Date(`${day}T00:00:00Z`).getTime() - 86_400_000);
    return `${eve.toISOString().slice(0, 10)}T${time}`;
  }
});

describe("the ticks", () => {
  const unexpected = (error: unknown) => {
    throw error;
  };

  beforeEach(() => {
    jest.useFakeTimers({ now: new Date(2026, 10, 24, 9, 5) });
  });
  afterEach(() => {
    jest.useRealTimers();
  });

  it("come every ten minutes until they are stopped", async () => {
    let count = 0;
    const ticks = startTicks(() => Promise.resolve(void (count += 1)), unexpected);
    await jest.advanceTimersByTimeAsync(30 * 60_000);
    expect(count).toBe(3);
    await ticks.stop();
    await jest.advanceTimersByTimeAsync(30 * 60_000);
    expect(count).toBe(3);
    expect(jest.getTimerCount()).toBe(0);
  });

  it("come once, and at once, after a night that was slept through", async () => {
    let count = 0;
    const ticks = startTicks(async () => {
      count += 1;
      await new Promise((done) => setTimeout(done, 2_000));
    }, unexpected);
    await jest.advanceTimersByTimeAsync(60_000);
    jest.setSystemTime(new Date(2026, 10, 25, 8, 2));
    await jest.advanceTimersByTimeAsync(5 * 60_000);
    expect(count).toBe(1);
    await jest.advanceTimersByTimeAsync(10 * 60_000);
    expect(count).toBe(2);
    await ticks.stop();
  });

  it("go on after one that fails, on time or after a sleep, and say what it threw", async () => {
    const failures: unknown[] = [];
    let count = 0;
    const ticks = startTicks(
      () => Promise.reject(new Error(`tick ${String((count += 1))}`)),
      (error) => failures.push(error),
    );
    await jest.advanceTimersByTimeAsync(10 * 60_000);
    expect(failures).toEqual([new Error("tick 1")]);
    jest.setSystemTime(new Date(2026, 10, 25, 8, 2));
    await jest.advanceTimersByTimeAsync(5 * 60_000);
    // Each turn that was missed is told, and none of them works: none is left out.
    expect(failures.length).toBeGreaterThan(1);
    const before = failures.length;
    await jest.advanceTimersByTimeAsync(10 * 60_000);
    expect(failures.length).toBe(before + 1);
    await ticks.stop();
  });
});
