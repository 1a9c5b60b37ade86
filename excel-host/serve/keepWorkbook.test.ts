import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "@jest/globals";
import { keepWorkbook } from "./keepWorkbook";

describe("a workbook kept by the server", () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "keep-"));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  const zip = (text: string) => Buffer.from(`PK\u0003\u0004${text}`, "latin1");

  it("gets a name that no file has", async () => {
    writeFileSync(join(folder, "registre-essai-1.xlsx"), "d’avant");
    expect(await keepWorkbook(folder, "registre.xlsx", zip("a"))).toBe("registre-essai-2.xlsx");
    expect(readFileSync(join(folder, "registre-essai-1.xlsx"), "utf8")).toBe("d’avant");
    expect(readFileSync(join(folder, "registre-essai-2.xlsx"))).toEqual(zip("a"));
    expect(readdirSync(folder)).toHaveLength(2);
  });

  it("is refused when it is no .xlsx, and leaves nothing behind", async () => {
    await expect(keepWorkbook(folder, "registre.xlsx", Buffer.from("<html>"))).rejects.toThrow(
      "Ce n’est pas un classeur .xlsx.",
    );
    expect(readdirSync(folder)).toEqual([]);
  });

  it("is kept once for each of two that come together", async () => {
    const names = await Promise.all([1, 2].map((n) => keepWorkbook(folder, "registre.xlsx", zip(String(n)))));
    expect(names.sort()).toEqual(["registre-essai-1.xlsx", "registre-essai-2.xlsx"]);
    expect(readdirSync(folder).sort()).toEqual(names);
  });
});
