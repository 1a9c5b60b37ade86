import type { CivilDate } from "../../domain/dates/civilDate";
import type { ObligationKind } from "../../domain/obligations/obligation";
import { obligations } from "../../domain/obligations/obligations";
import type { Register } from "../../domain/register";
import { client, contract, period, register } from "./register";

/**
 * What is owed of one kind on a day, a line each: "1 E1 2026-03-15..2027-03-14 due" is an obligation of period 1 about
 * equipment E1. Contract 2026-001, its client and its first period are there unless the test gives others.
 */
export function owed(kind: ObligationKind, today: CivilDate, rows: Partial<Register> = {}): string[] {
  return obligations(withContract(rows), today)
    .filter((one) => one.kind === kind)
    .map(({ period: number, equipment, due, state }) =>
      [number, equipment, `${due.from}..${due.to}`, state].filter((part) => part !== null).join(" "),
    );
}

/** A register with contract 2026-001, its client and its first period, unless others are given. */
export function withContract(rows: Partial<Register> = {}): Register {
  return register({ clients: [client()], contracts: [contract()], periods: [period()], ...rows });
}
