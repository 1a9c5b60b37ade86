import { beforeEach, expect, it, jest } from "@jest/globals";
import { readFileSync } from "node:fs";
import axe from "axe-core";
import type { Frame, Page } from "playwright-core";
import { pane as words } from "../domain/i18n/fr/pane";
import { importWords } from "../domain/i18n/importWords";
import { findBrowser } from "../scripts/findBrowser.mjs";
import { blankFile } from "../tests/builders/blankFile";
import { describeIf } from "../tests/optionalTools";
import { actionCases, visitToday } from "./actionCases";
import { cellsOf, changes } from "./cells";
import type { DemoPage } from "./demoPage";
import { click, openCard, told } from "./paneForms";
import { withFirm } from "./withFirm";

jest.setTimeout(300_000);

const says = importWords.fr;
const messyList = readFileSync("samples/lists/12-fait-main-fautes.xlsx");

/** The narrowest that Excel makes a pane, in pixels. */
const NARROWEST = 320;

describeIf(findBrowser, "the pane in the browser", (program) => {
  let demo: DemoPage;
  let file: Uint8Array;

  withFirm(program, (opened) => {
    ({ demo, file } = opened);
  });
  beforeEach(async () => {
    await demo.page.emulateMedia({ colorScheme: null, forcedColors: null });
    await demo.open(file);
  });

  const heading = (name: string) => demo.pane.getByRole("heading", { name, level: 1 }).waitFor();
  const openNarrow = async () => {
    await demo.ribbon("Ouvrir");
    await demo.page.getByRole("separator", { name: "Largeur du volet" }).focus();
    for (let n = 0; n < 3; n++) await demo.page.keyboard.press("ArrowRight");
    await demo.pane.locator("main").waitFor();
  };

  /** What axe finds on the screen, and what hangs over the edge of the narrowest pane. */
  const faults = async (): Promise<readonly string[]> => {
    const frame = paneFrame(demo.page);
    if ((await frame.evaluate("typeof axe")) === "undefined") await frame.evaluate(axe.source);
    const found = await frame.evaluate(async () => {
      const { axe: tool } = globalThis as unknown as { axe: typeof axe };
      const { violations } = await tool.run({ exclude: [["[data-tabster-dummy]"]] });
      const { scrollWidth, clientWidth } = document.documentElement;
      const wide = [...document.querySelectorAll("main")].filter((one) => one.scrollWidth > one.clientWidth);
      return {
        clientWidth,
        faults: [
          ...violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ""}`),
          ...(scrollWidth > clientWidth || wide.length > 0 ? ["wider than the pane"] : []),
        ],
      };
    });
    expect(found.clientWidth).toBeLessThanOrEqual(NARROWEST);
    return found.faults;
  };

  it("takes a visit from the ribbon to « Annuler » without a mouse", async () => {
    const { keyboard } = demo.page;
    await demo.page.getByRole("grid", { name: "Feuille Contrats" }).focus();
    await keyboard.press("Control+Home");
    await keyboard.press("Home");
    await demo.isAt("Contrats", "A2");
    await keyboard.press("Shift+F6");
    await tabTo(demo.page, "Visite faite");
    await keyboard.press("Enter");
    await told(demo.pane, "Contrat 2026-001 : visite faite le 26/11/2026.");
    expect(changes(cellsOf(file), cellsOf(await demo.saved()))).toMatchObject({ Interventions: [visitToday] });
    await keyboard.press("F6");
    await keyboard.press("F6");
    await tabTo(demo.page, words.undo);
    await keyboard.press("Enter");
    await told(demo.pane, "Annulé : Visite.");
    expect(changes(cellsOf(file), cellsOf(await demo.saved()))).toEqual({});
    expect(await focused(demo.page)).toBe("Léa Martin");
  });

  it("has no fault that axe finds, nor hangs over the edge at 320 px: the start", async () => {
    await demo.open(blankFile());
    await openNarrow();
    await heading(words.start.title);
    expect(await faults()).toEqual([]);
  });

  it("has no fault that axe finds, nor hangs over the edge at 320 px: lists, card and check", async () => {
    await openNarrow();
    const found: Record<string, readonly string[]> = { home: await faults() };
    const tiles = demo.pane.getByRole("list", { name: words.counts }).getByRole("button");
    const sections = await tiles.count();
    expect(sections).toBeGreaterThan(3);
    for (let n = 0; n < sections; n++) {
      await tiles.nth(n).click();
      await demo.pane.getByRole("button", { name: words.back }).waitFor();
      found[`section ${String(n)}`] = await faults();
      await click(demo.pane, words.back);
    }
    await click(demo.pane, words.check);
    await heading(words.check);
    found.check = await faults();
    await demo.ribbon("Alertes");
    await openCard(demo.pane, "2026-002");
    found.card = await faults();
    expect(Object.entries(found).filter(([, list]) => list.length > 0)).toEqual([]);
  });

  it("has no fault that axe finds, nor hangs over the edge at 320 px: the forms, with all that they fold away", async () => {
    await openNarrow();
    const found: Record<string, readonly string[]> = {};
    const forms = new Map(actionCases.map(({ form, contract = "2026-001" }) => [form, contract]));
    for (const [form, contract] of forms) {
      await demo.ribbon("Alertes");
      await heading(words.home);
      if (form !== "signContract") await openCard(demo.pane, contract);
      await click(demo.pane, words.forms[form]);
      await heading(words.forms[form]);
      const folded = demo.pane.locator("details:not([open]) > summary");
      while ((await folded.count()) > 0) await folded.first().click();
      found[form] = await faults();
    }
    expect(Object.entries(found).filter(([, list]) => list.length > 0)).toEqual([]);
  });

  it("has no fault that axe finds, nor hangs over the edge at 320 px: the screens of many contracts", async () => {
    await openNarrow();
    const found: Record<string, readonly string[]> = {};
    for (const screen of [words.dashboard, words.renewals, words.round, words.allContracts]) {
      await demo.ribbon("Alertes");
      await heading(words.home);
      await click(demo.pane, screen);
      await heading(screen);
      found[screen] = await faults();
    }
    expect(Object.entries(found).filter(([, list]) => list.length > 0)).toEqual([]);
  });

  it("has no fault that axe finds, nor hangs over the edge at 320 px: each step of an import", async () => {
    await demo.open(messyList);
    await openNarrow();
    await heading(words.start.title);
    await click(demo.pane, words.importList);
    const found: Record<string, readonly string[]> = {};
    const steps: readonly (readonly [title: string, next: string | RegExp])[] = [
      [words.importList, "feuille1"],
      [says.columnsTitle, says.next],
      [says.problemsTitle, says.next],
      [says.questionsTitle, /^Importer \d+ contrats$/],
    ];
    for (const [title, next] of steps) {
      await heading(title);
      await demo.pane.getByRole("progressbar").waitFor({ state: "detached" });
      found[title] = await faults();
      await demo.pane.getByRole("button", { name: next }).first().click();
    }
    await heading(says.doneTitle);
    found[says.doneTitle] = await faults();
    expect(Object.entries(found).filter(([, list]) => list.length > 0)).toEqual([]);
  });

  it.each([
    ["dark", { colorScheme: "dark" }, "rgb(41, 41, 41)"],
    ["the system's own colours", { forcedColors: "active" }, "rgb(255, 255, 255)"],
  ] as const)("is as legible in %s", async (_, media, background) => {
    await demo.page.emulateMedia(media);
    await openNarrow();
    await heading(words.home);
    const provider = demo.pane.locator(".fui-FluentProvider").first();
    expect(await provider.evaluate((element) => getComputedStyle(element).backgroundColor)).toBe(background);
    const found = [await faults()];
    await openCard(demo.pane, "2026-002");
    found.push(await faults());
    await click(demo.pane, words.forms.logVisit);
    await heading(words.forms.logVisit);
    found.push(await faults());
    expect(found.flat()).toEqual([]);
  });
});

function paneFrame(page: Page): Frame {
  const frame = page.frames().find((one) => one.url().includes("taskpane.html"));
  if (frame === undefined) throw new Error("The page has no frame of the pane");
  return frame;
}

/** What has the keyboard, in the pane's frame or around it, by its name. */
function focused(page: Page): Promise<string> {
  return page.evaluate(() => {
    let element = document.activeElement;
    while (element instanceof HTMLIFrameElement) element = element.contentDocument?.activeElement ?? null;
    return element === null || element.tagName === "BODY"
      ? ""
      : (element.getAttribute("aria-label") ?? element.textContent);
  });
}

async function tabTo(page: Page, name: string): Promise<void> {
  const passed: string[] = [];
  for (let n = 0; n < 60; n++) {
    passed.push(await focused(page));
    if (passed.at(-1) === name) return;
    await page.keyboard.press("Tab");
  }
  throw new Error(`No « ${name} » on the way of the Tab key: ${passed.join(" | ")}`);
}
