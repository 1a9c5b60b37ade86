// Where the browser is in which the add-in is shown and tested: Chrome, Edge or Chromium, whichever the machine has.
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";

const names = [
  "google-chrome",
  "google-chrome-stable",
  "chromium",
  "chromium-browser",
  "microsoft-edge",
  "microsoft-edge-stable",
];

const onWindows = [
  ["Google", "Chrome", "Application", "chrome.exe"],
  ["Microsoft", "Edge", "Application", "msedge.exe"],
  ["Chromium", "Application", "chrome.exe"],
];

const onMac = ["Google Chrome", "Microsoft Edge", "Chromium"].map(
  (name) => `/Applications/${name}.app/Contents/MacOS/${name}`,
);

function places() {
  const { env, platform } = process;
  if (platform === "darwin") return onMac;
  if (platform === "win32") {
    const roots = [env.ProgramFiles, env["ProgramFiles(x86)"], env.LOCALAPPDATA].filter((root) => root !== undefined);
    return roots.flatMap((root) => onWindows.map((path) => join(root, ...path)));
  }
  return (env.PATH ?? "").split(delimiter).flatMap((folder) => names.map((name) => join(folder, name)));
}

/**
 * The path of a browser, or null where there is none. BROWSER_PATH names another.
 *
 * @returns {string | null}
 */
export function findBrowser() {
  const named = process.env.BROWSER_PATH;
  return [...(named === undefined ? [] : [named]), ...places()].find((path) => existsSync(path)) ?? null;
}

/**
 * The path of a browser. Where there is none, a root on Debian gets Debian's; anybody else is told what to install.
 *
 * @returns {string}
 */
export function needBrowser() {
  const found = findBrowser();
  if (found !== null) return found;
  if (process.platform === "linux" && process.getuid?.() === 0 && existsSync("/usr/bin/apt-get")) {
    const apt = (...words) =>
      spawnSync("apt-get", words, { stdio: "inherit", env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" } });
    apt("update", "-q");
    apt("install", "-q", "-y", "--no-install-recommends", "chromium");
  }
  const installed = findBrowser();
  if (installed !== null) return installed;
  throw new Error("No browser here. Install Chrome, Edge or Chromium, or name one in BROWSER_PATH.");
}

/** What a browser needs to run unseen, as root in a container too, and to call nobody by itself. */
export const unseen = [
  ...(process.getuid?.() === 0 ? ["--no-sandbox"] : []),
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];
