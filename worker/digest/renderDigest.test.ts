import { describe, expect, it } from "@jest/globals";
import { sectionIds, type Digest } from "../../domain/digest/digestModel";
import { digestWords } from "./digestWords";
import { renderDigest } from "./renderDigest";
import { digestItem, digestOf, emptyDigest } from "../../tests/builders/digest";

const plain = (text: string) => text.replaceAll("\u00a0", " ").replace(/\s+/g, " ");

/** The words that a reader of the HTML sees. */
const seen = (html: string) =>
  plain(
    html
      .replace(/<style>.*?<\/style>/s, "")
      .replace(/<\/?(bdi|span|b|a)\b[^>]*>|<!-- -->/g, "")
      .replace(/<[^>]+>/g, " ")
      .replaceAll("&lt;", "<")
      .replaceAll("&gt;", ">")
      .replaceAll("&quot;", '"')
      .replaceAll("&amp;", "&"),
  );

async function rendered(digest: Digest, attachedFiles: ReadonlySet<string> | null = null) {
  const { subject, html, text } = await renderDigest(digest, attachedFiles);
  return { subject: plain(subject), html, seen: seen(html), text: plain(text), rawText: text };
}

const oneInEach = digestOf(Object.fromEntries(sectionIds.map((id) => [id, [digestItem({ what: `Tâche ${id}` })]])));
const visits = (count: number) => Array.from({ length: count }, (_, n) => digestItem({ what: `Visite n° ${n + 1}.` }));
const letter = {
  contract: "C-0012",
  clientName: "Mme Durand",
  file: "C-0012 Durand.docx",
  deadline: "2026-04-14",
  late: false,
} as const;
const otherLetter = { ...letter, contract: "C-0013", file: "C-0013 Petit.docx", late: true };

describe("the digest", () => {
  it("tells one thing in the singular and several in the plural", async () => {
    const one = await renderDigest(digestOf({ lettersToSend: [digestItem({})] }));
    expect(one.text).toMatch(/ 1 {2}lettre à envoyer$/m);
    const two = await renderDigest(digestOf({ lettersToSend: [digestItem({}), digestItem({})] }));
    expect(two.text).toMatch(/ 2 {2}lettres à envoyer$/m);
  });

  it("gives every reason a line of its own", async () => {
    const item = digestItem({ what: "Lettre impossible à préparer.", reasons: ["Remplissez A.", "Remplissez B."] });
    const { html, text } = await renderDigest(digestOf({ lettersToSend: [item] }));
    expect(text).toMatch(/Lettre impossible à préparer\.\n {2}Remplissez A\.\n {2}Remplissez B\.$/m);
    expect(html).toMatch(/<br\/?>Remplissez A\.<br\/?>Remplissez B\./);
  });

  it("keeps the order of the sections, whatever order they come in", async () => {
    const { seen: html, text } = await rendered({ ...oneInEach, sections: [...oneInEach.sections].reverse() });
    const tasks = sectionIds.map((id) => `Tâche ${id}`);
    expect(html.match(/Tâche \w+/g)).toEqual(tasks);
    expect(text.match(/Tâche \w+/g)).toEqual(tasks);
  });

  it("gives each section its title as a heading of level 2, under one heading of level 1", async () => {
    const { html } = await rendered(oneInEach);
    const titles = [...html.matchAll(/<h2[^>]*>(.*?)<!-- --> <span/g)].map((match) => match[1]);
    expect(titles).toEqual(sectionIds.map((id) => digestWords.fr.sections[id].title));
    expect(html.match(/<h1/g)).toHaveLength(1);
  });

  it("counts on top what waits and names what is at zero", async () => {
    const { seen: html, text } = await rendered(digestOf({ visits: visits(3), lateNotices: visits(2) }));
    expect(html).toContain("2 hors délai 3 visites À zéro : derniers jours légaux, lettres à envoyer");
    expect(text).toContain("0 dernier jour légal 2 hors délai 0 lettre à envoyer");
  });

  it("prints 25 items of a section and counts the others", async () => {
    const { seen: html, text } = await rendered(digestOf({ visits: visits(31) }));
    for (const mail of [html, text]) {
      expect(mail).toContain("Visite n° 25.");
      expect(mail).not.toContain("Visite n° 26.");
      expect(mail).toContain("… et 6 autres");
    }
  });

  it("sets the facts of an item beside it", async () => {
    const facts = {
      clientName: "Mme Durand",
      city: "Bron",
      contract: "C-0012",
      phone: "06 12 34 56 78",
      dueOn: "2026-03-01",
      overdue: true,
    } as const;
    const { seen: html, text } = await rendered(digestOf({ visits: [digestItem(facts)] }));
    expect(html).toContain("Mme Durand, Bron Appeler le client C-0012 · 06 12 34 56 78 dim. 1er mars 2026 en retard");
    expect(text).toContain(
      "* Mme Durand, Bron Appeler le client dim. 1er mars 2026 · EN RETARD · C-0012 · 06 12 34 56 78",
    );
  });

  it("says where the row to correct is", async () => {
    const { seen: html, text } = await rendered(
      digestOf({ rowsToFix: [digestItem({ what: "Date illisible.", where: "Contrats!C12" })] }),
    );
    expect(html).toContain("Date illisible. Contrats!C12");
    expect(text).toContain("* Date illisible. Contrats!C12");
  });

  it("dials a phone number, and not a sentence with a number in it", async () => {
    const dialled = digestItem({ phone: "+33 (0)6.12-34" });
    const sentence = digestItem({ phone: "04 78 00 11 22, demander M. Roux" });
    const { html } = await rendered(digestOf({ visits: [dialled, sentence] }));
    expect(html.match(/href="[^"]*"/g)).toEqual(['href="tel:+33061234"']);
  });

  it("puts urgent things first in the subject", async () => {
    const { subject } = await rendered(digestOf({ lateNotices: visits(1), visits: visits(3) }));
    expect(subject).toBe("Contrats d’entretien : 1 urgence, 3 choses à faire (lun. 2 mars 2026)");
  });
});

describe("an empty digest", () => {
  it("says that there is nothing, and is complete all the same", async () => {
    const {
      subject,
      seen: html,
      text,
    } = await rendered({ ...emptyDigest, ledger: { count: 128, hash: "9f3ac07d41be77a0c2d5" } });
    expect(subject).toBe("Contrats d’entretien : rien à signaler (lun. 2 mars 2026)");
    for (const mail of [html, text]) {
      expect(mail).toContain("Rien à signaler cette semaine");
      expect(mail).toContain("Classeur Contrats.xlsx, enregistré le ven. 27 févr. 2026 à 18:12 (il y a 3 jours)");
      expect(mail).toContain("128 événements, empreinte 9f3ac07d41be.");
      expect(mail).toContain("ni un conseil juridique");
    }
  });

  it("warns after 7 days without saving, in the subject too", async () => {
    const fresh = await rendered({ ...emptyDigest, savedAgoDays: 6 });
    const stale = await rendered({ ...emptyDigest, savedAgoDays: 7 });
    expect(fresh.text).not.toContain("Enregistrez le classeur");
    expect(stale.text).toContain("!! Enregistrez le classeur Il n’a pas été enregistré depuis 7 jours");
    expect(stale.seen).toContain("Enregistrez le classeur Il n’a pas été enregistré depuis 7 jours");
    expect(stale.subject).toContain("enregistrez le classeur");
  });

  it("says so when the workbook was read in part", async () => {
    const {
      subject,
      seen: html,
      text,
    } = await rendered({ ...emptyDigest, schemaProblem: "La feuille Contrats manque." });
    expect(subject).toContain("classeur lu en partie");
    expect(html).toContain("La feuille Contrats manque.");
    expect(text).toContain("La feuille Contrats manque.");
  });

  it("says what is odd about the file itself", async () => {
    const { seen: html, text } = await rendered({ ...emptyDigest, fileWarnings: ["Supprimez contrats (1).xlsx."] });
    expect(html).toContain("Le fichier du registre Supprimez contrats (1).xlsx.");
    expect(text).toContain("!! Le fichier du registre Supprimez contrats (1).xlsx.");
  });

  it("does without the facts that nobody knows", async () => {
    const { seen: html, text } = await rendered({ ...emptyDigest, firmName: null, savedAt: null, savedAgoDays: null });
    expect(html).toContain("date d’enregistrement inconnue");
    expect(text).toContain("date d’enregistrement inconnue");
    expect(html + text).not.toMatch(/null|undefined|NaN/);
  });
});

describe("values of the workbook", () => {
  const hostile = '<script>alert("x")</script> & <img src=x onerror=y> 🔥';

  it("are never markup, wherever they stand", async () => {
    const item = digestItem({
      clientName: hostile,
      city: hostile,
      contract: hostile,
      phone: hostile,
      what: hostile,
      where: hostile,
    });
    const facts = {
      firmName: hostile,
      registerFile: hostile,
      schemaProblem: hostile,
      letters: [{ ...letter, clientName: hostile, file: hostile }],
    };
    const { html, text, seen: words } = await rendered(digestOf({ visits: [item] }, facts));
    expect(html).not.toMatch(/<script|<img/);
    expect(words).toContain(hostile);
    expect(text).toContain(hostile);
  });

  it("are isolated when they are written from right to left", async () => {
    const { html, rawText } = await rendered(digestOf({ visits: [digestItem({ clientName: "أحمد", city: "Lyon" })] }));
    expect(html).toMatch(/<bdi[^>]*>أحمد<\/bdi>/);
    expect(rawText).toContain("* \u2068أحمد\u2069, Lyon");
  });
});

describe("the letters", () => {
  const digest = { ...emptyDigest, letters: [letter, otherLetter] };

  it("are listed with the client’s last day to refuse and a mark on the late ones", async () => {
    const { seen: html, text } = await rendered(digest);
    expect(html).toContain("C-0012 Durand.docx le client peut refuser jusqu’au mar. 14 avr. 2026");
    expect(text).toContain("C-0013 Petit.docx le client peut refuser jusqu’au mar. 14 avr. 2026 · HORS DÉLAI");
    expect(html).toContain("Elles sont dans le dossier des lettres.");
  });

  it("say which of them did not travel with the mail", async () => {
    const { seen: html, text } = await rendered(digest, new Set([letter.file]));
    for (const mail of [html, text]) {
      expect(mail).toContain("Une partie est jointe");
      expect(mail).toMatch(/C-0013 Petit.docx \(non jointe\)/);
      expect(mail).not.toMatch(/C-0012 Durand.docx \(non/);
    }
  });
});

describe("the form of the mail", () => {
  it("is English, from the subject to the last line, for whoever asks", async () => {
    const facts = { language: "en", letters: [letter, otherLetter], savedAgoDays: 30 } as const;
    const item = digestItem({ what: "Visit.", dueOn: "2026-03-01", overdue: true });
    const english = { ...digestOf({ visits: [item], lateNotices: [item, item] }, facts), firmName: "Martin" };
    const { subject, html, seen: words, text } = await rendered(english, new Set([letter.file]));
    expect(subject).toBe("Maintenance contracts: 2 urgent, 1 thing to do (Mon 2 Mar 2026)");
    expect(html).toContain('lang="en"');
    expect(text).toContain("0 last legal days 2 late letters 0 letters to send");
    for (const mail of [words, text]) {
      expect(mail).toMatch(/Visit\. Sun 1 Mar 2026 ?·? overdue/i);
      expect(mail).toContain("the client may refuse until Tue 14 Apr 2026");
      expect(mail).not.toMatch(/[éèàùç«»]|\b(?:le|la|les|des|une|du|et|est)\b/);
    }
  });

  it("is French, loads nothing from outside, and tells screen readers that its tables are layout", async () => {
    const { html } = await rendered(oneInEach);
    expect(html).toContain('lang="fr"');
    expect(html).not.toMatch(/<img|<link|src=|url\(|@import/);
    expect(html.match(/<table/g)?.length).toBe(html.match(/<table[^>]*role="presentation"/g)?.length);
  });

  it("keeps the plain text within 72 columns", async () => {
    const what = "Un long travail à faire chez ce client, avec beaucoup de détails utiles à connaître avant de partir.";
    const { rawText } = await rendered(
      digestOf({ visits: [digestItem({ what })] }, { savedAgoDays: 30, letters: [letter] }),
    );
    expect(rawText.split("\n").filter((line) => line.length > 72)).toEqual([]);
  });

  it("is the same each time", async () => {
    expect(await renderDigest(oneInEach)).toEqual(await renderDigest(oneInEach));
  });

  it("stays below the 102 KB at which Gmail cuts a mail, in a full week of 100 things", async () => {
    const facts = {
      clientName: "Mme Hélène Durand",
      city: "Villeurbanne",
      contract: "C-0012",
      phone: "06 12 34 56 78",
      dueOn: "2026-03-31",
      overdue: true,
    } as const;
    const items = Array.from({ length: 25 }, () =>
      digestItem({ ...facts, what: "Facturer la période du 15 févr. 2026 au 14 févr. 2027." }),
    );
    const { html } = await rendered(
      digestOf({ lettersToSend: items, toInvoice: items, visits: items, certificates: items }),
    );
    expect(Buffer.byteLength(html)).toBeLessThan(102_000);
  });
});
