/** A file of the letters folder; `file` is the name under which the digest lists it. */
export type Attachment = { readonly file: string; readonly content: Uint8Array };

/** Many mailboxes refuse more than 20 MB, and base64 adds a third. */
const limitInBytes = 10 * 1024 * 1024;

/** The attachments that fit under 10 MB together, taken in their order. */
export function chooseAttachments(attachments: readonly Attachment[]): readonly Attachment[] {
  let total = 0;
  return attachments.filter(({ content }) => {
    if (total + content.byteLength > limitInBytes) return false;
    total += content.byteLength;
    return true;
  });
}
