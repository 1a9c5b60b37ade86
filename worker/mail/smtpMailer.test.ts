import { createServer, type AddressInfo } from "node:net";
import { createInterface } from "node:readline";
import { createServer as createTlsServer } from "node:tls";
import { afterEach, beforeAll, describe, expect, it, jest } from "@jest/globals";
import type { SMTPServerOptions } from "smtp-server";
import { account, reply, startMailServer, type MailServer } from "../../tests/builders/mailServer";
import { digestOf } from "../../tests/builders/digest";
import { certificateFor, openssl, type Certificate } from "../../tests/openssl";
import { describeIf } from "../../tests/optionalTools";
import { buildEml } from "../digest/writeEml";
import type { Envelope, MailResult } from "./mailer";
import { smtpMailer } from "./smtpMailer";

jest.setTimeout(60_000);

const envelope: Envelope = { from: "contact@energie.example", to: ["paul@energie.example"] };
const both: Envelope = { ...envelope, to: ["paul@energie.example", "perdu@energie.example"] };
const small = Buffer.from("Message-ID: <essai@tacite.example>\r\n\r\nBonjour\r\n.\r\n..\r\nfin\r\n");
const large = Buffer.concat([small, Buffer.from("0123456789abcdef\r\n".repeat(300_000))]);
const limits = { connecting: 30_000, silence: 30_000 };

describeIf(openssl, "a mail handed to a real server", () => {
  let trusted: Certificate;
  let other: Certificate;
  let misnamed: Certificate;
  beforeAll(() => {
    trusted = certificateFor("localhost");
    other = certificateFor("localhost");
    misnamed = certificateFor("smtp.autre.example");
  });

  const servers: MailServer[] = [];
  afterEach(async () => {
    for (const server of servers.splice(0)) await server.close();
  });

  async function server(options?: (server: { readonly cut: () => void }) => SMTPServerOptions, certificate = trusted) {
    const started = await startMailServer(certificate, options);
    servers.push(started);
    return started;
  }

  type Sending = {
    eml?: Uint8Array;
    to?: Envelope;
    password?: string;
    security?: "tls" | "starttls";
    silence?: number;
    conversation?: number;
  };

  function send(port: number, sending: Sending = {}): Promise<MailResult> {
    const { eml = small, to = envelope, password = account.password, security = "starttls", ...given } = sending;
    const mailer = smtpMailer(
      { server: { host: "localhost", port, security }, login: account.login, password },
      { ...limits, ...given, authorities: [trusted.cert, misnamed.cert] },
    );
    return mailer(to, eml);
  }

  it("arrives whole over STARTTLS, accents and attachments included, under its own Message-ID", async () => {
    const { port, taken } = await server();
    const firm = { name: "Énergie & Fils", address: "contact@energie.example" };
    const eml = await buildEml({
      digest: digestOf({}),
      from: firm,
      to: [firm],
      day: "2026-03-02",
      messageId: "<recapitulatif-2026-03-02@tacite.example>",
      attachments: [{ file: "C-0012 Lefèvre.docx", content: Buffer.alloc(100_000, "é") }],
    });
    expect(await send(port, { eml })).toEqual({ kind: "taken", rejected: [] });
    expect(taken).toHaveLength(1);
    expect(taken[0]).toMatchObject(envelope);
    expect(taken[0]?.eml).toContain("Message-ID: <recapitulatif-2026-03-02@tacite.example>\r\n");
    expect(taken[0]?.eml === Buffer.from(eml).toString("latin1")).toBe(true);
  });

  it("arrives over TLS from the first byte, lines of dots and a million bytes unchanged", async () => {
    const { port, taken } = await server(() => ({ secure: true }));
    expect(await send(port, { eml: large, security: "tls" })).toEqual({ kind: "taken", rejected: [] });
    expect(taken[0]?.eml === large.toString("latin1")).toBe(true);
  });

  it("is taken for those whom the server wants, and the others are named", async () => {
    const { port, taken } = await server(() => ({
      onRcptTo: ({ address }, _session, answer) => {
        answer(address.startsWith("perdu") ? reply(550, "5.1.1 No such user") : null);
      },
    }));
    expect(await send(port, { to: both })).toEqual({ kind: "taken", rejected: ["perdu@energie.example"] });
    expect(taken[0]?.to).toEqual(["paul@energie.example"]);
  });

  it("is refused for a wrong password, which is told to nobody", async () => {
    const { port, taken } = await server(() => ({
      onAuth: ({ username = "", password = "" }, _session, answer) => {
        const said = [password, `\0${username}\0${password}`].map((told) =>
          Buffer.from(String(told)).toString("base64"),
        );
        answer(reply(535, `5.7.8 Bad credentials ${[password, ...said].join(" ")}`));
      },
    }));
    const result = await send(port, { password: "azerty123" });
    expect(result).toEqual({
      kind: "refused",
      cause: "password",
      code: "535",
      reason: "535 5.7.8 Bad credentials … … …",
      permanent: true,
    });
    expect(taken).toEqual([]);
  });

  it.each([
    ["535 5.7.9 Application-specific password required", "applicationPassword"],
    ["534 5.7.9 Please log in with your web browser or an app password", "applicationPassword"],
    ["535 5.7.139 Authentication unsuccessful, basic authentication is disabled.", "passwordless"],
    ["454 4.7.0 Temporary authentication failure", "busy"],
  ])("refused at the login with %j is told apart", async (answered, cause) => {
    const { port } = await server(() => ({
      onAuth: (_auth, _session, answer) => {
        answer(reply(Number(answered.slice(0, 3)), answered.slice(4)));
      },
    }));
    expect(await send(port)).toMatchObject({
      kind: "refused",
      cause,
      code: answered.slice(0, 3),
      reason: answered,
      permanent: cause !== "busy",
    });
  });

  const answers = [
    [450, "4.2.1 Come back later"],
    [550, "5.7.1 Not here"],
  ] as const;
  it.each(answers)("is refused with %i at MAIL, RCPT and DATA", async (code, words) => {
    const steps: readonly [string, SMTPServerOptions][] = [
      ["sender", { onMailFrom: (_address, _session, answer) => answer(reply(code, words)) }],
      ["recipients", { onRcptTo: (_address, _session, answer) => answer(reply(code, words)) }],
      [
        "message",
        {
          onData: (stream, _session, answer) => {
            stream.resume();
            stream.on("end", () => answer(reply(code, words)));
          },
        },
      ],
    ];
    for (const [cause, options] of steps) {
      const { port } = await server(() => options);
      expect(await send(port)).toEqual({
        kind: "refused",
        cause: code === 450 ? "busy" : cause,
        code: String(code),
        reason: `${code} ${words}`,
        permanent: code === 550,
      });
    }
  });

  it("is refused before it leaves when the server says that it is too large", async () => {
    const { port } = await server(() => ({ size: 1_000_000 }));
    expect(await send(port, { eml: large })).toMatchObject({ kind: "refused", cause: "tooLarge" });
  });

  it("is refused when the server dies before it has it all", async () => {
    const { port } = await server(({ cut }) => ({
      onData: (stream) => {
        stream.once("data", cut);
      },
    }));
    expect(await send(port, { eml: large })).toMatchObject({ kind: "refused", cause: "interrupted", permanent: false });
  });

  it("is uncertain when the server dies after it has it all, without an answer", async () => {
    const { port } = await server(({ cut }) => ({
      onData: (stream) => {
        stream.resume();
        stream.on("end", cut);
      },
    }));
    for (const eml of [small, large]) expect(await send(port, { eml })).toMatchObject({ kind: "uncertain" });
  });

  it("is uncertain when the server has it all and says nothing more", async () => {
    const { port } = await server(() => ({ onData: (stream) => stream.resume() }));
    expect(await send(port, { silence: 2_000 })).toMatchObject({ kind: "uncertain", code: "ETIMEDOUT" });
  });

  it("is refused when the server stalls before", async () => {
    const { port } = await server(() => ({ onRcptTo: () => undefined }));
    expect(await send(port, { silence: 2_000 })).toMatchObject({ kind: "refused", cause: "stalled", permanent: false });
  });

  it("is refused by a server that never greets", async () => {
    const silent = createServer();
    await new Promise<void>((ready) => silent.listen(0, "localhost", ready));
    const lines = new Set<{ destroy: () => void }>();
    silent.on("connection", (line) => lines.add(line));
    const mailer = smtpMailer(
      {
        server: { host: "localhost", port: (silent.address() as AddressInfo).port, security: "starttls" },
        ...account,
      },
      { connecting: 300, silence: 2_000 },
    );
    expect(await mailer(envelope, small)).toMatchObject({ kind: "refused", cause: "stalled" });
    for (const line of lines) line.destroy();
    silent.close();
  });

  /** A server that drips its answer to the line that begins so, a byte at a time, and never ends it. */
  async function dripping(at: string) {
    let hungUp = (): void => undefined;
    const end = new Promise<void>((done) => (hungUp = done));
    let bytes = 0;
    const slow = createTlsServer({ key: trusted.key, cert: trusted.cert }, (line) => {
      const drip = setInterval(() => {
        if (isDripping) line.write((bytes += 1) % 60 === 0 ? "\r\n250-" : "a");
      }, 20);
      let isDripping = false;
      let isBody = false;
      const answer = (said: string): string => {
        if (said.startsWith(at)) {
          isDripping = true;
          return "250-";
        }
        if (said === ".") isBody = false;
        if (isBody) return "";
        if (said.startsWith("EHLO")) return "250-localhost\r\n250 AUTH PLAIN\r\n";
        if (said.startsWith("AUTH")) return "235 Welcome\r\n";
        if (said !== "DATA") return "250 Yes\r\n";
        isBody = true;
        return "354 Go on\r\n";
      };
      line.write("220 Hello\r\n");
      createInterface(line).on("line", (said) => line.write(answer(said)));
      line.on("error", () => undefined);
      line.on("close", () => {
        clearInterval(drip);
        hungUp();
      });
    });
    await new Promise<void>((ready) => slow.listen(0, "localhost", ready));
    const { port } = slow.address() as AddressInfo;
    return { port, end, bytes: () => bytes, close: () => slow.close() };
  }

  it.each([
    ["EHLO", { kind: "refused", cause: "stalled", code: "ETIMEDOUT", permanent: false }],
    ["RCPT", { kind: "refused", cause: "stalled", code: "ETIMEDOUT", permanent: false }],
    [".", { kind: "uncertain", code: "ETIMEDOUT" }],
  ])("is given up when the server drips its answer to %s, and the line is closed", async (at, expected) => {
    const slow = await dripping(at);
    const result = await send(slow.port, { security: "tls", silence: 2_000, conversation: 4_000 });
    expect(result).toMatchObject(expected);
    await slow.end;
    // It was never silent.
    expect(slow.bytes()).toBeGreaterThan(10);
    slow.close();
  });

  it("says nothing, not even who it is, to a server without STARTTLS", async () => {
    const names: string[] = [];
    for (const hidden of [
      { disabledCommands: ["STARTTLS"], allowInsecureAuth: true },
      { hideSTARTTLS: true, disabledCommands: ["STARTTLS"] },
    ]) {
      const { port, taken } = await server(() => ({
        ...hidden,
        onAuth: ({ username = "" }, _session, answer) => {
          names.push(username);
          answer(null, { user: username });
        },
      }));
      expect(await send(port)).toMatchObject({ kind: "refused", cause: "notSecured", permanent: false });
      expect(taken).toEqual([]);
    }
    expect(names).toEqual([]);
  });

  it("says nothing to a server whose certificate is from nobody known, or for another name", async () => {
    for (const certificate of [other, misnamed]) {
      for (const security of ["tls", "starttls"] as const) {
        const { port, taken } = await server(() => ({ secure: security === "tls" }), certificate);
        expect(await send(port, { security })).toMatchObject({
          kind: "refused",
          cause: "certificate",
          permanent: false,
        });
        expect(taken).toEqual([]);
      }
    }
  });

  it("is refused when the port is another service's, or the security is the other one", async () => {
    const { port } = await server();
    expect(await send(port, { security: "tls" })).toMatchObject({ kind: "refused", cause: "interrupted" });
  });
});

describe("a mail for a server that cannot be reached", () => {
  const to = (host: string, port: number) =>
    smtpMailer({ server: { host, port, security: "starttls" }, ...account }, limits);

  it("is refused by the machine when nobody listens", async () => {
    const probe = createServer();
    await new Promise<void>((ready) => probe.listen(0, "localhost", ready));
    const { port } = probe.address() as AddressInfo;
    await new Promise((closed) => probe.close(closed));
    expect(await to("localhost", port)(envelope, small)).toMatchObject({
      kind: "refused",
      cause: "unreachable",
      code: "ECONNREFUSED",
      permanent: false,
    });
  });

  it("is refused when the name leads nowhere, with or without Internet", async () => {
    const result = await to("smtp.tacite.invalid", 587)(envelope, small);
    expect(result).toMatchObject({ kind: "refused", permanent: false });
    expect(["hostUnknown", "offline"]).toContain(result.kind === "refused" ? result.cause : "");
  });
});
