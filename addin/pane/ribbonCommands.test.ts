import { describe, expect, it } from "@jest/globals";
import { memorySession } from "../../tests/builders/memorySession";
import { equipment, intervention } from "../../tests/builders/register";
import { smallFirm } from "../../tests/builders/smallFirm";
import type { Register } from "../../domain/register";
import type { Outcome, SessionState } from "../actions/session";
import type { CommandName } from "../commands/commandNames";
import type { FormName } from "./forms/formName";
import { createNavigation } from "./navigation";
import { createNotices } from "./notices";
import { ribbonCommands } from "./ribbonCommands";
import { wordsOf } from "./wordsOf";

/** A ribbon on the firm of two contracts, the row of 2026-001 being selected; and what a click left in the pane. */
function ribbon({
  register = smallFirm(),
  selected = "2026-001",
}: { register?: Register; selected?: string | null } = {}) {
  const session = memorySession({ today: "2026-11-24", register, examples: register });
  const notices = createNotices();
  const navigation = createNavigation(() => notices.tell(null));
  let shown = 0;
  const showPane = () => Promise.resolve(void (shown += 1));
  const companion = () => Promise.resolve(null);
  const commands = ribbonCommands({ session, navigation, notices, companion, words: () => wordsOf("fr"), showPane });
  session.select(selected);
  return {
    session,
    click: (name: CommandName) => commands[name](),
    left: () => ({
      screen: navigation.current(),
      told: notices.current(),
      isShown: shown > 0,
      visits: session.register().interventions.length,
    }),
  };
}

const form = (name: FormName, contract: string | null) =>
  ({ kind: "form", form: name, contract, about: null }) as const;

describe("a button of the ribbon", () => {
  it("opens the pane where it was", async () => {
    const { click, left } = ribbon();
    await click("openPane");
    expect(left()).toMatchObject({ screen: { kind: "home" }, told: null, isShown: true });
  });

  it.each<[CommandName, FormName]>([
    ["logRepair", "logRepair"],
    ["markInvoiced", "markInvoiced"],
    ["noticeSent", "noticeSent"],
    ["renew", "renew"],
  ])("opens the form on the selected contract, or asks for one: %s", async (name, opened) => {
    const chosen = ribbon();
    await chosen.click(name);
    expect(chosen.left()).toMatchObject({ screen: form(opened, "2026-001"), told: null, isShown: true });
    const unchosen = ribbon({ selected: null });
    await unchosen.click(name);
    expect(unchosen.left()).toMatchObject({ screen: form(opened, null), isShown: true });
  });

  it("leads to what is to be done", async () => {
    const { click, left } = ribbon();
    await click("renew");
    await click("showAlerts");
    expect(left()).toMatchObject({ screen: { kind: "home" }, isShown: true });
  });
});

describe("« Visite faite »", () => {
  it("notes the visit at once: today, whoever came last, the certificate handed over", async () => {
    const before = intervention({ id: "I1", doneOn: "2025-05-04", certificateOn: "2025-05-04", technician: "Lucie" });
    const { session, click, left } = ribbon({ register: smallFirm({}, {}, { interventions: [before] }) });
    await click("logVisit");
    expect(session.register().interventions.at(-1)).toMatchObject({
      contract: "2026-001",
      kind: "maintenance",
      outcome: "done",
      doneOn: "2026-11-24",
      technician: "Lucie",
      certificateOn: "2026-11-24",
    });
    const { screen, told } = left();
    expect(screen).toEqual({ kind: "contract", contract: "2026-001" });
    expect(told).toMatchObject({ done: true, text: "Contrat 2026-001\u00a0: visite faite le 24/11/2026." });
    expect(told?.batch).not.toBeNull();
  });

  it("writes nothing more when it is clicked again the same day, and says so", async () => {
    const { click, left } = ribbon();
    await click("logVisit");
    await click("logVisit");
    expect(left()).toMatchObject({ visits: 1, screen: form("logVisit", "2026-001") });
    expect(left().told).toMatchObject({ done: false, text: expect.stringContaining("déjà notée, le 24/11/2026") });
  });

  it("asks which of several appliances was seen to", async () => {
    const register = smallFirm({}, {}, { equipment: [equipment(), equipment({ id: "E2" })] });
    const { click, left } = ribbon({ register });
    await click("logVisit");
    expect(left()).toMatchObject({ visits: 0, screen: form("logVisit", "2026-001"), told: null });
  });

  it("asks for the contract when the selected row names none", async () => {
    const { click, left } = ribbon({ selected: null });
    await click("logVisit");
    expect(left()).toMatchObject({ visits: 0, screen: form("logVisit", null), isShown: true });
  });

  it.each<[string, Outcome]>([
    ["vient d’être modifiée", { kind: "conflict", table: "contracts", key: "2026-001" }],
    ["La feuille est protégée", { kind: "failed", problem: "sheetProtected" }],
    ["lecture seule", { kind: "failed", problem: "readOnly" }],
    ["en cours de saisie", { kind: "failed", problem: "cellBeingEdited" }],
    ["Un filtre cache", { kind: "failed", problem: "filterOn" }],
    ["La connexion est coupée", { kind: "failed", problem: "offline" }],
  ])("says what to do and opens the form to try again: %s", async (text, outcome) => {
    const { session, click, left } = ribbon();
    session.failNext(outcome);
    await click("logVisit");
    expect(left()).toMatchObject({ visits: 0, screen: form("logVisit", "2026-001"), isShown: true });
    expect(left().told).toMatchObject({ done: false, text: expect.stringContaining(text), batch: null });
    expect(left().told?.place ?? null).toEqual(
      outcome.kind === "conflict" ? { table: "contracts", key: "2026-001" } : null,
    );
  });

  it("waits for the register while it is being read", async () => {
    const { session, click, left } = ribbon();
    const ready = session.state();
    session.show({ kind: "opening", done: 0, total: 0 });
    const clicked = click("logVisit");
    session.show({ kind: "opening", done: 1, total: 2 });
    await Promise.resolve();
    expect(left()).toMatchObject({ visits: 0, isShown: true });
    session.show(ready);
    await clicked;
    expect(left()).toMatchObject({ visits: 1, told: { done: true } });
  });

  it.each<SessionState>([{ kind: "notARegister" }, { kind: "failed", problem: "offline" }])(
    "only shows the pane where there is no register to write to: %p",
    async (state) => {
      const { session, click, left } = ribbon();
      session.show(state);
      await click("logVisit");
      expect(left()).toMatchObject({ visits: 0, told: null, isShown: true });
    },
  );
});

describe("« Annuler »", () => {
  it("takes back the last action of the Journal, whoever did it", async () => {
    const { click, left } = ribbon();
    await click("logVisit");
    await click("undoLast");
    expect(left()).toMatchObject({
      visits: 0,
      screen: { kind: "home" },
      told: { done: true, text: "Annulé\u00a0: Visite. Contrat 2026-001." },
    });
    expect(left().told?.batch).toBeNull();
  });

  it("says that there is nothing to take back", async () => {
    const { click, left } = ribbon();
    await click("undoLast");
    expect(left()).toMatchObject({ isShown: true, told: { done: false } });
    expect(left().told?.text).toMatch(/^Rien à annuler/);
  });

  it("says why it could not, and keeps the action", async () => {
    const { session, click, left } = ribbon();
    await click("logVisit");
    session.failNext({ kind: "failed", problem: "sheetProtected" });
    await click("undoLast");
    expect(left()).toMatchObject({ visits: 1, told: { done: false } });
    expect(left().told?.text).toContain("Révision");
  });
});
