import { join, resolve } from "node:path";
import { describe, expect, it } from "@jest/globals";
import { checkConfig, configOf, type Config } from "./config";
import { isPasswordless, providerIds, providerOf, providers } from "./providers";

const folder = resolve("/home/paul/Tacite");
const defaults = {
  templates: "/templates",
  data: "/data",
  outOf: (register: string) => join(register, "..", "Tacite"),
};
const register = { file: "contrats.xlsx" };

function read(value: unknown): Config {
  const result = checkConfig(value, folder, defaults);
  if (result.kind === "wrong") throw new Error(result.sentences.join("\n"));
  return result.config;
}

function wrong(value: unknown): readonly string[] {
  const result = checkConfig(value, folder, defaults);
  return result.kind === "config" ? [] : result.sentences.map((sentence) => sentence.replaceAll("\u00a0", " "));
}

const mailOf = (mail: object) => read({ registers: [register], mail }).mail;
const wrongMail = (mail: object) => wrong({ registers: [register], mail });

describe("a configuration", () => {
  it("needs nothing but a register", () => {
    expect(read({ registers: [register] })).toEqual({
      registers: [
        {
          name: "contrats",
          file: join(folder, "contrats.xlsx"),
          out: join(folder, "Tacite"),
          templates: "/templates",
          rhythm: { day: "monday", hour: 7, zone: "Europe/Paris" },
        },
      ],
      mail: null,
      server: null,
      data: "/data",
      shared: null,
    });
  });

  it("starts its relative paths from its own folder and keeps the absolute ones", () => {
    const absolute = resolve("/mnt/bureau/lyon.xlsx");
    const config = read({
      registers: [{ name: "Lyon", file: absolute, out: "../lettres", templates: "modèles", day: "vendredi", hour: 18 }],
      server: {},
      data: "état",
    });
    expect(config).toEqual({
      registers: [
        {
          name: "Lyon",
          file: absolute,
          out: resolve(folder, "../lettres"),
          templates: join(folder, "modèles"),
          rhythm: { day: "friday", hour: 18, zone: "Europe/Paris" },
        },
      ],
      mail: null,
      server: { port: 3000 },
      data: join(folder, "état"),
      shared: null,
    });
  });

  it("can be made from a register alone", () => {
    const alone = { file: "/a/contrats.xlsx", out: "/a/Tacite", templates: "/templates" };
    expect(configOf(alone, "/data")).toEqual({
      registers: [{ name: "contrats", rhythm: { day: "monday", hour: 7, zone: "Europe/Paris" }, ...alone }],
      mail: null,
      server: null,
      data: "/data",
      shared: null,
    });
  });
});

describe("the mailbox", () => {
  it.each([
    ["paul@orange.fr", "orange", "smtp.orange.fr", 465, "tls", "paul@orange.fr"],
    ["paul@wanadoo.fr", "orange", "smtp.orange.fr", 465, "tls", "paul@wanadoo.fr"],
    ["paul@free.fr", "free", "smtp.free.fr", 465, "tls", "paul"],
    ["paul@SFR.fr", "sfr", "smtp.sfr.fr", 465, "tls", "paul@SFR.fr"],
    ["paul@laposte.net", "laposte", "smtp.laposte.net", 465, "tls", "paul@laposte.net"],
    ["paul@bbox.fr", "bouygues", "smtp.bbox.fr", 587, "starttls", "paul@bbox.fr"],
    ["paul@gmail.com", "gmail", "smtp.gmail.com", 465, "tls", "paul@gmail.com"],
    ["paul@yahoo.fr", "yahoo", "smtp.mail.yahoo.com", 465, "tls", "paul@yahoo.fr"],
    ["paul@icloud.com", "icloud", "smtp.mail.me.com", 587, "starttls", "paul@icloud.com"],
    ["paul@ik.me", "infomaniak", "mail.infomaniak.com", 465, "tls", "paul@ik.me"],
  ])("of %s is found from its address", (user, provider, host, port, security, login) => {
    expect(mailOf({ user })).toEqual({ provider, server: { host, port, security }, login, from: user, to: [user] });
  });

  it("of the firm's own domain is at the provider that is named", () => {
    expect(mailOf({ user: "contact@dupont-chauffage.fr", provider: "ovh", to: ["paul@outlook.fr"] })).toEqual({
      provider: "ovh",
      server: { host: "ssl0.ovh.net", port: 465, security: "tls" },
      login: "contact@dupont-chauffage.fr",
      from: "contact@dupont-chauffage.fr",
      to: ["paul@outlook.fr"],
    });
  });

  it("may be a server given whole", () => {
    const user = "contact@dupont.fr";
    const server = (given: object) => mailOf({ user, host: "mail.dupont.fr", ...given })?.server;
    expect(server({})).toMatchObject({ port: 465, security: "tls" });
    expect(server({ port: 587 })).toMatchObject({ port: 587, security: "starttls" });
    expect(server({ security: "starttls" })).toMatchObject({ port: 587, security: "starttls" });
    expect(server({ port: 2525, security: "tls" })).toMatchObject({ port: 2525, security: "tls" });
  });

  it("at Microsoft is refused, with what to do instead", () => {
    for (const mail of [
      { user: "paul@outlook.fr" },
      { user: "paul@hotmail.com" },
      { user: "paul@live.fr", from: "paul@live.fr" },
      { user: "paul@dupont.fr", provider: "outlook.com" },
      { user: "paul@dupont.fr", provider: "Hotmail" },
    ]) {
      expect(wrongMail(mail)).toEqual([expect.stringMatching(/Outlook\.com, Hotmail.*Mettez une autre boîte/)]);
    }
  });

  it("that nobody knows asks for its server", () => {
    expect(wrongMail({ user: "contact@dupont.fr" })).toEqual([
      expect.stringMatching(
        /^mail\.provider : Tacite ne connaît pas le serveur de « dupont\.fr »\. Ajoutez "provider" \(orange, free,/,
      ),
    ]);
    expect(wrongMail({ user: "m0001", host: "smtp.dupont.fr" })).toEqual([
      expect.stringMatching(/^mail\.from : ce champ manque/),
    ]);
    expect(wrongMail({ user: "a@dupont.fr", host: "smtp.dupont.fr", provider: "ovh" })).toEqual([
      "mail.host : donnez « provider » ou « host », pas les deux.",
    ]);
  });

  it("belongs to one provider only, each with its help and a secured server", () => {
    const domains = providerIds.flatMap((id) => [...providers[id].domains]);
    expect(new Set(domains).size).toBe(domains.length);
    for (const id of providerIds) {
      const { server, help, domains: own } = providers[id];
      expect([id, server.security]).toEqual([id, server.port === 465 ? "tls" : "starttls"]);
      expect(help).toMatch(/mot de passe/);
      for (const domain of own) {
        expect(providerOf(`a@${domain}`)).toBe(id);
        expect(isPasswordless(`a@${domain}`)).toBe(false);
      }
    }
  });
});

describe("a mistake in the configuration", () => {
  it.each([
    [[], "tacite.json : ce qui est écrit ne convient pas. Le fichier doit être un objet"],
    [{}, "registers : ce champ manque. Donnez une liste d’au moins un registre"],
    [{ registers: [] }, "registers : ce qui est écrit ne convient pas. Donnez une liste d’au moins un registre"],
    [{ registers: [{}] }, "registers[0].file : ce champ manque. Donnez le chemin du registre"],
    [{ registers: [{ file: " " }] }, "registers[0].file : ce qui est écrit ne convient pas."],
    [
      { registers: [{ file: "C:\temp\nouveau.xlsx" }] },
      "registers[0].file : ce qui est écrit ne convient pas. Donnez le chemin du registre, avec des /",
    ],
    [
      { registers: [{ file: "a.xlsx", name: "Lyon/Est" }] },
      "registers[0].name : ce qui est écrit ne convient pas. Donnez un nom court",
    ],
    [
      { registers: [{ file: "a.xlsx", day: "monday" }] },
      "registers[0].day : ce qui est écrit ne convient pas. Écrivez le jour du récapitulatif : lundi, mardi,",
    ],
    [
      { registers: [{ file: "a.xlsx", hour: 7.5 }] },
      "registers[0].hour : ce qui est écrit ne convient pas. Donnez une heure ronde, de 0 à 23",
    ],
    [
      { registers: [{ file: "a.xlsx", zone: "Réunion" }] },
      "registers[0].zone : ce qui est écrit ne convient pas. Choisissez parmi Europe/Paris, America/Guadeloupe,",
    ],
    [
      { registers: [register], server: { port: "3000" } },
      "server.port : ce qui est écrit ne convient pas. Donnez un nombre",
    ],
    [
      { registers: [register], mail: { user: "a@orange.fr", port: 70_000 } },
      "mail.port : ce qui est écrit ne convient pas.",
    ],
    [
      { registers: [register], mail: { user: "a@orange.fr", to: ["Paul <a@b.fr>"] } },
      "mail.to[0] : ce qui est écrit ne convient pas. Donnez une adresse complète",
    ],
    [
      { registers: [register], mail: { user: "a@orange.fr", to: ["x@y.fr\r\nBcc: e@x.fr"] } },
      "mail.to[0] : ce qui est écrit ne convient pas.",
    ],
    [
      { registers: [register], mail: { user: "a@b.fr", provider: "wanadou" } },
      "mail.provider : ce qui est écrit ne convient pas. Choisissez parmi orange, free,",
    ],
    [{ register: [register] }, "registers : ce champ manque."],
  ])("%j is told with its place and how to mend it", (value, sentence) => {
    expect(wrong(value)[0]).toContain(sentence);
  });

  it("is told each, in one go", () => {
    expect(wrong({ registers: [{ fichier: "a.xlsx" }], serveur: {}, mail: { user: "" } })).toEqual([
      expect.stringMatching(/^registers\[0\]\.file : ce champ manque/),
      expect.stringMatching(/^registers\[0\]\.fichier : ce champ n’existe pas/),
      expect.stringMatching(/^mail\.user : ce qui est écrit ne convient pas/),
      "serveur : ce champ n’existe pas. Vouliez-vous dire « server » ?",
    ]);
  });

  it("that would leave a password in the file is told where passwords go", () => {
    for (const key of ["password", "motDePasse", "pass", "mot_de_passe"]) {
      const sentences = wrongMail({ user: "a@orange.fr", [key]: "s3cret!" });
      expect(sentences).toEqual([
        expect.stringMatching(/un mot de passe ne s’écrit jamais dans ce fichier.*« tacite password »/),
      ]);
      expect(sentences.join()).not.toContain("s3cret!");
    }
  });

  it("that lists a register twice, or two under one name, is refused", () => {
    expect(wrong({ registers: [register, { name: "autre", file: "./contrats.xlsx" }] })).toEqual([
      "registers[1].file : ce registre est déjà dans la liste. Enlevez l’un des deux.",
    ]);
    expect(wrong({ registers: [register, { file: "lyon/Contrats.xlsx" }] })).toEqual([
      'registers[1].name : deux registres s’appellent « Contrats ». Donnez à chacun son nom, par exemple "name": "Lyon".',
    ]);
  });
});
