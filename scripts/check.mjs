// Everything that must hold before a change is merged: the compiler, the linters and the tests, two at a time.
// The last line is the count. A step that is not a test run counts as one.
import { spawn } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { clearTimeout, setTimeout } from "node:timers";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));
const results = mkdtempSync(join(tmpdir(), "tacite-check-"));
const lanes = 2;
const limitMinutes = 45;
const isWindows = process.platform === "win32";

const { scripts } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));

/** A step is a script of package.json, so that it can also be run alone. */
const tool = (name, script) => ({ name, command: scripts[script] });

const tests = (project, zone) => {
  const report = join(results, `${project}-${zone.replace("/", "-")}.json`);
  const options = `--ci --json --outputFile="${report}" --maxWorkers=2 --selectProjects ${project}`;
  return { name: `tests of ${project}, ${zone}`, command: `${scripts.unit} ${options}`, zone, report };
};

/** Taken in this order as lanes come free; a step waits for the one it needs. */
const steps = [
  tool("build", "build"),
  tests("domain", "Europe/Paris"),
  { ...tests("worker", "Europe/Paris"), needs: "build" },
  tests("addin", "Europe/Paris"),
  { ...tests("excel-host", "Europe/Paris"), needs: "build" },
  tests("domain", "Pacific/Apia"),
  { ...tests("repository", "Europe/Paris"), needs: "build" },
  { ...tests("e2e", "Europe/Paris"), needs: "build" },
  tool("types", "types"),
  tool("lint", "lint"),
  tool("format", "format:check"),
  tool("imports", "imports"),
  tool("dead code", "deadcode"),
];

const environment = {
  ...process.env,
  PATH: [join(root, "node_modules", ".bin"), process.env.PATH].join(delimiter),
  NO_COLOR: "1",
};

/** Runs one step and gives its exit code, what it printed and how long it took. */
function run({ command, zone }) {
  const started = performance.now();
  return new Promise((done) => {
    const env = zone === undefined ? environment : { ...environment, TZ: zone };
    // In a group of its own, so that what it leaves behind can be ended with it.
    const child = spawn(command, { cwd: root, env, shell: true, detached: !isWindows });
    const printed = [];
    child.stdout.on("data", (chunk) => printed.push(chunk));
    child.stderr.on("data", (chunk) => printed.push(chunk));
    child.on("error", (error) => printed.push(Buffer.from(String(error))));
    const limit = setTimeout(() => {
      printed.push(Buffer.from(`\nStill running after ${limitMinutes} minutes: ended.\n`));
      endGroup(child);
    }, limitMinutes * 60_000);
    // A program that a test left running keeps the output open, and the step would wait for it for ever.
    child.on("exit", () => setTimeout(() => endGroup(child), 5_000).unref());
    child.on("close", (code) => {
      clearTimeout(limit);
      const output = Buffer.concat(printed).toString().trimEnd();
      done({ code, output, seconds: (performance.now() - started) / 1000 });
    });
  });
}

function endGroup({ pid }) {
  if (pid === undefined) return;
  try {
    if (isWindows) spawn("taskkill", ["/pid", String(pid), "/t", "/f"]);
    else process.kill(-pid, "SIGKILL");
  } catch {
    // Nothing of it is left.
  }
}

/** A suite that does not even load has no test to fail: it counts as one failure, like any step that ends badly. */
function count(step, code) {
  if (step.report === undefined) return { passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1, skipped: [] };
  if (!existsSync(step.report)) return { passed: 0, failed: 1, skipped: [] };
  const report = JSON.parse(readFileSync(step.report, "utf8"));
  const cases = report.testResults.flatMap((suite) => suite.assertionResults);
  const failed = report.numFailedTests + report.numRuntimeErrorTestSuites;
  return {
    passed: report.numPassedTests,
    failed: failed === 0 && code !== 0 ? 1 : failed,
    skipped: cases.filter(({ status }) => status !== "passed" && status !== "failed").map(({ fullName }) => fullName),
  };
}

/** jest --json repeats its report on stdout; only what it says to people is worth showing. */
const readable = (output) =>
  output
    .split("\n")
    .filter((line) => !line.startsWith('{"numFailedTestSuites"'))
    .join("\n");

function show(step, { code, output, seconds }, { passed, failed, skipped }) {
  const ok = failed === 0 && code === 0;
  const counted = step.report === undefined ? "" : `  ${passed} passed${failed > 0 ? `, ${failed} failed` : ""}`;
  console.log(`${ok ? "✓" : "✗"} ${step.name.padEnd(34)}${seconds.toFixed(1).padStart(6)} s${counted}`);
  for (const name of skipped) console.log(`    skipped: ${name}`);
  if (!ok) console.log(`\n${readable(output)}\n`);
}

async function check() {
  const total = { passed: 0, failed: 0, skipped: 0 };
  const ended = new Map();
  const wanted = process.argv.slice(2);
  const chosen = steps.filter(({ name }) => wanted.length === 0 || wanted.some((word) => name.includes(word)));
  const waiting = [...chosen];

  async function lane() {
    for (let step = waiting.shift(); step !== undefined; step = waiting.shift()) {
      await ended.get(step.needs);
      const running = run(step);
      ended.set(step.name, running);
      const result = await running;
      const counted = count(step, result.code);
      show(step, result, counted);
      total.passed += counted.passed;
      total.failed += counted.failed;
      total.skipped += counted.skipped.length;
    }
  }

  await Promise.all(Array.from({ length: lanes }, lane));
  rmSync(results, { recursive: true, force: true });
  const skipped = total.skipped > 0 ? `, ${total.skipped} skipped` : "";
  console.log(`${total.passed} passed, ${total.failed} failed${skipped}`);
  process.exitCode = total.failed === 0 ? 0 : 1;
}

await check();
