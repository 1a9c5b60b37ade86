import { lastRowOf } from "./area";
import { type Cell, isCellError } from "./cell";
import { cellAt } from "./cells";
import { displayText } from "./displayText";
import { edit, tell } from "./edit";
import type { Filter } from "./filter";
import { refuseProtected } from "./protection";
import type { Table, TableColumn, Workbook } from "./workbook";
import { bodyArea } from "./writeCells";

/** Shows only the rows that pass, or every row again (null). */
export function filterColumn(
  workbook: Workbook,
  origin: string,
  table: Table,
  column: TableColumn,
  filter: Filter | null,
): void {
  refuseProtected(table.sheet, "allowAutoFilter");
  edit(workbook, origin, () => {
    if (filter === null) table.filters.delete(column.id);
    else table.filters.set(column.id, filter);
    applyFilters(workbook, table);
  });
}

export function clearFilters(workbook: Workbook, origin: string, table: Table): void {
  refuseProtected(table.sheet, "allowAutoFilter");
  edit(workbook, origin, () => {
    table.filters.clear();
    applyFilters(workbook, table);
  });
}

/** Hides the rows that do not pass. Inside an edit. */
export function applyFilters(workbook: Workbook, table: Table): void {
  const { sheet } = table;
  const body = bodyArea(table);
  if (body !== null) {
    for (let row = body.row; row <= lastRowOf(body); row++) {
      if (passes(workbook, table, row)) sheet.hiddenRows.delete(row);
      else sheet.hiddenRows.add(row);
      if (sheet.rows.has(row)) sheet.changed.rows.add(row);
    }
  }
  tell(workbook, { kind: "filtered", table });
}

function passes(workbook: Workbook, table: Table, row: number): boolean {
  return table.columns.every(({ id }, at) => {
    const filter = table.filters.get(id);
    return filter === undefined || lets(workbook, filter, cellAt(table.sheet, row, table.area.column + at));
  });
}

function lets(workbook: Workbook, filter: Filter, cell: Cell): boolean {
  const text = displayText(workbook, cell).toLocaleLowerCase();
  if (filter.kind === "values") return filter.values.some((value) => value.toLocaleLowerCase() === text);
  const first = meets(filter.criterion1, cell, text);
  if (filter.criterion2 === null) return first;
  const second = meets(filter.criterion2, cell, text);
  return filter.operator === "And" ? first && second : first || second;
}

/** ">=100", "<>Payée", "=Dupont*": an operator, then a number or a text with * and ?. */
function meets(criterion: string, { value }: Cell, text: string): boolean {
  const [, operator = "=", operand = ""] = /^(<=|>=|<>|=|<|>)?(.*)$/s.exec(criterion) ?? [];
  const number = operand === "" ? NaN : Number(operand);
  if (!Number.isNaN(number) && typeof value === "number") return compares(operator, value - number);
  const equal = wildcard(operand.toLocaleLowerCase()).test(text);
  if (operator === "=") return equal;
  if (operator === "<>") return !equal;
  return typeof value === "string" && !isCellError(value) && compares(operator, text.localeCompare(operand));
}

function compares(operator: string, difference: number): boolean {
  switch (operator) {
    case "<":
      return difference < 0;
    case "<=":
      return difference <= 0;
    case ">":
      return difference > 0;
    case ">=":
      return difference >= 0;
    case "<>":
      return difference !== 0;
    default:
      return difference === 0;
  }
}

function wildcard(pattern: string): RegExp {
  const escaped = pattern
    .replace(/[.+^${}()|[\]\\]/g, "\\$&")
    .replaceAll("*", ".*")
    .replaceAll("?", ".");
  return new RegExp(`^${escaped}$`, "su");
}
