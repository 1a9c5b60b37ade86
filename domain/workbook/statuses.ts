import type { ValueOf } from "./columns";
import type { ColumnName, Row, TableName, tables } from "./schema";

type Columns<T extends TableName> = (typeof tables)[T]["columns"];

/** The columns of a table that Tacite refreshes. */
export type StatusColumn<T extends TableName> = {
  [C in ColumnName<T>]: Columns<T>[C & keyof Columns<T>] extends { readonly role: "status" } ? C : never;
}[ColumnName<T>];

/** The columns of a table that Excel computes. */
export type FormulaColumn<T extends TableName> = {
  [C in ColumnName<T>]: Columns<T>[C & keyof Columns<T>] extends { readonly role: "formula" } ? C : never;
}[ColumnName<T>];

/** What the status columns of one row show; a column left out is blank. */
export type StatusRow<T extends TableName> = {
  readonly [C in StatusColumn<T>]?: ValueOf<Columns<T>[C & keyof Columns<T>]>;
};

/** What the status columns show, per table and per key of the row. */
export type Statuses = { readonly [T in TableName]?: ReadonlyMap<string, StatusRow<T>> };

/** All that a formula of the row may look at. */
export type ShownRow<T extends TableName> = Row<T> & StatusRow<T>;
