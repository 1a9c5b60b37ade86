import { createServer, type Server } from "node:https";
import { accessSync, constants, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { delimiter, dirname, extname, join } from "node:path";
import { afterAll, beforeAll, expect, it, jest } from "@jest/globals";
import { generateCertificates } from "office-addin-dev-certs/lib/generate";
import { type Browser, chromium, type Frame, type Page } from "playwright-core";
import webpack from "webpack";
import { describeIf } from "../tests/optionalTools";
import { blankFile } from "../tests/builders/blankFile";

// A browser on a busy machine takes its time.
jest.setTimeout(60_000);

const packages = createRequire(__filename);
const folder = mkdtempSync(join(tmpdir(), "excel-host-"));

function browser(): string | null {
  const names = ["chromium", "google-chrome", "chrome", "microsoft-edge"];
  const places = (process.env.PATH ?? "").split(delimiter).flatMap((path) => names.map((name) => join(path, name)));
  return [process.env.CHROME ?? "", ...places].find(canRun) ?? null;
}

function canRun(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return path !== "";
  } catch {
    return false;
  }
}

/** The page that plays Excel, without anything to see. */
const hostScript = `
import { openExcel } from ${JSON.stringify(join(__dirname, "openExcel"))};
import { startEngine } from ${JSON.stringify(join(__dirname, "formulas/engine"))};
import { writeCells } from ${JSON.stringify(join(__dirname, "model/writeCells"))};
import { select } from ${JSON.stringify(join(__dirname, "model/selection"))};
const read = async (url) => new Uint8Array(await (await fetch(url)).arrayBuffer());
const engine = startEngine(await WebAssembly.compile(await read("/engine.wasm")));
const excel = openExcel(await read("/blank.xlsx"), { name: "Essai.xlsx", engine, now: () => 46350.5 });
let startup = "Inactive";
const pane = { show() {}, hide() {}, save() { excel.save(); }, startup: () => startup, setStartup: (state) => { startup = state; }, updateRibbon() {} };
const add = (origin) => excel.join(document.body, { origin, appId: "11111111-2222-3333-4444-555555555555", url: "/pane.html?" + origin, title: origin, pane });
Object.assign(window, { excel, writeCells, select, addins: { first: add("first"), second: add("coauthor-second") } });
`;

const pages: Readonly<Record<string, string>> = {
  "/host.html":
    '<!doctype html><meta charset="utf-8"><title>Excel</title><body><script type="module" src="/host.js"></script>',
  "/pane.html": '<!doctype html><meta charset="utf-8"><title>Pane</title><script src="/office/office.js"></script>',
};

async function built(): Promise<string> {
  const entry = join(folder, "host.js");
  writeFileSync(entry, hostScript);
  const loader = { loader: packages.resolve("swc-loader") };
  const compiler = webpack({
    mode: "development",
    devtool: false,
    context: join(__dirname, ".."),
    entry,
    output: { path: folder, filename: "bundle.js" },
    resolve: { extensions: [".ts", ".js"], modules: [join(__dirname, "../node_modules")] },
    module: {
      rules: [
        { test: /[.]ts$/, ...loader },
        { test: /[.]js$/, resolve: { fullySpecified: false } },
      ],
    },
  });
  await new Promise<void>((resolve, reject) => {
    compiler.run((error, stats) => {
      if (error === null && stats?.hasErrors() !== true) resolve();
      else reject(error ?? new Error(stats?.toString("errors-only")));
    });
  });
  return readFileSync(join(folder, "bundle.js"), "utf8");
}

async function served(): Promise<Server> {
  const [ca, cert, key] = ["ca.crt", "localhost.crt", "localhost.key"].map((name) => join(folder, name));
  await generateCertificates(ca, cert, key, 2, ["localhost", "127.0.0.1"]);
  const office = dirname(packages.resolve("@microsoft/office-js/dist/office.js"));
  const files: Readonly<Record<string, string | Uint8Array>> = {
    ...pages,
    "/host.js": await built(),
    "/engine.wasm": readFileSync(packages.resolve("@ironcalc/wasm/wasm_bg.wasm")),
    "/blank.xlsx": blankFile(),
  };
  const types: Readonly<Record<string, string>> = {
    ".html": "text/html",
    ".js": "text/javascript",
    ".wasm": "application/wasm",
  };
  const server = createServer({ cert: readFileSync(cert ?? ""), key: readFileSync(key ?? "") }, (request, response) => {
    const { pathname } = new URL(request.url ?? "/", "https://localhost");
    try {
      const content = files[pathname] ?? readFileSync(join(office, pathname.replace(/^\/office\//, "")));
      response.writeHead(200, { "content-type": types[extname(pathname)] ?? "application/octet-stream" }).end(content);
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise<void>((resolve) => server.listen(0, resolve));
  return server;
}

describeIf(browser, "an add-in in the emulated Excel", (program) => {
  let server: Server;
  let chrome: Browser;
  let page: Page;
  let pane: Frame;
  let second: Frame;

  beforeAll(async () => {
    server = await served();
    chrome = await chromium.launch({
      executablePath: program,
      args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking"],
    });
    page = await (await chrome.newContext({ ignoreHTTPSErrors: true })).newPage();
    if (process.env.SHOW_PAGE_LOG !== undefined) page.on("console", (line) => process.stderr.write(`${line.text()}\n`));
    page.on("pageerror", (error) => process.stderr.write(`${error.message}\n`));
    await page.goto(`https://localhost:${(server.address() as AddressInfo).port}/host.html`);
    pane = await frame("first");
    second = await frame("coauthor-second");
  }, 120_000);

  afterAll(async () => {
    await chrome.close();
    server.closeAllConnections();
    server.close();
    rmSync(folder, { recursive: true, force: true });
  });

  async function frame(name: string): Promise<Frame> {
    const element = await page.waitForSelector(`iframe[title="${name}"]`);
    const found = await element.contentFrame();
    if (found === null) throw new Error(`No pane ${name}`);
    await found.waitForURL(`**/pane.html?${name}`);
    await found.waitForFunction(() => "Office" in window, undefined, { timeout: 10_000 });
    return found;
  }

  /** Runs the body of a batch in a pane and gives what it returns, or the code and message of its error. */
  function run(body: string, where = pane): Promise<unknown> {
    return where.evaluate(
      `Excel.run(async (context) => { ${body} }).catch((error) => error.code + ": " + error.message + " @ " + (error.debugInfo?.errorLocation ?? ""))`,
    );
  }

  it("is told that it runs in Excel on the web", async () => {
    expect(await pane.evaluate("Office.onReady()")).toMatchObject({ host: "Excel", platform: "OfficeOnline" });
    expect(await pane.evaluate("Office.context.displayLanguage")).toBe("fr-FR");
    expect(await second.evaluate("Office.onReady()")).toMatchObject({ host: "Excel" });
  });

  it("makes a table, writes and reads it", async () => {
    const result = await run(`
      const sheet = context.workbook.worksheets.add("Prix");
      const table = sheet.tables.add("A1:C1", true);
      table.name = "Prix";
      table.getHeaderRowRange().values = [["Article", "HT", "TTC"]];
      table.rows.add(null, [["Brûleur", 100, "=ROUND([@HT]*1.1,2)"], ["Joint", 2.5, ""]]);
      await context.sync();
      const body = table.getDataBodyRange().load("values,formulas,address");
      table.columns.load("items/name");
      await context.sync();
      return [body.address, body.values, body.formulas[0][2], table.columns.items.map((c) => c.name)];`);
    expect(result).toEqual([
      "Prix!A2:C4",
      [
        ["", "", ""],
        ["Brûleur", 100, 110],
        ["Joint", 2.5, ""],
      ],
      "",
      ["Article", "HT", "TTC"],
    ]);
  });

  it("gives a null object for what does not exist, and an error where it must exist", async () => {
    expect(
      await run(`
      const none = context.workbook.tables.getItemOrNullObject("Rien");
      const some = context.workbook.tables.getItemOrNullObject("prix").load("name");
      await context.sync();
      return [none.isNullObject, some.isNullObject, some.name];`),
    ).toEqual([true, false, "Prix"]);
    expect(await run(`context.workbook.tables.getItem("Rien").load("name"); await context.sync();`)).toMatch(
      /^ItemNotFound: .* @ TableCollection.getItem$/,
    );
  });

  it("rejects by name what this Excel lacks", async () => {
    expect(
      await run(`context.workbook.worksheets.getActiveWorksheet().shapes.load("items"); await context.sync();`),
    ).toMatch(/^ApiNotFound: The emulated Excel has no Worksheet\.shapes\./);
    expect(await run(`context.workbook.getSelectedRange().merge(); await context.sync();`)).toMatch(
      /^ApiNotFound: The emulated Excel has no Range\.merge\./,
    );
  });

  it("is stopped by office.js itself when it reads what it did not load", async () => {
    expect(await run(`return context.workbook.tables.getItem("Prix").name;`)).toMatch(/^PropertyNotLoaded/);
  });

  it("pays for each sync, and a large write costs one", async () => {
    await page.evaluate("addins.first.injector.startCounting()");
    await run(`
      const sheet = context.workbook.worksheets.getItem("Prix");
      sheet.getRange("E1:H2000").values = Array.from({ length: 2000 }, (_, row) => [row, "a", true, null]);
      await context.sync();
      const range = sheet.getRange("E1999:H2000").load("values");
      await context.sync();
      if (JSON.stringify(range.values) !== '[[1998,"a",true,""],[1999,"a",true,""]]') throw new Error(JSON.stringify(range.values));`);
    const cost = await page.evaluate<{ syncs: number; requestBytes: number }>("addins.first.injector.cost()");
    // The third gives the ranges back.
    expect(cost.syncs).toBeLessThanOrEqual(3);
    expect(cost.requestBytes).toBeGreaterThan(20_000);
  });

  it("hears of what others do", async () => {
    await pane.evaluate(`
      window.heard = [];
      Excel.run(async (context) => {
        const note = (kind) => async (event) => { window.heard.push([kind, event.address ?? "", event.source ?? "", event.triggerSource ?? ""]); };
        context.workbook.tables.getItem("Prix").onChanged.add(note("table"));
        context.workbook.worksheets.getItem("Prix").onSelectionChanged.add(note("selection"));
        context.workbook.worksheets.onChanged.add(note("sheet"));
        await context.sync();
      })`);
    await run(
      `context.workbook.tables.getItem("Prix").getDataBodyRange().getCell(1, 1).values = [[7]]; await context.sync();`,
      second,
    );
    await page.evaluate(
      `(() => { const sheet = excel.workbook.sheets.find((s) => s.name === "Prix"); select(excel.workbook, "user", sheet, { row: 2, column: 1, rows: 1, columns: 1 }); })()`,
    );
    await pane.waitForFunction("window.heard.length >= 3");
    expect(await pane.evaluate("window.heard")).toEqual(
      expect.arrayContaining([
        ["table", "B3", "Remote", ""],
        ["sheet", "B3", "Remote", "Unknown"],
        ["selection", "B3", "", ""],
      ]),
    );
    expect(
      await run(
        `const range = context.workbook.tables.getItem("Prix").getDataBodyRange().load("values"); await context.sync(); return range.values[1];`,
      ),
    ).toEqual(["Brûleur", 7, 7.7]);
  });

  it("hears of the selection the older way", async () => {
    await run(
      `context.workbook.onSelectionChanged.add(async () => { window.selected = true; }); await context.sync();`,
    );
    await page.evaluate(
      `select(excel.workbook, "user", excel.workbook.active, { row: 5, column: 0, rows: 1, columns: 1 })`,
    );
    await pane.waitForFunction("window.selected === true");
  });

  it("runs the function of a ribbon button and says when it is done", async () => {
    await pane.evaluate(
      `Office.actions.associate("noter", async (event) => { window.noted = event.source.id; event.completed(); })`,
    );
    await page.evaluate(`addins.first.connection.runCommand("noter", "Bouton.Noter")`);
    expect(await pane.evaluate("window.noted")).toBe("Bouton.Noter");
  });

  it("is refused while a cell is being edited, unless it prefers to wait", async () => {
    await page.evaluate("addins.first.injector.setCellEdit(true)");
    expect(await run(`await context.sync(); context.workbook.load("name"); await context.sync();`)).toMatch(
      /^InvalidOperationInCellEditMode/,
    );
    const waiting = pane.evaluate(
      `Excel.run({ delayForCellEdit: true }, async (context) => { context.workbook.load("name"); await context.sync(); return context.workbook.name; })`,
    );
    await page.evaluate("addins.first.injector.setCellEdit(false)");
    expect(await waiting).toBe("Essai.xlsx");
  });

  it("meets a protected sheet, a failing service and requests that are too large", async () => {
    await run(`context.workbook.worksheets.getItem("Prix").protection.protect(); await context.sync();`);
    expect(
      await run(
        `context.workbook.tables.getItem("Prix").getDataBodyRange().getCell(0, 0).values = [["x"]]; await context.sync();`,
      ),
    ).toMatch(/^AccessDenied/);
    await run(`context.workbook.worksheets.getItem("Prix").protection.unprotect(); await context.sync();`);
    await page.evaluate(`addins.first.injector.failNext("GeneralException")`);
    expect(await run(`context.workbook.load("name"); await context.sync();`)).toMatch(/^GeneralException/);
    expect(
      await run(
        `context.workbook.worksheets.getItem("Prix").getRange("J1:J200").values = Array.from({ length: 200 }, () => ["x".repeat(30000)]); await context.sync();`,
      ),
    ).toMatch(/^RequestPayloadSizeLimitExceeded/);
  });

  it("keeps settings in the document and reads the file", async () => {
    const saved = await pane.evaluate(`new Promise((resolve) => {
      Office.context.document.settings.set("langue", "fr");
      Office.context.document.settings.saveAsync((result) => resolve(result.status));
    })`);
    expect(saved).toBe("succeeded");
    expect(await page.evaluate(`excel.workbook.settings.get("langue")`)).toBe('"fr"');
    const file = await pane.evaluate(`new Promise((resolve) => {
      Office.context.document.getFileAsync("compressed", { sliceSize: 65536 }, ({ value }) =>
        value.getSliceAsync(0, (slice) => { value.closeAsync(); resolve([value.sliceCount, slice.value.data.slice(0, 2)]); }));
    })`);
    expect(file).toEqual([1, [80, 75]]);
  });

  it("keeps its start for the next opening, and knows when its pane is hidden", async () => {
    expect(
      await pane.evaluate(`Office.addin.setStartupBehavior("Load").then(() => Office.addin.getStartupBehavior())`),
    ).toBe("Load");
    await pane.evaluate(`Office.addin.onVisibilityModeChanged((event) => { window.mode = event.visibilityMode; })`);
    await page.evaluate("addins.first.connection.tellVisibility(false)");
    await pane.waitForFunction(`window.mode === "Hidden"`);
  });
});
