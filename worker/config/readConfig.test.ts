import { mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "@jest/globals";
import { dataFolder } from "./dataFolder";
import { readConfig } from "./readConfig";

let folder = "";
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "tacite-config-"));
});

const defaults = { templates: "/templates", data: "/data", outOf: () => "/out" };
const sound = '{ "registers": [{ "file": "contrats.xlsx" }] }';

async function read(bytes: string | Uint8Array) {
  const file = join(folder, "tacite.json");
  await writeFile(file, bytes);
  return readConfig(file, defaults);
}

async function sentenceOf(bytes: string | Uint8Array): Promise<string> {
  const error: unknown = await read(bytes).then(
    () => null,
    (thrown: unknown) => thrown,
  );
  return (error instanceof Error ? error.message : "").replaceAll("\u00a0", " ").replace(/^.*\n/, "");
}

describe("the file tacite.json", () => {
  it("is read, with the mark that the Bloc-notes puts in front", async () => {
    expect((await read(`\ufeff${sound}`)).registers[0]?.file).toBe(join(folder, "contrats.xlsx"));
  });

  it.each([
    ["", "Ce fichier est vide."],
    ["{\n  // mes registres\n}", "ligne 2 : les commentaires"],
    ['{ /* a */ "registers": [] }', "ligne 1 : les commentaires"],
    ['{ "registers": [\n { "file": "a.xlsx" },\n] }', "ligne 2 : il y a une virgule de trop"],
    ['{ "registers": [{ "file": "C:\\Paul\\a.xlsx" }] }', "ligne 1 : une barre \\ seule n’est pas admise"],
    ['{\n "registers": [{ "file": "C:\\users\\a.xlsx" }] }', "ligne 2 : une barre \\ seule"],
    ['{ "data": "D:\\",\n "registers": [] }', "ligne 1 : une barre \\ seule"],
    ["{ “registers”: [] }", "ligne 1 : ces guillemets"],
    ["{ 'registers': [] }", "ligne 1 : ces guillemets"],
    ['{ "registers: [] }\n', 'ligne 1 : un texte ouvert par " n’est pas fermé'],
    ['{ "registers": [{ "file": "a.xlsx" "name": "a" }] }', "ligne 1 : il manque une virgule"],
    [sound.slice(0, -1), "ligne 1 : il manque une virgule, un guillemet ou une accolade"],
  ])("%j is told as a person would", async (text, sentence) => {
    expect(await sentenceOf(text)).toContain(sentence);
  });

  it("does not take a doubled \\, a web address or a quotation for a mistake before the true one", async () => {
    const text = '{ "a": "C:\\\\Paul\\\\", "b": "https://x.fr // « d’ici », ]",\n "c": 1, }';
    expect(await sentenceOf(text)).toContain("ligne 2 : il y a une virgule de trop");
  });

  it("in another encoding than UTF-8 is told how to save it", async () => {
    for (const encoding of ["latin1", "utf16le"] as const) {
      const text = '\ufeff{ "data": "C:/Données" }'.slice(encoding === "latin1" ? 1 : 0);
      expect(await sentenceOf(Buffer.from(text, encoding))).toContain("UTF-8");
    }
  });

  it("that is not there, or a folder, is told so", async () => {
    await expect(readConfig(join(folder, "nothing.json"), defaults)).rejects.toThrow(/n’existe pas/);
    await expect(readConfig(folder, defaults)).rejects.toThrow(/c’est un dossier/);
  });
});

describe("the folder of this machine's own data", () => {
  it.each([
    [
      "win32",
      { LOCALAPPDATA: "C:\\Users\\Paul\\AppData\\Local" },
      "C:\\Users\\Paul",
      "C:\\Users\\Paul\\AppData\\Local\\Tacite",
    ],
    ["win32", {}, "C:\\Users\\Paul", "C:\\Users\\Paul\\AppData\\Local\\Tacite"],
    ["darwin", {}, "/Users/paul", "/Users/paul/Library/Application Support/Tacite"],
    ["linux", {}, "/home/paul", "/home/paul/.local/state/tacite"],
    ["linux", { XDG_STATE_HOME: "/var/state" }, "/home/paul", "/var/state/tacite"],
    ["linux", { XDG_STATE_HOME: "" }, "/home/paul", "/home/paul/.local/state/tacite"],
    ["linux", { XDG_STATE_HOME: "state" }, "/home/paul", "/home/paul/.local/state/tacite"],
  ])("of %s with %j", (platform, env, home, expected) => {
    expect(dataFolder({ platform, env, home })).toBe(expected);
  });
});
