import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "@jest/globals";
import { messagesDoc } from "./messagesDoc";

const path = join(__dirname, "..", "docs", "messages.md");

it("docs/messages.md gives every message about wrong input as Tacite says it (npm run docs writes it again)", () => {
  if (process.env["WRITE_DOCS"] !== undefined) writeFileSync(path, messagesDoc());
  expect(readFileSync(path, "utf8")).toBe(messagesDoc());
});
