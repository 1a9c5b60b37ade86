import { beforeEach, describe, expect, it } from "@jest/globals";
import type { FormName } from "./forms/formName";
import { createNavigation } from "./navigation";
import type { Navigation, Screen } from "./navigation";

const form = (name: FormName, contract: string): Screen => ({ kind: "form", form: name, contract, about: null });
const card: Screen = { kind: "contract", contract: "2026-001" };

let navigation: Navigation;
let opened: number;
beforeEach(() => {
  opened = 0;
  navigation = createNavigation(() => (opened += 1));
});

describe("the way through the screens", () => {
  it("leads back to where the user came from, and no further than home", () => {
    navigation.open(card);
    navigation.open(form("logVisit", "2026-001"));
    navigation.back();
    expect(navigation.current()).toEqual(card);
    navigation.back();
    navigation.back();
    expect(navigation.current()).toEqual({ kind: "home" });
  });

  it("does not lead back to the form of another contract that was left open", () => {
    navigation.open(form("logVisit", "2026-001"));
    navigation.open(form("markInvoiced", "2026-002"));
    navigation.back();
    expect(navigation.current()).toEqual({ kind: "home" });
  });

  it("has a screen once that is opened twice", () => {
    navigation.open(card);
    navigation.open(card);
    navigation.back();
    expect(navigation.current()).toEqual({ kind: "home" });
  });

  it("tells when a screen is opened, for what was told of the one before is over", () => {
    navigation.open(card);
    navigation.back();
    expect(opened).toBe(1);
  });

  it("keeps what was typed in a form that was left, until it is given up by going back", () => {
    navigation.open(form("terminate", "2026-001"));
    navigation.keepDraft({ reason: "Vente" });
    navigation.open({ kind: "home" });
    expect(navigation.draft()).toEqual({});
    navigation.open(form("terminate", "2026-001"));
    expect(navigation.draft()).toEqual({ reason: "Vente" });
    navigation.back();
    navigation.open(form("terminate", "2026-001"));
    expect(navigation.draft()).toEqual({});
  });
});
