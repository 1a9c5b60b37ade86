import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import {
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  chromium,
  type FrameLocator,
  type Locator,
  type Page,
} from "playwright-core";
import type { OpenExcel } from "../excel-host/openExcel";
import { unseen } from "../scripts/findBrowser.mjs";
import { serveExcel } from "../tests/builders/servedExcel";
import { today } from "./firm";

/** What the page of the emulated Excel lays open to tests. */
declare global {
  var excelHost: { readonly excel: OpenExcel };
}

/** The demo page as a person sees it: the emulated Excel on a workbook, with the add-in of the real manifest. */
export type DemoPage = {
  readonly page: Page;
  /** The screens of the add-in, which office.js keeps in a frame of their own. */
  readonly pane: FrameLocator;
  /** Opens another workbook in the same page, as « Ouvrir… » does. */
  readonly open: (workbook: Uint8Array, name?: string) => Promise<void>;
  /** The workbook as it would be saved now. */
  readonly saved: () => Promise<Uint8Array>;
  /** Clicks a cell of the grid, on a sheet that is brought to the front. */
  readonly select: (sheet: string, text: string) => Promise<void>;
  /** Selects a cell or an area by its address, as the name box does: « C5 », « A2:R2 ». */
  readonly go: (sheet: string, cell: string) => Promise<void>;
  /** Types into a cell as a person does: « C5 », « Nantes ». */
  readonly typeInto: (sheet: string, cell: string, text: string) => Promise<void>;
  /** Waits until this cell is the active one. */
  readonly isAt: (sheet: string, cell: string) => Promise<void>;
  readonly ribbon: (label: string) => Promise<void>;
  /** A switch or a button of the panel that makes things go wrong. */
  readonly bench: (label: string) => Locator;
  /** What the pages and the add-in threw or wrote as errors; to stay empty. */
  readonly errors: readonly string[];
  readonly close: () => Promise<void>;
};

/**
 * Serves the built page with the built add-in and opens it in a browser whose clock stands on `today` in Paris. Nobody
 * outside of this machine is asked: office.js comes from the same server.
 */
export async function openDemoPage(
  program: string,
  workbook: Uint8Array,
  options: BrowserContextOptions = {},
): Promise<DemoPage> {
  const folder = mkdtempSync(join(tmpdir(), "tacite-e2e-"));
  const file = join(folder, "registre.xlsx");
  writeFileSync(file, workbook);
  const server = await serveExcel({ workbook: file, addin: "dist/addin", keep: folder });
  let browser: Browser | undefined;
  const close = async () => {
    server.stop();
    await browser?.close();
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    browser = await chromium.launch({ executablePath: program, args: [...unseen, "--lang=fr-FR"] });
    const context = await newContext(browser, options);
    const page = await context.newPage();
    const errors: string[] = [];
    page.on("pageerror", ({ message }) => errors.push(message));
    await page.goto(server.address);
    await page.locator("#active-cell").waitFor();
    return { ...driver(page), errors, close };
  } catch (error) {
    await close();
    throw error;
  }
}

async function newContext(browser: Browser, options: BrowserContextOptions): Promise<BrowserContext> {
  const context = await browser.newContext({
    ignoreHTTPSErrors: true,
    viewport: { width: 1280, height: 900 },
    locale: "fr-FR",
    timezoneId: "Europe/Paris",
    ...options,
  });
  context.setDefaultTimeout(60_000);
  await context.clock.setFixedTime(`${today}T09:00:00+01:00`);
  await context.route("https://appsforoffice.microsoft.com/**", (route) => route.abort());
  return context;
}

function driver(page: Page): Omit<DemoPage, "errors" | "close"> {
  const show = async (sheet: string) => {
    const tab = page.locator(".sheet-tabs").getByRole("tab", { name: sheet, exact: true });
    if ((await tab.count()) === 0) {
      await page.getByRole("button", { name: "Afficher les feuilles masquées" }).click();
      await page.getByRole("menuitem", { name: sheet }).click();
    } else await tab.click();
    await page.locator(`[role=grid][aria-label="Feuille ${sheet}"]`).waitFor();
  };
  const go = async (sheet: string, cell: string) => {
    await show(sheet);
    await page.getByLabel("Zone Nom").fill(cell);
    await page.keyboard.press("Enter");
  };
  return {
    page,
    pane: page.frameLocator("section.pane >> nth=0 >> iframe"),
    open: async (workbook, name = "registre.xlsx") => {
      await page
        .getByLabel("Classeur à ouvrir")
        .setInputFiles({ name, mimeType: "application/octet-stream", buffer: Buffer.from(workbook) });
      await page.getByRole("heading", { name }).waitFor();
      await page.locator("#active-cell").waitFor();
    },
    saved: async () =>
      Buffer.from(
        await page.evaluate(() =>
          globalThis.excelHost.excel.save().reduce((text, byte) => text + String.fromCharCode(byte), ""),
        ),
        "latin1",
      ),
    select: async (sheet, text) => {
      await show(sheet);
      await page.getByRole("gridcell", { name: text, exact: true }).first().click();
    },
    go,
    typeInto: async (sheet, cell, text) => {
      await go(sheet, cell);
      await page.keyboard.type(text);
      await page.keyboard.press("Enter");
    },
    isAt: async (sheet, cell) => {
      await page.locator(`[role=grid][aria-label="Feuille ${sheet}"]`).waitFor();
      await page.waitForFunction((at) => document.querySelector<HTMLInputElement>(".name-box")?.value === at, cell);
    },
    ribbon: (label) => page.locator(".ribbon-button").filter({ hasText: label }).filter({ visible: true }).click(),
    bench: (label) =>
      page.getByRole("switch", { name: label }).or(page.locator(".bench").getByRole("button", { name: label })),
  };
}
