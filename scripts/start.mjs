// What a stranger sees first: one run of the worker on a sample register, then that register in the emulated Excel.
import { spawn, spawnSync } from "node:child_process";
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));
const out = "sortie";

/** The latest of the samples, which bear their day. */
function sample() {
  const names = readdirSync(join(root, out)).filter((name) => /^registre-exemple-[\d-]{10}[.]xlsx$/.test(name));
  return join(out, names.sort().at(-1) ?? "registre-exemple.xlsx");
}

function serve() {
  const hint = "Pour le faire lire par Tacite : npx tacite run --register {file}";
  const welcome =
    "Le registre d’une entreprise inventée. Cliquez sur un contrat, puis sur « Visite faite » ou « Facturé » dans le ruban ; enregistrez-le enfin, pour que Tacite le lise.";
  const options = { workbook: sample(), addin: "dist/addin", keep: out, hint, welcome };
  const args = Object.entries(options).flatMap(([name, value]) => [`--${name}`, value]);
  const server = spawn(process.execPath, ["dist/excel.mjs", ...args], { cwd: root, stdio: "inherit" });
  server.on("exit", (code) => {
    process.exitCode = code ?? 0;
  });
  // Ctrl+C reaches both; the server ends first.
  process.on("SIGINT", () => {});
  process.on("SIGTERM", () => server.kill());
}

const { status } = spawnSync(process.execPath, ["dist/tacite.mjs", "demo"], { cwd: root, stdio: "inherit" });
if (status === 0) serve();
else process.exitCode = status ?? 1;
