import type { AddressInfo, Socket } from "node:net";
import { SMTPServer, type SMTPServerOptions } from "smtp-server";
import type { Certificate } from "../openssl";

/** The only user of the test servers. */
export const account = { login: "contact@energie.example", password: "mot de passe à n’écrire nulle part" };

/** What a test server has taken: for whom, and the whole mail. */
export type TakenMail = { readonly from: string; readonly to: readonly string[]; readonly eml: string };

export type MailServer = {
  readonly port: number;
  readonly taken: readonly TakenMail[];
  /** Cuts every line at once, as a server that dies does. */
  readonly cut: () => void;
  readonly close: () => Promise<void>;
};

/** A real server on this machine, with STARTTLS and a password, that takes everything unless told otherwise. */
export async function startMailServer(
  { key, cert }: Certificate,
  options: (server: { readonly cut: () => void }) => SMTPServerOptions = () => ({}),
): Promise<MailServer> {
  const taken: TakenMail[] = [];
  const lines = new Set<Socket>();
  const cut = () => {
    for (const line of lines) line.destroy();
  };
  const server = new SMTPServer({
    key,
    cert,
    closeTimeout: 100,
    disableReverseLookup: true,
    onAuth: ({ username, password }, _session, answer) => {
      if (username === account.login && password === account.password) answer(null, { user: username });
      else answer(reply(535, "5.7.8 Authentication failed"));
    },
    onData: (stream, { envelope }, answer) => {
      const chunks: Buffer[] = [];
      stream.on("data", (chunk: Buffer) => chunks.push(chunk));
      stream.on("end", () => {
        const from = envelope.mailFrom === false ? "" : envelope.mailFrom.address;
        const to = envelope.rcptTo.map(({ address }) => address);
        taken.push({ from, to, eml: Buffer.concat(chunks).toString("latin1") });
        answer();
      });
    },
    ...options({ cut }),
  });
  // A client that hangs up in the middle is what is tested here.
  server.on("error", () => undefined);
  server.server.on("connection", (line: Socket) => {
    lines.add(line);
    line.on("close", () => lines.delete(line));
  });
  await new Promise<void>((ready) => server.listen(0, "localhost", ready));
  return {
    port: (server.server.address() as AddressInfo).port,
    taken,
    cut,
    close: () =>
      new Promise((closed) => {
        server.close(closed);
        cut();
      }),
  };
}

/** An answer of the server with its code. */
export function reply(responseCode: number, message: string): Error {
  return Object.assign(new Error(message), { responseCode });
}
