import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it, jest } from "@jest/globals";
import { filesOf, newFolder, tacite } from "../../tests/builders/commandLine";
import { client, equipment, intervention } from "../../tests/builders/register";
import { smallFirm } from "../../tests/builders/smallFirm";
import { workbookOf } from "../../tests/builders/workbook";
import { docxParagraphs, docxParts } from "../word/docxText";

jest.setTimeout(60_000);

const today = "2026-11-24";
const place = { address: "3, rue du Puits; fond de cour", postcode: "85000", city: "La Roche-sur-Yon" };
const firm = smallFirm(
  {},
  {},
  {
    clients: [
      client({ number: "C0001", name: "Martin", firstName: "Léa", phone: "06 12 34 56 78", notes: "Sonner longtemps : très très longue allée bordée de chênes, éclairée l’été", ...place }), // prettier-ignore
      client({ number: "C0002", name: "Durand", firstName: "Paul", ...place }),
    ],
    equipment: [
      equipment({ category: "other", visitMonths: [3] }),
      equipment({ id: "E2", contract: "2026-002", category: "other", visitMonths: [6] }),
    ],
    interventions: [intervention({ id: "I2", contract: "2026-002", plannedOn: "2027-03-04", equipment: "E2" })],
  },
);

async function madeIn(...more: readonly string[]) {
  const folder = await newFolder();
  const file = join(folder, "registre.xlsx");
  await writeFile(file, await workbookOf(firm, today));
  const out = join(folder, "sortie");
  const answer = await tacite(["round", "--register", file, "--today", today, "--out", out, ...more]);
  return { out, answer };
}

describe("tacite round", () => {
  it("writes the document and the calendar of the month, and says where", async () => {
    const { out, answer } = await madeIn("--month", "2027-03");
    expect(answer).toEqual({
      exitCode: 0,
      printed: ["Tournée mars 2027 : 2 visites", ...["docx", "ics"].map((end) => join(out, `tournee-2027-03.${end}`))].join("\n"), // prettier-ignore
      warned: "",
    });
    expect(Object.keys(await filesOf(out))).toEqual(["tournee-2027-03.docx", "tournee-2027-03.ics"]);
    const parts = docxParts(await readFile(join(out, "tournee-2027-03.docx"))) ?? {};
    expect(docxParagraphs(parts)).toEqual(
      expect.arrayContaining(["Tournée mars 2027", "85000 La Roche-sur-Yon (2)", "Léa Martin", "06 12 34 56 78", "04/03/2027"]), // prettier-ignore
    );
  });

  it("gives a calendar whose lines, days and identities every phone takes", async () => {
    const text = async () => {
      const { out } = await madeIn("--month", "2027-03");
      return readFile(join(out, "tournee-2027-03.ics"), "utf8");
    };
    const calendar = await text();
    const lines = calendar.split("\r\n");
    expect([lines[0], lines.at(-2), lines.at(-1)]).toEqual(["BEGIN:VCALENDAR", "END:VCALENDAR", ""]);
    expect(calendar.replaceAll("\r\n", "")).not.toMatch(/[\r\n]/);
    expect(Math.max(...lines.map((line) => Buffer.byteLength(line)))).toBeLessThanOrEqual(75);
    expect(lines.some((line) => line.startsWith(" "))).toBe(true);
    const whole = calendar.replaceAll("\r\n ", "");
    // The visit without appointment on its last day in time; the appointment on its own.
    expect(
      [...whole.matchAll(/DTSTART;VALUE=DATE:(\d+)\r\nDTEND;VALUE=DATE:(\d+)/g)].map(([, ...days]) => days),
    ).toEqual([
      ["20270331", "20270401"],
      ["20270304", "20270305"],
    ]);
    expect(whole).toContain("LOCATION:3\\, rue du Puits\\; fond de cour\\, 85000 La Roche-sur-Yon");
    expect(whole).toContain("SUMMARY:Léa Martin\\, La Roche-sur-Yon\\, à planifier\\, avant le 31/03/2027");
    expect(whole).toContain("DTSTAMP:20261124T080000Z");
    const uids = [...whole.matchAll(/UID:(\S+)/g)].map(([, uid]) => uid);
    expect(new Set(uids).size).toBe(2);
    expect(await text()).toBe(calendar);
  });

  it("takes the month of today, with what is late, when none is given, and answers in English when asked", async () => {
    const { answer } = await madeIn("--lang", "en");
    expect(answer.printed).toContain("Round of November 2026: 1 visit\n");
  });

  it("refuses a month that is none", async () => {
    const { answer } = await madeIn("--month", "mars");
    expect(answer).toMatchObject({ exitCode: 2, printed: "" });
    expect(answer.warned).toContain("« mars » n’est pas un mois. Écrivez par exemple 2026-03.");
  });
});
