import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it, jest } from "@jest/globals";
import { findLists } from "../domain/import/findLists";
import { readSheets } from "../worker/xlsx/readSheets";
import { takenList } from "./builders/takenList";

/* Every text of the lists of samples/lists is in the register that they make, or its user is told of it. */

jest.setTimeout(120_000);

const today = "2026-11-24";
const folder = join(__dirname, "..", "samples", "lists");
const names = readdirSync(folder).filter((file) => file.endsWith(".xlsx"));
const asListed = "asListed" as const;
const answers = {
  followedSince: today,
  ...{ invoiced: asListed, paid: asListed, visited: asListed, letterSent: asListed },
  noticeMonths: 2,
  basis: "TTC",
} as const;

it.each(names)("nothing of %s is dropped", async (name) => {
  const sheets = await readSheets(new Uint8Array(readFileSync(join(folder, name))));
  const layouts = findLists(sheets, today);
  expect(layouts.length).toBeGreaterThan(0);
  const lost = layouts.flatMap((layout) => {
    const sheet = sheets.find((one) => one.name === layout.sheet);
    if (sheet === undefined) throw new Error(layout.sheet);
    const taken = takenList(sheet, layout, answers, today);
    expect(taken.register.contracts.length).toBeGreaterThan(0);
    return taken.lost;
  });
  expect(lost).toEqual([]);
});
