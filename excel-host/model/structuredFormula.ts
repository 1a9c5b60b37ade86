import { formulaTokens } from "./formulaTokens";
import { sameName, type Table } from "./workbook";

/** "[@Prix]" as it is typed inside a table → "Tarifs[[#This Row],[Prix]]" as files keep it. */
export function fileFormula(formula: string, table: Table | null): string {
  if (!formula.includes("[")) return formula;
  return formulaTokens(formula)
    .map(({ kind, text }) => (kind === "structured" ? fileReference(text, table) : text))
    .join("");
}

/** The way back: inside its own table a reference to the same row is short. */
export function typedFormula(formula: string, table: Table | null): string {
  if (!formula.includes("[#This Row]")) return formula;
  return formulaTokens(formula)
    .map(({ kind, text }) => (kind === "structured" ? typedReference(text, table) : text))
    .join("");
}

function fileReference(text: string, table: Table | null): string {
  const [, name = "", inner = ""] = /^([^[]*)\[(.*)\]$/s.exec(text) ?? [];
  const owner = name === "" ? (table?.name ?? "") : name;
  if (owner === "") return text;
  const [, wrapped, bare] = /^@(?:\[(.*)\]|(.*))$/s.exec(inner) ?? [];
  const column = wrapped ?? bare;
  if (column !== undefined) return column === "" ? `${owner}[#This Row]` : `${owner}[[#This Row],[${column}]]`;
  return name === "" ? `${owner}[${inner}]` : text;
}

function typedReference(text: string, table: Table | null): string {
  const [, name = "", column = ""] = /^([^[]*)\[\[#This Row\],\s*\[(.*)\]\]$/is.exec(text) ?? [];
  if (column === "") return text;
  const owner = table !== null && sameName(table.name, name) ? "" : name;
  return /^[\p{L}_][\p{L}\p{N}_.]*$/u.test(column) ? `${owner}[@${column}]` : `${owner}[@[${column}]]`;
}
