import { readFileSync } from "node:fs";
import { appendFile, cp, readdir, readFile, rm, stat, utimes, writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { describe, expect, it, jest } from "@jest/globals";
import type { Register } from "../../domain/register";
import { letter } from "../../tests/builders/register";
import { filesOf, newFolder, tacite } from "../../tests/builders/commandLine";
import { smallFirm } from "../../tests/builders/smallFirm";
import { cellAt, withCells, withPart, workbookOf } from "../../tests/builders/workbook";

jest.setTimeout(60_000);

const today = "2026-11-24";
const martin = "Lettres/2026-001 Martin - reconduction au 2027-03-14.docx";
const durand = "Lettres/2026-002 Durand - reconduction au 2027-03-14.docx";
const digest = ["html", "txt", "eml"].map((extension) => `recapitulatif-${today}.${extension}`);

/** A folder that holds the register, and what to ask of Tacite there. */
async function firmFolder(register: Register, name = "registre.xlsx") {
  const folder = await newFolder();
  const file = join(folder, name);
  const out = join(folder, "sortie");
  const save = async (changed: Register) => writeFile(file, await workbookOf(changed, today));
  await save(register);
  const ask = (command: string, ...more: readonly string[]) =>
    tacite([command, "--register", file, "--today", today, ...(command === "check" ? [] : ["--out", out]), ...more]);
  const run = async () => JSON.parse((await ask("run", "--json")).printed) as Ran;
  return { folder, file, out, save, ask, run };
}

type Ran = {
  readonly written: readonly string[];
  readonly refused: readonly string[];
  readonly digest: readonly string[];
  readonly isNew: boolean;
};

const names = async (folder: string) => Object.keys(await filesOf(folder));

describe("tacite run", () => {
  it("writes a letter for each contract that wants one, the digest, the ledger and nothing else", async () => {
    const { out, ask } = await firmFolder(smallFirm());
    const { exitCode, printed, warned } = await ask("run");
    expect({ exitCode, warned }).toEqual({ exitCode: 0, warned: "" });
    expect(await names(out)).toEqual([martin, durand, "journal-tacite.jsonl", ...digest].sort());
    expect(printed).toContain(`Lettres        2 nouvelles, dans ${join(out, "Lettres")}`);
    expect(printed).toContain(`Récapitulatif  ${join(out, `recapitulatif-${today}.html`)}`);
  });

  it("writes nothing new the second time", async () => {
    const { out, ask } = await firmFolder(smallFirm());
    await ask("run");
    const before = await filesOf(out);
    const { exitCode, printed } = await ask("run");
    expect(exitCode).toBe(0);
    expect(printed).toContain("0 nouvelle,");
    expect(printed).toContain("(inchangé)");
    expect(await filesOf(out)).toEqual(before);
  });

  it("never touches the workbook nor the folder where it lies", async () => {
    const { folder, ask } = await firmFolder(smallFirm());
    const { "registre.xlsx": before } = await filesOf(folder);
    for (const command of ["plan", "run", "run", "check"]) await ask(command);
    const after = await filesOf(folder);
    expect(after["registre.xlsx"]).toBe(before);
    expect((await readdir(folder)).sort()).toEqual(["registre.xlsx", "sortie"]);
  });

  it("makes the letter again when its deadline was corrected", async () => {
    const { run, save } = await firmFolder(smallFirm());
    await run();
    await save(smallFirm({ noticeLength: 1 }));
    const { written } = await run();
    expect(written).toEqual(["Lettres/2026-001 Martin - reconduction au 2027-03-14 - version 2.docx"]);
    expect((await run()).written).toEqual([]);
  });

  it("makes the letter again, once, when another price was announced since", async () => {
    const { run, save } = await firmFolder(smallFirm());
    await run();
    await save(smallFirm({ nextPrice: 12900 }));
    const second = "Lettres/2026-001 Martin - reconduction au 2027-03-14 - version 2.docx";
    expect((await run()).written).toEqual([second]);
    expect((await run()).written).toEqual([]);
    await save(smallFirm({ nextPrice: 12900 }, {}, { letters: [letter({ issue: 2, deadline: "2027-01-14", sentOn: today })] })); // prettier-ignore
    expect((await run()).written).toEqual([]);
  });

  it("makes a letter again that was deleted before it was sent, under the same name", async () => {
    const { out, run, save } = await firmFolder(smallFirm());
    await run();
    await rm(join(out, martin));
    expect((await run()).written).toEqual([martin]);
    expect((await run()).written).toEqual([]);
    await save(smallFirm({}, {}, { letters: [letter({ deadline: "2027-01-14", sentOn: today })] }));
    await rm(join(out, martin));
    expect((await run()).written).toEqual([]);
  });

  it("does not write the letter that the workbook says was sent", async () => {
    const sent = letter({ issue: 1, deadline: "2027-01-14", generatedOn: "2026-11-18", sentOn: "2026-11-20" });
    const { run } = await firmFolder(smallFirm({}, {}, { letters: [sent] }));
    expect((await run()).written).toEqual([durand]);
  });

  it("takes the workbook's word when a letter that it wrote was sent", async () => {
    const { out, run, save } = await firmFolder(smallFirm());
    await run();
    const sent = letter({ issue: 1, deadline: "2027-01-14", sentOn: today, channel: "tracked", tracking: "1A" });
    await save(smallFirm({}, {}, { letters: [sent] }));
    expect(await run()).toMatchObject({
      written: [],
      isNew: true,
      digest: [`recapitulatif-${today}-2.html`, `recapitulatif-${today}-2.txt`, `recapitulatif-${today}-2.eml`],
    });
    const text = await readFile(join(out, `recapitulatif-${today}-2.txt`), "utf8");
    expect(text).not.toContain(martin);
    expect(text).toContain("Durand");
  });

  it("refuses the letter that lacks a value, and names the cell", async () => {
    const { out, ask, run } = await firmFolder(smallFirm({}, { signatory: null }));
    expect(await run()).toMatchObject({ written: [], refused: ["2026-001", "2026-002"] });
    const { exitCode } = await ask("run");
    expect(exitCode).toBe(4);
    const text = (await readFile(join(out, `recapitulatif-${today}.txt`), "utf8")).replace(/\s+/g, " ");
    expect(text).toMatch(/remplissez « Signataire des lettres » \(Paramètres!C\d+\)/);
  });

  it("writes the letters that wrong cells do not concern, and lists those cells", async () => {
    const { file, out, run } = await firmFolder(smallFirm());
    const bytes = await readFile(file);
    const price = await cellAt(bytes, { table: "periods", key: "P1-2026-001", column: "price" });
    const signed = await cellAt(bytes, { table: "contracts", key: "2026-002", column: "signedOn" });
    await writeFile(file, withCells(bytes, { [price]: "à voir", [signed]: "hier" }));
    expect(await run()).toMatchObject({ written: [durand], refused: ["2026-001"] });
    const text = await readFile(join(out, `recapitulatif-${today}.txt`), "utf8");
    expect(text).toContain(price);
    expect(text).toContain(signed);
  });

  it("names letters safely whatever the client is called", async () => {
    const register = smallFirm();
    const clients = register.clients.map((one) =>
      one.number === "C0001" ? { ...one, name: 'A/..\\B:"C*?<|> aux.' } : one,
    );
    const { out, run } = await firmFolder({ ...register, clients });
    const [first = ""] = (await run()).written;
    expect(first.slice("Lettres/".length)).not.toMatch(/[/\\:*?"<>|]/);
    expect(await names(out)).toContain(first);
  });

  it("keeps what two registers with one output folder write", async () => {
    const one = await firmFolder(smallFirm());
    const other = await firmFolder(smallFirm({}, { registerId: "other-firm", firmName: "Chauffage Dupré" }));
    const args = ["run", "--today", today, "--out", one.out, "--json", "--register"];
    const first = JSON.parse((await tacite([...args, one.file])).printed) as Ran;
    const second = JSON.parse((await tacite([...args, other.file])).printed) as Ran;
    expect(first.written).toEqual([martin, durand]);
    expect(second.written).toEqual([martin, durand].map((name) => name.replace(".docx", " (2).docx")));
    expect(second.digest).toContain(`recapitulatif-${today}-2.html`);
    expect(await readFile(join(one.out, `recapitulatif-${today}.txt`), "utf8")).toContain("Chauffage Lemoine");
    expect(JSON.parse((await tacite([...args, one.file])).printed)).toMatchObject({ written: [], isNew: false });
  });

  it("writes the digest again when its page was deleted", async () => {
    const { out, run } = await firmFolder(smallFirm());
    await run();
    const page = join(out, `recapitulatif-${today}.html`);
    await rm(page);
    expect(await run()).toMatchObject({ written: [], digest, isNew: true });
    expect((await stat(page)).size).toBeGreaterThan(1000);
  });

  it("says how old the saved workbook is", async () => {
    const { file, out, run } = await firmFolder(smallFirm());
    await utimes(file, 0, Math.floor(Date.parse("2026-11-04T10:00:00Z") / 1000));
    await run();
    expect(await readFile(join(out, `recapitulatif-${today}.txt`), "utf8")).toMatch(/20 jours/);
  });
});

describe("a letter template that cannot be used", () => {
  const original = resolve(__dirname, "../../templates");
  const template = "lettre-reconduction.docx";

  async function withTemplate(edit: (xml: string) => string) {
    const firm = await firmFolder(smallFirm());
    const templates = join(firm.folder, "modeles");
    await cp(original, templates, { recursive: true });
    const bytes = await readFile(join(templates, template));
    await writeFile(join(templates, template), withPart(bytes, "word/document.xml", edit));
    return { ...firm, templates, answer: await firm.ask("run", "--templates", templates) };
  }

  it("for an unknown field is told in French, and the rest is written", async () => {
    const { answer, out } = await withTemplate((xml) => xml.replace("{{client_nom}}", "{{cliant_nom}}"));
    expect(answer.exitCode).toBe(4);
    expect(answer.warned).toContain(
      `Modèle ${template} : le champ « cliant_nom » n’existe pas. Vouliez-vous dire « client_nom » ?`,
    );
    expect(await names(out)).toEqual(["journal-tacite.jsonl", ...digest].sort());
  });

  it("for a missing field is told in French, by check too", async () => {
    const { answer, ask, templates } = await withTemplate((xml) => xml.replaceAll("{{date_limite}}", "bientôt"));
    expect(answer.exitCode).toBe(4);
    expect(answer.warned).toContain(`le champ obligatoire « date_limite » manque.`);
    const check = await ask("check", "--templates", templates);
    expect(check.exitCode).toBe(4);
    expect(check.printed).toContain("le champ obligatoire « date_limite » manque.");
  });

  it("for lying nowhere is told in French", async () => {
    const { ask } = await firmFolder(smallFirm());
    const { exitCode, warned } = await ask("run", "--templates", await newFolder());
    expect(exitCode).toBe(4);
    expect(warned).toContain("ce fichier est introuvable ou vide");
  });
});

const packageFile = JSON.parse(readFileSync(resolve(__dirname, "../../package.json"), "utf8")) as { version: string };

describe("the other commands", () => {
  it("plan says what is due and writes nothing", async () => {
    const { folder, ask } = await firmFolder(smallFirm());
    const { exitCode, printed } = await ask("plan");
    expect(exitCode).toBe(0);
    expect(printed).toContain("2026-001, Léa Martin, La Roche-sur-Yon");
    expect(await readdir(folder)).toEqual(["registre.xlsx"]);
  });

  it("plan knows the letters of the ledger", async () => {
    const { ask } = await firmFolder(smallFirm());
    expect(JSON.parse((await ask("plan", "--json")).printed).letters).toHaveLength(2);
    await ask("run");
    expect(JSON.parse((await ask("plan", "--json")).printed).letters).toHaveLength(0);
  });

  it("check finds nothing to correct in a sound register", async () => {
    const { ask } = await firmFolder(smallFirm());
    expect(await ask("check")).toEqual({ exitCode: 0, printed: "Rien à corriger.", warned: "" });
  });

  it("check lists each cell to correct", async () => {
    const { ask } = await firmFolder(smallFirm({ client: "C0009" }));
    const { exitCode, printed } = await ask("check");
    expect(exitCode).toBe(4);
    expect(printed).toMatch(/^Contrats!P2 : « C0009 » n’existe pas dans la feuille Clients/m);
    expect(printed).toMatch(/à corriger$/);
  });

  it("ledger tells the letters and proves the chain", async () => {
    const { out, ask } = await firmFolder(smallFirm());
    await ask("run");
    const { exitCode, printed } = await tacite(["ledger", "--out", out]);
    expect(exitCode).toBe(0);
    expect(printed).toContain(
      "    2  24/11/2026 08:00  préparée                contrat 2026-001, période du 15/03/2026",
    );
    expect(printed).toContain("Journal intact : 5 événements.");
  });

  it("ledger says that a folder has no ledger", async () => {
    const folder = await newFolder();
    expect(await tacite(["ledger", "--out", folder])).toEqual({
      exitCode: 2,
      printed: "",
      warned: `Il n’y a aucun journal dans ce dossier : ${folder}. Donnez le dossier où Tacite écrit les lettres.`,
    });
  });

  it("ledger names a last line that was cut short", async () => {
    const { out, ask } = await firmFolder(smallFirm());
    await ask("run");
    await appendFile(join(out, "journal-tacite.jsonl"), '{"seq":6,"at"');
    const { exitCode, printed, warned } = await tacite(["ledger", "--out", out]);
    expect(exitCode).toBe(0);
    expect(printed).toContain("Journal intact : 5 événements.");
    expect(warned).toBe("La ligne 6 est restée inachevée, sans doute après une coupure : elle ne compte pas.");
  });

  it("ledger says which letters were changed or are no longer there", async () => {
    const { out, ask } = await firmFolder(smallFirm());
    await ask("run");
    await rm(join(out, martin));
    await appendFile(join(out, durand), " ");
    const { exitCode, warned } = await tacite(["ledger", "--out", out]);
    expect(exitCode).toBe(0);
    expect(warned.split("\n")).toEqual([
      `${martin} : cette lettre n’est plus dans le dossier.`,
      `${durand} : cette lettre a été modifiée depuis qu’elle a été préparée.`,
    ]);
  });

  it("ledger refuses a ledger that was altered, and so does run", async () => {
    const { out, ask } = await firmFolder(smallFirm());
    await ask("run");
    const ledger = join(out, "journal-tacite.jsonl");
    await writeFile(ledger, (await readFile(ledger, "utf8")).replace("2027-01-14", "2027-01-15"));
    const { exitCode, warned } = await tacite(["ledger", "--out", out]);
    expect(exitCode).toBe(5);
    expect(warned).toContain("a été modifié à la ligne 1");
    expect((await ask("run")).exitCode).toBe(5);
  });

  it("run waits for nobody who holds the ledger", async () => {
    const { out, ask } = await firmFolder(smallFirm());
    await ask("run");
    await writeFile(join(out, "journal-tacite.jsonl.lock"), "held");
    const { exitCode, warned } = await ask("run");
    expect(exitCode).toBe(6);
    expect(warned).toContain("Tacite travaille déjà sur ce dossier");
  });

  it("run says which folder it cannot write", async () => {
    const { folder, ask } = await firmFolder(smallFirm());
    const taken = join(folder, "fichier");
    await writeFile(taken, "");
    const { exitCode, warned } = await ask("run", "--out", join(taken, "sortie"));
    expect(exitCode).toBe(7);
    expect(warned).toContain(`Tacite ne peut pas écrire dans ${taken}`);
  });

  it("new writes a register that the other commands read, and never over another", async () => {
    const file = join(await newFolder(), "a", "neuf.xlsx");
    expect(await tacite(["new", file])).toEqual({ exitCode: 0, printed: `Registre créé : ${file}`, warned: "" });
    const { printed } = await tacite(["plan", "--register", file, "--json"]);
    expect(JSON.parse(printed)).toMatchObject({ register: { registerId: "register-of-the-test" }, contracts: [] });
    const again = await tacite(["new", file]);
    expect(again.exitCode).toBe(2);
    expect(again.warned).toContain("existe déjà et n’a pas été touché");
  });

  it("new asks for a name that ends in .xlsx", async () => {
    const { exitCode, warned } = await tacite(["new", join(await newFolder(), "contrats")]);
    expect(exitCode).toBe(2);
    expect(warned).toBe("Le nom d’un registre finit par .xlsx : « contrats.xlsx », par exemple.");
  });

  it("gives its version", async () => {
    expect(await tacite(["--version"])).toEqual({ exitCode: 0, printed: packageFile.version, warned: "" });
  });

  it("run and plan find the ledger that lies beside the register", async () => {
    const { folder, file } = await firmFolder(smallFirm());
    await tacite(["run", "--register", file, "--today", today, "--out", folder]);
    const before = await filesOf(folder);
    await tacite(["run", "--register", file, "--today", today]);
    expect(await filesOf(folder)).toEqual(before);
  });

  it("demo makes another sample on another day", async () => {
    const out = join(await newFolder(), "sortie");
    await tacite(["demo", "--out", out], "2026-11-24");
    await tacite(["demo", "--out", out], "2026-12-01");
    expect((await readdir(out)).filter((name) => name.endsWith(".xlsx"))).toEqual([
      "registre-exemple-2026-11-24.xlsx",
      "registre-exemple-2026-12-01.xlsx",
    ]);
  });

  it("demo makes the sample register and runs on it, twice without a change", async () => {
    const out = join(await newFolder(), "sortie");
    const first = await tacite(["demo", "--out", out]);
    expect(first.exitCode).toBe(0);
    expect(first.printed).toContain(`Registre       ${join(out, "registre-exemple-2026-11-24.xlsx")} (`);
    const before = await filesOf(out);
    expect((await tacite(["demo", "--out", out])).exitCode).toBe(0);
    expect(await filesOf(out)).toEqual(before);
  });
});

describe("the command line", () => {
  const usage = async (...args: readonly string[]) => {
    const { exitCode, printed, warned } = await tacite(args);
    expect({ exitCode, printed }).toEqual({ exitCode: 2, printed: "" });
    return warned;
  };
  const seeHelp = "Voyez « tacite --help ».";

  it("tells a wrong word in French", async () => {
    expect(await usage("lettre")).toBe(`La commande « lettre » n’existe pas. ${seeHelp}`);
    expect(await usage("plan", "--register", "x", "--jour", "lundi")).toBe(
      `L’option « --jour » n’existe pas. ${seeHelp}`,
    );
    expect(await usage("plan")).toBe(`Il manque l’option « --register <fichier> ». ${seeHelp}`);
    expect(await usage("plan", "--registre", "x")).toBe(
      `L’option « --registre » n’existe pas. Vouliez-vous dire « --register » ? ${seeHelp}`,
    );
    expect(await usage("ledger", "--json", "--dossier=x")).toBe(`L’option « --dossier » n’existe pas. ${seeHelp}`);
    expect(await usage("run", "--register", " ")).toBe(
      `La valeur donnée à « --register <fichier> » ne convient pas. Elle est vide : écrivez un chemin. ${seeHelp}`,
    );
    expect(await usage("new")).toBe(`Il manque l’argument « fichier ». ${seeHelp}`);
    expect(await usage("new", "a.xlsx", "b.xlsx")).toBe(`Il y a trop d’arguments. ${seeHelp}`);
    expect(await usage("ledger", "--out")).toBe(`Il manque une valeur après « --out <dossier> ». ${seeHelp}`);
    expect(await usage("plan", "--register", "x", "--lang", "de")).toBe(
      `La valeur donnée à « --lang <langue> » ne convient pas. Au choix : fr, en. ${seeHelp}`,
    );
    expect(await usage()).toBe(`Dites ce qu’il faut faire. ${seeHelp}`);
  });

  it.each(["demain", "2026-02-29", "24/11/2026", "2026-1-1", ""])("refuses « %s » as a day", async (day) => {
    expect(await usage("plan", "--register", "x", "--today", day)).toBe(
      `La valeur donnée à « --today <date> » ne convient pas. « ${day} » n’est pas une date. Écrivez par exemple 2026-11-24. ${seeHelp}`,
    );
  });

  it("plans for the day that is asked, else for today", async () => {
    const { file } = await firmFolder(smallFirm());
    const planned = async (...args: readonly string[]) =>
      JSON.parse((await tacite(["plan", "--register", file, "--json", ...args], "2026-04-01")).printed) as object;
    expect(await planned()).toMatchObject({ today: "2026-04-01", letters: [] });
    expect(await planned("--today", today)).toMatchObject({ today, letters: [{}, {}] });
  });

  it("helps in French", async () => {
    const { exitCode, printed } = await tacite(["--help"]);
    expect(exitCode).toBe(0);
    expect(printed).toMatch(/^Utilisation : tacite/);
    expect(printed).not.toMatch(/Usage|Options:|Commands|default|display/);
    const run = (await tacite(["run", "--help"])).printed;
    expect(run).toMatch(/--register <fichier> .*\(obligatoire\)/);
    expect(run).not.toMatch(/Usage|Options:|default|choices|display/);
  });
});

describe("--lang en", () => {
  /** What only French has, once the names of clients, sheets and cells are taken out. */
  const french = /[«»éèàùçâêôœ]|\b(?:le|la|les|des|une|du|est|sont)\b/;
  const withoutNames = (text: string, folder: string) =>
    text.replaceAll(folder, "").replace(/Paramètres|recapitulatif|“[^”]*”|Léa Martin|La Roche-sur-Yon/g, "");

  it("sums a run up in English, on the terminal and in the digest", async () => {
    const { folder, out, ask } = await firmFolder(smallFirm({}, { signatory: null }));
    const { printed, warned } = await ask("run", "--lang", "en");
    expect(warned).toBe("");
    expect(printed).toContain(`Letters        0 new, in ${join(out, "Lettres")}`);
    expect(printed).toContain("2 more to prepare once the register is corrected");
    expect(printed).toMatch(/To do\n {4}2 {2}Letters to send$/m);
    expect(withoutNames(printed, folder)).not.toMatch(french);
    const page = await readFile(join(out, `recapitulatif-${today}.txt`), "utf8");
    expect(page).toContain("Summary of the week, Tue\u00a024\u00a0Nov\u00a02026");
    expect(withoutNames(page, folder)).not.toMatch(french);
  });

  it("lists in English what is due, what is to be corrected and what the ledger holds", async () => {
    const { folder, file, out, ask } = await firmFolder(smallFirm());
    await ask("run", "--lang", "en");
    expect(await names(out)).toContain(martin);
    const plan = await ask("plan", "--lang", "en");
    expect(plan.printed).toMatch(/^Letters to send \(2\)$/m);
    const ledger = await tacite(["ledger", "--out", out, "--lang", "en"]);
    expect(ledger.printed).toMatch(/prepared .* contract 2026-001, period from 15\/03\/2026$/m);
    expect(ledger.printed).toMatch(/^Ledger intact: \d events\.$/m);
    const check = await tacite(["check", "--register", file, "--lang", "en"]);
    expect(check.printed).toBe("Nothing to correct.");
    for (const { printed } of [plan, ledger, check]) expect(withoutNames(printed, folder)).not.toMatch(french);
  });

  it("refuses in English too", async () => {
    const folder = await newFolder();
    const file = join(folder, "absent.xlsx");
    const answers = [
      await tacite(["plan", "--register", file, "--lang", "en"]),
      await tacite(["ledger", "--out", folder, "--lang", "en"]),
      await tacite(["new", join(folder, "register.xls"), "--lang", "en"]),
    ];
    expect(answers.map(({ warned }) => warned)).toEqual([
      `${file}: this file does not exist. Check the path, or create a register with “tacite new”.`,
      `There is no ledger in this folder: ${folder}. Give the folder where Tacite writes the letters.`,
      "The name of a register ends in .xlsx: “register.xls.xlsx”, for example.",
    ]);
  });
});
