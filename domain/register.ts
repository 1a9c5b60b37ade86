import type { Row, TableName } from "./workbook/schema";
import type { Settings } from "./workbook/settings";

/** The whole register as values: what both programs read, and all that the rules know. */
export type Register = { readonly [T in TableName]: readonly Row<T>[] } & { readonly settings: Settings };
