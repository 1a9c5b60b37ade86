import { mkdir, mkdtemp, readdir, readFile, rm, stat, symlink, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { connect } from "node:tls";
import { afterEach, beforeAll, beforeEach, describe, expect, it } from "@jest/globals";
import { LARGEST_WORKBOOK, workbookType } from "../../domain/companion/companionApi";
import { followedState } from "../../tests/builders/followedState";
import { askServer, type Answered, type Asked } from "../../tests/builders/localClient";
import { smallFirm } from "../../tests/builders/smallFirm";
import { certificateFor, openssl, type Certificate } from "../../tests/openssl";
import { describeIf } from "../../tests/optionalTools";
import { writeState } from "../companion/state";
import { openLedger } from "../ledger/ledger";
import { silentLog } from "../log/log";
import { writeRegister } from "../xlsx/writeRegister";
import { newestCopy } from "./copies";
import { startServer, type RunningServer, type ServerOptions } from "./server";

const now = "2026-11-24T08:00:00.000Z";

describeIf(openssl, "the server of this machine", () => {
  let trusted: Certificate;
  let folder: string;
  let server: RunningServer;
  let token: string;
  let workbook: Uint8Array;
  const shown: string[] = [];
  let clock = now;

  const options = (more: Partial<ServerOptions> = {}): ServerOptions => ({
    port: 0,
    data: join(folder, "data"),
    pane: join(folder, "pane"),
    certificate: trusted,
    log: silentLog,
    now: () => clock,
    localTime: (instant) => instant.slice(0, 16),
    show: (path) => {
      shown.push(path);
      return Promise.resolve();
    },
    ...more,
  });

  beforeAll(async () => {
    trusted = certificateFor("localhost");
    workbook = await writeRegister(smallFirm(), { today: "2026-11-24", writtenAt: "2026-11-24T08:00:00Z" });
  });

  beforeEach(async () => {
    clock = now;
    shown.length = 0;
    folder = await mkdtemp(join(tmpdir(), "tacite-server-"));
    await mkdir(join(folder, "pane", "assets"), { recursive: true });
    await mkdir(join(folder, "pane", "office", "fr-fr"), { recursive: true });
    await mkdir(join(folder, "data"));
    await writeFile(join(folder, "pane", "taskpane.html"), "<html><head><title>Tacite</title></head></html>");
    await writeFile(join(folder, "pane", "pane.0123456789.js"), "start();");
    await writeFile(join(folder, "pane", "assets", "tacite-32.png"), "png");
    await writeFile(join(folder, "pane", "office", "fr-fr", "office_strings.js"), "strings();");
    await writeFile(join(folder, "secret.txt"), "SECRET");
    await symlink(join(folder, "secret.txt"), join(folder, "pane", "link.txt"));
    server = await startServer(options());
    const page = await ask({ path: "/taskpane.html" });
    token = /<meta name="tacite-companion" content="([^"]+)"/.exec(page.text)?.[1] ?? "";
  });

  afterEach(async () => {
    await server.close();
    await rm(folder, { recursive: true, force: true });
  });

  const ask = (asked: Asked): Promise<Answered> => askServer(server.port, trusted.cert, asked);
  const origin = () => `https://localhost:${String(server.port)}`;
  /** As the pane asks. */
  const paired = (asked: Asked): Promise<Answered> =>
    ask({ ...asked, headers: { origin: origin(), "x-tacite-token": token, ...asked.headers } });
  const send = (body: Uint8Array | string, headers: Asked["headers"] = {}) =>
    paired({ path: "/api/register", method: "POST", body, headers: { "content-type": workbookType, ...headers } });
  const code = ({ status, text }: Answered) => `${String(status)} ${(JSON.parse(text) as { code: string }).code}`;

  describe("serves the pane", () => {
    it("to a browser that trusts its certificate", async () => {
      expect(await ask({ path: "/pane.0123456789.js" })).toMatchObject({
        status: 200,
        text: "start();",
        headers: {
          "content-type": expect.stringContaining("javascript"),
          "cache-control": "public, max-age=31536000, immutable",
          "x-content-type-options": "nosniff",
        },
      });
      expect((await ask({ path: "/office/fr-fr/office_strings.js" })).text).toBe("strings();");
      expect((await ask({ path: "/assets/tacite-32.png" })).headers["cross-origin-resource-policy"]).toBe(
        "cross-origin",
      );
      expect((await ask({ path: "/" })).headers.location).toBe("/taskpane.html");
    });

    it("with the pairing token in its page, never kept by the browser, which runs only its scripts and Microsoft's", async () => {
      const page = await ask({ path: "/taskpane.html" });
      expect(token).toMatch(/^[\w-]{43}$/);
      expect(page.headers).toMatchObject({ "cache-control": "no-store", "content-type": "text/html; charset=utf-8" });
      const policy = String(page.headers["content-security-policy"]);
      expect(policy).toContain("default-src 'none'");
      expect(policy).toContain("script-src 'self' https://appsforoffice.microsoft.com;");
      expect(policy).toContain("connect-src 'self'");
      expect(policy).not.toContain("unsafe-eval");
      expect(page.headers).not.toHaveProperty("strict-transport-security");
      expect(page.headers).not.toHaveProperty("access-control-allow-origin");
    });

    it("with the same token after a restart, which nobody else of this machine can read", async () => {
      await server.close();
      server = await startServer(options());
      expect((await ask({ path: "/taskpane.html" })).text).toContain(token);
      expect((await stat(join(folder, "data", "jeton-du-volet"))).mode & 0o777).toBe(0o600);
    });

    it("on the loopback only", () => {
      return new Promise<void>((resolve) => {
        const elsewhere = connect({ host: "127.0.0.2", port: server.port, rejectUnauthorized: false });
        elsewhere.on("error", (error) => {
          expect(error).toMatchObject({ code: "ECONNREFUSED" });
          resolve();
        });
      });
    });

    it.each([
      "/../secret.txt",
      "/..%2fsecret.txt",
      "/%2e%2e/secret.txt",
      "/%2e%2e%2fsecret.txt",
      "/assets/../../secret.txt",
      "/assets/..%2f..%2fsecret.txt",
      "/..%5csecret.txt",
      "/..\\secret.txt",
      "/%252e%252e%252fsecret.txt",
      "//secret.txt",
      "/....//secret.txt",
      "/%2fetc/passwd",
      "//etc/passwd",
      "/etc/passwd",
      "/C:/Windows/win.ini",
      "/taskpane.html%00.js",
      "/%00",
      "/pane.0123456789.js/../../secret.txt",
      "/%c0%ae%c0%ae/secret.txt",
      "/%zz",
      "/data/jeton-du-volet",
      "/link.txt",
    ])("and no other file: %s", async (path) => {
      const answer = await ask({ path });
      expect([400, 403, 404]).toContain(answer.status);
      expect(answer.text).not.toContain("SECRET");
      expect(answer.text).not.toContain(token);
      expect(answer.text).not.toContain("root:");
    });

    it("and no other file, were it named by its whole address", async () => {
      const file = `https://localhost:${String(server.port)}${join(folder, "secret.txt")}`;
      expect((await ask({ path: file })).status).toBe(404);
    });

    it.each(["/assets/", "/assets", "/office/", "/office/fr-fr/"])("and lists no folder: %s", async (path) => {
      const answer = await ask({ path });
      expect(answer.status).toBe(404);
      expect(answer.text).not.toMatch(/png|office_strings/);
    });
  });

  describe("refuses", () => {
    it.each([
      "attacker.example",
      "localhost.attacker.example",
      "localhost",
      "localhost:1",
      "127.0.0.1.nip.io",
      "[::1]",
      "0.0.0.0",
      "LOCALHOST.",
    ])("whoever asks under another name, as by DNS rebinding: « %s »", async (name) => {
      for (const host of [name, `${name}:${String(server.port)}`]) {
        if (host === `localhost:${String(server.port)}`) continue;
        for (const path of ["/taskpane.html", "/api/state?register=small-firm"]) {
          const answer = await paired({ path, headers: { host } });
          expect(code(answer)).toBe("403 wrongHost");
          expect(answer.text).not.toContain(token);
        }
      }
    });

    it("a request without a host, or with two", async () => {
      const raw = (lines: readonly string[]) =>
        new Promise<string>((resolve, reject) => {
          const socket = connect({ host: "127.0.0.1", port: server.port, ca: trusted.cert, servername: "localhost" });
          let text = "";
          socket.on("data", (piece: Buffer) => (text += piece.toString()));
          socket.on("close", () => resolve(text));
          socket.on("error", reject);
          socket.write([...lines, "connection: close", "", ""].join("\r\n"));
        });
      expect(await raw(["GET /taskpane.html HTTP/1.1"])).toMatch(/^HTTP\/1.1 400/);
      expect(await raw(["GET /taskpane.html HTTP/1.0"])).toMatch(/^HTTP\/1.1 403/);
      const own = `localhost:${String(server.port)}`;
      // Node takes the first and drops the second.
      expect(await raw(["GET /taskpane.html HTTP/1.1", "host: attacker.example", `host: ${own}`])).toMatch(
        /^HTTP\/1.1 40/,
      );
    });

    it.each([
      "https://attacker.example",
      "null",
      "http://localhost",
      "https://localhost",
      "https://localhost:1",
      "file://",
    ])("a page of another origin: %s", async (from) => {
      for (const asked of [
        { path: "/api/state?register=small-firm" },
        { path: "/api/register", method: "POST", body: workbook },
        { path: "/taskpane.html" },
      ]) {
        const answer = await paired({ ...asked, headers: { origin: from, "content-type": workbookType } });
        expect(code(answer)).toBe("403 wrongOrigin");
        expect(answer.headers).not.toHaveProperty("access-control-allow-origin");
      }
    });

    it("a page that asks whether it may ask", async () => {
      const answer = await ask({
        path: "/api/register",
        method: "OPTIONS",
        headers: { origin: "https://attacker.example", "access-control-request-method": "POST" },
      });
      expect(code(answer)).toBe("403 wrongOrigin");
    });

    it("whatever changes something and does not say from where", async () => {
      const headers = { "x-tacite-token": token, "content-type": workbookType };
      expect(code(await ask({ path: "/api/register", method: "POST", body: workbook, headers }))).toBe(
        "403 wrongOrigin",
      );
    });

    it("another site's page that has the browser ask for it", async () => {
      const headers = { "sec-fetch-site": "cross-site" };
      expect(code(await paired({ path: "/api/state?register=small-firm", headers }))).toBe("403 wrongOrigin");
    });

    it.each(["", "x", "a".repeat(43), "a".repeat(44)])(
      "a request without the token, or with another: « %s »",
      async (given) => {
        for (const [path, method] of [
          ["/api/state?register=small-firm", "GET"],
          ["/api/letters?register=small-firm", "GET"],
          ["/api/register", "POST"],
          ["/api/open-folder", "POST"],
        ] as const) {
          expect(code(await paired({ path, method, headers: { "x-tacite-token": given } }))).toBe("401 notPaired");
          expect(code(await ask({ path, method, headers: { origin: origin() } }))).toBe("401 notPaired");
        }
        expect(await readdir(join(folder, "data"))).toEqual(["jeton-du-volet"]);
      },
    );

    it("a body that is too large, whether it says so or not", async () => {
      const headers = { "content-length": String(LARGEST_WORKBOOK + 1) };
      const refused = await send("PK", headers).catch((error: unknown) => error);
      expect(refused).toMatchObject({ status: 413 });
      const large = Buffer.alloc(LARGEST_WORKBOOK + 1);
      // The connection may be cut before the whole body was written.
      const cut = await send(large, { "transfer-encoding": "chunked" }).then(
        ({ status }) => status,
        (error: NodeJS.ErrnoException) => error.code,
      );
      expect([413, "EPIPE", "ECONNRESET"]).toContain(cut);
      expect(await newestCopy(join(folder, "data"), "small-firm", "2100-01-01T00:00:00.000Z")).toBeNull();
      const json = { "content-type": "application/json" };
      const body = JSON.stringify({ register: "x".repeat(2_000) });
      expect(code(await paired({ path: "/api/open-folder", method: "POST", body, headers: json }))).toBe(
        "413 tooLarge",
      );
    }, 30_000);

    it.each<[string, string, () => Uint8Array | string]>([
      ["nothing", "422 notAWorkbook", () => ""],
      ["a text", "422 notAWorkbook", () => "N° contrat;Client"],
      ["half a workbook", "422 notAWorkbook", () => workbook.slice(0, workbook.length / 2)],
      [
        "a zip of something else",
        "422 notAWorkbook",
        () => Buffer.from("504b0506000000000000000000000000000000000000", "hex"),
      ],
      ["an old .xls", "422 notAWorkbook", () => Buffer.from("d0cf11e0a1b11ae1".padEnd(2048, "0"), "hex")],
      [
        "a protected workbook",
        "422 passwordProtected",
        () => Buffer.concat([Buffer.from("d0cf11e0a1b11ae1", "hex"), Buffer.from("EncryptedPackage", "utf16le")]),
      ],
    ])("%s", async (_, expected, body) => {
      expect(code(await send(body()))).toBe(expected);
      expect(await newestCopy(join(folder, "data"), "small-firm", "2100-01-01T00:00:00.000Z")).toBeNull();
    });

    it("a workbook that is no register, of a later version, or of no identity", async () => {
      const { default: ExcelJS } = await import("exceljs");
      const plain = new ExcelJS.Workbook();
      plain.addWorksheet("Feuil1").addRow(["Bonjour"]);
      expect(code(await send(new Uint8Array(await plain.xlsx.writeBuffer())))).toBe("422 notARegister");
      const written = { today: "2026-11-24", writtenAt: "2026-11-24T08:00:00Z" } as const;
      const later = await writeRegister(smallFirm({}, { schemaVersion: 99 }), written);
      expect(code(await send(later))).toBe("422 newerSchema");
      const nameless = await writeRegister(smallFirm({}, { registerId: null }), written);
      expect(code(await send(nameless))).toBe("422 noIdentity");
    });

    it("a workbook under another type", async () => {
      expect(code(await send(workbook, { "content-type": "text/plain" }))).toBe("415 notAWorkbook");
      expect(code(await send("{}", { "content-type": "application/json" }))).toBe("415 notAWorkbook");
    });

    it("what is asked too often", async () => {
      const answers = [];
      for (let count = 0; count < 14; count += 1) answers.push(code(await send("no")));
      expect(answers.slice(0, 12)).toEqual(Array.from({ length: 12 }, () => "422 notAWorkbook"));
      expect(answers.slice(12)).toEqual(["429 tooManyRequests", "429 tooManyRequests"]);
      // Another question is still answered.
      expect((await paired({ path: "/api/state?register=small-firm" })).status).toBe(200);
    });

    it("a question that is none", async () => {
      const json = { "content-type": "application/json" };
      for (const path of ["/api/state", "/api/letters?register=", "/api/state?register=a&register=b"])
        expect(code(await paired({ path }))).toBe("400 badRequest");
      for (const body of ["", "{", "[]", '{"register":"/etc"', '{"folder":"/etc"}', "null"])
        expect(code(await paired({ path: "/api/open-folder", method: "POST", body, headers: json }))).toBe(
          "400 badRequest",
        );
      expect(code(await paired({ path: "/api/anything" }))).toBe("404 notFound");
      expect(code(await paired({ path: "/api/state", method: "DELETE" }))).toBe("404 notFound");
    });
  });

  describe("does what the pane asks", () => {
    const state = () =>
      followedState(
        folder,
        "small-firm",
        {
          name: "Lyon",
          lastRun: {
            job: "digest",
            slot: "2026-11-23T07:00",
            at: "2026-11-23T06:00:12.000Z",
            outcome: "done",
            code: null,
            sentence: null,
          },
          warnings: [{ code: "olderVersion", sentence: "Une version plus ancienne." }],
        },
        { warnings: [{ code: "certificateEnds", sentence: "Le certificat se termine." }] },
      );
    const openFolder = (register: string) =>
      paired({
        path: "/api/open-folder",
        method: "POST",
        body: JSON.stringify({ register }),
        headers: { "content-type": "application/json" },
      });

    it("keeps the copy of a register whole, and the ten newest", async () => {
      await writeState(join(folder, "data"), state());
      for (let minute = 10; minute < 22; minute += 1) {
        clock = `2026-11-24T08:${String(minute)}:00.000Z`;
        const answer = await send(workbook);
        expect(answer.status).toBe(201);
        expect(JSON.parse(answer.text)).toEqual({ at: `2026-11-24T08:${String(minute)}`, name: "Lyon" });
      }
      const [copies = ""] = await readdir(join(folder, "data", "copies"));
      const kept = await readdir(join(folder, "data", "copies", copies));
      expect(kept).toHaveLength(10);
      expect(kept.sort()[0]).toBe("registre-2026-11-24T08-12-00.000Z.xlsx");
      const newest = await newestCopy(join(folder, "data"), "small-firm", "2100-01-01T00:00:00.000Z");
      expect(newest?.at).toBe("2026-11-24T08:21:00.000Z");
      expect(Buffer.compare(await readFile(newest?.file ?? ""), workbook)).toBe(0);
    });

    it("gives no copy of a clock that ran ahead, and never reads it again after the next one", async () => {
      await writeState(join(folder, "data"), state());
      const newest = (now: string) => newestCopy(join(folder, "data"), "small-firm", now);
      clock = "2027-01-01T08:00:00.000Z";
      await send(workbook);
      expect(await newest("2026-11-24T08:00:00.000Z")).toBeNull();
      clock = "2026-11-24T08:10:00.000Z";
      await send(workbook);
      expect((await newest("2027-06-01T08:00:00.000Z"))?.at).toBe("2026-11-24T08:10:00.000Z");
    });

    it("loses none of the copies kept when the clock falls years back", async () => {
      await writeState(join(folder, "data"), state());
      for (const at of ["2026-11-24T08:10:00.000Z", "2026-11-24T08:11:00.000Z", "2001-01-01T00:00:00.000Z"]) {
        clock = at;
        await send(workbook);
      }
      const [copies = ""] = await readdir(join(folder, "data", "copies"));
      expect((await readdir(join(folder, "data", "copies", copies))).sort()).toEqual([
        "autre-horloge-registre-2026-11-24T08-10-00.000Z.xlsx",
        "autre-horloge-registre-2026-11-24T08-11-00.000Z.xlsx",
        "registre-2001-01-01T00-00-00.000Z.xlsx",
      ]);
    });

    it("says when no register of the configuration is the one that was sent", async () => {
      expect(JSON.parse((await send(workbook)).text)).toEqual({ at: "2026-11-24T08:00", name: null });
    });

    it("tells the last run and the next, and what is wrong", async () => {
      await writeState(join(folder, "data"), state());
      expect(JSON.parse((await paired({ path: "/api/state?register=small-firm" })).text)).toEqual({
        warnings: ["Le certificat se termine."],
        register: {
          name: "Lyon",
          lastRun: { at: "2026-11-23T06:00", isDone: true, sentence: null },
          next: { letters: "2026-11-25T06:00", digest: "2026-11-30T06:00" },
          copyAt: null,
          warnings: ["Une version plus ancienne."],
        },
      });
      const other = await paired({ path: "/api/state?register=other" });
      expect(JSON.parse(other.text)).toMatchObject({ register: null });
    });

    it("lists the letters that wait to be sent", async () => {
      await writeState(join(folder, "data"), state());
      const letter = (contract: string, deadline: "2027-01-14" | "2027-01-10") =>
        ({
          registerId: "small-firm",
          contract,
          periodFrom: "2026-03-15",
          kind: "renewalNotice",
          issue: 1,
          file: `Lettres/${contract}.docx`,
          sha256: "0".repeat(64),
          on: "2026-11-24",
          deadline,
          periodEnd: "2027-03-14",
          late: false,
          template: "lettre-reconduction.docx",
        }) as const;
      const ledger = await openLedger(join(folder, "Tacite", "journal-tacite.jsonl"), { now: () => now });
      await ledger.append({ event: "generated", ...letter("2026-001", "2027-01-14") });
      await ledger.append({ event: "generated", ...letter("2026-002", "2027-01-10") });
      await ledger.append({ event: "generated", ...letter("2026-003", "2027-01-10") });
      const { contract, periodFrom, kind, issue } = letter("2026-003", "2027-01-10");
      const key = { registerId: "small-firm", contract, periodFrom, kind, issue };
      await ledger.append({
        event: "sent",
        ...key,
        on: "2026-11-24",
        channel: "post",
        messageId: null,
        tracking: null,
      });
      await ledger.close();
      const { letters } = JSON.parse((await paired({ path: "/api/letters?register=small-firm" })).text) as {
        letters: readonly { readonly contract: string }[];
      };
      expect(letters.map((one) => one.contract)).toEqual(["2026-002", "2026-001"]);
      expect(letters[0]).toEqual({
        contract: "2026-002",
        periodFrom: "2026-03-15",
        kind: "renewalNotice",
        issue: 1,
        deadline: "2027-01-10",
        file: "Lettres/2026-002.docx",
        late: false,
      });
      await writeFile(join(folder, "Tacite", "journal-tacite.jsonl"), '{"seq":1}\n{"seq":2}\n');
      expect(code(await paired({ path: "/api/letters?register=small-firm" }))).toBe("409 ledgerBroken");
      expect(code(await paired({ path: "/api/letters?register=other" }))).toBe("404 notFollowed");
    });

    it("opens the folder of the letters, and no other", async () => {
      expect(code(await openFolder("small-firm"))).toBe("404 notFollowed");
      await writeState(join(folder, "data"), state());
      expect(code(await openFolder("small-firm"))).toBe("404 noFolder");
      await mkdir(join(folder, "Tacite"));
      expect((await openFolder("small-firm")).status).toBe(204);
      expect(shown).toEqual([join(folder, "Tacite")]);
    });
  });

  describe("says in French why it cannot start", () => {
    it("when the port is taken", async () => {
      const other = createServer();
      await new Promise<void>((resolve) => other.listen(0, "127.0.0.1", resolve));
      const { port } = other.address() as { port: number };
      const refused = await startServer(options({ port })).catch((error: unknown) => error);
      other.close();
      expect(refused).toMatchObject({ code: "portTaken" });
      expect((refused as { sentence: string }).sentence).toMatch(/^Le port \d+ de cet ordinateur est déjà pris/);
    });

    it("when the pane is not built, or the certificate is missing or no certificate", async () => {
      const started = (more: Partial<ServerOptions>) => startServer(options(more));
      await expect(started({ pane: join(folder, "nowhere") })).rejects.toMatchObject({ code: "paneMissing" });
      await expect(started({ certificate: null })).rejects.toMatchObject({ code: "certificateMissing" });
      const broken = { cert: "no", key: "no" };
      await expect(started({ certificate: broken })).rejects.toMatchObject({ code: "certificateUnreadable" });
    });
  });

  it("serves with a certificate that was renewed, without a restart", async () => {
    const next = certificateFor("localhost");
    await expect(askServer(server.port, next.cert, { path: "/taskpane.html" })).rejects.toThrow();
    server.renew(next);
    expect((await askServer(server.port, next.cert, { path: "/taskpane.html" })).status).toBe(200);
  });
});
