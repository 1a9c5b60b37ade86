import { lastTechnician, logVisit } from "../../../domain/actions/logVisit";
import type { VisitInput } from "../../../domain/actions/logVisit";
import { coversSeveral } from "../../../domain/contract/coverage";
import { leakCheckMonths } from "../../../domain/equipment/leakChecks";
import type { Obligation } from "../../../domain/obligations/obligation";
import { check, fieldsIn, pick } from "./field";
import { form } from "./form";
import type { ContractFormSubject } from "./form";
import { equipmentOptions, technicians } from "./formChoices";

/** A visit done, in part or not, cancelled or planned: as it stands, one that was done today by whoever came last. */
export function visitForm({ planned, about, today, words, texts, opened }: ContractFormSubject) {
  const { file, obligations } = planned;
  const { contract } = file;
  const { field, requiredField } = fieldsIn(words);
  const due = dueVisit(obligations, about);
  const appointment = file.interventions.find(({ id }) => id === about);
  const asksAppliance = coversSeveral(file, today);
  const isLeakCheck = due?.source === "leakCheck";
  const asksLeakCheck = !isLeakCheck && file.equipment.some((one) => leakCheckMonths(one) !== null);
  const happened = ({ outcome }: Readonly<Record<string, unknown>>) => outcome === "done" || outcome === "partial";
  return form({
    lead:
      due === null
        ? null
        : texts.visit.due(isLeakCheck ? texts.card.leakCheck : words.plan.obligationKinds[due.kind], due.due.to),
    fields: {
      outcome: pick(texts.visit.outcome, texts.visit.outcomes, "done", { half: true }),
      on: requiredField("interventions", "doneOn", today, { label: texts.day, half: true }),
      equipment: field(
        "interventions",
        "equipment",
        appointment?.equipment ?? (asksAppliance ? (due?.equipment ?? null) : null),
        {
          label: texts.visit.equipment,
          options: [["", texts.visit.allEquipment], ...equipmentOptions(file, today, words)],
          shown: () => asksAppliance,
        },
      ),
      technician: field("interventions", "technician", appointment?.technician ?? lastTechnician(file), {
        suggestions: technicians(opened),
      }),
      certificate: pick(texts.visit.certificate, texts.visit.certificates, "onTheSpot", {
        shown: ({ outcome }) => outcome === "done",
      }),
      leakCheck: check(texts.visit.leakCheck, { shown: (typed) => asksLeakCheck && happened(typed) }),
      report: field("interventions", "report", null, { shown: happened }),
      notes: field("interventions", "notes", null),
    },
    groups: [{ title: texts.more, fields: ["report", "notes"], folded: true }],
    perform(session, { outcome, on, equipment, technician, certificate, leakCheck, report, notes }) {
      const input: VisitInput = {
        contract: contract.number,
        outcome,
        kind: isLeakCheck ? "inspection" : "maintenance",
        equipment,
        ...(appointment === undefined ? {} : { intervention: appointment.id }),
        on,
        technician,
        report,
        notes,
        ...(certificate === "later" ? { certificateOn: null } : {}),
        leakCheck,
      };
      return session.perform(logVisit, input);
    },
  });
}

/** The visit from which the form was opened, else the one that is due first. */
function dueVisit(obligations: readonly Obligation[], about: string | null): Obligation | null {
  const open = obligations.filter(({ kind, state }) => (kind === "visit" || kind === "legalVisit") && state !== "done");
  const named = open.find(({ key }) => key === about);
  const due = open.filter(({ state, source }) => state !== "upcoming" && source !== "leakCheck");
  return named ?? due.sort((a, b) => (a.due.to < b.due.to ? -1 : 1))[0] ?? null;
}
