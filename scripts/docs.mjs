// Writes again the pages of docs/ that come from the code: the tests that compare them also know how to write them.
import { spawnSync } from "node:child_process";

const env = { ...process.env, WRITE_DOCS: "1" };
const { status } = spawnSync("npx jest --selectProjects repository --testPathPatterns Doc.test", {
  env,
  shell: true,
  stdio: "inherit",
});
process.exitCode = status ?? 1;
