import type Axe from "axe-core";
import { readFileSync } from "node:fs";
import { afterAll, beforeAll, expect, it, jest } from "@jest/globals";
import type { Page } from "playwright-core";
import { formNames } from "../../addin/pane/forms/formName";
import type { Screen } from "../../addin/pane/navigation";
import type { SessionState } from "../../addin/actions/session";
import { sectionIds } from "../../domain/digest/digestModel";
import { findBrowser } from "../../scripts/findBrowser.mjs";
import { describeIf } from "../optionalTools";
import { openPaneBrowser } from "./panePage";
import type { PaneBrowser } from "./panePage";

jest.setTimeout(300_000);

const axe = readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");

describeIf(findBrowser, "the screens of the pane", (browserPath) => {
  let panes: PaneBrowser;

  beforeAll(async () => {
    panes = await openPaneBrowser(browserPath);
  }, 180_000);
  afterAll(() => panes.close());

  const click = (page: Page, name: string) => page.getByRole("button", { name, exact: true }).click();
  const go = (page: Page, screen: Screen) => page.evaluate((to) => tacite.navigation.open(to), screen);

  /** Everything that axe finds, and what hangs over the edge of the narrow pane. */
  const faults = async (page: Page): Promise<readonly string[]> => {
    await page.getByRole("heading", { level: 1 }).waitFor();
    await page.evaluate(axe);
    return page.evaluate(async () => {
      const { axe: tool } = globalThis as unknown as { axe: typeof Axe };
      const { violations } = await tool.run({ exclude: [["[data-tabster-dummy]"]] });
      const { scrollWidth, clientWidth } = document.documentElement;
      return [
        ...violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ""}`),
        ...(scrollWidth > clientWidth ? [`${String(scrollWidth)} px wide`] : []),
      ];
    });
  };

  const screens: readonly Screen[] = [
    { kind: "home" },
    { kind: "check" },
    { kind: "dashboard" },
    { kind: "companion" },
    { kind: "renewals" },
    { kind: "search" },
    { kind: "round" },
    { kind: "contract", contract: "2021-001" },
    ...sectionIds.map((section) => ({ kind: "section", section }) as const),
    ...formNames.map((form) => ({ kind: "form", form, contract: "2021-001", about: null }) as const),
    { kind: "form", form: "logVisit", contract: null, about: null },
  ];

  it.each([
    ["light", { colorScheme: "light" }],
    ["dark", { colorScheme: "dark" }],
    ["in the system's own colours", { forcedColors: "active" }],
    ["enlarged to twice its size", { viewport: { width: 160, height: 320 }, deviceScaleFactor: 2 }],
  ] as const)(
    "have no fault that axe finds, nor hang over the edge: %s",
    async (_, options) => {
      const page = await panes.open("", options);
      const found: Record<string, readonly string[]> = {};
      for (const screen of screens) {
        await go(page, screen);
        const list = await faults(page);
        if (list.length > 0) found[JSON.stringify(screen)] = list;
      }
      expect(found).toEqual({});
      await page.context().close();
    },
    120_000,
  );

  it("are dark where Office is, whatever the system prefers", async () => {
    const page = await panes.open("dark=yes", { colorScheme: "light" });
    const background = await page
      .locator(".fui-FluentProvider")
      .evaluate((element) => getComputedStyle(element).backgroundColor);
    expect(background).toBe("rgb(41, 41, 41)");
    await page.context().close();
  });

  it("begin with two choices where the workbook is no register, above the fold", async () => {
    const page = await panes.open("register=blank", { viewport: { width: 320, height: 378 } });
    expect(await faults(page)).toEqual([]);
    const box = await page.getByRole("button", { name: "Transformer ce classeur en registre" }).boundingBox();
    expect((box?.y ?? 999) + (box?.height ?? 999)).toBeLessThan(378);
    await click(page, "Essayer avec des exemples");
    await page.getByRole("heading", { name: "À faire" }).waitFor();
    await page.context().close();
  });

  const states: readonly (readonly [string, SessionState])[] = [
    ["2000 lignes lues sur 10000", { kind: "opening", done: 2000, total: 10000 }],
    ["Mettez Tacite à jour", { kind: "newerSchema", version: 2, known: 1 }],
    ["ôtez la protection", { kind: "failed", problem: "sheetProtected" }],
    ["Validez-la avec Entrée", { kind: "failed", problem: "cellBeingEdited" }],
    ["Activez la modification", { kind: "failed", problem: "readOnly" }],
    ["Quand elle sera revenue", { kind: "failed", problem: "offline" }],
    ["Mettez Excel à jour", { kind: "failed", problem: "notSupported" }],
    ["Rétablissez-la", { kind: "failed", problem: "tableMissing" }],
    ["effacez le filtre", { kind: "failed", problem: "filterOn" }],
    ["Transformer ce classeur", { kind: "notARegister" }],
  ];

  it.each(states)("say what to do: %s", async (text, state) => {
    const page = await panes.open("register=small");
    await page.evaluate((to) => tacite.session.show(to), state);
    await page.getByText(text).waitFor();
    if (state.kind === "failed" || state.kind === "newerSchema") {
      await click(page, "Réessayer");
      await page.getByRole("heading", { name: "À faire" }).waitFor();
    }
    await page.context().close();
  });

  it("show ten alerts at most, and all of a kind behind « Voir tout »", async () => {
    const page = await panes.open();
    expect(await page.getByRole("button", { name: /^Voir la ligne/ }).count()).toBeLessThanOrEqual(10);
    await page
      .getByRole("button", { name: /^Voir tout/ })
      .first()
      .click();
    await page.getByRole("heading", { name: "Lettres à envoyer" }).waitFor();
    expect(await page.getByRole("button", { name: /^Voir la ligne/ }).count()).toBe(5);
    await page.context().close();
  });

  it("note a visit from its alert with one click, and go on from the title", async () => {
    const page = await panes.open();
    await go(page, { kind: "section", section: "visits" });
    const before = await page.evaluate(() => tacite.session.register().interventions.length);
    await page
      .getByRole("button", { name: /^Visite faite : / })
      .first()
      .press("Enter");
    await page.getByRole("status").getByText("visite faite le 24/11/2026").waitFor();
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe("H1");
    const visits = await page.evaluate(() => tacite.session.register().interventions);
    expect(visits.length - before).toBe(1);
    expect(visits.at(-1)).toMatchObject({ doneOn: "2026-11-24", outcome: "done", certificateOn: "2026-11-24" });
    await page.context().close();
  });

  it("note one visit when the button is clicked twice, not that of the next client too", async () => {
    const page = await panes.open();
    await go(page, { kind: "section", section: "visits" });
    const before = await page.evaluate(() => tacite.session.register().interventions.length);
    await page
      .getByRole("button", { name: /^Visite faite : / })
      .first()
      .dblclick();
    await page.getByRole("status").getByText("visite faite le 24/11/2026").waitFor();
    expect(await page.evaluate(() => tacite.session.register().interventions.length)).toBe(before + 1);
    await page.context().close();
  });

  it("ask more of a visit behind « Préciser »", async () => {
    const page = await panes.open();
    await go(page, { kind: "section", section: "visits" });
    await page
      .getByRole("button", { name: /^Préciser : / })
      .first()
      .click();
    await page.getByRole("heading", { name: "Noter une visite" }).waitFor();
    await page.context().close();
  });

  it("lead from a conflict to the row that was changed", async () => {
    const page = await panes.open("register=small");
    await go(page, { kind: "form", form: "terminate", contract: "2026-001", about: null });
    await click(page, "Résilier le contrat");
    await page.getByText("résilié au 24/11/2026").waitFor();
    await page.evaluate(() => tacite.session.failNext({ kind: "conflict", table: "contracts", key: "2026-001" }));
    await click(page, "Annuler");
    await page.getByText("vient d’être modifiée par quelqu’un d’autre").waitFor();
    await page.getByRole("status").getByRole("button", { name: "Voir la ligne" }).click();
    expect(await page.evaluate(() => tacite.session.visited)).toEqual([{ table: "contracts", key: "2026-001" }]);
    await page.context().close();
  });

  it("keep the button of a form clear of the notice", async () => {
    const page = await panes.open("register=small", { viewport: { width: 320, height: 400 } });
    await go(page, { kind: "form", form: "signContract", contract: null, about: null });
    await go(page, { kind: "contract", contract: "2026-001" });
    await go(page, { kind: "form", form: "terminate", contract: "2026-001", about: null });
    await click(page, "Résilier le contrat");
    await page.getByText("résilié au 24/11/2026").waitFor();
    await click(page, "Retour");
    const submit = await page.getByRole("button", { name: "Enregistrer le contrat" }).boundingBox();
    const notice = await page.getByRole("status").filter({ hasText: "résilié au" }).boundingBox();
    expect((submit?.y ?? 999) + (submit?.height ?? 999)).toBeLessThanOrEqual(notice?.y ?? 0);
    await page.context().close();
  });

  it("keep the space above their title while the keyboard is in the sheet", async () => {
    const page = await panes.open("register=small");
    await page.evaluate(() => {
      const frame = document.createElement("iframe");
      frame.src = "?register=sample";
      frame.width = "320";
      frame.height = "400";
      document.body.append(frame);
    });
    const frame = page.frames()[1] ?? page.mainFrame();
    await frame.getByRole("heading", { name: "À faire" }).waitFor();
    expect(await frame.evaluate(() => document.hasFocus())).toBe(false);
    await frame.getByRole("button", { name: "Vérifier le registre" }).scrollIntoViewIfNeeded();
    await frame.evaluate(() => tacite.navigation.open({ kind: "section", section: "visits" }));
    const title = frame.getByRole("heading", { name: "Visites en retard et du mois" });
    await title.waitFor();
    const [above, scrolled] = await title.evaluate((element) => [
      element.getBoundingClientRect().top,
      element.closest("main")?.parentElement?.scrollTop,
    ]);
    expect({ above, scrolled }).toEqual({ above: 13, scrolled: 0 });
    await page.context().close();
  });

  it("lead from an alert to its row and to its form", async () => {
    const page = await panes.open();
    await go(page, { kind: "section", section: "toInvoice" });
    await page
      .getByRole("button", { name: /^Voir la ligne/ })
      .first()
      .click();
    expect(await page.evaluate(() => tacite.session.visited.length)).toBe(1);
    await page
      .getByRole("button", { name: /^Noter la facture : / })
      .first()
      .click();
    await page.getByRole("heading", { name: "Noter une facture" }).waitFor();
    await page.context().close();
  });

  it.each([
    "Oger",
    "2021-001",
    "bouchemaine",
    "06 39 98 01 29",
    "0639980129",
    "+33 6 39 98 01 29",
    "06.39.98",
    "DE19-077109",
  ])("find a contract by « %s »", async (typed) => {
    const page = await panes.open();
    await page.getByLabel("Chercher un contrat").fill(typed);
    await page.getByRole("list", { name: "Résultats" }).getByText("M. Fabrice Oger").first().waitFor();
    await page.context().close();
  });

  it("are all reached with the keyboard alone", async () => {
    const page = await panes.open("register=small");
    await page.keyboard.press("Tab");
    await page.keyboard.type("martin");
    await page.keyboard.press("Enter");
    await page.getByRole("heading", { name: "Léa Martin" }).waitFor();
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe("H1");
    for (let i = 0; i < 6; i++) {
      await page.keyboard.press("Tab");
      if ((await page.evaluate(() => document.activeElement?.textContent)) === "Noter une visite") break;
    }
    await page.keyboard.press("Enter");
    await page.getByRole("heading", { name: "Noter une visite" }).waitFor();
    await page.getByLabel("Date").press("Enter");
    await page.getByRole("status").getByText("visite faite le 24/11/2026").waitFor();
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe("H1");
    await page.context().close();
  });

  it("offer to undo the last action of the Journal once its message is gone", async () => {
    const page = await panes.open("register=small");
    await go(page, { kind: "form", form: "terminate", contract: "2026-001", about: null });
    await click(page, "Résilier le contrat");
    await page.getByText("résilié au 24/11/2026").waitFor();
    await click(page, "Fermer");
    await page.getByText("Dernière action : Résiliation, contrat 2026-001").waitFor();
    await click(page, "Annuler");
    await page.getByText("Annulé : Résiliation.").waitFor();
    await page.context().close();
  });

  it("list what is wrong in the register, lead to the cell and mend the keys", async () => {
    const page = await panes.open("register=keyless");
    await click(page, "Vérifier le registre");
    await page.getByText("Interventions, R2").waitFor();
    await page
      .getByRole("button", { name: /^Aller à la cellule/ })
      .first()
      .click();
    expect(await page.evaluate(() => tacite.session.visited[0]?.key)).toBe("~2");
    await click(page, "Donner leur clé à 1 ligne");
    await page.getByText("1 ligne a reçu sa clé.").waitFor();
    expect(await page.evaluate(() => tacite.session.register().interventions[0]?.id)).toBe("I-new1");
    await page.context().close();
  });

  it("put the contract of the selected row at hand", async () => {
    const page = await panes.open("register=small");
    await page.evaluate(() => tacite.session.select("2026-002"));
    await page.getByText("Ligne choisie").waitFor();
    await click(page, "Noter une visite");
    await page.getByText("2026-002, Paul Durand").waitFor();
    await page.context().close();
  });

  it("say outside of Excel where the pane belongs", async () => {
    const page = await panes.open("outside=yes");
    await page.getByText("Ouvrez votre classeur dans Excel").waitFor();
    expect(await faults(page)).toEqual([]);
    await page.context().close();
  });

  it("say that a screen is broken, and lead home", async () => {
    const page = await panes.open();
    await page.evaluate(() => tacite.navigation.open({ kind: "section", section: "none" as never }));
    await page.getByRole("heading", { name: "Écran indisponible" }).waitFor();
    await click(page, "À faire");
    await page.getByLabel("Chercher un contrat").waitFor();
    await page.context().close();
  });

  const readSlice = (page: Page) => page.evaluate(() => tacite.companion?.goOn());

  it("give the workbook to the companion, say how far it is, and stop when asked", async () => {
    const page = await panes.open("register=small");
    await click(page, "Automate");
    await page.getByText("Dernier passage : 23/11/2026 à 7 h 00.").waitFor();
    await page.getByText("Prochain récapitulatif : 30/11/2026 à 7 h 00.").waitFor();
    await click(page, "Exporter pour l’automate");
    await readSlice(page);
    await page.getByText("Lecture du classeur : 50 %").waitFor();
    await click(page, "Arrêter");
    await readSlice(page);
    await page.getByText("Export arrêté").waitFor();
    await click(page, "Exporter pour l’automate");
    for (const percent of ["0 %", "50 %", "100 %"]) {
      await page.getByText(`Lecture du classeur : ${percent}`).waitFor();
      await readSlice(page);
    }
    await page.getByText("Copie de « contrats » reçue par l’automate le 24/11/2026 à 9 h 00.").waitFor();
    await page.context().close();
  });

  it("list the letters that wait, note one as sent in one click, and open their folder", async () => {
    const page = await panes.open("register=small");
    await go(page, { kind: "companion" });
    await page.getByText("date limite imprimée : 14/01/2027").waitFor();
    expect(await page.getByText("Hors délai").count()).toBe(1);
    await click(page, "Marquer envoyée : Léa Martin");
    await page.getByRole("status").getByText("lettre de reconduction envoyée le 24/11/2026").waitFor();
    expect(await page.evaluate(() => tacite.session.register().letters)).toMatchObject([
      { contract: "2026-001", issue: 1, sentOn: "2026-11-24" },
    ]);
    expect(await page.getByRole("button", { name: /^Marquer envoyée/ }).count()).toBe(1);
    await click(page, "Annuler");
    await page.getByRole("button", { name: "Marquer envoyée : Léa Martin" }).waitFor();
    await click(page, "Ouvrir le dossier");
    expect(await page.evaluate(() => tacite.companion?.opened)).toEqual(["small-firm"]);
    await page.context().close();
  });

  it("say what to do where the companion is not, does not answer or does not follow the register", async () => {
    const elsewhere = await panes.open("register=small&companion=elsewhere");
    await go(elsewhere, { kind: "companion" });
    await elsewhere.getByText("Ce volet ne vient pas de l’automate de cet ordinateur : enregistrez").waitFor();
    expect(await elsewhere.getByRole("button", { name: "Exporter pour l’automate" }).count()).toBe(0);
    await elsewhere.context().close();
    const page = await panes.open("register=small&companion=unknown");
    await go(page, { kind: "companion" });
    await page.getByText("L’automate ne suit pas encore ce registre.").waitFor();
    await page.evaluate(() => {
      if (tacite.companion !== null) tacite.companion.failWith = "unreachable";
    });
    await click(page, "Actualiser");
    await page.getByText("L’automate ne répond pas. Lancez « tacite start »").waitFor();
    await page.context().close();
  });

  it("speak English to whoever has an English Excel", async () => {
    const page = await panes.open("language=en");
    await page.getByRole("heading", { name: "To do" }).waitFor();
    expect(await page.evaluate(() => document.documentElement.lang)).toBe("en");
    await page.context().close();
  });
});
