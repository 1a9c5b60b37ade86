import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "@jest/globals";
import { openedInExcel } from "./openedInExcel";

let folder: string;
beforeEach(async () => void (folder = await mkdtemp(join(tmpdir(), "tacite-"))));
afterEach(() => rm(folder, { recursive: true }));

it("A workbook is open in Excel while its owner file lies beside it", async () => {
  const file = join(folder, "Registre.xlsx");
  expect(await openedInExcel(file)).toBe(false);
  await writeFile(join(folder, "~$Registre.xlsx"), "");
  expect(await openedInExcel(file)).toBe(true);
});
