import { type ChildProcess, spawn } from "node:child_process";

/** The emulated Excel, served by a process of its own. */
export type ServedExcel = { readonly address: string; readonly stop: () => void };

/** What the built server is told: files and folders by their path, and what it says of a kept file. */
export type ServedFiles = {
  readonly workbook: string;
  /** The folder of a built add-in. */
  readonly addin: string;
  /** Where workbooks are kept. */
  readonly keep?: string;
  readonly hint?: string;
};

/** Starts the built server on a free port. @throws when it does not start */
export async function serveExcel(files: ServedFiles): Promise<ServedExcel> {
  const args = Object.entries({ ...files, port: "0" }).flatMap(([name, value]) => [`--${name}`, value]);
  const server = spawn(process.execPath, ["dist/excel.mjs", ...args], { stdio: ["ignore", "pipe", "inherit"] });
  return { address: await printedAddress(server), stop: () => void server.kill() };
}

function printedAddress(server: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let printed = "";
    server.stdout?.on("data", (text: Buffer) => {
      printed += text.toString();
      const found = /https:\/\/localhost:\d+/.exec(printed);
      if (found !== null) resolve(found[0]);
    });
    server.once("exit", (code) => reject(new Error(`The emulated Excel ended with ${String(code)}. Is dist/ built?`)));
  });
}
