import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, expect, it, jest } from "@jest/globals";
import { aiosmtpd, startAiosmtpd, type AiosmtpdServer } from "../../tests/aiosmtpd";
import { certificateFor } from "../../tests/openssl";
import { describeIf } from "../../tests/optionalTools";
import { LEDGER_FILE, openLedger } from "../ledger/ledger";
import { deliver, queueMail } from "./outbox";
import { smtpMailer } from "./smtpMailer";

jest.setTimeout(60_000);

const account = { login: "contact@energie.example", password: "sésame ouvre-toi" };

describeIf(aiosmtpd, "with Debian's aiosmtpd, a mail", (python) => {
  const servers: AiosmtpdServer[] = [];
  afterEach(async () => {
    for (const server of servers.splice(0)) await server.kill();
  });

  async function start() {
    const certificate = certificateFor("localhost");
    const server = await startAiosmtpd(python, certificate, account);
    servers.push(server);
    const mailer = (password = account.password) =>
      smtpMailer(
        { server: { host: "localhost", port: server.port, security: "starttls" }, login: account.login, password },
        { connecting: 30_000, silence: 30_000, authorities: [certificate.cert] },
      );
    return { server, mailer };
  }

  const envelope = { from: "contact@energie.example", to: ["paul@energie.example"] };
  const eml = Buffer.from("Message-ID: <m1@contrats>\r\nSubject: =?UTF-8?Q?R=C3=A9capitulatif?=\r\n\r\n..\r\n.fin\r\n");

  it("goes out from the outbox, whole, and another password does not", async () => {
    const { server, mailer } = await start();
    expect(await mailer("faux")(envelope, eml)).toMatchObject({ kind: "refused", cause: "password", code: "535" });
    expect(await mailer()(envelope, eml)).toEqual({ kind: "taken", rejected: [] });
    expect(await server.taken()).toEqual([eml.toString("latin1")]);
  });

  it("is noted as uncertain when the server is killed while it has it, and goes out again under its Message-ID", async () => {
    const folder = await mkdtemp(join(tmpdir(), "tacite-killed-server-"));
    let now = "2026-11-23T07:00:00Z";
    const ledger = await openLedger(join(folder, LEDGER_FILE), { now: () => now });
    const register = "contrats";
    await queueMail(ledger, folder, { register, mail: "m1", kind: "digest", messageId: "<m1@contrats>", eml });
    const input = { ledger, folder, register, isStart: false, tried: new Set<string>() };

    const first = await start();
    const sent = deliver({
      ...input,
      now,
      envelope: { ...envelope, to: ["hold@energie.example"] },
      mailer: first.mailer(),
    });
    await first.server.holding;
    await first.server.kill();
    expect(await sent).toMatchObject([{ kind: "uncertain" }]);

    now = "2026-11-23T07:10:00Z";
    // The dead server's place answers nobody now.
    expect(await deliver({ ...input, now, envelope, mailer: first.mailer() })).toMatchObject([
      { kind: "refused", cause: "unreachable" },
    ]);

    now = "2026-11-23T07:30:00Z";
    const second = await start();
    expect(await deliver({ ...input, now, envelope, mailer: second.mailer() })).toMatchObject([{ kind: "taken" }]);
    expect(await second.server.taken()).toEqual([eml.toString("latin1")]);
    expect(ledger.events().map(({ event }) => event)).toEqual([
      "mailQueued",
      "mailSending",
      "mailUncertain",
      "mailSending",
      "mailRefused",
      "mailSending",
      "mailSent",
    ]);
    await ledger.close();
  });
});
