import { KeychainUnavailable, systemKeychain, type Keychain } from "../mail/keychain";
import { mailWords as words } from "../mail/mailWords";
import { isPasswordGiven, keepPassword } from "../mail/secrets";
import { configFrom } from "./configOption";
import type { Environment } from "./environment";
import { exitCodes } from "./exitCodes";
import { readHidden } from "./readHidden";

/** Asks for the password of the firm's mailbox and keeps it in the system's keychain. The last three may be others in a test. */
export async function passwordCommand(
  { config }: { readonly config: string },
  environment: Environment,
  ask: (question: string) => Promise<string | null> = readHidden,
  keychain: Keychain = systemKeychain,
  env: Readonly<Record<string, string | undefined>> = process.env,
): Promise<number> {
  const { terminal } = environment;
  const refuse = (sentence: string): number => {
    terminal.warn(sentence);
    return exitCodes.mailRefused;
  };
  const { mail } = await configFrom(config, environment);
  if (mail === null) return refuse(words.noMail);
  const password = await ask(words.askPassword(mail));
  if (password === null || password.trim() === "") return refuse(words.noPasswordGiven);
  try {
    await keepPassword(mail, password.trim(), keychain);
  } catch (error) {
    if (error instanceof KeychainUnavailable) return refuse(words.notKept(mail));
    throw error;
  }
  terminal.print(words.passwordKept(mail, isPasswordGiven(env)));
  return exitCodes.done;
}
