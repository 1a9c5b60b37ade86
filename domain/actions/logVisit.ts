import { insert, update } from "../changes";
import { equipmentInService } from "../contract/coverage";
import type { ContractFile } from "../contract/contractFile";
import { periodAt } from "../contract/periods";
import { daysBetween, isWithin } from "../dates/civilDate";
import type { CivilDate } from "../dates/civilDate";
import type { Register } from "../register";
import type { Equipment, Intervention } from "../workbook/schema";
import { firstRefused, notBefore, notInFuture } from "./checks";
import { accepted, isRefused, refusal, refused } from "./decision";
import type { ActionContext, Decision, Refusal, Refused, VisitOutcome } from "./decision";
import { findContract, firstDayOf } from "./finding";
import { newRow } from "../workbook/newRow";

export type VisitInput = {
  readonly contract: string;
  readonly outcome: VisitOutcome;
  readonly kind?: "maintenance" | "inspection";
  /** Null or absent: every appliance in service. */
  readonly equipment?: string | null;
  /** The planned visit that this is; absent: the one that fits best, if any. */
  readonly intervention?: string;
  /** Absent: today. */
  readonly on?: CivilDate;
  /** Absent: whoever came last. */
  readonly technician?: string | null;
  readonly report?: string | null;
  readonly notes?: string | null;
  /** Absent: handed over on the day of the visit, if it was done. Null: to be handed over later. */
  readonly certificateOn?: CivilDate | null;
  /** The leak check was made on the same visit. */
  readonly leakCheck?: boolean;
};

/** A visit was done, in full or in part, or was cancelled, or is planned. The planned visit that it answers becomes it. */
export function logVisit(register: Register, input: VisitInput, context: ActionContext): Decision {
  const file = findContract(register, input.contract, context.today);
  if (isRefused(file)) return file;
  const on = input.on ?? context.today;
  const planned = plannedVisit(file, input, on);
  if (planned !== null && isRefused(planned)) return planned;
  const values = visitValues(file, input, planned, on);
  const reason = firstRefused(...checks(file, input, values, planned, on, context.today));
  if (reason !== null) return reason;

  const row =
    planned === null
      ? insert(
          "interventions",
          newRow("interventions", { id: context.newKey("I"), contract: input.contract, ...values }),
        )
      : update("interventions", planned, values);
  const happened = values.doneOn !== null;
  const leakCheck =
    input.leakCheck === true && happened
      ? [insert("interventions", leakCheckRow(input, values, context.newKey("I")))]
      : [];
  return accepted([row, ...leakCheck], "logVisit", { contract: input.contract, outcome: input.outcome, on });
}

type VisitValues = Omit<Intervention, "id" | "contract" | "parts" | "billing" | "amount" | "basis" | "vatRate">;

/** What the input does not say stays as it was planned. */
function visitValues(file: ContractFile, input: VisitInput, planned: Intervention | null, on: CivilDate): VisitValues {
  const happened = input.outcome === "done" || input.outcome === "partial";
  const certificateOn = input.outcome === "done" ? on : null;
  return {
    kind: input.kind ?? planned?.kind ?? "maintenance",
    equipment: input.equipment === undefined ? (planned?.equipment ?? null) : input.equipment,
    plannedOn: input.outcome === "planned" ? on : (planned?.plannedOn ?? (happened ? null : on)),
    doneOn: happened ? on : null,
    outcome: input.outcome === "planned" ? null : input.outcome,
    technician: input.technician ?? planned?.technician ?? (happened ? lastTechnician(file) : null),
    report: input.report ?? planned?.report ?? null,
    notes: input.notes ?? planned?.notes ?? null,
    certificateOn: happened ? (input.certificateOn === undefined ? certificateOn : input.certificateOn) : null,
  };
}

/** The technician who came last on the contract. */
export function lastTechnician(file: ContractFile): string | null {
  return file.interventions.findLast(({ technician }) => technician !== null)?.technician ?? null;
}

function leakCheckRow(input: VisitInput, visit: VisitValues, id: string): Intervention {
  const { equipment, doneOn, technician, certificateOn } = visit;
  return newRow("interventions", {
    id,
    contract: input.contract,
    kind: "inspection",
    equipment,
    doneOn,
    outcome: "done",
    technician,
    certificateOn,
  });
}

/** The planned visit that the input names or, for a visit that was or was not made, the nearest one that it can answer. */
function plannedVisit(file: ContractFile, input: VisitInput, on: CivilDate): Intervention | Refused | null {
  const { intervention, outcome, kind = "maintenance", equipment = null } = input;
  if (intervention !== undefined) {
    const row = file.interventions.find(({ id }) => id === intervention);
    return row ?? refused("unknownIntervention", { intervention });
  }
  if (outcome === "planned") return null;
  const period = periodAt(file.periods, on);
  const answers = (row: Intervention): boolean =>
    row.kind === kind &&
    row.equipment === equipment &&
    row.outcome === null &&
    row.doneOn === null &&
    row.plannedOn !== null &&
    (row.plannedOn <= on || (period !== null && isWithin(row.plannedOn, period)));
  const distance = (row: Intervention): number => Math.abs(daysBetween(row.plannedOn ?? on, on));
  return file.interventions.filter(answers).sort((a, b) => distance(a) - distance(b))[0] ?? null;
}

function checks(
  file: ContractFile,
  input: VisitInput,
  values: VisitValues,
  planned: Intervention | null,
  on: CivilDate,
  today: CivilDate,
): readonly (Refusal | null)[] {
  const doneOn = { table: "interventions", column: "doneOn" } as const;
  const certificate = { table: "interventions", column: "certificateOn" } as const;
  return [
    notInFuture(values.doneOn, today, doneOn),
    notBefore(on, firstDayOf(file), doneOn),
    notInFuture(input.certificateOn, today, certificate),
    notBefore(input.certificateOn, values.doneOn, certificate),
    inService(file, values.equipment, on),
    notLoggedYet(file, input, values, planned),
  ];
}

/** The appliance belongs to the contract and is covered on the day. */
export function inService(file: ContractFile, equipment: string | null, on: CivilDate): Refusal | null {
  if (equipment === null) return null;
  const row: Equipment | undefined = file.equipment.find(({ id }) => id === equipment);
  if (row === undefined) return refusal("unknownEquipment", { equipment, contract: file.contract.number });
  return equipmentInService(file, on).includes(row) ? null : refusal("equipmentOutOfService", { on });
}

/** A second click, or a visit that is over, must not be written again. */
function notLoggedYet(
  file: ContractFile,
  input: VisitInput,
  { kind, equipment, doneOn }: VisitValues,
  planned: Intervention | null,
): Refusal | null {
  if (planned !== null && planned.doneOn !== null) return refusal("alreadyLogged", { on: planned.doneOn });
  const same = file.interventions.find(
    (row) => row.kind === kind && row.equipment === equipment && row.doneOn === doneOn && row.outcome === input.outcome,
  );
  return same === undefined || doneOn === null ? null : refusal("alreadyLogged", { on: doneOn });
}
