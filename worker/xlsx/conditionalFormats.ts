import type { Borders, ConditionalFormattingOptions, Style } from "exceljs";
import { plan } from "../../domain/i18n/fr/plan";
import { paymentStates } from "../../domain/workbook/formulas";
import type { ColumnName, TableName } from "../../domain/workbook/schema";

const line: Partial<Borders> = { bottom: { style: "thin", color: { argb: "FFD5DBE0" } } };

type Tone = { readonly beginnings: readonly string[]; readonly style: Partial<Style> };

const { contractStates: contract, noticeStates: letter, shown } = plan;

/** What a state begins with decides its colour; the first tone that fits wins. The words say the same without colours. */
const tones: readonly Tone[] = [
  {
    beginnings: [paymentStates.late, contract.late, letter.returned, shown.unpaid],
    style: tone("FF9C1C13", "FFFBE3E0", true),
  },
  {
    beginnings: [shown.upToDate, shown.paid, shown.invoiced, letter.sent, contract.active, contract.notified],
    style: tone("FF1E5E37", "FFE3F2E8"),
  },
  {
    beginnings: [
      ...[contract.upcoming, contract.draft, contract.refused, contract.suspended, contract.terminated],
      ...[contract.ended, letter.notRequired, letter.notDue, shown.none],
    ],
    style: tone("FF55626C", "FFECEFF1"),
  },
  { beginnings: ["À ", letter.generated], style: tone("FF7A4A00", "FFFFF0D2") },
];

/** The columns that hold a state in words. */
export const stateColumns: { readonly [T in TableName]?: readonly ColumnName<T>[] } = {
  contracts: ["nextVisit", "invoiceState", "letterState", "contractState"],
  invoices: ["paymentState"],
};

/** A fine line under every row that has a key. */
export function rowLines(range: string, keyCell: string): ConditionalFormattingOptions {
  const formulae = [`${keyCell}<>""`];
  return { ref: range, rules: [{ type: "expression", priority: tones.length + 1, formulae, style: { border: line } }] };
}

/** The colours of the columns of states, given by their letters. */
export function stateColours(
  letters: readonly string[],
  firstRow: number,
  lastRow: number,
): ConditionalFormattingOptions {
  const ranges = letters.map((letter) => `${letter}${firstRow}:${letter}${lastRow}`);
  // Excel shifts the formula from the first cell to every other one.
  const first = `${letters[0] ?? ""}${firstRow}`;
  return {
    ref: ranges.join(" "),
    rules: tones.map(({ beginnings, style }, index) => ({
      type: "expression",
      priority: index + 1,
      formulae: [`OR(${beginnings.map((words) => `LEFT(${first},${words.length})="${words}"`).join(",")})`],
      style,
    })),
  };
}

function tone(ink: string, ground: string, bold?: true): Partial<Style> {
  return {
    font: { color: { argb: ink }, ...(bold && { bold }) },
    fill: { type: "pattern", pattern: "solid", bgColor: { argb: ground } },
    // LibreOffice applies the first rule that fits, and no other.
    border: line,
  };
}
