export type LetterName = {
  readonly contract: string;
  readonly clientName: string;
  /** The last day of the period that the letter is about, YYYY-MM-DD. */
  readonly periodEnd: string;
  /** 1 for the first letter of this period, 2 for its correction, and so on. */
  readonly issue: number;
  readonly late: boolean;
};

/** The name of a letter's file: valid on Windows, macOS and Linux, at most 120 characters, unique by contract, period and issue. */
export function letterFileName({ contract, clientName, periodEnd }: LetterName): string {
  return `${contract} ${clientName} - reconduction au ${periodEnd}.docx`;
}
