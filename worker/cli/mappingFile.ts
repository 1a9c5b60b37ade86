import { readFile } from "node:fs/promises";
import * as z from "zod";
import type { Language } from "../../domain/i18n";
import { importFields } from "../../domain/import/list";
import type { ImportField, ListLayout } from "../../domain/import/list";
import { columnsByName } from "../../domain/import/mapping";
import type { ListMapping } from "../../domain/import/mapping";
import { normalized } from "../../domain/workbook/words";
import { readJson } from "../config/jsonText";
import { ConfigInvalid } from "../config/readConfig";
import { nearestName } from "../word/nearestName";
import { words } from "./words";

const fileSchema = z.record(z.string(), z.string().nullable());

/** The file of `--write-mapping`: headers as they are written in the list, each with its field, to be corrected by hand. */
export function mappingText(layout: ListLayout): string {
  const named = [...columnsByName(layout)].map(([name, { field }]) => [name, field]);
  return `${JSON.stringify(Object.fromEntries(named), null, 2)}\n`;
}

/** Reads and checks the file of `--mapping`. @throws ConfigInvalid with a sentence for each fault */
export async function readMapping(file: string, language: Language): Promise<ListMapping> {
  const says = words[language].importing;
  const bytes = await readFile(file).catch(() => null);
  if (bytes === null) throw new ConfigInvalid(file, [says.mappingNotRead(file)]);
  const json = readJson(bytes);
  if (json.kind === "wrong") throw new ConfigInvalid(file, [says.mappingWrong(file), json.sentence]);
  const read = fileSchema.safeParse(json.value);
  if (!read.success) throw new ConfigInvalid(file, [says.mappingWrong(file), says.mappingShape]);
  const entries = Object.entries(read.data);
  const unknown = entries.flatMap(([header, field]) =>
    field === null || isImportField(field) ? [] : [says.unknownField(header, field, nearestName(field, importFields))],
  );
  if (unknown.length > 0) {
    throw new ConfigInvalid(file, [says.mappingWrong(file), ...unknown, says.knownFields(importFields.join(", "))]);
  }
  return Object.fromEntries(entries.map(([header, field]) => [normalized(header), field as ImportField | null]));
}

function isImportField(name: string): name is ImportField {
  return (importFields as readonly string[]).includes(name) || /^visitOfYear:\d{4}$/.test(name);
}
