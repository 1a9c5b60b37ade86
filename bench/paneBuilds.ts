import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const ADDRESS = "https://github.com/OfficeDev/Office-Addin-TaskPane-React.git";
const COMMIT = "4abbd86057583dccfc10bc35e9e49961cdc64f94";

/** The pane as it is published, built into a folder. */
export function buildOurs(folder: string): void {
  webpack("addin", folder);
}

/**
 * Microsoft's React task pane, built into a folder as ours is: same compiler, same settings, same versions of React and
 * Fluent, and without the polyfills that its own build adds for Internet Explorer.
 * @param source where its sources are, to be fetched first unless somebody did
 * @param beside a folder built by `buildOurs`: the ribbon that opens ours opens it too
 */
export function buildTemplate(source: string, folder: string, beside: string): void {
  webpack("template", folder, { TACITE_TEMPLATE: source });
  cpSync(join(source, "assets"), join(folder, "assets"), { recursive: true });
  cpSync(join(beside, "manifest.xml"), join(folder, "manifest.xml"));
  cpSync(join(beside, "assets"), join(folder, "assets"), { recursive: true });
  const page = readFileSync(join(source, "src/taskpane/taskpane.html"), "utf8");
  writeFileSync(
    join(folder, "taskpane.html"),
    page.replace("</head>", '<script defer src="taskpane.js"></script></head>'),
  );
}

/** Fetches the template into a folder, or copies it from one where it already is. */
export function bringTemplate(given: string | null, folder: string): void {
  mkdirSync(folder);
  if (given !== null) {
    for (const part of ["src", "assets"]) cpSync(join(given, part), join(folder, part), { recursive: true });
    return;
  }
  const git = (...words: string[]) => execFileSync("git", ["-C", folder, ...words], { stdio: "pipe" });
  git("init", "--quiet");
  git("fetch", "--quiet", "--depth", "1", ADDRESS, COMMIT);
  git("checkout", "--quiet", "FETCH_HEAD");
}

function webpack(name: string, folder: string, environment = {}): void {
  const program = "node_modules/webpack/bin/webpack.js";
  execFileSync(process.execPath, [program, "--config-name", name, "--output-path", folder], {
    env: { ...process.env, ...environment },
    stdio: ["ignore", "ignore", "inherit"],
  });
}
