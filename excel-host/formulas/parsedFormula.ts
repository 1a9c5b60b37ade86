import { formulaTokens } from "../model/formulaTokens";

/** What stands in a formula where a value must be looked up. */
export type Slot =
  | { readonly kind: "reference" | "name"; readonly text: string }
  | { readonly kind: "thisRow"; readonly table: string; readonly columns: readonly string[] }
  | { readonly kind: "tablePart"; readonly table: string; readonly part: string; readonly columns: readonly string[] }
  | { readonly kind: "today" }
  | { readonly kind: "now" };

/** A formula with its places numbered: `text` holds {0}, {1}… for the slots. */
export type ParsedFormula = { readonly text: string; readonly slots: readonly Slot[] };

const parsed = new Map<string, ParsedFormula>();

/** Formulas of tables are the same text in every row, and are taken apart once. */
export function parsedFormula(formula: string): ParsedFormula {
  const known = parsed.get(formula);
  if (known !== undefined) return known;
  const result = takenApart(formula);
  if (result.slots.every(({ kind }) => kind !== "reference")) parsed.set(formula, result);
  return result;
}

function takenApart(formula: string): ParsedFormula {
  const slots: Slot[] = [];
  const places = new Map<string, number>();
  const place = (slot: Slot): string => {
    const key = JSON.stringify(slot);
    const index = places.get(key) ?? slots.push(slot) - 1;
    places.set(key, index);
    return `{${index}}`;
  };
  const tokens = formulaTokens(formula).map((token) => ({ ...token }));
  let text = "";
  tokens.forEach((token, at) => {
    const next = tokens[at + 1];
    switch (token.kind) {
      case "reference":
        text += place({ kind: "reference", text: token.text });
        break;
      case "structured":
        text += place(structuredSlot(token.text));
        break;
      case "word":
        text +=
          next?.text.trimStart().startsWith("(") === true ? called(token.text, next, place) : named(token.text, place);
        break;
      default:
        text += token.text;
    }
  });
  return { text, slots };
}

/** TODAY() and NOW() are told from outside; the other functions are the engine's. */
function called(word: string, next: { text: string }, place: (slot: Slot) => string): string {
  const name = word.toUpperCase().replace(/^_XLFN\.(?:_XLWS\.)?/, "");
  if (name !== "TODAY" && name !== "NOW") return name;
  next.text = next.text.replace(/^\s*\(\s*\)/, "");
  return place(name === "TODAY" ? { kind: "today" } : { kind: "now" });
}

function named(word: string, place: (slot: Slot) => string): string {
  return /^(?:TRUE|FALSE|E\d*)$/i.test(word) ? word : place({ kind: "name", text: word });
}

function structuredSlot(text: string): Slot {
  const open = text.indexOf("[");
  const table = text.slice(0, open);
  const inner = text.slice(open + 1, -1);
  const parts = inner.includes("[")
    ? [...inner.matchAll(/\[((?:'.|[^\]'])*)\]/g)].map(([, part = ""]) => part)
    : [inner];
  const special = parts.find((part) => part.startsWith("#")) ?? "#Data";
  const columns = parts
    .filter((part) => !part.startsWith("#") && part !== "")
    .map((part) => part.replace(/'(.)/g, "$1"));
  if (special.toLowerCase() === "#this row") return { kind: "thisRow", table, columns };
  return { kind: "tablePart", table, part: special.toLowerCase(), columns };
}
