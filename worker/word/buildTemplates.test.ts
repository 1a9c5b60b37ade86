import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

import { describe, expect, it } from "@jest/globals";

import { equipmentFields, letterFields } from "../../domain/letters/letterFields";
import { buildTemplates } from "./buildTemplates";
import { checkTemplate } from "./checkTemplate";
import { docxParagraphs, docxParts } from "./docxText";

const folder = join(__dirname, "../../templates");
const updating = process.env["UPDATE_TEMPLATES"] === "1";
const names = ["lettre-reconduction.docx", "lettre-reconduction-professionnel.docx"];
const text = (bytes: Uint8Array | undefined) => docxParagraphs(docxParts(bytes ?? new Uint8Array()) ?? {}).join("\n");

describe("the templates", () => {
  it.each(names)("%s is what buildTemplates builds (UPDATE_TEMPLATES=1 writes it)", async (name) => {
    const built = (await buildTemplates())[name] ?? new Uint8Array();
    if (updating) writeFileSync(join(folder, name), built);
    expect(docxParts(readFileSync(join(folder, name)))).toEqual(docxParts(built));
  });

  it.each(names)("%s can be used as it ships", async (name) => {
    expect(await checkTemplate(readFileSync(join(folder, name)))).toEqual([]);
  });

  it("gives protected clients the three articles of the law, and professionals none of it", async () => {
    const built = await buildTemplates();
    expect(text(built[names[0] ?? ""])).toContain("dans un encadré apparent, la date limite de non-reconduction.");
    expect(text(built[names[0] ?? ""])).toContain("Article L.\u00A0215-3");
    expect(text(built[names[0] ?? ""])).toContain("productives d’intérêts au taux légal.");
    expect(text(built[names[1] ?? ""])).not.toMatch(/215|Code de la consommation|sans frais|médiateur/);
  });

  it("explains every field to the tradesman in templates/README.md", () => {
    const readme = readFileSync(join(folder, "README.md"), "utf8");
    const fields = [
      ...letterFields.map(({ name, help }) => `| \`{{${name}}}\` | ${help} |`),
      ...Object.values(equipmentFields),
    ];
    expect(fields.filter((field) => !readme.includes(field))).toEqual([]);
  });

  it.each(names)("%s is no invoice and no advertisement", async (name) => {
    expect(text((await buildTemplates())[name])).not.toMatch(/factur|offre|promotion|profite/i);
  });
});
