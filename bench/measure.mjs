// Loaded before a measured program: writes what it cost, on its way out, to the file named by MEASURE_TO.
import { writeFileSync } from "node:fs";

process.on("exit", () => {
  const { maxRSS, userCPUTime, systemCPUTime } = process.resourceUsage();
  writeFileSync(process.env.MEASURE_TO, JSON.stringify({ peakKb: maxRSS, cpuMicros: userCPUTime + systemCPUTime }));
});
