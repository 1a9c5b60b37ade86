import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "@jest/globals";
import { registerDoc } from "./registerDoc";

const path = join(__dirname, "..", "docs", "registre.md");

it("docs/registre.md describes the register as the schema declares it (npm run docs writes it again)", () => {
  if (process.env["WRITE_DOCS"] !== undefined) writeFileSync(path, registerDoc());
  expect(readFileSync(path, "utf8")).toBe(registerDoc());
});
