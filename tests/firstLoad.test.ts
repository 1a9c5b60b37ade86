import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { expect, it } from "@jest/globals";

const built = join(__dirname, "../dist/addin");
const read = (name: string) => readFileSync(join(built, name));

it("the pane's page, with every script that it names, weighs at most 176 KB compressed", () => {
  const page = read("taskpane.html");
  const scripts = [...page.toString().matchAll(/(?:href|src)="([^"]+[.]js)"/g)].flatMap(([, name]) => name ?? []);
  expect(scripts).toEqual([expect.stringMatching(/^pane[.]/), expect.stringMatching(/^loader[.]/)]);
  const weight = [page, ...scripts.map(read)].reduce((sum, file) => sum + gzipSync(file, { level: 9 }).length, 0);
  // React alone takes 70 of them. The rest can wait for its screen: import it where it is asked for.
  expect(weight).toBeLessThanOrEqual(176_000);
  expect(weight).toBeGreaterThan(70_000);
});
