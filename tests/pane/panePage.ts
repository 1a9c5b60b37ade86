import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { type Browser, type BrowserContextOptions, chromium, type Page } from "playwright-core";
import { unseen } from "../../scripts/findBrowser.mjs";

const html = `<!doctype html>
<html lang="fr">
  <head>
    <meta charset="utf-8" />
    <title>Tacite</title>
    <style>
      body { margin: 0; font: 14px/20px "Segoe UI", system-ui, sans-serif; }
    </style>
  </head>
  <body><div id="root"></div><script src="harness.js"></script></body>
</html>`;

/** The screens of the pane in a browser, on a register in memory. */
export type PaneBrowser = {
  /** A pane 320 px wide; `query` chooses its register and language. */
  readonly open: (query?: string, options?: BrowserContextOptions) => Promise<Page>;
  readonly close: () => Promise<void>;
};

export async function openPaneBrowser(executablePath: string): Promise<PaneBrowser> {
  const folder = mkdtempSync(join(tmpdir(), "tacite-pane-"));
  execFileSync(process.execPath, [join(__dirname, "buildHarness.mjs"), folder]);
  writeFileSync(join(folder, "index.html"), html);
  const browser: Browser = await chromium.launch({ executablePath, args: [...unseen, "--lang=fr-FR"] });
  const address = pathToFileURL(join(folder, "index.html")).href;
  return {
    async open(query = "", options = {}) {
      const context = await browser.newContext({ viewport: { width: 320, height: 640 }, locale: "fr-FR", ...options });
      const page = await context.newPage();
      page.setDefaultTimeout(10_000);
      await page.goto(`${address}?${query}`);
      await page.locator("main").waitFor();
      return page;
    },
    async close() {
      await browser.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
