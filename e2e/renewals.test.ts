import { beforeEach, expect, it, jest } from "@jest/globals";
import { pane as words } from "../domain/i18n/fr/pane";
import { renewals } from "../domain/i18n/fr/renewals";
import { round } from "../domain/i18n/fr/round";
import { search } from "../domain/i18n/fr/search";
import { findBrowser } from "../scripts/findBrowser.mjs";
import { describeIf } from "../tests/optionalTools";
import { type Cells, cellsOf, changes } from "./cells";
import type { DemoPage } from "./demoPage";
import { sheetsOf } from "./ownWorkbook";
import { click, fillIn, told } from "./paneForms";
import { withFirm } from "./withFirm";

jest.setTimeout(300_000);

describeIf(findBrowser, "many contracts at once", (program) => {
  let demo: DemoPage;
  let file: Uint8Array;
  let before: Cells;

  withFirm(program, (opened) => {
    ({ demo, file, before } = opened);
  });
  beforeEach(async () => {
    await demo.open(file);
    await demo.ribbon("Ouvrir");
    await demo.pane.getByRole("heading", { name: words.home, level: 1 }).waitFor();
  });

  const changed = async () => changes(before, cellsOf(await demo.saved()));
  const box = (contract: string) => demo.pane.getByRole("checkbox", { name: new RegExp(`${contract}$`) });

  it("get the price of their next period announced with +2 %, and lose it again with one undo", async () => {
    await click(demo.pane, words.renewals);
    await fillIn(demo.pane, { [renewals.percent]: "2", [renewals.reason]: "Hausse des pièces" });
    // 003 has refused, 004 ends early; the letter of 002 has left with another price.
    for (const contract of ["2026-003", "2026-004"]) expect(await box(contract).isDisabled()).toBe(true);
    expect(await box("2026-002").isChecked()).toBe(false);
    await demo.pane.getByText("La lettre est partie le 20/10/2026 avec un autre prix.").waitFor();
    for (const contract of ["2026-001", "2026-005", "2026-006"]) expect(await box(contract).isChecked()).toBe(true);
    await click(demo.pane, renewals.submit.announce(3));
    await told(demo.pane, "Prix notés pour 3 contrats");
    const announced = {
      "Prix annoncé": 122.4,
      "Base du prix annoncé": "TTC",
      "Motif du changement": "Hausse des pièces",
    };
    expect(await changed()).toEqual({
      "Contrats 2026-001": announced,
      "Contrats 2026-005": announced,
      "Contrats 2026-006": announced,
    });
    await click(demo.pane, words.undo);
    await told(demo.pane, "Annulé : Annonce de prix.");
    expect(await changed()).toEqual({});
  });

  it("are found by a phone, a town or a brand, and by what they want", async () => {
    await click(demo.pane, words.allContracts);
    const found = async (count: number) => demo.pane.getByText(search.found(count), { exact: true }).waitFor();
    await found(6);
    await demo.pane.getByLabel(words.findContract).fill("FRISQUET la roche");
    await found(6);
    await demo.pane.getByLabel(words.findContract).fill("emile");
    await found(1);
    await demo.pane.getByLabel(words.findContract).fill("");
    await demo.pane.getByRole("button", { name: `1 ${search.filters.unpaid}` }).click();
    await demo.pane.getByRole("button", { name: "Paul Durand" }).waitFor();
    await found(1);
  });

  it("are called on in a round, made a sheet of its own that one undo takes away", async () => {
    await click(demo.pane, words.round);
    await demo.pane.getByLabel(round.month).selectOption("2026-12-01");
    await click(demo.pane, round.make);
    await told(demo.pane, "Tournée décembre 2026");
    const tab = demo.page.locator(".sheet-tabs").getByRole("tab", { name: "Tournée décembre 2026", exact: true });
    await tab.waitFor();
    expect(Object.keys(sheetsOf(await demo.saved()))).toContain("Tournée décembre 2026");
    expect(await changed()).toEqual({});
    await click(demo.pane, words.undo);
    await told(demo.pane, words.sheetRemoved);
    await tab.waitFor({ state: "detached" });
  });
});
