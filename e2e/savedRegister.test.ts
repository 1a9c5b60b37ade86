import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it, jest } from "@jest/globals";
import { pane as words } from "../domain/i18n/fr/pane";
import { plan as planWords } from "../domain/i18n/fr/plan";
import type { CivilDate } from "../domain/dates/civilDate";
import type { PlanReport } from "../domain/plan/planReport";
import { findBrowser } from "../scripts/findBrowser.mjs";
import { describeIf } from "../tests/optionalTools";
import { type DemoPage, openDemoPage } from "./demoPage";
import { fileOf, firm, today } from "./firm";
import { listed, plainSpaces } from "./listed";
import { click, fillIn, openCard, told } from "./paneForms";

jest.setTimeout(300_000);

describeIf(findBrowser, "the register that was saved after a few actions", (program) => {
  let demo: DemoPage;
  let obligations: PlanReport["obligations"];
  const folder = mkdtempSync(join(tmpdir(), "tacite-saved-"));
  const file = join(folder, "registre.xlsx");

  const plan = (...options: readonly string[]) =>
    execFileSync(
      process.execPath,
      ["dist/tacite.mjs", "plan", "--register", file, "--out", join(folder, "Tacite"), "--today", today, ...options],
      { encoding: "utf8" },
    );

  const act = async (contract: string, form: keyof typeof words.forms, answers: Parameters<typeof fillIn>[1]) => {
    await demo.ribbon("Alertes");
    await openCard(demo.pane, contract);
    await click(demo.pane, words.forms[form]);
    await fillIn(demo.pane, answers);
    await click(demo.pane, words.submit[form]);
    await told(demo.pane, `ontrat ${contract}`);
  };

  beforeAll(async () => {
    demo = await openDemoPage(program, await fileOf(firm));
    await demo.ribbon("Ouvrir");
    await act("2026-001", "logVisit", { Attestation: "À remettre plus tard" });
    await act("2026-002", "noticeReturned", {});
    await act("2026-003", "markInvoiced", {
      "N° facture": "FA-3",
      "Émise le": "2026-06-01",
      "À payer le": "2026-07-01",
    });
    await act("2026-004", "reverseTermination", {});
    await act("2026-005", "resume", {});
    await act("2026-006", "logRepair", { "Prise en charge": "À facturer" });
    writeFileSync(file, await demo.saved());
    ({ obligations } = JSON.parse(plan("--json")) as PlanReport);
  }, 120_000);
  afterAll(async () => {
    await demo.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it("asks in `tacite plan` for the very things that the alerts ask for, in the same order", async () => {
    await demo.ribbon("Alertes");
    const tiles = demo.pane.getByRole("list", { name: words.counts }).getByRole("button");
    const shown: string[] = [];
    for (let n = 0; n < (await tiles.count()); n++) {
      const count = /^\d+/.exec((await tiles.nth(n).innerText()).trim())?.[0] ?? "";
      await tiles.nth(n).click();
      await demo.pane.locator("main > ul > li").first().waitFor();
      const alerts = await listed(demo.pane);
      shown.push(`(${count})`, ...alerts.map(({ who, what }) => `${who} : ${what}`));
      await click(demo.pane, words.back);
    }
    const printed = plainSpaces(plan())
      .split("\n")
      .filter((line) => line !== "")
      .map((line) => /\(\d+\)$/.exec(line)?.[0] ?? line.replace(/^ +[-\d]+, /, ""));
    expect(shown).toEqual(printed);
    expect(shown.length).toBeGreaterThan(15);
  });

  it.each(firm.contracts.map(({ number }) => number))(
    "owes in `tacite plan --json` what the card of contract %s shows",
    async (contract) => {
      await demo.ribbon("Alertes");
      await openCard(demo.pane, contract);
      const open = obligations
        .filter((one) => one.contract === contract && one.state !== "done")
        .sort((a, b) => (a.due.to < b.due.to ? -1 : 1));
      const isLater = ({ state }: (typeof open)[number]) => state === "upcoming";
      const { card } = words;
      // The card stops after three of those that are to come.
      const expected = [...open.filter((one) => !isLater(one)), ...open.filter(isLater).slice(0, 3)].map((one) => ({
        kind: planWords.obligationKinds[one.kind],
        isLate: one.state === "overdue",
        what: isLater(one) ? card.fromDay(one.due.from as CivilDate) : card.lastDay(one.due.to as CivilDate),
      }));
      const due = await listed(demo.pane, `section:has(h2:text-is("${card.due}")) li`);
      expect(due.map(({ who, ...rest }) => ({ kind: who.split(",")[0], ...rest }))).toEqual(expected);
      expect(expected.length).toBeGreaterThan(0);
    },
  );
});
