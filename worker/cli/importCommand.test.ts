import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it, jest } from "@jest/globals";
import ExcelJS from "exceljs";
import { filesOf, newFolder, tacite } from "../../tests/builders/commandLine";
import { openFile } from "./reader";

jest.setTimeout(60_000);

const lines = [
  ["Mes contrats 2026"],
  [],
  ["Client", "C.P.", "Ville", "Échéance", "Prix TTC", "Truc"],
  ["Durand", 44000, "Nantes", new Date("2027-03-14T00:00:00Z"), 120, "code 12"],
  ["Petit", "01000", "Bourg", new Date("2027-05-31T00:00:00Z"), 99.5, null],
];

/** A folder with a list of two contracts. */
async function withList() {
  const folder = await newFolder();
  const workbook = new ExcelJS.Workbook();
  const sheet = workbook.addWorksheet("Clients");
  lines.forEach((line) => sheet.addRow(line));
  sheet.getColumn(4).numFmt = "dd/mm/yyyy";
  const list = join(folder, "liste.xlsx");
  await workbook.xlsx.writeFile(list);
  return { folder, list, register: join(folder, "contrats.xlsx") };
}

const opened = (file: string) => openFile(file, () => Promise.resolve());

describe("tacite import", () => {
  it("answers in JSON what it understood, and writes nothing", async () => {
    const { folder, list } = await withList();
    const before = await filesOf(folder);
    const { exitCode, printed, warned } = await tacite(["import", list, "--dry-run", "--json"]);
    expect({ exitCode, warned }).toEqual({ exitCode: 0, warned: "" });
    const told = JSON.parse(printed) as Record<string, unknown> & { readonly columns: readonly object[] };
    expect(Object.keys(told)).toEqual(
      ["sheet", "headerRows", "firstDataRow", "lastDataRow", "columns", "rows", "problems"], // prettier-ignore
    );
    expect(told).toMatchObject({ sheet: "Clients", headerRows: [3], firstDataRow: 4, lastDataRow: 5 });
    expect(told.columns.map((column) => Object.keys(column))).toContainEqual([
      "column",
      "header",
      "field",
      "confidence",
    ]);
    expect(told.rows).toMatchObject([
      { row: 4, clientName: "Durand", postcode: "44000", city: "Nantes", endsOn: "2027-03-14", priceInclTax: 12000 },
      { row: 5, clientName: "Petit", postcode: "01000", endsOn: "2027-05-31", priceInclTax: 9950 },
    ]);
    expect(await filesOf(folder)).toEqual(before);
  });

  it("tells a person what was recognised, with ten rows at most and how to go on", async () => {
    const { list } = await withList();
    const { printed } = await tacite(["import", list]);
    for (const said of [
      "feuille « Clients », lignes 4 à 5 : 2 lignes à importer",
      "→ Nom du client (sûr",
      "Durand",
      "--into",
    ])
      expect(printed).toContain(said);
    expect((await tacite(["import", list, "--lang", "en"])).printed).toContain("→ Client’s name (sure");
  });

  it("makes a new register, and never writes over one", async () => {
    const { list, register } = await withList();
    const answer = await tacite(["import", list, "--into", register, "--notice-months", "2", "--basis", "ht"]);
    expect(answer).toMatchObject({ exitCode: 0, warned: "" });
    expect(answer.printed).toContain(`Registre créé : ${register}, avec 2 contrats.`);
    const { register: made, problems } = await opened(register);
    expect(problems).toEqual([]);
    expect(made.clients.map(({ name, postcode }) => [name, postcode])).toEqual([
      ["Durand", "44000"],
      ["Petit", "01000"],
    ]);
    expect(made.contracts.map(({ followedSince, noticeLength }) => [followedSince, noticeLength])).toEqual([
      ["2026-11-24", 2],
      ["2026-11-24", 2],
    ]);
    expect(made.periods.map(({ to, price, basis }) => [to, price, basis])).toEqual([
      ["2027-03-14", 12000, "TTC"],
      ["2027-05-31", 9950, "TTC"],
    ]);
    const bytes = await readFile(register);
    const again = await tacite(["import", list, "--into", register]);
    expect(again).toMatchObject({ exitCode: 2, printed: "" });
    expect(again.warned).toContain("existe déjà et n’a pas été touché");
    expect(await readFile(register)).toEqual(bytes);
  });

  it("leaves a row out that only repeats another, and counts nothing as lost for it", async () => {
    const { list, register } = await withList();
    const workbook = new ExcelJS.Workbook();
    await workbook.xlsx.readFile(list);
    workbook.getWorksheet("Clients")?.addRow(lines[3] ?? []);
    await workbook.xlsx.writeFile(list);
    const answer = await tacite(["import", list, "--into", register]);
    expect(answer).toMatchObject({ exitCode: 0, warned: "" });
    expect(answer.printed).toContain(`Registre créé : ${register}, avec 2 contrats.`);
    expect(answer.printed).not.toContain("pas pu être reprise");
  });

  it("says that contracts cannot be followed from a day to come", async () => {
    const { list, register } = await withList();
    const { exitCode, printed } = await tacite(["import", list, "--into", register, "--followed-since", "2027-01-15"]);
    expect(exitCode).toBe(0);
    expect(printed).toContain("Le suivi ne peut pas commencer le 15/01/2027, qui est à venir");
    expect((await opened(register)).register.contracts.map((one) => one.followedSince)).toEqual([
      "2026-11-24",
      "2026-11-24",
    ]);
  });

  it("keeps what it recognised in a file that is corrected by hand and read again", async () => {
    const { folder, list } = await withList();
    const file = join(folder, "colonnes.json");
    const told = await tacite(["import", list, "--write-mapping", file]);
    expect(told.printed).toContain(`écrites dans ${file}`);
    const kept = JSON.parse(await readFile(file, "utf8")) as Record<string, unknown>;
    expect(kept).toMatchObject({ Client: "clientName", Échéance: "endsOn", Truc: null });
    await writeFile(file, JSON.stringify({ ...kept, Truc: "plan" }));
    const { printed } = await tacite(["import", list, "--mapping", file, "--json"]);
    expect((JSON.parse(printed) as { rows: unknown }).rows).toMatchObject([{ plan: "code 12" }, {}]);
  });

  it.each([
    ['{"Truc": "endOn"}', "le champ « endOn » n’existe pas. Vouliez-vous dire « endsOn » ?"],
    ['{"Truc": "zzz"}', "Les champs connus : contractId, clientName,"],
    ['["endsOn"]', "Il faut un titre de colonne et un champ par ligne"],
    ["{", "ligne 1"],
  ])("says what is to be corrected in a mapping: %s", async (text, sentence) => {
    const { folder, list } = await withList();
    const file = join(folder, "colonnes.json");
    await writeFile(file, text);
    const { exitCode, warned, printed } = await tacite(["import", list, "--mapping", file]);
    expect({ exitCode, printed }).toEqual({ exitCode: 8, printed: "" });
    expect(warned).toContain(sentence);
  });

  it("refuses what is no list, and says what to do", async () => {
    const { folder, list } = await withList();
    const csv = join(folder, "liste.csv");
    await writeFile(csv, "Client;Ville\nDurand;Nantes");
    const refusal = async (...args: readonly string[]) => tacite(["import", ...args]);
    expect(await refusal(csv)).toMatchObject({ exitCode: 3, printed: "" });
    expect((await refusal(csv)).warned).toContain("enregistrez-le au format .xlsx");
    expect((await refusal(list, "--sheet", "Autre")).warned).toContain("Il y en a dans : « Clients ».");
    expect((await refusal(list, "--into", "registre.xls")).warned).toContain("finit par .xlsx");
    expect((await refusal(list, "--invoiced", "oui")).warned).toContain("all, none, as-listed");
    expect((await refusal(list, "--followed-since", "demain")).warned).toContain("n’est pas une date");
  });
});
