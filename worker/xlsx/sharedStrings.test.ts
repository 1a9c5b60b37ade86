import { describe, expect, it } from "@jest/globals";
import { sharedStrings } from "./sharedStrings";

const texts = (...items: readonly string[]): readonly string[] =>
  sharedStrings(Buffer.from(`<sst>${items.join("")}</sst>`));

describe("sharedStrings", () => {
  it("joins the runs of rich text and leaves phonetic hints out", () => {
    expect(texts("<si><r><rPr><b/></rPr><t>du</t></r><r><t>pont</t></r><rPh sb='0'><t>x</t></rPh></si>")).toEqual([
      "dupont",
    ]);
  });

  it("keeps the place of empty texts", () => {
    expect(
      texts("<si/>", "<si />", "<si></si>", "<si><t/></si>", '<si><t xml:space="preserve"/></si>', "<si><t>a</t></si>"),
    ).toEqual(["", "", "", "", "", "a"]);
  });

  it("keeps spaces, line breaks and accents", () => {
    expect(texts('<si><t xml:space="preserve"> 12 rue\nde l’Été </t></si>')).toEqual([" 12 rue\nde l’Été "]);
  });

  it("decodes entities once, and Excel's own escapes", () => {
    expect(
      texts("<si><t>A &amp; B &lt;c&gt; &#233;&#xE9; &amp;lt;</t></si>", "<si><t>a_x000D_b _x005F_x000D_</t></si>"),
    ).toEqual(["A & B <c> éé &lt;", "a\rb _x000D_"]);
  });

  it("reads prefixed elements and passes over what follows the texts", () => {
    expect(
      sharedStrings(Buffer.from('<x:sst xmlns:x="m"><x:si><x:t>a</x:t></x:si><x:extLst><x:ext/></x:extLst></x:sst>')),
    ).toEqual(["a"]);
  });
});
