import type { CivilDate } from "../../domain/dates/civilDate";
import { planOf } from "../../domain/plan/plan";
import type { Plan } from "../../domain/plan/plan";
import type { Problem } from "../../domain/problem";
import type { Register } from "../../domain/register";
import { keyOf, tableNames } from "../../domain/workbook/schema";
import type { Row, TableName } from "../../domain/workbook/schema";

/** Up to so many contracts, planning them all takes no time that anybody would notice. */
const SMALL_REGISTER = 300;

export type PlanInput = {
  readonly register: Register;
  readonly readProblems: readonly Problem[];
  readonly today: CivilDate;
};

/**
 * The plan after contracts were touched, from the plan before. In a large register only these are planned again; what
 * their rows have in common with those of other contracts is looked at when the register is next read.
 */
export function replanned(
  before: Plan & { readonly readProblems: readonly Problem[] },
  { register, readProblems, today }: PlanInput,
  touched: ReadonlySet<string>,
): Plan {
  if (register.contracts.length <= SMALL_REGISTER || before.today !== today || touched.size > SMALL_REGISTER) {
    return planOf(register, readProblems, today);
  }
  const part = registerOf(register, touched);
  const again = planOf(part, readProblems, today);
  const others = before.contracts.filter(({ file }) => !touched.has(file.contract.number));
  const contracts = [...others, ...again.contracts].sort((a, b) =>
    compare(a.file.contract.number, b.file.contract.number),
  );
  const letters = [...before.letters.filter(({ contract }) => !touched.has(contract)), ...again.letters].sort((a, b) =>
    compare(a.contract, b.contract),
  );
  return { ...again, contracts, letters, problems: problemsAfter(before, again, readProblems, part) };
}

function problemsAfter(
  before: Plan & { readonly readProblems: readonly Problem[] },
  again: Plan,
  readProblems: readonly Problem[],
  part: Register,
): readonly Problem[] {
  const own = new Set(
    tableNames.flatMap((table) =>
      (part[table] as readonly Row<TableName>[]).map((row) => `${table} ${keyOf(table, row as never)}`),
    ),
  );
  const known = new Set([...before.readProblems, ...readProblems]);
  const kept = before.problems.filter(
    (problem) => !known.has(problem) && !own.has(`${String(problem.at.table)} ${problem.at.key ?? ""}`),
  );
  return [...readProblems, ...kept, ...again.problems.filter((problem) => !known.has(problem))];
}

/** The rows of some contracts alone. */
function registerOf(register: Register, numbers: ReadonlySet<string>): Register {
  const own = <R extends { readonly contract: string }>(rows: readonly R[]) =>
    rows.filter(({ contract }) => numbers.has(contract));
  const contracts = register.contracts.filter(({ number }) => numbers.has(number));
  const clients = new Set(contracts.map(({ client }) => client));
  return {
    ...register,
    contracts,
    clients: register.clients.filter(({ number }) => clients.has(number)),
    periods: own(register.periods),
    equipment: own(register.equipment),
    interventions: own(register.interventions),
    invoices: own(register.invoices),
    letters: own(register.letters),
  };
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
