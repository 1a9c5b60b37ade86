import { gzipSync } from "node:zlib";
import type { Browser, BrowserContext, Frame, Page } from "playwright-core";

/** How fast a pane came, in milliseconds since its page was asked for, and the code that it took, in bytes. */
export type Opening = {
  readonly firstPaint: number;
  readonly usable: number;
  readonly gzip: number;
  readonly raw: number;
};

const SLOWER = 4;

/**
 * Opens a pane in a browser that has never seen it, on a slowed processor.
 * @param address the emulated Excel's
 * @param inExcel from its ribbon; else the pane's page alone, in a tab
 * @param usable a selector of what the user waits for, which must then take a click
 */
export async function openPane(browser: Browser, address: string, inExcel: boolean, usable: string): Promise<Opening> {
  const context = await browser.newContext({ ignoreHTTPSErrors: true, viewport: { width: 1280, height: 720 } });
  try {
    await onlyHere(context, address);
    await context.addInitScript(noteWhenUsable, usable);
    const page = await context.newPage();
    const code = codeOf(page, address);
    const pane = inExcel ? await openFromRibbon(page, address) : await openAlone(page, address);
    const times = await pane.evaluate(timesOf);
    const sizes = await code();
    await slowDown(page, 1);
    await pane.locator(usable).first().click({ trial: true });
    return { ...times, ...sizes };
  } finally {
    await context.close();
  }
}

/** Office.js comes from the same server, which stands in for Microsoft's; nobody else is called. */
async function onlyHere(context: BrowserContext, address: string): Promise<void> {
  await context.route(
    (url) => url.origin !== address,
    (route) => route.abort(),
  );
}

async function openFromRibbon(page: Page, address: string): Promise<Frame> {
  await page.goto(address);
  await page.locator("#active-cell").waitFor();
  await slowDown(page, SLOWER);
  const [pane] = await Promise.all([
    page.waitForEvent("framenavigated", (frame) => frame.parentFrame() !== null),
    page.locator('[id="Tacite.Btn.OpenPane"]').click(),
  ]);
  return pane;
}

async function openAlone(page: Page, address: string): Promise<Frame> {
  await slowDown(page, SLOWER);
  const reply = await page.goto(`${address}/taskpane.html`);
  if (reply?.ok() !== true) throw new Error(`No pane at ${address}`);
  return page.mainFrame();
}

async function slowDown(page: Page, rate: number): Promise<void> {
  const session = await page.context().newCDPSession(page);
  await session.send("Emulation.setCPUThrottlingRate", { rate });
}

/** The pane's page, scripts and styles, each once; the emulated Excel's own and office.js are not counted. */
function codeOf(page: Page, address: string): () => Promise<Pick<Opening, "gzip" | "raw">> {
  const files = new Map<string, Promise<Buffer>>();
  page.on("response", (response) => {
    const { origin, pathname } = new URL(response.url());
    const ours = origin === address && /^[/][^/]+[.](html|js|css)$/.test(pathname);
    if (ours && response.ok()) files.set(pathname, response.body());
  });
  return async () => {
    const bodies = await Promise.all(files.values());
    const sum = (size: (body: Buffer) => number) => bodies.reduce((total, body) => total + size(body), 0);
    return { raw: sum((body) => body.length), gzip: sum((body) => gzipSync(body, { level: 9 }).length) };
  };
}

/** Runs in the page, before its own scripts: marks the frame after the one in which the user gets what he waits for. */
function noteWhenUsable(selector: string): void {
  if (location.pathname !== "/taskpane.html") return;
  new MutationObserver((_, observer) => {
    if (document.querySelector(selector) === null) return;
    observer.disconnect();
    requestAnimationFrame(() => setTimeout(() => performance.mark("usable")));
  }).observe(document, { childList: true, subtree: true, attributes: true });
}

/** Runs in the page; answers once both have been. */
async function timesOf(): Promise<Pick<Opening, "firstPaint" | "usable">> {
  const seen = (type: string, name: string): Promise<number> =>
    new Promise((resolve) => {
      new PerformanceObserver((list, observer) => {
        const [entry] = list.getEntriesByName(name);
        if (entry === undefined) return;
        observer.disconnect();
        resolve(entry.startTime);
      }).observe({ type, buffered: true });
    });
  const [firstPaint, usable] = await Promise.all([seen("paint", "first-contentful-paint"), seen("mark", "usable")]);
  return { firstPaint, usable };
}
