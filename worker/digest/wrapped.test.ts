import { describe, expect, it } from "@jest/globals";
import { wrapped } from "./wrapped";

describe("wrapped", () => {
  it("breaks at spaces and indents every line", () => {
    expect(wrapped("un deux trois quatre", 12, "  ")).toEqual(["  un deux", "  trois", "  quatre"]);
  });

  it("never breaks at a space that binds", () => {
    expect(wrapped("prix 115,00\u00a0€", 12)).toEqual(["prix", "115,00\u00a0€"]);
  });

  it("leaves a word longer than the line in one piece", () => {
    expect(wrapped("a anticonstitutionnellement b", 10)).toEqual(["a", "anticonstitutionnellement", "b"]);
  });

  it("has no line for no text", () => {
    expect(wrapped("", 10)).toEqual([]);
  });
});
