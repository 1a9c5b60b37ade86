import type { MailConfig } from "../config/config";
import { KeychainUnavailable, type Keychain } from "./keychain";

/** The environment variable that holds the password of the firm's mailbox; it goes before the keychain. */
const PASSWORD_VARIABLE = "TACITE_SMTP_PASSWORD";

export type PasswordFound =
  | { readonly kind: "found"; readonly password: string }
  | { readonly kind: "absent" }
  /** Not in the environment, and there is no keychain to look in. */
  | { readonly kind: "noKeychain" };

type Environment = Readonly<Record<string, string | undefined>>;

/** Whether the environment gives the password: what the keychain has is then of no account. */
export function isPasswordGiven(env: Environment): boolean {
  return (env[PASSWORD_VARIABLE] ?? "") !== "";
}

/** The password of the mailbox, from the environment, or else from the system's keychain. */
export async function findPassword(mail: MailConfig, env: Environment, keychain: Keychain): Promise<PasswordFound> {
  const given = env[PASSWORD_VARIABLE];
  if (given !== undefined && given !== "") return { kind: "found", password: given };
  try {
    const password = await keychain.get(accountOf(mail));
    return password === null || password === "" ? { kind: "absent" } : { kind: "found", password };
  } catch (error) {
    if (error instanceof KeychainUnavailable) return { kind: "noKeychain" };
    throw error;
  }
}

/** Keeps the password of the mailbox in the system's keychain. Throws KeychainUnavailable. */
export async function keepPassword(mail: MailConfig, password: string, keychain: Keychain): Promise<void> {
  await keychain.set(accountOf(mail), password);
}

/** Under what the keychain knows it, so that a change of mailbox or of server never sends the old password to the new one. */
function accountOf({ login, server }: MailConfig): string {
  return `${login} (${server.host})`;
}
