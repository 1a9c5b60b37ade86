import { columnHeader } from "../../domain/i18n/columnHeader";
import { workbook } from "../../domain/i18n/fr/workbook";
import type { Problem } from "../../domain/problem";
import type { Column } from "../../domain/workbook/columns";
import { readRegister } from "../../domain/workbook/readRegister";
import { columnsOf, tables } from "../../domain/workbook/schema";
import type { TableName } from "../../domain/workbook/schema";
import { normalized } from "../../domain/workbook/words";

/** A column of the register as it lies in the table now; `index` counts from 0 in the table. */
export type LaidColumn = { readonly name: string; readonly column: Column; readonly index: number };

/** Every column of the register that the table still has, by its header, wherever the user has moved it. */
export function laidColumns(table: TableName, headers: readonly string[]): readonly LaidColumn[] {
  const known = headers.map(normalized);
  return columnsOf(table).flatMap(([name, column]) => {
    const index = known.indexOf(normalized(columnHeader(workbook, table, name)));
    return index === -1 ? [] : [{ name, column, index }];
  });
}

/** A column of the register is not there, or there are two of it: which cells are meant cannot be told. */
export function isAboutColumns({ code }: Problem): boolean {
  return code === "missingColumn" || code === "duplicateColumn";
}

/** What is wrong with the columns of a table that has these headers. */
export function columnProblems(table: TableName, headers: readonly string[]): readonly Problem[] {
  const read = readRegister([
    { name: tables[table].excelName, sheet: "", headerRow: 1, firstColumn: 1, headers, rows: [] },
  ]);
  return "reason" in read ? [] : read.problems.filter((one) => one.at.table === table && isAboutColumns(one));
}

/** Runs of neighbours among places given in any order: [3, 1, 2, 7] is 1–3 and 7. */
export function runsOf(places: readonly number[]): readonly { readonly first: number; readonly count: number }[] {
  const runs: { first: number; count: number }[] = [];
  for (const place of [...places].sort((a, b) => a - b)) {
    const last = runs.at(-1);
    if (last !== undefined && last.first + last.count === place) last.count += 1;
    else runs.push({ first: place, count: 1 });
  }
  return runs;
}
