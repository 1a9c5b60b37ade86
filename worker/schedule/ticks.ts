import { schedule } from "node-cron";

/**
 * Every ten minutes, but for the hours that come twice in a night of autumn: from one to two in Saint-Pierre-et-Miquelon,
 * from two to three in Paris. In the second of these hours node-cron 4.6 sets its timer a thousand times a second, and then
 * runs nothing. What was to begin in that time begins at three.
 *
 * @internal Tested by itself.
 */
export const TICKS = "*/10 0,3-23 * * *";

/**
 * Calls `tick` by the machine's own clocks until it is stopped, and at once after a time that was slept through. While one
 * tick works, others are left out. `onFailed` is told what a tick throws; the next ones come all the same.
 */
export function startTicks(
  tick: () => Promise<void>,
  onFailed: (error: unknown) => void,
): {
  readonly stop: () => Promise<void>;
} {
  let isWorking = false;
  const unlessWorking = async () => {
    if (isWorking) return;
    isWorking = true;
    try {
      await tick();
    } catch (error) {
      onFailed(error);
    } finally {
      isWorking = false;
    }
  };
  const task = schedule(TICKS, unlessWorking, { suppressMissedWarning: true });
  // A night asleep is a hundred missed turns, told one after the other: the first of them is enough.
  task.on("execution:missed", unlessWorking);
  return {
    stop: async () => {
      await task.destroy();
    },
  };
}
