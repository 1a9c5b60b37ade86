import { describe, expect, it } from "@jest/globals";

import { letterFileName, type LetterName } from "./fileName";

const name = (values: Partial<LetterName> = {}) =>
  letterFileName({
    contract: "2026-014",
    clientName: "DUPONT",
    periodEnd: "2027-03-14",
    issue: 1,
    late: false,
    ...values,
  });

describe("letterFileName", () => {
  it("says contract, client and end of period", () => {
    expect(name()).toBe("2026-014 DUPONT - reconduction au 2027-03-14.docx");
    expect(name({ late: true, issue: 2 })).toBe(
      "2026-014 DUPONT - reconduction au 2027-03-14 - hors délai - version 2.docx",
    );
  });

  it("replaces what Windows forbids, in one form of accents", () => {
    expect(name({ clientName: 'S.C.I. "A/B" <x>:\u0007|?*' })).toBe(
      "2026-014 S.C.I. -A-B- -x------ - reconduction au 2027-03-14.docx",
    );
    expect(name({ clientName: "Le\u0301a\u00A0 Nguye\u0302\u0303n" })).toBe(
      "2026-014 Léa Nguyễn - reconduction au 2027-03-14.docx",
    );
  });

  it("never is a device of Windows and never ends in a dot or a space", () => {
    expect(name({ contract: "CON", clientName: "" })).toMatch(/^CON~[0-9a-f]{6} - reconduction/);
    expect(name({ contract: "..", clientName: " . " })).toMatch(/^~[0-9a-f]{6} - reconduction/);
  });

  it("tells apart contracts that Windows would write alike", () => {
    const contracts = ["A/1", "A-1", "A:1", "a-1", "A1.", "A1", "X".repeat(40), "X".repeat(41), ""];
    expect(new Set(contracts.map((contract) => name({ contract }).toLowerCase())).size).toBe(contracts.length);
  });

  it("is at most 120 characters and 255 bytes, and cuts no character in two", () => {
    for (const long of ["Œ".repeat(300), "🔥".repeat(300), "漢".repeat(300), "a".repeat(300)]) {
      const file = name({ contract: long, clientName: long, late: true, issue: 12 });
      expect(file.length).toBeLessThanOrEqual(120);
      expect(Buffer.byteLength(file)).toBeLessThanOrEqual(255);
      expect(file).not.toMatch(/\p{Cs}/u);
    }
  });
});
