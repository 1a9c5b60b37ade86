import { describe, expect, it } from "@jest/globals";
import { letter, register } from "../../tests/builders/register";
import type { KnownLetter } from "./knownLetters";
import { withKnownLetters } from "./knownLetters";

const { id: _, ...known }: KnownLetter & { id: string } = letter({
  deadline: "2027-03-14",
  generatedOn: "2027-01-11",
  file: "Lettres/a.docx",
  sentOn: "2027-01-12",
  channel: "email",
});

describe("withKnownLetters", () => {
  it("adds a letter of which the workbook says nothing", () => {
    expect(withKnownLetters(register(), [known]).letters).toEqual([
      { ...known, id: "2026-001:2026-03-15:renewalNotice:1" },
    ]);
  });

  it("fills the blanks of a letter of the workbook, whose own facts win", () => {
    const typed = letter({ sentOn: "2027-01-20", channel: "registered", tracking: "1A 123" });
    expect(withKnownLetters(register({ letters: [typed] }), [known]).letters).toEqual([
      { ...typed, deadline: "2027-03-14", generatedOn: "2027-01-11", file: "Lettres/a.docx" },
    ]);
  });

  it("keeps another edition of the same letter apart", () => {
    const second = letter({ id: "L2", issue: 2 });
    expect(withKnownLetters(register({ letters: [second] }), [known]).letters).toHaveLength(2);
  });
});
