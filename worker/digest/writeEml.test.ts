import { describe, expect, it } from "@jest/globals";
import { digestItem, digestOf, emptyDigest } from "../../tests/builders/digest";
import { buildEml, type EmlInput } from "./writeEml";

const firm = { name: "Énergie & Fils", address: "contact@energie.example" };
const input: EmlInput = {
  digest: digestOf({ visits: [digestItem({ clientName: "Mme Lefèvre" })] }),
  from: firm,
  to: [firm],
  day: "2026-03-02",
  messageId: "<digest-2026-W10@tacite.example>",
  attachments: [],
};
const letter = {
  contract: "C-0012",
  clientName: "Mme Durand",
  file: "C-0012 Lefèvre.docx",
  deadline: "2026-04-14",
  late: false,
} as const;

async function eml(changes: Partial<EmlInput> = {}) {
  const text = Buffer.from(await buildEml({ ...input, ...changes })).toString("latin1");
  const [head = "", ...body] = text.split("\r\n\r\n");
  return { text, head: head.replace(/\r\n[ \t]+/g, " ").split("\r\n"), body: body.join("\r\n\r\n") };
}

/** Decodes the "=?UTF-8?Q?…?=" words of a header (RFC 2047). */
function decoded(header: string | undefined): string {
  return (header ?? "")
    .replace(/\?=\s+=\?/g, "?==?")
    .replace(/=\?UTF-8\?Q\?(.*?)\?=/g, (_, word: string) =>
      decodeURIComponent(word.replaceAll("_", " ").replaceAll("=", "%")),
    )
    .replace(/=\?UTF-8\?B\?(.*?)\?=/g, (_, word: string) => Buffer.from(word, "base64").toString("utf8"));
}

const header = (head: readonly string[], name: string) =>
  head.find((line) => line.startsWith(`${name}: `))?.slice(name.length + 2);

function quotedPrintable(text: string): string {
  const bytes = text
    .replace(/=\r\n/g, "")
    .replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  return Buffer.from(bytes, "latin1").toString("utf8");
}

describe("the mail file", () => {
  it("has the headers it was given", async () => {
    const { head } = await eml();
    expect(header(head, "Message-ID")).toBe("<digest-2026-W10@tacite.example>");
    expect(header(head, "Date")).toBe("Mon, 02 Mar 2026 06:00:00 +0000");
    expect(decoded(header(head, "To"))).toContain("Énergie & Fils");
  });

  it("encodes the accents of its subject", async () => {
    const { head } = await eml();
    const subject = header(head, "Subject");
    expect(subject).toMatch(/^[ -~]+$/);
    expect(decoded(subject).replaceAll("\u00a0", " ")).toBe(
      "Contrats d’entretien : 1 chose à faire (lun. 2 mars 2026)",
    );
  });

  it("holds the text first, then the HTML, as two ways to read one mail", async () => {
    const { head, body } = await eml();
    expect(header(head, "Content-Type")).toContain("multipart/alternative");
    expect(body.match(/Content-Type: [\w/]+; charset=utf-8/g)).toEqual([
      "Content-Type: text/plain; charset=utf-8",
      "Content-Type: text/html; charset=utf-8",
    ]);
    expect(quotedPrintable(body)).toContain("* Mme Lefèvre");
  });

  it("has no line longer than a mail server accepts", async () => {
    const { text } = await eml();
    expect(Math.max(...text.split("\r\n").map((line) => line.length))).toBeLessThanOrEqual(78);
  });

  it("is ready to be sent when its sender is known: no draft, and no answering machine answers it", async () => {
    const { head } = await eml();
    expect(decoded(header(head, "From"))).toMatch(/Énergie & Fils.* <contact@energie\.example>$/);
    expect(head.filter((line) => line.startsWith("X-Unsent"))).toEqual([]);
    expect(header(head, "Auto-Submitted")).toBe("auto-generated");
  });

  it("is a draft, sender and addressee left to the mail program, when nobody configured them", async () => {
    const { head } = await eml({ from: null, to: [] });
    expect(head.filter((line) => /^(From|To|Auto-Submitted): /.test(line))).toEqual([]);
    expect(header(head, "X-Unsent")).toBe("1");
  });

  it("lets no name add a header or an addressee", async () => {
    const { head } = await eml({ to: [{ name: "A\r\nBcc: e@x.example", address: "a@b.example" }] });
    expect(head.filter((line) => /^bcc:/i.test(line))).toEqual([]);
    expect(decoded(header(head, "To"))).toMatch(/ <a@b\.example>$/);
  });

  it("is the same to the byte for the same digest", async () => {
    const attachments = [{ file: letter.file, content: Buffer.from("a letter") }];
    const [first, second] = [await eml({ attachments }), await eml({ attachments })];
    expect(first.text === second.text).toBe(true);
  });
});

describe("the letters in the mail file", () => {
  it("are attached under their own name, accents included", async () => {
    const content = Buffer.from("a letter");
    const { head, body } = await eml({ attachments: [{ file: `lettres/${letter.file}`, content }] });
    expect(header(head, "Content-Type")).toContain("multipart/mixed");
    expect(body).toContain("application/vnd.openxmlformats-officedocument.wordprocessingml.document");
    expect(body).toMatch(/filename\*0\*=utf-8''C-0012%20Lef%C3%A8vre.docx/);
    expect(body).toContain(content.toString("base64"));
  });

  it("are listed as not attached when they are too heavy", async () => {
    const heavy = { ...letter, contract: "C-0013", file: "lourde.docx" };
    const attachments = [
      { file: letter.file, content: Buffer.from("a letter") },
      { file: heavy.file, content: new Uint8Array(11 * 1024 * 1024) },
    ];
    const { body } = await eml({ digest: { ...emptyDigest, letters: [letter, heavy] }, attachments });
    expect(body.match(/Content-Disposition: attachment/g)).toHaveLength(1);
    expect(quotedPrintable(body)).toContain("lourde.docx (non jointe)");
  });
});
