/** The colours of the sheets, as those of a register that the worker writes. */
export const sheetColours = {
  ink: "#1F2D3A",
  softInk: "#4A5863",
  navy: "#23435C",
  white: "#FFFFFF",
  headerGrey: "#DDE2E6",
  filledGrey: "#F4F6F7",
  inputYellow: "#FFFBEA",
} as const;

/** The width that Excel asks for, in points, of a column so many characters wide. */
export function columnWidth(characters: number): number {
  return (characters * 7 + 5) * 0.75;
}
