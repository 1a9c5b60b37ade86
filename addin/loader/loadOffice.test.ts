import { readFileSync } from "node:fs";
import { join } from "node:path";
import { transformSync } from "@swc/core";
import { afterAll, beforeAll, expect, it } from "@jest/globals";
import { type Browser, chromium, type Page, type Route } from "playwright-core";
import { page as taskpane, servedFiles } from "../../scripts/addinFiles.mjs";
import { findBrowser, unseen } from "../../scripts/findBrowser.mjs";
import { describeIf } from "../../tests/optionalTools";

const site = "https://tacite.example/";
const microsoft = "https://appsforoffice.microsoft.com/lib/1/hosted/";

/** Stands for the pane: it needs Office to exist when it starts, and shows something once Office answers. */
const pane = `Office.actions.associate("logVisit", () => {});
Office.onReady().then(() => { document.getElementById("root").textContent = "Tout est prêt"; });`;

const loader = transformSync(readFileSync(join(__dirname, "loadOffice.ts"), "utf8"), {
  filename: "loadOffice.ts",
  jsc: { parser: { syntax: "typescript" }, target: "es2022" },
}).code;

const files = new Map<string, string | Uint8Array>([
  ...servedFiles(),
  ["taskpane.html", taskpane(["loader.js"], ["pane.js"])],
  ["loader.js", loader],
  ["pane.js", pane],
]);

const answer = (path: string) => (route: Route) => {
  const body = files.get(
    path +
      new URL(route.request().url()).pathname
        .split("/")
        .slice(path === "" ? 1 : 4)
        .join("/"),
  );
  return body === undefined ? route.abort() : route.fulfill({ body: Buffer.from(body), contentType: typeOf(route) });
};

const typeOf = (route: Route): string => (route.request().url().endsWith(".html") ? "text/html" : "text/javascript");
const refuse = (route: Route) => route.abort();
const neverAnswer = () => undefined;

describeIf(findBrowser, "the pane's page", (executablePath) => {
  let browser: Browser;

  beforeAll(async () => {
    browser = await chromium.launch({ executablePath, args: unseen });
  }, 60_000);

  afterAll(() => browser.close());

  /** A fresh page whose office.js comes, or does not come, from Microsoft and from the copy beside the pane. */
  const open = async (fromMicrosoft: (route: Route) => unknown, beside: (route: Route) => unknown): Promise<Page> => {
    const page = await browser.newPage();
    await page.clock.install();
    await page.route("https://**", refuse);
    await page.route(`${site}**`, answer(""));
    await page.route(`${microsoft}**`, fromMicrosoft);
    await page.route(`${site}office/**`, beside);
    await page.goto(`${site}taskpane.html`, { waitUntil: "domcontentloaded" });
    return page;
  };

  const ready = (page: Page) => page.getByText("Tout est prêt").waitFor();
  const message = (page: Page) => page.getByRole("alert").getByRole("heading");

  it("starts with Microsoft's office.js", async () => {
    const page = await open(answer("office/"), refuse);
    await ready(page);
    await page.close();
  }, 60_000);

  it("starts with the copy beside it where Microsoft's is blocked", async () => {
    const page = await open(refuse, answer(""));
    await ready(page);
    await page.close();
  }, 60_000);

  it("starts with the copy beside it where Microsoft's has not come after eight seconds", async () => {
    const page = await open(neverAnswer, answer(""));
    expect(await page.locator("#starting").textContent()).toBe("Ouverture de Tacite…");
    await page.clock.fastForward(8_000);
    await ready(page);
    await page.close();
  }, 60_000);

  it("says that it could not start where there is neither, and tries again when asked", async () => {
    const page = await open(refuse, refuse);
    await message(page).waitFor();
    expect(await message(page).textContent()).toBe("Tacite n’a pas pu démarrer");
    expect(await page.locator("#starting").count()).toBe(0);
    await page.route(`${microsoft}**`, answer("office/"));
    await page.getByRole("button", { name: "Réessayer" }).click();
    await ready(page);
    await page.close();
  }, 60_000);
});
