import { render } from "@react-email/render";
import { createElement } from "react";
import type { Digest } from "../../domain/digest/digestModel";
import { DigestMail } from "./DigestMail";
import { digestSubject } from "./digestSummary";
import { digestText } from "./digestText";

export type DigestContent = { readonly subject: string; readonly html: string; readonly text: string };

/**
 * The weekly digest as mail content, complete even when nothing is due. The same digest gives the same characters.
 * `attachedFiles` names the letters (by `DigestLetter.file`) that travel with the mail; null where letters only lie in their folder.
 */
export async function renderDigest(
  digest: Digest,
  attachedFiles: ReadonlySet<string> | null = null,
): Promise<DigestContent> {
  return {
    subject: digestSubject(digest),
    html: await render(createElement(DigestMail, { digest, attachedFiles })),
    text: digestText(digest, attachedFiles),
  };
}
