import { execFileSync, spawn, type ChildProcess } from "node:child_process";
import { mkdtemp, readdir, readFile, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import type { Certificate } from "./openssl";

/** The Python that has aiosmtpd, Debian's mail server for tests (python3-aiosmtpd), or null where it is not installed. */
export function aiosmtpd(): string | null {
  // Debian's own Python has Debian's packages; another one may come first in the path.
  return ["/usr/bin/python3", "python3"].find(hasAiosmtpd) ?? null;
}

function hasAiosmtpd(python: string): boolean {
  try {
    execFileSync(python, ["-c", "import aiosmtpd"], { stdio: "ignore" });
    return true;
  } catch {
    return false;
  }
}

/**
 * STARTTLS and the password are required. A mail for hold@… is taken whole and then never answered. What is taken lies in
 * the folder before the answer goes out, as a server must.
 */
const PROGRAM = `
import asyncio, ssl, sys, os
from aiosmtpd.smtp import SMTP, AuthResult

folder, cert, key, user, password = sys.argv[1:6]
context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
context.load_cert_chain(cert, key)

class Handler:
    async def handle_DATA(self, server, session, envelope):
        if any(to.startswith("hold@") for to in envelope.rcpt_tos):
            print("holding", flush=True)
            await asyncio.sleep(600)
        path = os.path.join(folder, "%05d.eml" % len(os.listdir(folder)))
        with open(path, "wb") as file:
            file.write(envelope.original_content)
            file.flush()
            os.fsync(file.fileno())
        return "250 OK"

def authenticate(server, session, envelope, mechanism, data):
    good = data.login == user.encode() and data.password == password.encode()
    return AuthResult(success=good, handled=good)

async def main():
    serve = lambda: SMTP(Handler(), hostname="localhost", tls_context=context, require_starttls=True,
        authenticator=authenticate, auth_required=True)
    server = await asyncio.get_running_loop().create_server(serve, "localhost", 0)
    print(server.sockets[0].getsockname()[1], flush=True)
    await asyncio.Event().wait()

asyncio.run(main())
`;

export type AiosmtpdServer = {
  readonly port: number;
  readonly process: ChildProcess;
  /** The mails that it has taken. */
  readonly taken: () => Promise<readonly string[]>;
  /** Resolves once it has a mail whole that it will not answer. */
  readonly holding: Promise<void>;
  /** Kills it as a power cut does. */
  readonly kill: () => Promise<void>;
};

/** The server as a process of its own; the account is the only one that it knows. */
export async function startAiosmtpd(
  python: string,
  { certFile, keyFile }: Certificate,
  account: { readonly login: string; readonly password: string },
): Promise<AiosmtpdServer> {
  const folder = await mkdtemp(join(tmpdir(), "tacite-aiosmtpd-"));
  const program = join(await mkdtemp(join(tmpdir(), "tacite-aiosmtpd-")), "server.py");
  await writeFile(program, PROGRAM);
  const args = [program, folder, certFile, keyFile, account.login, account.password];
  const server = spawn(python, args, { stdio: ["ignore", "pipe", "ignore"] });
  const ended = new Promise<void>((done) => server.once("exit", () => done()));
  const lines = createInterface({ input: server.stdout });
  const port = await new Promise<number>((ready, failed) => {
    lines.once("line", (line) => ready(Number(line)));
    void ended.then(() => failed(new Error("The mail server did not start")));
  });
  return {
    port,
    process: server,
    taken: async () =>
      Promise.all((await readdir(folder)).sort().map((name) => readFile(join(folder, name), "latin1"))),
    holding: new Promise((held) => lines.once("line", () => held())),
    kill: async () => {
      server.kill("SIGKILL");
      await ended;
    },
  };
}
