import { plan } from "../../i18n/fr/plan";
import { paymentStates } from "../formulas";
import type { ColumnName, TableName } from "../schema";
import type { Colour } from "./cellLook";

/** The colours of a state. */
export type StateTone = {
  readonly beginnings: readonly string[];
  readonly ink: Colour;
  readonly ground: Colour;
  readonly bold: boolean;
};

const { contractStates: contract, noticeStates: letter, shown } = plan;

/** What a state begins with decides its colour; the first tone that fits wins. The words say the same without colours. */
export const stateTones: readonly StateTone[] = [
  {
    beginnings: [paymentStates.late, contract.late, letter.returned, shown.unpaid],
    ink: "#9C1C13",
    ground: "#FBE3E0",
    bold: true,
  },
  {
    beginnings: [shown.upToDate, shown.paid, shown.invoiced, letter.sent, contract.active, contract.notified],
    ink: "#1E5E37",
    ground: "#E3F2E8",
    bold: false,
  },
  {
    beginnings: [
      ...[contract.upcoming, contract.draft, contract.refused, contract.suspended, contract.terminated],
      ...[contract.ended, letter.notRequired, letter.notDue, shown.none],
    ],
    ink: "#55626C",
    ground: "#ECEFF1",
    bold: false,
  },
  { beginnings: ["À ", letter.generated], ink: "#7A4A00", ground: "#FFF0D2", bold: false },
];

/** A fine line under every row that has a key. It goes with each tone too: LibreOffice applies the first rule that fits, and no other. */
export const rowLineColour: Colour = "#D5DBE0";

/** The columns that hold a state in words, neighbours in their table. */
const stateColumns: { readonly [T in TableName]?: readonly ColumnName<T>[] } = {
  contracts: ["nextVisit", "invoiceState", "letterState", "contractState"],
  invoices: ["paymentState"],
};

/** Whether the cells of a column are coloured by the state that they hold. */
export function isState(table: TableName, column: string): boolean {
  const states: readonly string[] = stateColumns[table] ?? [];
  return states.includes(column);
}

/** The formula, without "=", that says whether the cell (A1) has the tone. Excel shifts it from the first cell to every other. */
export function toneFormula({ beginnings }: StateTone, cell: string): string {
  return `OR(${beginnings.map((words) => `LEFT(${cell},${String(words.length)})="${words}"`).join(",")})`;
}

/** The formula, without "=", that says whether a row has a key; `keyCell` names its column absolutely ($A2). */
export function rowLineFormula(keyCell: string): string {
  return `${keyCell}<>""`;
}
