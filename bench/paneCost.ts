import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { join } from "node:path";
import { chromium, type Browser } from "playwright-core";
import { serveExcel, type ServedExcel } from "../tests/builders/servedExcel";
import { needBrowser, unseen } from "../scripts/findBrowser.mjs";
import { median } from "./median";
import { openPane, type Opening } from "./openPane";
import { bringTemplate, buildOurs, buildTemplate } from "./paneBuilds";

/** Ours: bytes of the first load; by the template's: how much later the pane is usable. */
const LIMITS = { gzip: 175_000, alone: 1.5, inExcel: 2 };

/** The template's button; with ours, in Excel the first thing to do of the list, alone the sentence that says where it belongs. */
const waitedFor = { template: "button:not([disabled])", ours: { inExcel: "main li button", alone: "main h1" } };

type Pair = { readonly ours: Opening; readonly template: Opening };

/**
 * The pane beside Microsoft's own React task pane, in turn in the same browser. Prints medians, and ratios pair by pair.
 * @param given a folder that holds the template, which is fetched otherwise
 * @returns true when every limit is held
 */
export async function measurePane(rounds: number, given: string | null): Promise<boolean> {
  const cache = "node_modules/.cache";
  mkdirSync(cache, { recursive: true });
  // Among our node_modules, so that the template is built with our versions of its libraries.
  const folder = mkdtempSync(join(cache, "bench-"));
  const place = (name: string) => join(process.cwd(), folder, name);
  const servers: ServedExcel[] = [];
  let browser: Browser | null = null;
  try {
    bringTemplate(given, place("source"));
    buildOurs(place("ours"));
    buildTemplate(place("source"), place("template"), place("ours"));
    execFileSync(process.execPath, ["dist/tacite.mjs", "new", place("registre.xlsx"), "--sample"]);
    for (const addin of ["ours", "template"]) {
      servers.push(await serveExcel({ workbook: place("registre.xlsx"), addin: place(addin) }));
    }
    const [ours = "", template = ""] = servers.map(({ address }) => address);
    const chrome = await chromium.launch({ executablePath: needBrowser(), args: unseen });
    browser = chrome;
    const measure = async (inExcel: boolean): Promise<readonly Pair[]> => {
      const one = async (): Promise<Pair> => ({
        ours: await openPane(chrome, ours, inExcel, waitedFor.ours[inExcel ? "inExcel" : "alone"]),
        template: await openPane(chrome, template, inExcel, waitedFor.template),
      });
      await one();
      const pairs: Pair[] = [];
      for (let round = 0; round < rounds; round++) pairs.push(await one());
      return pairs;
    };
    return report(rounds, await measure(false), await measure(true));
  } finally {
    await browser?.close();
    for (const server of servers) server.stop();
    rmSync(folder, { recursive: true });
  }
}

function report(rounds: number, alone: readonly Pair[], inExcel: readonly Pair[]): boolean {
  console.log(`The pane beside Microsoft's template, processor slowed four times, ${String(rounds)} rounds, medians`);
  const line = (title: string, pairs: readonly Pair[], figure: keyof Opening, unit: "ms" | "KB") => {
    const shown = (value: number) => (unit === "KB" ? (value / 1000).toFixed(1) : value.toFixed(0)).padStart(7);
    const ours = median(pairs.map((pair) => pair.ours[figure]));
    const theirs = median(pairs.map((pair) => pair.template[figure]));
    const by = median(pairs.map((pair) => pair.ours[figure] / pair.template[figure]));
    console.log(
      `${title.padEnd(32)} ours ${shown(ours)} ${unit}  template ${shown(theirs)} ${unit}  ratio ${by.toFixed(2)}`,
    );
    return { ours, by };
  };
  const gzip = line("first load, gzip", inExcel, "gzip", "KB");
  line("first load, as it is", inExcel, "raw", "KB");
  line("outside Excel, first paint", alone, "firstPaint", "ms");
  const usableAlone = line("outside Excel, usable", alone, "usable", "ms");
  line("in emulated Excel, first paint", inExcel, "firstPaint", "ms");
  const usableInExcel = line("in emulated Excel, usable", inExcel, "usable", "ms");
  return gzip.ours <= LIMITS.gzip && usableAlone.by <= LIMITS.alone && usableInExcel.by <= LIMITS.inExcel;
}
