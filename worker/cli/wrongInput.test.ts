import { mkdir, readdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { beforeAll, describe, expect, it, jest } from "@jest/globals";
import { strToU8, zipSync } from "fflate";
import type { PlanReport } from "../../domain/plan/planReport";
import type { Place } from "../../domain/problem";
import { SCHEMA_VERSION } from "../../domain/workbook/schema";
import { letter } from "../../tests/builders/register";
import { newFolder, tacite } from "../../tests/builders/commandLine";
import { smallFirm } from "../../tests/builders/smallFirm";
import {
  cellAt,
  withCells,
  withColumns,
  withoutRow,
  withoutRows,
  withoutTable,
  withSheetRenamed,
  workbookOf,
} from "../../tests/builders/workbook";
import { WorkbookUnreadable } from "../xlsx/workbookUnreadable";
import { RegisterUnreadable } from "../run/openRegister";
import { exitCodes } from "./exitCodes";
import { refusalOf } from "./refusal";

jest.setTimeout(60_000);

const today = "2026-11-24";
let sound: Uint8Array;

beforeAll(async () => {
  sound = await workbookOf(smallFirm(), today);
});

async function planOfFile(bytes: Uint8Array, name = "registre.xlsx") {
  const file = join(await newFolder(), name);
  await writeFile(file, bytes);
  const answer = await tacite(["plan", "--register", file, "--today", today, "--json"]);
  return { ...answer, file };
}

/** The plan, in which nothing else is lost: `letters` are the contracts whose letter can be written. */
async function planned(bytes: Uint8Array) {
  const { exitCode, printed, warned } = await planOfFile(bytes);
  expect({ exitCode, warned }).toEqual({ exitCode: 0, warned: "" });
  const plan = JSON.parse(printed) as PlanReport;
  const problems = plan.problems.map(({ sheet, cell, code }) => `${code} ${sheet}${cell === null ? "" : `!${cell}`}`);
  const letters = plan.letters.filter(({ refusedBecause }) => refusedBecause === undefined);
  return {
    problems,
    messages: plan.problems.map(({ message }) => message),
    contracts: plan.contracts.map(({ contract }) => contract),
    letters: letters.map(({ contract }) => contract),
    refused: plan.letters.flatMap(({ contract, refusedBecause = [] }) =>
      refusedBecause.map(({ code, sheet, cell }) => `${contract} ${code} ${sheet}!${String(cell)}`),
    ),
  };
}

const contracts: Place = { table: "contracts", key: "2026-001" };
const periods: Place = { table: "periods", key: "P1-2026-001" };
const both = ["2026-001", "2026-002"];

describe("a wrong cell is told with its place, and the rest goes on:", () => {
  it.each([
    [
      "a date that is none",
      { ...contracts, column: "startsOn" },
      "31/02/2026",
      "unreadableDate",
      "« 31/02/2026 » n’est pas une date.",
    ],
    [
      "a date typed as text",
      { ...contracts, column: "startsOn" },
      "15/03/2026",
      "dateIsText",
      "Tacite l’a lue comme le 15/03/2026",
    ],
    [
      "a date out of all bounds",
      { ...contracts, column: "signedOn" },
      9_999_999,
      "unreadableDate",
      "n’est pas une date",
    ],
    [
      "an amount that is none",
      { ...periods, column: "price" },
      "à voir",
      "unreadableAmount",
      "« à voir » n’est pas un montant.",
    ],
    [
      "an amount typed as text",
      { ...periods, column: "price" },
      "120,00 €",
      "amountIsText",
      "Le montant « 120,00 € » est du texte.",
    ],
    [
      "an unknown client",
      { ...contracts, column: "client" },
      "C0009",
      "unknownReference",
      "« C0009 » n’existe pas dans la feuille Clients.",
    ],
    ["no client", { ...contracts, column: "client" }, null, "missingValue", "Cette case est vide"],
    [
      "an unknown contract",
      { ...periods, column: "contract" },
      "2026-009",
      "unknownReference",
      "dans la feuille Contrats",
    ],
    [
      "a word of no list",
      { ...contracts, column: "noticeUnit" },
      "lunes",
      "unknownChoice",
      "Choisissez : Mois, Semaines, Jours",
    ],
    [
      "a number that is none",
      { ...contracts, column: "noticeLength" },
      "deux",
      "unreadableNumber",
      "« deux » n’est pas un nombre.",
    ],
    ["a number beyond reason", { ...contracts, column: "noticeLength" }, 5000, "outOfRange", "hors des limites"],
    ["neither yes nor no", { ...contracts, column: "coversParts" }, "bof", "unreadableYesNo", "ni Oui ni Non"],
    ["an error of Excel", { ...contracts, column: "nextPrice" }, { error: "#REF!" }, "cellError", "une erreur (#REF!)"],
    [
      "a VAT rate that is none",
      { ...periods, column: "vatRate" },
      "réduite",
      "unreadableVatRate",
      "n’est pas un taux de TVA",
    ],
    [
      "an address that is none",
      { table: "settings", key: "email", column: "value" },
      "sans arobase",
      "invalidEmail",
      "n’est pas une adresse e-mail",
    ],
  ] as const)("%s", async (_, at, value, code, sentence) => {
    const cell = await cellAt(sound, at);
    const found = await planned(withCells(sound, { [cell]: value }));
    expect(found.problems).toContain(`${code} ${cell}`);
    expect(found.messages.join("\n")).toContain(sentence);
    expect(found.contracts).toEqual(both);
    expect(found.letters).toContain("2026-002");
  });

  it("a contract number that is missing", async () => {
    const cell = await cellAt(sound, { ...contracts, column: "number" });
    const found = await planned(withCells(sound, { [cell]: null }));
    expect(found.problems).toContain(`missingKey ${cell}`);
    expect(found.letters).toEqual(["2026-002"]);
  });

  it("a contract number that is there twice", async () => {
    const cell = await cellAt(sound, { table: "contracts", key: "2026-002", column: "number" });
    const found = await planned(withCells(sound, { [cell]: "2026-001" }));
    expect(found.problems).toContain(`duplicateKey ${cell}`);
    expect(found.messages.join("\n")).toContain("La clé « 2026-001 » est déjà celle de la ligne 2.");
    expect(found.letters).toEqual([]);
    expect(found.refused).toContain(`2026-001 duplicateKey ${cell}`);
  });

  it("a client's row that was cleared", async () => {
    const found = await planned(withoutRow(sound, "Clients", 2));
    expect(found.problems).toEqual([`unknownReference ${await cellAt(sound, { ...contracts, column: "client" })}`]);
    expect(found.letters).toEqual(["2026-002"]);
  });
});

describe("the letter is refused, and the cell named, when it rests on", () => {
  it.each([
    ["an unreadable unit of notice", { ...contracts, column: "noticeUnit" }, "lunes"],
    ["an unreadable effective date", { ...contracts, column: "startsOn" }, "31/02/2026"],
    ["an unreadable end of the period", { ...periods, column: "to" }, "mars"],
    ["an unreadable price", { ...periods, column: "price" }, "à voir"],
    ["no price", { ...periods, column: "price" }, null],
  ] as const)("%s", async (_, at, value) => {
    const cell = await cellAt(sound, at);
    const { refused, letters } = await planned(withCells(sound, { [cell]: value }));
    expect(letters).toEqual(["2026-002"]);
    expect(refused.map((one) => one.replace(/ \w+ /, " "))).toContain(`2026-001 ${cell}`);
  });
});

describe("no letter is written, and the plan has no identity for the register,", () => {
  it.each(["registerId", "schemaVersion"] as const)("when %s is blank", async (key) => {
    const cell = await cellAt(sound, { table: "settings", key, column: "value" });
    const bytes = withCells(sound, { [cell]: null });
    expect(await planned(bytes)).toMatchObject({ problems: [`missingSetting ${cell}`], contracts: both, letters: [] });
    const { register } = JSON.parse((await planOfFile(bytes)).printed) as PlanReport;
    expect(register.registerId).toBe(key === "registerId" ? null : "small-firm");
  });
});

describe("a letter is not written again when", () => {
  const sent = letter({ issue: 1, deadline: "2027-01-14", generatedOn: "2026-11-18", sentOn: "2026-11-20" });

  it.each(["sentOn", "deadline", "channel", "issue"] as const)("%s of its row cannot be read", async (column) => {
    const known = await workbookOf(smallFirm({}, {}, { letters: [sent] }), today);
    const cell = await cellAt(known, { table: "letters", key: sent.id, column });
    const found = await planned(withCells(known, { [cell]: "bientôt" }));
    expect(found.problems[0]).toMatch(new RegExp(`^un\\w+ ${cell}$`));
    expect(found.letters).toEqual(["2026-002"]);
  });
});

describe("a workbook that its user has rearranged", () => {
  it("may have its columns moved", async () => {
    const found = await planned(withColumns(sound, "Contrats", (letters) => letters.toReversed()));
    expect(found).toMatchObject({ problems: [], contracts: both, letters: both });
  });

  it("may have a column of the user's own", async () => {
    const found = await planned(
      withColumns(sound, "Contrats", ([first = "", ...others]) => [first, "[Mes notes]", ...others]),
    );
    expect(found).toMatchObject({ problems: [], letters: both });
  });

  it("may have its sheets renamed, and is told of under the new names", async () => {
    const cell = (await cellAt(sound, { ...contracts, column: "client" })).replace("Contrats!", "Mes contrats!");
    const renamed = withSheetRenamed(sound, "Contrats", "Mes contrats");
    expect(await planned(renamed)).toMatchObject({ problems: [], letters: both });
    expect((await planned(withCells(renamed, { [cell]: "C0009" }))).problems).toEqual([`unknownReference ${cell}`]);
  });

  it("is told of a deleted column", async () => {
    const deleted = (await cellAt(sound, { ...contracts, column: "notes" })).replace(/^.*!|\d+$/g, "");
    const found = await planned(
      withColumns(sound, "Contrats", (letters) => letters.filter((letter) => letter !== deleted)),
    );
    expect(found).toMatchObject({ problems: ["missingColumn Contrats"], letters: both });
    expect(found.messages[0]).toContain("« Notes » manque dans la feuille Contrats");
  });

  it("writes no letter without the column of the notice", async () => {
    const deleted = (await cellAt(sound, { ...contracts, column: "noticeLength" })).replace(/^.*!|\d+$/g, "");
    const found = await planned(
      withColumns(sound, "Contrats", (letters) => letters.filter((letter) => letter !== deleted)),
    );
    expect(found).toMatchObject({ problems: ["missingColumn Contrats"], contracts: both, letters: [] });
  });

  it("is told of a column that is there twice", async () => {
    const found = await planned(withColumns(sound, "Contrats", (letters) => [...letters, "[Notes]"]));
    expect(found.problems[0]).toMatch(/^duplicateColumn Contrats/);
  });

  it("may have an empty table", async () => {
    expect(await planned(withoutRows(sound, "Interventions"))).toMatchObject({ problems: [], letters: both });
    expect(await planned(withoutRows(sound, "Contrats"))).toMatchObject({ contracts: [], letters: [] });
  });

  it("is told of a missing table", async () => {
    expect(await planned(withoutTable(sound, "Interventions"))).toMatchObject({
      problems: ["missingTable Interventions"],
      contracts: both,
      letters: both,
    });
  });

  it.each(["Clients", "Périodes", "Courriers"])("writes no letter without the table of %s", async (sheet) => {
    const found = await planned(withoutTable(sound, sheet));
    expect(found.problems).toContain(`missingTable ${sheet}`);
    expect(found).toMatchObject({ contracts: both, letters: [] });
  });

  it("writes no letter without the sheet Paramètres", async () => {
    const found = await planned(withoutTable(sound, "Paramètres"));
    expect(found.problems).toContain("missingSettings Paramètres");
    expect(found).toMatchObject({ contracts: both, letters: [] });
  });
});

const ole = (stream: string): Uint8Array =>
  Buffer.concat([Buffer.from("d0cf11e0a1b11ae1", "hex"), Buffer.alloc(504), Buffer.from(stream, "utf16le")]);

describe("a file that is no register is refused with a reason and what to do:", () => {
  it.each([
    ["0 bytes", () => new Uint8Array(), "ce fichier est vide (0 octet). Rétablissez-le"],
    ["an .xls", () => ole("Workbook"), "ce fichier est au vieux format .xls. Ouvrez-le dans Excel"],
    ["a password", () => ole("EncryptedPackage"), "ce classeur est protégé par un mot de passe."],
    ["half a file", () => sound.subarray(0, sound.length / 2), "ce fichier est incomplet"],
    ["a list in text", () => strToU8("Contrat;Client\n"), "ce fichier n’est pas un classeur Excel."],
    ["a Word document", () => zipSync({ "word/document.xml": strToU8("<document/>") }), "n’est pas un classeur Excel"],
    ["a workbook without our tables", () => otherWorkbook(), "ce classeur n’est pas un registre Tacite."],
    ["a sheet that is damaged", () => damagedWorkbook(), "ce classeur est abîmé."],
  ])("%s", async (_, bytes, sentence) => {
    const { exitCode, printed, warned, file } = await planOfFile(bytes());
    expect({ exitCode, printed }).toEqual({ exitCode: 3, printed: "" });
    expect(warned).toContain(`${file} : `);
    expect(warned).toContain(sentence);
  });

  it("a newer version of the register", async () => {
    const cell = await cellAt(sound, { table: "settings", key: "schemaVersion", column: "value" });
    const { exitCode, warned } = await planOfFile(withCells(sound, { [cell]: SCHEMA_VERSION + 1 }));
    expect(exitCode).toBe(3);
    expect(warned).toContain(
      "par une version plus récente de Tacite (registre 2, connu ici : 1). Mettez Tacite à jour.",
    );
  });

  it("a file that is not there, and a folder", async () => {
    const folder = await newFolder();
    await mkdir(join(folder, "dossier.xlsx"));
    const ask = (name: string) => tacite(["run", "--register", join(folder, name)]);
    expect(await ask("absent.xlsx")).toMatchObject({ exitCode: 3, warned: expect.stringContaining("n’existe pas") });
    expect(await ask("dossier.xlsx")).toMatchObject({ exitCode: 3, warned: expect.stringContaining("est un dossier") });
    expect(await readdir(folder)).toEqual(["dossier.xlsx"]);
  });

  it("a file that another program has locked", () => {
    const locked = new WorkbookUnreadable("fileLocked");
    expect(refusalOf(new RegisterUnreadable("registre.xlsx", { reason: locked.code }), "fr")).toEqual({
      exitCode: 3,
      sentence:
        "registre.xlsx\u00a0: ce fichier est verrouillé par un autre programme. Fermez-le dans cet autre programme et recommencez.",
    });
  });

  it.each([
    [systemError("EIO", "open"), "D:/Tacite/Lettres : le disque ne répond pas."],
    [systemError("EACCES", "open"), "Tacite ne peut pas écrire dans D:/Tacite/Lettres (EACCES)."],
    [systemError("ELOOP", "open"), "Une erreur imprévue a arrêté Tacite : ELOOP, open 'D:/Tacite/Lettres/…'."],
  ])("a file that may bear a client's name, of which only the folder is said", (error, start) => {
    const { sentence } = refusalOf(error, "fr");
    expect(sentence.replaceAll("\u00a0", " ")).toContain(start);
    expect(sentence).not.toContain("Martin");
  });

  it("but not one that Excel has open: only what was saved counts", async () => {
    const folder = await newFolder();
    await writeFile(join(folder, "registre.xlsx"), sound);
    await writeFile(join(folder, "~$registre.xlsx"), "");
    const { exitCode, warned } = await tacite(["plan", "--register", join(folder, "registre.xlsx"), "--today", today]);
    expect(exitCode).toBe(0);
    expect(warned).toBe("Le classeur est ouvert dans Excel : seules les saisies enregistrées sont prises en compte.");
  });
});

function systemError(code: string, syscall: string): Error {
  const path = "D:/Tacite/Lettres/2026-001 Martin.docx";
  return Object.assign(new Error(`${code}, ${syscall} '${path}'`), { code, syscall, path });
}

function otherWorkbook(): Uint8Array {
  return [
    "Contrats",
    "Interventions",
    "Factures",
    "Paramètres",
    "Clients",
    "Périodes",
    "Équipements",
    "Courriers",
    "Journal",
  ].reduce((bytes, sheet) => withoutTable(bytes, sheet), sound);
}

function damagedWorkbook(): Uint8Array {
  return zipSync({
    "xl/workbook.xml": strToU8("<workbook><sheets>"),
  });
}

describe("tacite check", () => {
  it("says where a day that is none and an hour beyond the day stand in Paramètres, and what to write", async () => {
    const settings = { table: "settings", column: "value" } as const;
    const day = await cellAt(sound, { ...settings, key: "digestDay" });
    const hour = await cellAt(sound, { ...settings, key: "digestHour" });
    const file = join(await newFolder(), "registre.xlsx");
    await writeFile(file, withCells(sound, { [day]: "mardredi", [hour]: 25 }));
    const { exitCode, printed } = await tacite(["check", "--register", file, "--today", today]);
    expect(exitCode).toBe(exitCodes.toCorrect);
    expect(printed.split("\n").filter((line) => line.startsWith("Paramètres!"))).toEqual([
      `${day} : « mardredi » n’est pas dans la liste. Choisissez : Lundi, Mardi, Mercredi, Jeudi, Vendredi, Samedi, Dimanche.`,
      `${hour} : La valeur « 25 » est hors des limites raisonnables. Tapez un nombre de 0 à 23.`,
    ]);
  });
});
