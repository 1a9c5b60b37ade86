import { formats } from "../../domain/i18n/fr/formats";
import type { CivilDate } from "../../domain/dates/civilDate";
import { systemKeychain, type Keychain } from "../mail/keychain";
import type { Mailer } from "../mail/mailer";
import { mailWords as words, refusalSentence } from "../mail/mailWords";
import { plainMail } from "../mail/plainMail";
import { findPassword, isPasswordGiven } from "../mail/secrets";
import { smtpMailer, type SmtpAccount } from "../mail/smtpMailer";
import { configFrom } from "./configOption";
import type { Environment } from "./environment";
import { exitCodes } from "./exitCodes";

/** Where the password and the server are; a test gives others. */
type MailAccess = {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly keychain: Keychain;
  readonly mailerFor: (account: SmtpAccount) => Mailer;
};

/** Whoever tries a mailbox sits before the screen: he is not left waiting as long as a mail in the outbox would. */
const patience = { connecting: 20_000, silence: 60_000, conversation: 2 * 60_000 };

const realAccess: MailAccess = {
  env: process.env,
  keychain: systemKeychain,
  mailerFor: (account) => smtpMailer(account, patience),
};

/** Sends a test mail from the firm's mailbox to the firm, and says what became of it. */
export async function sendTestCommand(
  { config }: { readonly config: string },
  environment: Environment,
  { env, keychain, mailerFor }: MailAccess = realAccess,
): Promise<number> {
  const { clock, terminal, newRegisterId } = environment;
  const refuse = (...sentences: readonly string[]): number => {
    for (const sentence of sentences) terminal.warn(sentence);
    return exitCodes.mailRefused;
  };
  const { mail } = await configFrom(config, environment);
  if (mail === null) return refuse(words.noMail);
  const found = await findPassword(mail, env, keychain);
  if (found.kind === "noKeychain") return refuse(words.noKeychain(mail));
  if (found.kind === "absent") return refuse(words.noPassword(mail));

  const { from, to, server, login } = mail;
  const now = clock.now();
  const [day = "", time = ""] = clock.localTime(now).split("T");
  terminal.progress(words.sending(mail));
  const eml = await plainMail({
    from,
    to,
    subject: words.testSubject,
    text: words.testText(`${formats.shortDate(day as CivilDate)} à ${time}`),
    messageId: `<essai-${newRegisterId()}@tacite.invalid>`,
    at: now,
  });
  const result = await mailerFor({ server, login, password: found.password })({ from, to }, eml);
  switch (result.kind) {
    case "taken": {
      const { rejected } = result;
      terminal.print(words.taken(to.filter((address) => !rejected.includes(address))));
      return rejected.length === 0 ? exitCodes.done : refuse(words.rejected(rejected));
    }
    case "uncertain":
      return refuse(words.uncertain(mail), words.answer(result.code, result.reason));
    case "refused":
      return refuse(refusalSentence(result, mail, isPasswordGiven(env)), words.answer(result.code, result.reason));
  }
}
