import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";

type Violation = { readonly from: string; readonly to: string; readonly rule: { readonly name: string } };
type Summary = { readonly totalCruised: number; readonly violations: readonly Violation[] };

const project = join(__dirname, "..");
const cruiser = join(project, "node_modules", "dependency-cruiser", "bin", "dependency-cruise.mjs");

/** Breaks a rule on purpose, in the copy. */
const plant = (copy: string, path: string, code: string): void => {
  mkdirSync(dirname(join(copy, path)), { recursive: true });
  writeFileSync(join(copy, path), code);
};

const copyOfProduct = (): string => {
  const copy = mkdtempSync(join(tmpdir(), "tacite-rules-"));
  for (const path of ["domain", "worker", "package.json", "tsconfig.json", ".dependency-cruiser.mjs"]) {
    cpSync(join(project, path), join(copy, path), { recursive: true });
  }
  symlinkSync(join(project, "node_modules"), join(copy, "node_modules"), "junction");
  return copy;
};

/** The checker exits with the number of errors, which are planted here: only what it prints is of interest. */
const cruise = (copy: string): Summary => {
  const args = [cruiser, "--preserve-symlinks", "--output-type", "json", "domain", "worker"];
  const report: { summary: Summary } = JSON.parse(
    execFileSync(process.execPath, args, { cwd: copy, encoding: "utf8", maxBuffer: 64 * 1024 * 1024 }),
  );
  return report.summary;
};

describe("the dependency rules", () => {
  let copy: string;
  let summary: Summary;

  const broken = (path: string): readonly string[] =>
    summary.violations.filter(({ from }) => from === path).map(({ rule, to }) => `${rule.name}: ${to}`);

  beforeAll(() => {
    copy = copyOfProduct();
    plant(copy, "worker/xlsx/planted.ts", "export type Planted = number;\nexport const planted: Planted = 1;\n");
    plant(copy, "domain/asksWorker.ts", 'export { planted } from "../worker/xlsx/planted";\n');
    plant(
      copy,
      "worker/digest/opensExcel.ts",
      'import ExcelJS from "exceljs";\nexport const book = new ExcelJS.Workbook();\n',
    );
    plant(copy, "worker/run/takesCode.ts", 'export { planted } from "../xlsx/planted";\n');
    plant(copy, "worker/run/takesType.ts", 'export type { Planted } from "../xlsx/planted";\n');
    summary = cruise(copy);
  }, 120_000);

  afterAll(() => rmSync(copy, { recursive: true, force: true }));

  it("look at every module of the product", () => {
    expect(summary.totalCruised).toBeGreaterThan(50);
  });

  it("keep a rule from asking the worker", () => {
    expect(broken("domain/asksWorker.ts")).toEqual(["domain-is-pure: worker/xlsx/planted.ts"]);
  });

  it("keep exceljs in its folder", () => {
    expect(broken("worker/digest/opensExcel.ts")).toEqual([
      "exceljs-stays-in-its-folder: node_modules/exceljs/excel.js",
    ]);
  });

  it("let the run know its adapters by their types only", () => {
    expect(broken("worker/run/takesCode.ts")).toEqual(["run-takes-its-adapters: worker/xlsx/planted.ts"]);
    expect(broken("worker/run/takesType.ts")).toEqual([]);
  });
});
