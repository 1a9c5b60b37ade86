import { describe, expect, it } from "@jest/globals";
import { Document, Packer, Paragraph, Table, TableCell, TableRow } from "docx";
import { strToU8, zipSync } from "fflate";

import { letterFields } from "../../domain/letters/letterFields";
import { checkTemplate } from "./checkTemplate";

const border = { style: "single", size: 6 } as const;
const boxed = { top: border, bottom: border, left: border, right: border };
const others = letterFields
  .filter(({ name }) => name !== "date_limite")
  .map(({ name }) => new Paragraph(`{{${name}}}`));
const deadline = new Paragraph({ text: "Date limite : {{date_limite}}", border: boxed });

async function docx(
  children: ConstructorParameters<typeof Document>[0]["sections"][number]["children"],
  style?: object,
) {
  const styles =
    style === undefined
      ? {}
      : {
          styles: {
            paragraphStyles: [
              { id: "Cadre", name: "Cadre", paragraph: style },
              { id: "Fille", name: "Fille", basedOn: "Cadre" },
            ],
          },
        };
  return new Uint8Array(await Packer.toBuffer(new Document({ ...styles, sections: [{ children }] })));
}

const check = async (...typed: readonly string[]) =>
  checkTemplate(await docx([...others, deadline, ...typed.map((text) => new Paragraph(text))]));
const withDeadline = async (...children: readonly (Paragraph | Table)[]) =>
  checkTemplate(await docx([...others, ...children]));
const unknown = (field: string, suggestion: string) => ({ code: "templateUnknownField", field, suggestion });

describe("checkTemplate", () => {
  it("accepts a template with every field, spaces inside the braces included", async () => {
    expect(await check("{{ client_nom }} et {{\u00A0contrat_numero\u00A0}}")).toEqual([]);
  });

  it("names an unknown field and the field that was meant", async () => {
    expect(await check("{{Client_Nom}}")).toEqual([unknown("Client_Nom", "client_nom")]);
    expect(await check("{{préavis}}")).toEqual([unknown("préavis", "preavis")]);
    expect(await check("{{date limit}}")).toEqual([unknown("date limit", "date_limite")]);
    expect(await check("{{equipement.lieu}}")).toEqual([unknown("equipement.lieu", "equipements.lieu")]);
    expect(await check("{{météo}}")).toEqual([{ code: "templateUnknownField", field: "météo" }]);
  });

  it("sees a field with a brace forgotten", async () => {
    const unclosed = [{ code: "templateFieldUnclosed", field: "client_nom", suggestion: "client_nom" }];
    expect(await check("Bonjour {{client_nom}, merci")).toEqual(unclosed);
    expect(await check("Bonjour {client_nom}} merci")).toEqual(unclosed);
    expect(await check("Bonjour {{client_nom, merci de votre {{client_nom", "{{ client_nom. Fin")).toEqual(unclosed);
  });

  it("counts a required field that is misspelt or not closed once", async () => {
    expect(await withDeadline(new Paragraph({ text: "{{date_limitte}} {{date_limitte}}", border: boxed }))).toEqual([
      unknown("date_limitte", "date_limite"),
    ]);
    expect(await withDeadline(new Paragraph({ text: "avant le {{date_limite au soir", border: boxed }))).toEqual([
      { code: "templateFieldUnclosed", field: "date_limite", suggestion: "date_limite" },
    ]);
  });

  it("names every required field that is missing", async () => {
    const problems = await checkTemplate(await docx([new Paragraph("Bonjour")]));
    expect(problems).toContainEqual({ code: "templateMissingField", field: "date_limite" });
    expect(problems).toContainEqual({ code: "templateMissingField", field: "client_nom" });
    expect(problems).toHaveLength(letterFields.filter(({ required }) => required).length);
  });

  it("wants the fields of an equipment in a table row", async () => {
    expect(await check("{{equipements.lieu}}")).toEqual([
      { code: "templateFieldOutsideTable", field: "equipements.lieu" },
    ]);
  });

  it("wants the deadline in a visible box", async () => {
    const text = "Date limite : {{date_limite}}";
    const open = [{ code: "templateDeadlineNotBoxed", field: "date_limite" }];
    expect(await withDeadline(new Paragraph(text))).toEqual(open);
    expect(await withDeadline(new Paragraph({ text, border: { bottom: border } }))).toEqual(open);
    expect(
      await withDeadline(
        new Table({ rows: [new TableRow({ children: [new TableCell({ children: [new Paragraph(text)] })] })] }),
      ),
    ).toEqual([]);
    expect(
      await checkTemplate(await docx([...others, new Paragraph({ text, style: "Fille" })], { border: boxed })),
    ).toEqual([]);
    expect(await checkTemplate(await docx([...others, new Paragraph({ text, style: "Fille" })], {}))).toEqual(open);
  });

  it("tells a file that is not there or empty from one that is no Word document", async () => {
    const unreadable = [{ code: "templateUnreadable", field: null }];
    expect(await checkTemplate(new Uint8Array())).toEqual([{ code: "templateNotFound", field: null }]);
    expect(await checkTemplate(strToU8("bonjour"))).toEqual(unreadable);
    expect(await checkTemplate(zipSync({ "xl/workbook.xml": strToU8("<workbook/>") }))).toEqual(unreadable);
    expect(await checkTemplate(zipSync({ "word/document.xml": strToU8("<w:document") }))).toEqual(unreadable);
  });
});
