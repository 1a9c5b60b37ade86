import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, expect, it, jest } from "@jest/globals";
import { findBrowser } from "../scripts/findBrowser.mjs";
import { tacite } from "../tests/builders/commandLine";
import { followedState } from "../tests/builders/followedState";
import { askServer } from "../tests/builders/localClient";
import { certificateFor, openssl, type Certificate } from "../tests/openssl";
import { describeIf } from "../tests/optionalTools";
import { writeState } from "../worker/companion/state";
import { silentLog } from "../worker/log/log";
import { openRegister } from "../worker/run/openRegister";
import { newestCopy } from "../worker/server/copies";
import { startServer, type RunningServer } from "../worker/server/server";
import { readCells } from "../worker/xlsx/readCells";
import { readStable } from "../worker/xlsx/readStable";
import { cellsOf, changes } from "./cells";
import { type DemoPage, openDemoPage } from "./demoPage";
import { fileOf, firm, today } from "./firm";
import { click, told } from "./paneForms";

jest.setTimeout(300_000);

const wait = () => Promise.resolve();

/** The browser, where the companion's certificate can be made too. */
const browserAndOpenssl = () => (openssl() === null ? null : findBrowser());

describeIf(browserAndOpenssl, "the pane beside the companion of the same machine", (program) => {
  let certificate: Certificate;
  let companion: RunningServer;
  let folder: string;
  let demo: DemoPage;
  let file: Uint8Array;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "tacite-beside-"));
    file = await fileOf(firm);
    await writeFile(join(folder, "contrats.xlsx"), file);
    await tacite(["run", "--register", join(folder, "contrats.xlsx")], today);
    await mkdir(join(folder, "data"));
    await writeState(join(folder, "data"), followedState(folder, firm.settings.registerId ?? ""));
    certificate = certificateFor("localhost");
    companion = await startServer({
      port: 0,
      data: join(folder, "data"),
      pane: "dist/addin",
      certificate,
      log: silentLog,
      now: () => `${today}T08:00:00.000Z`,
      localTime: (instant) => instant.slice(0, 16),
    });
    demo = await openDemoPage(program, file);
    await fromCompanion(demo);
  }, 120_000);
  afterAll(async () => {
    expect(demo.errors).toEqual([]);
    await demo.close();
    await companion.close();
    await rm(folder, { recursive: true, force: true });
  });
  beforeEach(() => demo.open(file));

  /** The emulated Excel serves the pane itself: its page and its questions are taken to the companion instead. */
  async function fromCompanion({ page }: DemoPage) {
    const ask = (asked: Parameters<typeof askServer>[2]) => askServer(companion.port, certificate.cert, asked);
    const { text } = await ask({ path: "/taskpane.html" });
    const pairing = /<meta name="tacite-companion"[^>]*>/.exec(text)?.[0] ?? "";
    await page.route("**/taskpane.html*", async (route) => {
      const response = await route.fetch();
      await route.fulfill({ response, body: (await response.text()).replace("</head>", `${pairing}</head>`) });
    });
    await page.route("**/api/**", async (route) => {
      const request = route.request();
      const { pathname, search } = new URL(request.url());
      const origin = `https://localhost:${String(companion.port)}`;
      const { ["x-tacite-token"]: token = "", ["content-type"]: type = "" } = request.headers();
      const headers = { origin, "x-tacite-token": token, ...(type === "" ? {} : { "content-type": type }) };
      const body = request.postDataBuffer();
      const path = pathname + search;
      const asked = { path, method: request.method(), headers, ...(body === null ? {} : { body }) };
      const answer = await ask(asked);
      await route.fulfill({ status: answer.status, contentType: "application/json", body: answer.text });
    });
  }

  it("gives it the workbook as it is on the screen, not as it was saved", async () => {
    await demo.select("Contrats", "2026-001");
    await demo.ribbon("Visite faite");
    await told(demo.pane, "Contrat 2026-001 : visite faite le 26/11/2026.");
    await demo.ribbon("Exporter pour l’automate");
    await demo.pane.getByText("Copie de « contrats » reçue par l’automate le 26/11/2026 à 8 h 00.").waitFor();
    const copy = await newestCopy(join(folder, "data"), firm.settings.registerId ?? "", "2100-01-01T00:00:00.000Z");
    const { register } = await openRegister(copy?.file ?? "", { readFile: readStable, readCells, wait });
    expect(register.interventions).toEqual([
      ...firm.interventions,
      expect.objectContaining({ contract: "2026-001", doneOn: today, outcome: "done" }),
    ]);
  });

  it("notes a letter that it made as sent, in one click", async () => {
    const before = cellsOf(await demo.saved());
    await demo.ribbon("Ouvrir");
    await click(demo.pane, "Automate");
    await click(demo.pane, "Marquer envoyée : Léa Martin");
    await told(demo.pane, "Contrat 2026-001 : lettre de reconduction envoyée le 26/11/2026.");
    expect(changes(before, cellsOf(await demo.saved()))).toEqual({
      "Contrats 2026-001": { Lettre: "Envoyée", État: "Informé" },
      Courriers: [expect.objectContaining({ "N° contrat": "2026-001", Édition: 1, "Envoyée le": today })],
    });
    expect(await demo.pane.getByRole("button", { name: "Marquer envoyée : Léa Martin" }).count()).toBe(0);
  });

  it("is served by it with its office.js, its styles and its icons, and nothing that its rules forbid", async () => {
    const page = await demo.page.context().newPage();
    const refused: string[] = [];
    page.on("console", (message) => {
      if (/Content Security Policy|Refused/.test(message.text())) refused.push(message.text());
    });
    page.on("response", (response) => {
      if (response.status() >= 400) refused.push(response.url());
    });
    await page.goto(`https://localhost:${String(companion.port)}/`);
    await page.getByRole("heading", { name: "Ouvrez cette page dans Excel" }).waitFor();
    expect(await page.evaluate(() => typeof Office)).toBe("object");
    expect(refused).toEqual([]);
    await page.close();
  });
});
