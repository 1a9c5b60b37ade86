import type { Problem } from "../../domain/problem";
import type { Register } from "../../domain/register";
import { readRegister } from "../../domain/workbook/readRegister";
import type { Positions, RawTable } from "../../domain/workbook/readRegister";
import { tableNames, tables } from "../../domain/workbook/schema";
import type { TableName } from "../../domain/workbook/schema";
import { SETTINGS_TABLE } from "../../domain/workbook/settings";

/** A register with what could not be understood in it and where its rows lie. */
export type Reading = {
  readonly register: Register;
  readonly problems: readonly Problem[];
  readonly positions: Positions;
};

/** The reading with some tables read again; null when these are no longer what a register has. */
export function mergedReading(before: Reading, again: readonly RawTable[]): Reading | null {
  const names = readAgain(again);
  const withSettings = again.some(({ name }) => isNamed(name, SETTINGS_TABLE));
  if (names.length === 0 && !withSettings) return before;
  const read = readRegister(names.length === 0 ? [...again, emptyTable] : again);
  if ("reason" in read) return null;
  const concerned = new Set<string | null>([...names, ...(withSettings ? (["settings", null] as const) : [])]);
  const isConcerned = ({ at }: Problem) => concerned.has(at.table);
  const pick = (from: object): object =>
    Object.fromEntries(Object.entries(from).filter(([table]) => concerned.has(table)));
  return {
    register: { ...before.register, ...pick(read.register) },
    problems: [...before.problems.filter((one) => !isConcerned(one)), ...read.problems.filter(isConcerned)],
    positions: { ...before.positions, ...pick(read.positions) },
  };
}

/** The tables of the register among those read. */
export function readAgain(again: readonly RawTable[]): readonly TableName[] {
  return tableNames.filter((table) => again.some(({ name }) => isNamed(name, tables[table].excelName)));
}

function isNamed(name: string, wanted: string): boolean {
  return name.toLowerCase() === wanted.toLowerCase();
}

/** A register has at least one table; this one holds no row and is not merged. */
const emptyTable: RawTable = {
  name: tables.journal.excelName,
  sheet: "",
  headerRow: 1,
  firstColumn: 1,
  headers: [],
  rows: [],
};
