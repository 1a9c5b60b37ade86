import { describe, expect, it } from "@jest/globals";
import { cleanText, isolated } from "./cleanText";

describe("cleanText", () => {
  it("brings a name typed on two lines of a cell onto one", () => {
    expect(cleanText(" Mme Durand\r\n2e étage\t gauche ")).toBe("Mme Durand 2e étage gauche");
  });

  it("keeps accents, emoji and other scripts", () => {
    expect(cleanText("Élodie 🔥 أحمد")).toBe("Élodie 🔥 أحمد");
  });

  it("drops control characters and the marks that turn text around", () => {
    expect(cleanText("A\u0000B\u001bC \u202Exls.exe")).toBe("ABC xls.exe");
  });

  it("says null for a blank value", () => {
    expect(cleanText("  ")).toBeNull();
    expect(cleanText(null)).toBeNull();
  });
});

describe("isolated", () => {
  it("isolates a right-to-left name only", () => {
    expect(isolated("أحمد")).toBe("\u2068أحمد\u2069");
    expect(isolated("Durand")).toBe("Durand");
  });
});
