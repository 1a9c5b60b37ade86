import { describe, expect, it } from "@jest/globals";
import { typeset, typesetAll } from "./typography";

describe("typeset", () => {
  it("puts no-break spaces where French wants them, and nowhere else", () => {
    expect(typeset("Lettre « prête » : à envoyer ; vraiment ? 12 € et 10 % !")).toBe(
      "Lettre «\u00a0prête\u00a0»\u00a0: à envoyer\u00a0; vraiment\u00a0? 12\u00a0€ et 10\u00a0%\u00a0!",
    );
  });

  it("leaves addresses of pages and times alone", () => {
    expect(typeset("https://exemple.fr à 12:30")).toBe("https://exemple.fr à 12:30");
  });
});

describe("typesetAll", () => {
  it("reaches the sentences that are written from facts", () => {
    const words = typesetAll({ plain: "a : b", nested: { written: (n: number) => `${String(n)} : c` } });
    expect([words.plain, words.nested.written(3)]).toEqual(["a\u00a0: b", "3\u00a0: c"]);
  });
});
