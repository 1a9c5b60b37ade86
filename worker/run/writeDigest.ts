import { compareText } from "../../domain/compareText";
import { createHash } from "node:crypto";
import { basename, join } from "node:path";
import { clientName } from "../../domain/contract/clientName";
import { daysBetween } from "../../domain/dates/civilDate";
import type { CivilDate } from "../../domain/dates/civilDate";
import { digestSections } from "../../domain/digest/digestOf";
import type { Digest, DigestLetter } from "../../domain/digest/digestModel";
import { problemSentence } from "../../domain/i18n/problemSentence";
import type { Plan } from "../../domain/plan/plan";
import type { Attachment } from "../digest/chooseAttachments";
import type { EmlInput } from "../digest/writeEml";
import type { LetterFact } from "../ledger/letters";
import type { RunInput } from "./adapters";
import { waitingLetters } from "./waitingLetters";

/** The digest of the day, relative to the output folder; `isNew` is false when it was already there. */
export type WrittenDigest = {
  readonly files: readonly string[];
  readonly isNew: boolean;
  /** The same as a mail that is ready to be sent, with the letters that wait. */
  readonly mail: (envelope: DigestEnvelope) => Promise<Uint8Array>;
};

/** Whom the digest is from (null for a draft, to be opened in a mail program) and for, and its Message-ID. */
export type DigestEnvelope = Pick<EmlInput, "from" | "to" | "messageId">;

/** Writes the digest as page, text and mail, unless the same one was already written today. */
export async function writeDigest(input: RunInput, plan: Plan): Promise<WrittenDigest> {
  const { adapters, folder, ledger, opened, today } = input;
  const digest = digestOf(input, plan);
  const mail = (envelope: DigestEnvelope) => mailOf(input, digest, envelope);
  const sha256 = fingerprint(digest);
  // Counted whatever the register, for several may share the folder.
  const earlier = ledger
    .events()
    .filter((event) => event.event === "digest")
    .filter(({ day }) => day === today);
  const same = earlier.find((event) => event.registerId === opened.registerId && event.sha256 === sha256);
  if (same !== undefined && (await allPresent(same.files, input))) return { files: same.files, isNew: false, mail };

  const issue = same?.issue ?? Math.max(0, ...earlier.map((event) => event.issue)) + 1;
  const name = `recapitulatif-${today}${issue > 1 ? `-${String(issue)}` : ""}`;
  const files = [`${name}.html`, `${name}.txt`, `${name}.eml`] as const;
  const { html, text } = await adapters.renderDigest(digest);
  await adapters.writeFile(join(folder, files[0]), Buffer.from(html));
  await adapters.writeFile(join(folder, files[1]), Buffer.from(text));
  await adapters.writeFile(join(folder, files[2]), await mail(draftEnvelope(input, plan, issue)));
  await ledger.append({ event: "digest", registerId: opened.registerId, day: today, issue, files: [...files], sha256 });
  return { files, isNew: true, mail };
}

function digestOf({ opened, ledger, today, words, fileWarnings, adapters }: RunInput, plan: Plan): Digest {
  const sections = digestSections(plan, opened.positions, words);
  const savedAt = adapters.localTime(opened.savedAt);
  return {
    language: words.language,
    firmName: opened.register.settings.firmName,
    registerFile: basename(opened.file),
    today,
    savedAt,
    savedAgoDays: Math.max(0, daysBetween(savedAt.slice(0, 10) as CivilDate, today)),
    schemaProblem: missingPart(plan, words),
    fileWarnings,
    counts: sections.map(({ id, items }) => ({ section: id, count: items.length })),
    sections,
    ledger: ledger.head(),
    letters: lettersToSend(adapters.lettersOf(ledger, opened.registerId), plan),
  };
}

/** The first sheet or table that is missing altogether, as a sentence. */
function missingPart({ problems }: Plan, words: RunInput["words"]): string | null {
  const missing = problems.find(({ code }) => code === "missingTable" || code === "missingSettings");
  return missing === undefined ? null : problemSentence(missing, words);
}

/** The prepared letters that wait to be sent, the nearest deadline first. */
function lettersToSend(facts: readonly LetterFact[], plan: Plan): readonly DigestLetter[] {
  return waitingLetters(facts, plan)
    .map(({ fact, contract: { file: of } }): DigestLetter => {
      const { contract, file, deadline, late } = fact;
      return { contract, clientName: of.client === null ? "" : clientName(of.client), file, deadline, late };
    })
    .sort((a, b) => compareText(a.deadline, b.deadline) || compareText(a.contract, b.contract));
}

/** What the digest says, whatever the ledger has grown to meanwhile. */
function fingerprint(digest: Digest): string {
  return createHash("sha256")
    .update(JSON.stringify({ ...digest, ledger: null }))
    .digest("hex");
}

async function allPresent(files: readonly string[], { adapters, folder }: RunInput): Promise<boolean> {
  const found = await Promise.all(files.map((file) => adapters.readFile(join(folder, file))));
  return found.every((bytes) => bytes !== null);
}

function draftEnvelope({ opened, today }: RunInput, plan: Plan, issue: number): DigestEnvelope {
  const { firmName, email } = plan.settings;
  return {
    from: null,
    to: email === null ? [] : [{ name: firmName ?? "", address: email }],
    messageId: `<recapitulatif-${today}-${String(issue)}@${mailDomain(opened.registerId)}>`,
  };
}

async function mailOf(input: RunInput, digest: Digest, envelope: DigestEnvelope): Promise<Uint8Array> {
  const { adapters, folder, today } = input;
  const attachments: Attachment[] = [];
  for (const { file } of digest.letters) {
    const content = await adapters.readFile(join(folder, file));
    if (content !== null) attachments.push({ file, content });
  }
  return adapters.buildEml({ digest, ...envelope, day: today, attachments });
}

/** A domain that no mail is ever sent to, and that tells the registers apart. */
export function mailDomain(registerId: string): string {
  return `${registerId.toLowerCase().replace(/[^a-z0-9-]+/g, "-") || "registre"}.tacite.invalid`;
}
