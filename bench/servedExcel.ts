import { type ChildProcess, spawn } from "node:child_process";

/** The emulated Excel, served by a process of its own. */
export type ServedExcel = { readonly address: string; readonly stop: () => void };

/** @param addin the folder of a built add-in @throws when the server does not start */
export async function serveExcel(workbook: string, addin: string): Promise<ServedExcel> {
  const args = ["dist/excel.mjs", "--workbook", workbook, "--addin", addin, "--port", "0"];
  const server = spawn(process.execPath, args, { stdio: ["ignore", "pipe", "inherit"] });
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
    server.once("exit", (code) => reject(new Error(`The emulated Excel ended with ${String(code)}`)));
  });
}
