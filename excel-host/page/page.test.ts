import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it, jest } from "@jest/globals";
import axe from "axe-core";
import { type Browser, chromium, type Page } from "playwright-core";
import { findBrowser, unseen } from "../../scripts/findBrowser.mjs";
import { serveExcel, type ServedExcel } from "../../tests/builders/servedExcel";
import { describeIf } from "../../tests/optionalTools";
import { loadWorkbook } from "../xlsx/loadWorkbook";
import { findSheet } from "../model/workbook";

const root = join(__dirname, "../..");
const folder = mkdtempSync(join(tmpdir(), "excel-page-"));
const register = join(folder, "registre.xlsx");

/** An add-in of one page: its ribbon is that of the product's manifest, its pane says what it was asked. */
function makeAddin(): string {
  const place = join(folder, "addin");
  mkdirSync(place);
  cpSync(join(root, "manifest.xml"), join(place, "manifest.xml"));
  cpSync(join(root, "addin/icons"), join(place, "assets"), { recursive: true });
  cpSync(join(root, "node_modules/@microsoft/office-js/dist"), join(place, "office"), { recursive: true });
  const script = `
    Office.onReady((info) => { document.body.textContent = info.host; });
    Office.actions.associate("logVisit", (event) => Excel.run(async (context) => {
      const range = context.workbook.getSelectedRange().load("address");
      await context.sync();
      document.body.textContent = range.address;
      event.completed();
    }));`;
  const page = `<!doctype html><title>Volet</title><script src="office/office.js"></script><body><script>${script}</script>`;
  writeFileSync(join(place, "taskpane.html"), page);
  return place;
}

// A browser on a machine that does other things.
jest.setTimeout(40_000);

describeIf(findBrowser, "the page of the emulated Excel", (program) => {
  let server: ServedExcel;
  let chrome: Browser;
  let page: Page;
  const errors: string[] = [];

  beforeAll(async () => {
    execFileSync(process.execPath, [join(root, "dist/tacite.mjs"), "new", register, "--sample"]);
    server = await serveExcel({ workbook: register, addin: makeAddin(), keep: folder, hint: "Lire {file}" });
    chrome = await chromium.launch({ executablePath: program, args: unseen });
    page = await (
      await chrome.newContext({ ignoreHTTPSErrors: true, viewport: { width: 1280, height: 720 } })
    ).newPage();
    page.on("pageerror", ({ message }) => errors.push(message));
    await page.goto(server.address);
    await page.waitForSelector("#active-cell");
  }, 120_000);

  afterAll(async () => {
    await chrome.close();
    server.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  const tab = (name: string) => page.getByRole("tab", { name, exact: true });
  const press = (...keys: readonly string[]) =>
    keys.reduce((before, key) => before.then(() => page.keyboard.press(key)), Promise.resolve());
  const shows = (text: string) => page.locator("#active-cell", { hasText: text }).waitFor({ timeout: 5000 });
  /** The rows of a saved file whose town is this one. */
  const rowsOf = (bytes: Uint8Array, town: string) => {
    const sheet = findSheet(loadWorkbook(bytes).workbook, "Contrats");
    return sheet === null ? [] : [...sheet.rows].flatMap(([row, { values }]) => (values[2] === town ? [row + 1] : []));
  };

  async function goTo(place: string): Promise<void> {
    await page.getByLabel("Zone Nom").fill(place);
    await press("Enter");
  }

  async function type(text: string): Promise<void> {
    await page.keyboard.type(text);
    await press("Enter");
  }

  it("shows the sheet, with the ribbon that the manifest describes", async () => {
    expect(await page.locator("[role=tabpanel]:visible .ribbon-button").allInnerTexts()).toEqual([
      "Ouvrir",
      "Alertes",
      "Annuler la saisie",
      "Exporter pour l’automate",
      "Visite faite",
      "Dépannage",
      "Facturé",
      "Courrier envoyé",
      "Renouveler",
    ]);
    expect(await page.getByRole("grid").getAttribute("aria-label")).toBe("Feuille Contrats");
    await shows("Saint-Georges-sur-Loire");
    expect(await page.locator("#active-cell").getAttribute("aria-colindex")).toBe("4");
  });

  it("moves with the arrows and keeps what is typed, but not after Escape", async () => {
    await page.getByRole("grid").focus();
    await press("ArrowDown");
    await shows("Chalonnes-sur-Loire");
    await type("Brissac-Quincé");
    await press("ArrowUp");
    await shows("Brissac-Quincé");
    await press("F2");
    await page.keyboard.type(" !");
    await press("Escape");
    await shows("Brissac-Quincé");
    expect(await page.getByLabel("Barre de formule").inputValue()).toBe("Brissac-Quincé");
  });

  it("reads what is typed as a French Excel does", async () => {
    await goTo("BZ80");
    await type("15/3/2027");
    await type("1 234,5");
    await type("=BZ81*2");
    await goTo("BZ80");
    await shows("15/03/2027");
    await press("ArrowDown", "ArrowDown");
    await shows("2469");
    expect(await page.getByLabel("Barre de formule").inputValue()).toBe("=BZ81*2");
    await goTo("BZ80:BZ82");
    await page.getByRole("grid").press("Delete");
    await shows("");
  });

  it("sorts and filters from the button of a column", async () => {
    await goTo("A1");
    await press("Alt+ArrowDown");
    await page.getByRole("button", { name: "Trier de Z à A" }).last().click();
    await press("ArrowDown");
    await page.locator("#active-cell", { hasNotText: "2018-001" }).waitFor();
    await press("ArrowUp", "Alt+ArrowDown");
    await page.getByLabel("Rechercher une valeur").fill("2018-001");
    await press("Enter", "ArrowDown");
    await shows("2018-001");
    await tab("Accueil").click();
    await page.getByRole("button", { name: "Effacer les filtres" }).click();
    await tab("Contrats").first().click();
  });

  it("goes to another sheet, and brings a hidden one to light", async () => {
    await tab("Interventions").click();
    await page.locator("[role=grid][aria-label='Feuille Interventions']").waitFor();
    await page.getByRole("button", { name: "Afficher les feuilles masquées" }).click();
    await page.getByRole("menuitem", { name: "Journal" }).click();
    await page.locator("[role=grid][aria-label='Feuille Journal']").waitFor();
    await tab("Contrats").last().click();
  });

  it("starts the add-in unseen for a button, and shows its pane when asked", async () => {
    await goTo("C5");
    await page.getByRole("button", { name: "Visite faite" }).click();
    const pane = page.frameLocator("iframe");
    await pane.getByText("Contrats!C5").waitFor({ state: "attached" });
    expect(await pane.locator("body").isVisible()).toBe(false);
  });

  it("makes the add-in wait while a cell is edited, and counts its exchanges", async () => {
    await page.getByRole("button", { name: "Banc d’essai" }).first().click();
    await page.getByRole("switch", { name: "Deux volets" }).check();
    await page.frameLocator("iframe").last().getByText("Excel").waitFor();
    expect(await page.getByRole("definition").first().innerText()).not.toBe("0");
    await page.getByRole("switch", { name: "Deux volets" }).uncheck();
    await page.getByRole("switch", { name: "Feuille affichée protégée" }).check();
    await goTo("C5");
    await type("Nantes");
    await page.getByText("Cette feuille est protégée.").waitFor();
    await page.getByRole("switch", { name: "Feuille affichée protégée" }).uncheck();
  });

  it("saves the workbook as a download and beside it on the server, and opens what it saved", async () => {
    const download = page.waitForEvent("download");
    await page.getByRole("button", { name: "Enregistrer le classeur (.xlsx)" }).click();
    const path = join(folder, "saved.xlsx");
    await (await download).saveAs(path);
    const rows = rowsOf(readFileSync(path), "Brissac-Quincé");
    expect(rows.length).toBe(1);

    await page.getByRole("button", { name: /Enregistrer dans/ }).click();
    await page.getByText("registre-essai-1.xlsx").waitFor();
    expect(readdirSync(folder).filter((name) => name.includes("essai") || name.endsWith(".tmp"))).toEqual([
      "registre-essai-1.xlsx",
    ]);

    await page.getByLabel("Classeur à ouvrir").setInputFiles(path);
    await page.getByRole("heading", { name: /saved.xlsx/ }).waitFor();
    await goTo(`C${rows[0]}`);
    await shows("Brissac-Quincé");
  });

  it("keeps nothing for a page of another origin, and answers to no other name", async () => {
    const { request } = page.context();
    const headers = { "content-type": "application/octet-stream", origin: "https://ailleurs.example" };
    const address = new URL(page.url()).origin;
    expect((await request.post(`${address}/excel/keep`, { headers, data: "PK" })).status()).toBe(403);
    expect((await request.get(address.replace("localhost", "127.0.0.1"))).status()).toBe(403);
    expect((await request.get(`${address}/excel/..%2F..%2Fpackage.json`)).status()).toBe(404);
  });

  it("breaks no rule of accessibility", async () => {
    await page.evaluate(axe.source);
    const found = await page.evaluate("axe.run({ exclude: ['iframe'] }).then(({ violations }) => violations)");
    expect((found as axe.Result[]).map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([]);
    expect(errors).toEqual([]);
  });
});
