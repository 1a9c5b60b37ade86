import { configWords as words } from "./configWords";

/** What is in a JSON file written by hand, or a sentence that says where it is wrong and how to mend it. */
export type JsonRead =
  { readonly kind: "value"; readonly value: unknown } | { readonly kind: "wrong"; readonly sentence: string };

/** Reads a settings file. A byte order mark, which the Bloc-notes adds, is no fault. */
export function readJson(bytes: Uint8Array): JsonRead {
  let text: string;
  try {
    text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return { kind: "wrong", sentence: words.notText };
  }
  if (text.includes("\0")) return { kind: "wrong", sentence: words.notText };
  if (text.trim() === "") return { kind: "wrong", sentence: words.empty };
  try {
    return { kind: "value", value: JSON.parse(text) };
  } catch (error) {
    const { at, what } = usualFault(text) ?? { at: placeIn(error, text), what: words.syntax };
    return { kind: "wrong", sentence: words.at(text.slice(0, at).split("\n").length, what) };
  }
}

type Fault = { readonly at: number; readonly what: string };

/** A string, whole or left open, or one of the faults that people make outside of strings. */
const pieces = /"(?:\\.|[^"\\\n])*("|(?=\n)|$)|\/[/*]|,(?=\s*[\]}])|[“”«»‘’']/gs;
const wrongEscape = /\\(?!["\\/bfnrt]|u[0-9a-fA-F]{4})/;

function usualFault(text: string): Fault | null {
  for (const { 0: piece, 1: closing, index } of text.matchAll(pieces)) {
    if (piece.startsWith('"')) {
      // Escapes are looked at two by two, so that the second half of \\ is not taken for a first.
      const escape = piece.replace(/\\\\/g, "//").search(wrongEscape);
      if (escape !== -1) return { at: index + escape, what: words.backslash };
      // A path that ends in a single \\ keeps its quotation mark from closing.
      if (closing !== '"') return { at: index, what: piece.includes('\\"') ? words.backslash : words.openString };
    } else if (piece.startsWith("/")) return { at: index, what: words.comment };
    else if (piece === ",") return { at: index, what: words.trailingComma };
    else return { at: index, what: words.quotes };
  }
  return null;
}

/** Where the parser stopped: at its end when it does not say. */
function placeIn(error: unknown, text: string): number {
  const place = error instanceof Error ? /position (\d+)/.exec(error.message)?.[1] : undefined;
  return place === undefined ? text.trimEnd().length : Number(place);
}
