import { describe, expect, it } from "@jest/globals";
import type { CivilDate } from "../../domain/dates/civilDate";
import type { Language } from "../../domain/i18n";
import { digestWords } from "./digestWords";
import { shortDate } from "./shortDate";

const visible = (date: CivilDate, language: Language = "fr") =>
  shortDate(date, digestWords[language]).replaceAll("\u00a0", " ");

describe("shortDate", () => {
  it("writes the day, the month and the year as in French", () => {
    expect(visible("2026-03-03")).toBe("mar. 3 mars 2026");
    expect(visible("2026-12-31")).toBe("jeu. 31 déc. 2026");
    expect(visible("2028-02-29")).toBe("mar. 29 févr. 2028");
  });

  it("writes the first of a month as 1er", () => {
    expect(visible("2026-11-01")).toBe("dim. 1er nov. 2026");
  });

  it("writes them as in English too", () => {
    expect(visible("2026-11-01", "en")).toBe("Sun 1 Nov 2026");
    expect(visible("2026-06-30", "en")).toBe("Tue 30 June 2026");
  });

  it("never breaks inside a date", () => {
    expect(shortDate("2026-03-03", digestWords.fr)).toBe("mar.\u00a03\u00a0mars\u00a02026");
  });
});
