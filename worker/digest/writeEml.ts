import { createHash } from "node:crypto";
import MailComposer from "nodemailer/lib/mail-composer";
import type { CivilDate } from "../../domain/dates/civilDate";
import type { Digest } from "../../domain/digest/digestModel";
import { chooseAttachments, type Attachment } from "./chooseAttachments";
import { renderDigest } from "./renderDigest";

/** The address has been validated where the configuration was read: nodemailer parses what it is given. */
export type Mailbox = { readonly name: string; readonly address: string };

export type EmlInput = {
  readonly digest: Digest;
  /** Who sends it; null for a draft, into which the mail program that opens it puts its own account. */
  readonly from: Mailbox | null;
  readonly to: readonly Mailbox[];
  /** The day printed in the mail; given, so that the same digest gives the same bytes. */
  readonly day: CivilDate;
  /** With its angle brackets: "<digest-2026-W48@register-id>". */
  readonly messageId: string;
  /** The letters, most urgent first; those beyond 10 MB in total are only listed. */
  readonly attachments: readonly Attachment[];
};

/**
 * The digest as a mail file with its letters: ready to be sent, or a draft that Outlook and Thunderbird open. The same
 * input gives the same bytes.
 */
export async function buildEml({ digest, from, to, day, messageId, attachments }: EmlInput): Promise<Uint8Array> {
  const attached = chooseAttachments(attachments);
  const mail = await renderDigest(digest, new Set(attached.map(({ file }) => file)));
  const composer = new MailComposer({
    ...(from === null ? {} : { from }),
    ...(to.length === 0 ? {} : { to: [...to] }),
    ...mail,
    date: new Date(`${day}T06:00:00Z`),
    messageId,
    headers: from === null ? { "X-Unsent": "1" } : { "Auto-Submitted": "auto-generated" },
    attachments: attached.map(({ file, content }) => ({ filename: baseName(file), content: Buffer.from(content) })),
    textEncoding: "quoted-printable",
    baseBoundary: createHash("sha256").update(messageId).digest("hex").slice(0, 16),
    newline: "windows",
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return new Uint8Array(await composer.compile().build());
}

function baseName(file: string): string {
  return file.split(/[\\/]/).at(-1) ?? file;
}
