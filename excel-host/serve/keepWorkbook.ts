import { randomUUID } from "node:crypto";
import { link, readdir, unlink, writeFile } from "node:fs/promises";
import { join, parse } from "node:path";

/** An .xlsx is a zip. */
const signature = Buffer.from("PK\u0003\u0004", "latin1");

/**
 * Keeps a workbook in a folder, whole or not at all, under a name that no file has: "registre-essai-2.xlsx".
 * @returns the name
 * @throws Error with a sentence for the person
 */
export async function keepWorkbook(folder: string, original: string, content: Buffer): Promise<string> {
  if (!content.subarray(0, 4).equals(signature)) throw new Error("Ce n’est pas un classeur .xlsx.");
  const temporary = join(folder, `.${randomUUID()}.tmp`);
  await writeFile(temporary, content, { flag: "wx" });
  try {
    const taken = new Set(await readdir(folder));
    const { name } = parse(original);
    for (let number = 1; ; number++) {
      const candidate = `${name}-essai-${number}.xlsx`;
      if (!taken.has(candidate) && (await linked(temporary, join(folder, candidate)))) return candidate;
    }
  } finally {
    await unlink(temporary);
  }
}

/** A link never replaces a file, as a rename would. */
async function linked(from: string, to: string): Promise<boolean> {
  try {
    await link(from, to);
    return true;
  } catch (error) {
    if (typeof error === "object" && error !== null && "code" in error && error.code === "EEXIST") return false;
    throw error;
  }
}
