import { errorCode } from "../files/errorCode";
import type { MailResult, RefusalCause } from "./mailer";

type Account = { readonly login: string; readonly password: string };

type Refused = Extract<MailResult, { kind: "refused" }>;

/** What nodemailer adds to an error. */
type SmtpError = {
  /** What the system or TLS called it, when nodemailer has put its own code over it. */
  readonly originalCode?: string;
  readonly responseCode?: number;
  readonly response?: string;
  readonly command?: string;
  readonly message?: string;
};

const LONGEST_REASON = 300;

/** What an error of nodemailer means. The password is struck out of what the server says: some repeat what they were told. */
export function smtpFailure(error: unknown, account: Account): Refused {
  const facts: SmtpError = typeof error === "object" && error !== null ? error : {};
  const { responseCode, originalCode, response, message = String(error) } = facts;
  const cause = causeOf(errorCode(error), facts);
  return {
    kind: "refused",
    cause,
    code: responseCode === undefined ? (originalCode ?? (errorCode(error) || "?")) : String(responseCode),
    reason: withoutSecrets((response ?? message).replace(/\s+/g, " ").trim(), account).slice(0, LONGEST_REASON),
    // A wrong certificate or a missing encryption may be those of a hotel's network rather than of the server.
    permanent: cause === "tooLarge" || (cause !== "notSecured" && responseCode !== undefined && responseCode >= 500),
  };
}

const offlineCodes = ["ENETUNREACH", "ENETDOWN", "EAI_AGAIN"];
const unreachableCodes = ["ECONNREFUSED", "EHOSTUNREACH", "EHOSTDOWN"];
const certificateWords = /certificate|altname|self.signed|unable to (get|verify)|CERT/i;

function causeOf(
  code: string,
  { originalCode = "", responseCode, response = "", command, message = "" }: SmtpError,
): RefusalCause {
  if (offlineCodes.includes(originalCode)) return "offline";
  if (unreachableCodes.includes(originalCode)) return "unreachable";
  if (code === "EDNS") return "hostUnknown";
  if (code === "ETIMEDOUT") return "stalled";
  if (isCertificate(code, originalCode, message)) return "certificate";
  if (code === "ETLS" || message.includes("does not support required STARTTLS")) return "notSecured";
  if (responseCode !== undefined && responseCode < 500) return "busy";
  if (code === "EAUTH") return loginCause(response);
  if (code === "EMESSAGE" && responseCode === undefined) return "tooLarge";
  // A server that closes the door in the middle of the conversation has more to do than it can.
  if (responseCode === undefined) return ["ECONNECTION", "ESOCKET"].includes(code) ? "interrupted" : "other";
  if (responseCode === 552 || /5\.3\.4|5\.2\.3/.test(response)) return "tooLarge";
  if (command === "RCPT TO") return "recipients";
  if (command === "MAIL FROM") return "sender";
  return command === "DATA" ? "message" : "other";
}

function isCertificate(code: string, originalCode: string, message: string): boolean {
  return ["ESOCKET", "ETLS", "ECONNECTION"].includes(code) && certificateWords.test(`${originalCode} ${message}`);
}

/** Gmail and Yahoo ask for an application's own password; Microsoft takes none at all. */
function loginCause(response: string): RefusalCause {
  if (/5\.7\.139|5\.7\.57|basic authentication is disabled|SmtpClientAuthentication/i.test(response)) {
    return "passwordless";
  }
  return /5\.7\.9|application-specific|app password/i.test(response) ? "applicationPassword" : "password";
}

/** Without the password as it is, and in the two forms in which AUTH PLAIN and AUTH LOGIN say it. */
function withoutSecrets(text: string, { login, password }: Account): string {
  if (password === "") return text;
  const base64 = (plain: string) => Buffer.from(plain).toString("base64");
  return [base64(`\0${login}\0${password}`), base64(password), password].reduce(
    (clean, secret) => clean.replaceAll(secret, "…"),
    text,
  );
}
