import { Readable } from "node:stream";
import SMTPConnection from "nodemailer/lib/smtp-connection";
import type { MailServer } from "../config/providers";
import type { Envelope, Mailer, MailResult } from "./mailer";
import { smtpFailure } from "./smtpFailure";

export type SmtpAccount = { readonly server: MailServer; readonly login: string; readonly password: string };

/** How long the server is waited for, in milliseconds, and whom its certificate may come from besides the usual authorities. */
export type SmtpLimits = {
  readonly connecting: number;
  /** Without a word: long, for a mail given up while the server still examines it is a mail sent twice. */
  readonly silence: number;
  /** From the first knock to the last word: a server that drips its answers is never silent. Ten minutes unless said. */
  readonly conversation?: number;
  readonly authorities?: readonly string[];
};

const PIECE = 16 * 1024;
/** Fifteen megabytes over a slow line take five minutes, and the server may still examine them. */
const LONGEST_CONVERSATION = 10 * 60_000;
const usualLimits: SmtpLimits = { connecting: 30_000, silence: 5 * 60_000 };

/**
 * Hands mails to the firm's server, one connection each. Nothing is said before the line is enciphered and the
 * server's certificate is proven; nothing is sent without the password.
 */
export function smtpMailer({ server, login, password }: SmtpAccount, limits: SmtpLimits = usualLimits): Mailer {
  const { host, port, security } = server;
  const options = {
    host,
    port,
    secure: security === "tls",
    requireTLS: security === "starttls",
    connectionTimeout: limits.connecting,
    greetingTimeout: limits.connecting,
    dnsTimeout: limits.connecting,
    socketTimeout: limits.silence,
    tls: {
      minVersion: "TLSv1.2" as const,
      ...(limits.authorities === undefined ? {} : { ca: [...limits.authorities] }),
    },
  };
  const failure = (error: unknown) => smtpFailure(error, { login, password });

  return (envelope, eml) =>
    new Promise((resolve) => {
      const connection = new SMTPConnection(options);
      const body = Readable.from(pieces(eml), { objectMode: false });
      const limit = setTimeout(() => {
        fail(Object.assign(new Error("The conversation takes too long"), { code: "ETIMEDOUT" }));
      }, limits.conversation ?? LONGEST_CONVERSATION);

      function finish(result: MailResult): void {
        // Closing ends the conversation too: the outcome is said first.
        resolve(result);
        clearTimeout(limit);
        // It also destroys the line, five seconds later where the server does not hang up.
        connection.close();
      }

      function fail(error: Error): void {
        const failed = failure(error);
        const isAnswered = /^\d{3}$/.test(failed.code);
        // Once the last byte is on its way, only the server's answer tells whether it has the mail.
        finish(body.readableEnded && !isAnswered ? { kind: "uncertain", ...pick(failed) } : failed);
      }

      // Only the first outcome counts: a promise resolves once.
      connection.on("error", fail);
      connection.once("end", () => {
        fail(Object.assign(new Error("Connection closed"), { code: "ECONNECTION" }));
      });
      connection.connect((unreachable) => {
        if (unreachable !== undefined) {
          fail(unreachable);
          return;
        }
        connection.login({ credentials: { user: login, pass: password } }, (refused) => {
          if (refused !== null) {
            fail(refused);
            return;
          }
          send(connection, envelope, eml.length, body).then(finish, fail);
        });
      });
    });
}

/** In pieces, so that the end of the stream is near the end of what has left. */
function* pieces(bytes: Uint8Array): Generator<Buffer> {
  for (let start = 0; start < bytes.length; start += PIECE) yield Buffer.from(bytes.subarray(start, start + PIECE));
}

function pick({ code, reason }: { readonly code: string; readonly reason: string }) {
  return { code, reason };
}

function send(connection: SMTPConnection, { from, to }: Envelope, size: number, body: Readable): Promise<MailResult> {
  return new Promise((resolve, reject) => {
    connection.send({ from, to: [...to], size }, body, (error, info) => {
      if (error !== null) reject(error);
      else resolve({ kind: "taken", rejected: info.rejected });
    });
  });
}
