import type { Register } from "../register";
import type { Letter } from "../workbook/schema";

/** A letter as the worker's ledger remembers it. */
export type KnownLetter = Omit<Letter, "id">;

/**
 * The register with what the ledger knows of its letters. A fact in the workbook wins; the ledger fills what the
 * workbook leaves blank, and adds the letters of which the workbook says nothing.
 */
export function withKnownLetters(register: Register, known: readonly KnownLetter[]): Register {
  const unmatched = new Map(known.map((letter) => [identity(letter), letter]));
  const merged = register.letters.map((letter): Letter => {
    const fact = unmatched.get(identity(letter));
    if (fact === undefined) return letter;
    unmatched.delete(identity(letter));
    const filled = Object.entries(letter).map(([column, value]): [string, unknown] => [
      column,
      value ?? (fact as Readonly<Record<string, unknown>>)[column] ?? null,
    ]);
    return Object.fromEntries(filled) as Letter;
  });
  const added = [...unmatched].map(([id, letter]): Letter => ({ ...letter, id }));
  return { ...register, letters: [...merged, ...added] };
}

function identity({ contract, periodFrom, kind, issue }: KnownLetter): string {
  return [contract, periodFrom, kind, issue].join(":");
}
