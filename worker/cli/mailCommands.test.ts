import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterEach, beforeAll, describe, expect, it, jest } from "@jest/globals";
import type { SMTPServerOptions } from "smtp-server";
import { newFolder, tacite } from "../../tests/builders/commandLine";
import { account, reply, startMailServer, type MailServer } from "../../tests/builders/mailServer";
import { certificateFor, openssl, type Certificate } from "../../tests/openssl";
import { describeIf } from "../../tests/optionalTools";
import { KeychainUnavailable, type Keychain } from "../mail/keychain";
import { smtpMailer } from "../mail/smtpMailer";
import type { Environment } from "./environment";
import { passwordCommand } from "./passwordCommand";
import { sendTestCommand } from "./sendTestCommand";

jest.setTimeout(60_000);

const emptyKeychain: Keychain = { get: () => Promise.resolve(null), set: () => Promise.resolve() };
const noKeychain: Keychain = {
  get: () => Promise.reject(new KeychainUnavailable("no session")),
  set: () => Promise.reject(new KeychainUnavailable("no session")),
};

async function configured(mail: object | null): Promise<string> {
  const config = join(await newFolder(), "tacite.json");
  const registers = [{ file: "contrats.xlsx" }];
  await writeFile(config, JSON.stringify(mail === null ? { registers } : { registers, mail }));
  return config;
}

/** Runs a command on its own terminal; no-break spaces are plain ones in what it says. */
async function answerOf(command: (environment: Environment) => Promise<number>) {
  const said: { printed: string[]; warned: string[] } = { printed: [], warned: [] };
  const note = (lines: string[]) => (line: string) => {
    lines.push(line.replaceAll("\u00a0", " "));
  };
  const exitCode = await command({
    clock: {
      now: () => "2026-11-24T08:00:00.000Z",
      today: () => "2026-11-24",
      localTime: () => "2026-11-24T09:00",
      wait: () => Promise.resolve(),
    },
    terminal: { print: note(said.printed), warn: note(said.warned), progress: () => undefined },
    newRegisterId: () => "0001",
    templatesFolder: "/templates",
    paneFolder: "/pane",
    stopAsked: () => Promise.resolve(),
  });
  return { exitCode, printed: said.printed.join("\n"), warned: said.warned.join("\n") };
}

describeIf(openssl, "tacite check --send-test", () => {
  let trusted: Certificate;
  beforeAll(() => {
    trusted = certificateFor("localhost");
  });
  const servers: MailServer[] = [];
  afterEach(async () => {
    for (const server of servers.splice(0)) await server.close();
  });

  type Trial = {
    silence?: number;
    options?: SMTPServerOptions;
    mail?: object;
    password?: string;
    /** In the keychain, not in the environment. */
    isKept?: boolean;
    authorities?: readonly string[];
  };

  /** What is said of a mailbox on a server of this machine. */
  async function tried(trial: Trial = {}) {
    const {
      options = {},
      mail = {},
      password = account.password,
      authorities,
      silence = 30_000,
      isKept = false,
    } = trial;
    const server = await startMailServer(trusted, () => options);
    servers.push(server);
    const box = { user: account.login, host: "localhost", port: server.port, security: "starttls", ...mail };
    const config = await configured(box);
    const limits = { connecting: 30_000, silence, authorities: authorities ?? [trusted.cert] };
    const answer = await answerOf((environment) =>
      sendTestCommand({ config }, environment, {
        env: isKept ? {} : { TACITE_SMTP_PASSWORD: password },
        keychain: isKept ? { ...emptyKeychain, get: () => Promise.resolve(password) } : noKeychain,
        mailerFor: (of) => smtpMailer(of, limits),
      }),
    );
    expect(`${answer.printed}${answer.warned}`).not.toContain(password);
    return { ...answer, taken: server.taken };
  }

  it("sends a mail to the firm and says that the server took it", async () => {
    const { exitCode, printed, warned, taken } = await tried();
    expect({ exitCode, warned }).toEqual({ exitCode: 0, warned: "" });
    expect(printed).toBe(
      "Le serveur a pris le message d’essai pour contact@energie.example. Regardez s’il est arrivé.",
    );
    expect(taken).toMatchObject([{ from: account.login, to: [account.login] }]);
    expect(taken[0]?.eml).toContain("Message-ID: <essai-0001@tacite.invalid>\r\n");
    expect(taken[0]?.eml).toContain("Auto-Submitted: auto-generated\r\n");
  });

  const later = reply(451, "4.7.1 Greylisted, please try again");
  const no = reply(550, "5.1.1 Unknown");
  const cases: readonly [string, Trial, string][] = [
    [
      "a wrong password that the environment gives",
      { password: "azerty" },
      "Le serveur refuse le mot de passe de contact@energie.example. C’est le mot de passe que votre hébergeur vous a donné pour cette adresse. Corrigez-le dans la variable d’environnement TACITE_SMTP_PASSWORD : tant qu’elle est là, elle passe avant « tacite password ».\n",
    ],
    [
      "a wrong password of the keychain",
      { password: "azerty", isKept: true },
      "C’est le mot de passe que votre hébergeur vous a donné pour cette adresse. Tapez-le avec « tacite password ».\n",
    ],
    [
      "a password that is not the application's",
      {
        options: {
          onAuth: (_auth, _session, answer) => answer(reply(534, "5.7.9 Application-specific password required")),
        },
      },
      "Le serveur veut un mot de passe d’application",
    ],
    [
      "an unknown certificate",
      { authorities: [] },
      "Le certificat de localhost n’est pas le bon : rien n’a été envoyé.",
    ],
    ["no STARTTLS", { options: { disabledCommands: ["STARTTLS"] } }, "localhost ne chiffre pas la liaison"],
    ["another port", { mail: { port: 9 } }, "Personne ne répond sur localhost, port 9."],
    ["the wrong security", { mail: { security: "tls" } }, "localhost a coupé la liaison."],
    ["a name that leads nowhere", { mail: { host: "smtp.tacite.invalid" } }, "Internet"],
    [
      "a refused sender",
      { options: { onMailFrom: (_address, _session, answer) => answer(no) } },
      "Le serveur ne laisse pas envoyer au nom de contact@energie.example.",
    ],
    [
      "refused recipients",
      { options: { onRcptTo: (_address, _session, answer) => answer(no) } },
      "Le serveur ne veut d’aucun destinataire (contact@energie.example).",
    ],
    [
      "a server that is busy",
      { options: { onRcptTo: (_address, _session, answer) => answer(later) } },
      "Le serveur demande de revenir plus tard. Tacite réessaie de lui-même.\nRéponse : 451 4.7.1 Greylisted",
    ],
    [
      "a refused message",
      {
        options: {
          onData: (stream, _session, answer) => {
            stream.resume();
            stream.on("end", () => answer(reply(554, "5.7.1 Spam")));
          },
        },
      },
      "Le serveur a refusé le message.",
    ],
    ["a stalling server", { silence: 2_000, options: { onMailFrom: () => undefined } }, "localhost ne répond plus."],
    [
      "a server that falls silent",
      { silence: 2_000, options: { onData: (stream) => stream.resume() } },
      "localhost s’est tu après avoir reçu le message : il est peut-être parti.",
    ],
  ];
  it.each(cases)("says what to do about %s", async (_what, trial, sentence) => {
    const { exitCode, printed, warned, taken } = await tried(trial);
    expect({ exitCode, printed, taken }).toEqual({ exitCode: 9, printed: "", taken: [] });
    expect(warned).toContain(sentence);
    expect(warned).toContain("\nRéponse : ");
  });

  it("names the recipient that the server does not want, and those who get it", async () => {
    const { exitCode, printed, warned } = await tried({
      mail: { to: ["paul@energie.example", "perdu@energie.example"] },
      options: { onRcptTo: ({ address }, _session, answer) => answer(address.startsWith("perdu") ? no : null) },
    });
    expect(exitCode).toBe(9);
    expect(printed).toContain("pour paul@energie.example.");
    expect(warned).toBe("Le serveur ne veut pas de perdu@energie.example. Vérifiez cette adresse dans « to ».");
  });

  it("says where to put the password when it is not known", async () => {
    const config = await configured({ user: "paul@gmail.com" });
    const mailerFor = () => () => Promise.reject(new Error("nothing is to be sent"));
    const help =
      "Gmail veut un mot de passe d’application : activez la validation en deux étapes, puis créez-le sur myaccount.google.com/apppasswords.";
    for (const [keychain, said] of [
      [emptyKeychain, `Le mot de passe de paul@gmail.com n’est pas connu. ${help} Tapez-le avec « tacite password ».`],
      [
        noKeychain,
        `Le mot de passe de paul@gmail.com n’est pas connu : le trousseau de cet ordinateur ne s’ouvre pas (il lui faut une session ouverte à l’écran ; un serveur n’en a pas). ${help} Mettez-le dans la variable d’environnement TACITE_SMTP_PASSWORD, puis recommencez.`,
      ],
    ] as const) {
      const { exitCode, warned } = await answerOf((environment) =>
        sendTestCommand({ config }, environment, { env: {}, keychain, mailerFor }),
      );
      expect([exitCode, warned]).toEqual([9, said]);
    }
  });

  it("without a mailbox says that the digest opens in the browser", async () => {
    const { exitCode, warned } = await tacite(["check", "--send-test", "--config", await configured(null)]);
    expect({ exitCode, warned }).toEqual({
      exitCode: 9,
      warned:
        "Aucune boîte n’est réglée : ajoutez « mail » à la configuration. Sans elle, le récapitulatif s’ouvre dans le navigateur.",
    });
  });

  it("lists what is wrong in the configuration", async () => {
    const config = await configured({ user: "paul@hotmail.fr" });
    const { exitCode, printed, warned } = await tacite(["check", "--send-test", "--config", config]);
    expect({ exitCode, printed }).toEqual({ exitCode: 8, printed: "" });
    expect(warned).toContain(`${config} : une chose est à corriger.\nmail.user : Outlook.com, Hotmail`);
  });
});

describe("tacite check", () => {
  it("still wants a register without --send-test", async () => {
    expect(await tacite(["check"])).toEqual({
      exitCode: 2,
      printed: "",
      warned: "Il manque l’option « --register <fichier> ». Voyez « tacite --help ».",
    });
  });
});

describe("tacite password", () => {
  async function given(
    password: string | null,
    keychain: Partial<Keychain> = {},
    env: Readonly<Record<string, string>> = {},
  ) {
    const config = await configured({ user: "paul@free.fr" });
    const asked: string[] = [];
    const kept: string[] = [];
    const set = (name: string, secret: string) => {
      kept.push(name, secret);
      return Promise.resolve();
    };
    const ask = (question: string) => {
      asked.push(question.replaceAll("\u00a0", " "));
      return Promise.resolve(password);
    };
    const answer = await answerOf((environment) =>
      passwordCommand({ config }, environment, ask, { ...emptyKeychain, set, ...keychain }, env),
    );
    return { ...answer, asked: asked.join(), kept };
  }

  it("keeps what is typed in the keychain, under the mailbox and its server", async () => {
    const { exitCode, printed, asked, kept } = await given(" sésame \n");
    expect(asked).toMatch(/C’est le mot de passe de la boîte.*\nMot de passe de paul \(rien ne s’affiche\) : $/);
    expect(kept).toEqual(["paul (smtp.free.fr)", "sésame"]);
    expect({ exitCode, printed }).toEqual({
      exitCode: 0,
      printed:
        "Le mot de passe de paul est dans le trousseau de l’ordinateur. Essayez-le avec « tacite check --send-test ».",
    });
  });

  it("changes nothing when nothing is typed, and says what else to do where there is no keychain", async () => {
    for (const nothing of [null, "", "  "]) {
      expect(await given(nothing)).toMatchObject({
        exitCode: 9,
        kept: [],
        warned: "Aucun mot de passe n’a été donné : rien n’est changé.",
      });
    }
    expect(await given("sésame", noKeychain)).toMatchObject({
      exitCode: 9,
      warned:
        "Le mot de passe de paul n’a pas été gardé : le trousseau de cet ordinateur ne s’ouvre pas (il lui faut une session ouverte à l’écran ; un serveur n’en a pas). Mettez-le plutôt dans la variable d’environnement TACITE_SMTP_PASSWORD, puis recommencez.",
    });
  });

  it("says that the environment's password would still go before the one that was kept", async () => {
    const { printed, kept } = await given("sésame", {}, { TACITE_SMTP_PASSWORD: "ancien" });
    expect(kept).toHaveLength(2);
    expect(printed).toContain("la variable d’environnement TACITE_SMTP_PASSWORD passe avant lui : enlevez-la.");
  });
});
