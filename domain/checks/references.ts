import { problem } from "../problem";
import type { Problem } from "../problem";
import type { Register } from "../register";
import { columnsOf, keyOf, tableNames } from "../workbook/schema";
import type { TableName } from "../workbook/schema";
import { normalized } from "../workbook/words";

/** Every cell that names a row which does not exist. */
export function unknownReferences(register: Register): readonly Problem[] {
  const keys = new Map(
    tableNames.map((table) => [table, new Set(register[table].map((row) => keyOf(table, row as never)))]),
  );
  const nearest = nearestKeys(keys);
  return tableNames.flatMap((table) => {
    const references = columnsOf(table).filter(([, column]) => column.refersTo !== undefined);
    return register[table].flatMap((row) =>
      references.flatMap(([name, column]) => {
        const key = (row as Readonly<Record<string, unknown>>)[name];
        const target = column.refersTo as TableName;
        // A blank that should not be one is reported where the cells are read.
        if (typeof key !== "string" || key === "" || keys.get(target)?.has(key) === true) return [];
        const at = { table, key: keyOf(table, row as never), column: name };
        return [problem("unknownReference", at, { key, table: target, nearest: nearest(target, key) })];
      }),
    );
  });
}

/** Finds the key that differs only by case, spaces or punctuation. A register whose references all hold pays nothing. */
function nearestKeys(keys: ReadonlyMap<TableName, ReadonlySet<string>>) {
  const byWord = new Map<TableName, ReadonlyMap<string, string>>();
  const bare = (key: string) => normalized(key).replaceAll(" ", "");
  return (table: TableName, typed: string): string | null => {
    const words = byWord.get(table) ?? new Map([...(keys.get(table) ?? [])].map((key) => [bare(key), key]));
    byWord.set(table, words);
    return words.get(bare(typed)) ?? null;
  };
}
