import { createHash } from "node:crypto";
import MailComposer from "nodemailer/lib/mail-composer";
import type { Instant } from "../schedule/zonedTime";

export type PlainMail = {
  readonly from: string;
  readonly to: readonly string[];
  readonly subject: string;
  readonly text: string;
  /** With its angle brackets. */
  readonly messageId: string;
  readonly at: Instant;
};

/** A mail of plain text, ready to be sent. The same input gives the same bytes. */
export async function plainMail({ from, to, subject, text, messageId, at }: PlainMail): Promise<Uint8Array> {
  const composer = new MailComposer({
    from: { name: "Tacite", address: from },
    to: to.map((address) => ({ name: "", address })),
    subject,
    text,
    messageId,
    date: new Date(at),
    headers: { "Auto-Submitted": "auto-generated" },
    textEncoding: "quoted-printable",
    baseBoundary: createHash("sha256").update(messageId).digest("hex").slice(0, 16),
    newline: "windows",
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return new Uint8Array(await composer.compile().build());
}
