import { problem } from "../problem";
import type { Problem } from "../problem";
import type { Register } from "../register";
import { columnsOf, keyOf, tableNames } from "../workbook/schema";
import type { TableName } from "../workbook/schema";

/** Every cell that names a row which does not exist. */
export function unknownReferences(register: Register): readonly Problem[] {
  const keys = new Map(
    tableNames.map((table) => [table, new Set(register[table].map((row) => keyOf(table, row as never)))]),
  );
  return tableNames.flatMap((table) => {
    const references = columnsOf(table).filter(([, column]) => column.refersTo !== undefined);
    return register[table].flatMap((row) =>
      references.flatMap(([name, column]) => {
        const key = (row as Readonly<Record<string, unknown>>)[name];
        const target = column.refersTo as TableName;
        // A blank that should not be one is reported where the cells are read.
        if (typeof key !== "string" || key === "" || keys.get(target)?.has(key) === true) return [];
        return [
          problem("unknownReference", { table, key: keyOf(table, row as never), column: name }, { key, table: target }),
        ];
      }),
    );
  });
}
