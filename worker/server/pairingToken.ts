import { randomBytes, timingSafeEqual } from "node:crypto";
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { readIfPresent } from "../files/readIfPresent";

const TOKEN = /^[\w-]{43}$/;

/**
 * The secret between the companion and its pane, kept in the data folder so that a pane that stays open survives a
 * restart. The companion writes it into the page that it serves: a script of another origin can neither read that page
 * nor guess the token, and a request that carries a header of ours cannot be sent from elsewhere without asking first.
 * It does not part two users of one machine; the data folder does.
 */
export async function pairingToken(data: string): Promise<string> {
  const file = join(data, "jeton-du-volet");
  const known = new TextDecoder().decode((await readIfPresent(file)) ?? new Uint8Array());
  if (TOKEN.test(known)) return known;
  const token = randomBytes(32).toString("base64url");
  await mkdir(data, { recursive: true });
  await writeFile(file, token, { mode: 0o600 });
  return token;
}

/** Whether it is the token, in a time that tells nothing of it. */
export function isToken(given: unknown, token: string): boolean {
  if (typeof given !== "string") return false;
  const [one, other] = [Buffer.from(given), Buffer.from(token)];
  return one.length === other.length && timingSafeEqual(one, other);
}
