import { insert } from "../changes";
import type { CivilDate } from "../dates/civilDate";
import type { Register } from "../register";
import type { Intervention } from "../workbook/schema";
import { firstRefused, notBefore, notInFuture, wholeNumber } from "./checks";
import { accepted, isRefused, refusal } from "./decision";
import type { ActionContext, Decision, Refusal } from "./decision";
import { findContract, firstDayOf } from "./finding";
import { inService, lastTechnician } from "./logVisit";
import { newRow } from "../workbook/newRow";

export type RepairInput = {
  readonly contract: string;
  readonly equipment?: string | null;
  /** Absent: today. */
  readonly on?: CivilDate;
  readonly technician?: string | null;
  readonly report?: string | null;
  readonly parts?: string | null;
  /** Null or absent: what the contract covers decides. */
  readonly billing?: Intervention["billing"];
} & Partial<Pick<Intervention, "amount" | "basis" | "vatRate" | "notes">>;

/** A repair was made between two visits. */
export function logRepair(register: Register, input: RepairInput, context: ActionContext): Decision {
  const file = findContract(register, input.contract, context.today);
  if (isRefused(file)) return file;
  const { on = context.today, equipment = null, ...told } = input;
  const doneOn = { table: "interventions", column: "doneOn" } as const;
  const row = newRow("interventions", {
    ...told,
    id: context.newKey("I"),
    kind: "repair",
    equipment,
    doneOn: on,
    outcome: "done",
    technician: input.technician ?? lastTechnician(file),
  });
  const reason = firstRefused(
    notInFuture(on, context.today, doneOn),
    notBefore(on, firstDayOf(file), doneOn),
    wholeNumber(input.amount, 0, { table: "interventions", column: "amount" }),
    wholeNumber(input.vatRate, 0, { table: "interventions", column: "vatRate" }),
    inService(file, equipment, on),
    notTwice(file.interventions, row),
  );
  return reason ?? accepted([insert("interventions", row)], "logRepair", { contract: input.contract, on });
}

/** Two repairs on one day are two different ones; the same one twice is a second click. */
function notTwice(interventions: readonly Intervention[], repair: Intervention): Refusal | null {
  const same = interventions.some(
    (row) =>
      row.kind === "repair" &&
      row.doneOn === repair.doneOn &&
      row.equipment === repair.equipment &&
      row.report === repair.report &&
      row.parts === repair.parts &&
      row.amount === repair.amount,
  );
  return same && repair.doneOn !== null ? refusal("alreadyLogged", { on: repair.doneOn }) : null;
}
