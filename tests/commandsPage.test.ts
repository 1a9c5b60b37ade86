import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "@jest/globals";
import { exitCodes } from "../worker/cli/exitCodes";
import { tacite } from "./builders/commandLine";

const page = readFileSync(join(__dirname, "..", "docs", "commandes.md"), "utf8");
const help = async (...command: readonly string[]) => (await tacite([...command, "--help"])).printed;
const commands = async () => [...(await help()).matchAll(/^ {2}(\w+) \[options\]/gm)].map(([, name = ""]) => name);

describe("docs/commandes.md", () => {
  it("names every command and every option", async () => {
    const names = await commands();
    expect(names).toEqual([
      "new",
      "import",
      "plan",
      "run",
      "round",
      "check",
      "start",
      "status",
      "password",
      "diagnostic",
      "ledger",
      "demo",
    ]);
    for (const name of names) {
      expect(page).toContain(`\`tacite ${name}`);
      for (const [option] of (await help(name)).matchAll(/--(?!help)\w+/g)) expect(page).toContain(option);
    }
  });

  it("gives every exit code", () => {
    const given = [...page.matchAll(/^\| (\d+) +\|/gm)].map(([, code]) => Number(code));
    expect(given).toEqual(Object.values(exitCodes));
  });
});
