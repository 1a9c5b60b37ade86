import * as z from "zod";
import { contractStates } from "../contract/state";
import type { Catalogue } from "../i18n";
import { problemSentence } from "../i18n/problemSentence";
import { noticeStates } from "../notice/notice";
import { obligationKinds, obligationStates } from "../obligations/obligation";
import type { Problem } from "../problem";
import { choiceSets } from "../workbook/choices";
import { locate } from "../workbook/locate";
import type { Positions } from "../workbook/readRegister";
import { SCHEMA_VERSION } from "../workbook/schema";
import type { Plan, PlannedContract } from "./plan";

const civilDate = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/)
  .describe("A civil date, YYYY-MM-DD");
const span = { from: civilDate, to: civilDate };
const locatedProblem = z.strictObject({
  sheet: z.string(),
  cell: z.string().nullable(),
  code: z.string(),
  message: z.string(),
});

/** What `tacite plan --json` prints: a stable interface. Its JSON Schema is published in docs/plan.schema.json. */
export const planReport = z.strictObject({
  schemaVersion: z.int().describe("Version of the register's schema"),
  today: civilDate,
  register: z.strictObject({
    file: z.string(),
    registerId: z.string().nullable(),
    savedAt: z.string().describe("When the workbook was last saved, ISO 8601"),
    sha256: z.string().regex(/^[0-9a-f]{64}$/),
  }),
  contracts: z.array(
    z.strictObject({
      contract: z.string(),
      state: z.enum(contractStates),
      period: z
        .strictObject({
          number: z.int(),
          ...span,
          recorded: z.boolean().describe("False when the period holds by law and nobody has recorded it"),
        })
        .nullable(),
      refusalDeadline: civilDate.nullable().describe("Null for a contract that silence does not renew"),
      noticeWindow: z
        .strictObject({ ...span, target: civilDate.describe("The day on which the notice is best sent") })
        .nullable(),
      notice: z.enum(noticeStates),
    }),
  ),
  obligations: z.array(
    z.strictObject({
      key: z.string(),
      contract: z.string(),
      period: z.int(),
      equipment: z.string().nullable(),
      kind: z.enum(obligationKinds),
      due: z.strictObject(span),
      state: z.enum(obligationStates),
      source: z.string(),
    }),
  ),
  letters: z.array(
    z.strictObject({
      contract: z.string(),
      periodFrom: civilDate,
      periodEnd: civilDate,
      kind: z.enum(choiceSets.letterKind),
      late: z.boolean(),
      refusedBecause: z.array(locatedProblem).optional(),
    }),
  ),
  problems: z.array(locatedProblem),
});

export type PlanReport = z.infer<typeof planReport>;

/** The plan as its published interface gives it: codes in English, sentences in the language of the reader. */
export function reportOf(
  plan: Plan,
  positions: Positions,
  register: PlanReport["register"],
  words: Catalogue,
): PlanReport {
  const located = (problem: Problem) => ({
    ...locate(problem.at, positions),
    code: problem.code,
    message: problemSentence(problem, words),
  });
  return {
    schemaVersion: SCHEMA_VERSION,
    today: plan.today,
    register,
    contracts: plan.contracts.map(contractReport),
    obligations: plan.contracts.flatMap(({ obligations }) =>
      obligations.map(({ key, contract, period, equipment, kind, due, state, source }) => ({
        key,
        contract,
        period,
        equipment,
        kind,
        due: { from: due.from, to: due.to },
        state,
        source,
      })),
    ),
    letters: plan.letters.map(({ contract, periodFrom, periodEnd, kind, late, refusedBecause }) => ({
      contract,
      periodFrom,
      periodEnd,
      kind,
      late,
      ...(refusedBecause.length === 0 ? {} : { refusedBecause: refusedBecause.map(located) }),
    })),
    problems: plan.problems.map(located),
  };
}

function contractReport({ file, period, state, notice }: PlannedContract): PlanReport["contracts"][number] {
  return {
    contract: file.contract.number,
    state,
    period:
      period === null
        ? null
        : { number: period.number, from: period.from, to: period.to, recorded: period.row !== null },
    refusalDeadline: notice?.deadline ?? null,
    noticeWindow: notice?.window ?? null,
    notice: notice?.state ?? "notRequired",
  };
}
