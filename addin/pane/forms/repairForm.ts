import { lastTechnician } from "../../../domain/actions/logVisit";
import { logRepair } from "../../../domain/actions/logRepair";
import { fieldsIn } from "./field";
import { form } from "./form";
import type { ContractFormSubject } from "./form";
import { equipmentOptions, technicians } from "./formChoices";

export function repairForm({ planned: { file }, today, words, texts, opened }: ContractFormSubject) {
  const { field, requiredField } = fieldsIn(words);
  const appliances = equipmentOptions(file, today, words);
  const only = appliances.length === 1 ? (appliances[0]?.[0] ?? null) : null;
  const billed = ({ billing }: Readonly<Record<string, unknown>>) => billing !== "covered";
  return form({
    fields: {
      on: requiredField("interventions", "doneOn", today, { label: texts.day, half: true }),
      technician: field("interventions", "technician", lastTechnician(file), {
        suggestions: technicians(opened),
        half: true,
      }),
      equipment: field("interventions", "equipment", only, {
        label: texts.visit.equipment,
        options: [["", "—"], ...appliances],
      }),
      report: field("interventions", "report", null),
      parts: field("interventions", "parts", null),
      billing: field("interventions", "billing", null, {
        options: [
          ["", texts.repair.byContract],
          ["covered", words.workbook.choices.repairBilling.covered],
          ["toBill", words.workbook.choices.repairBilling.toBill],
        ],
      }),
      amount: field("interventions", "amount", null, { shown: billed, half: true }),
      basis: field("interventions", "basis", null, { shown: billed, half: true }),
      vatRate: field("interventions", "vatRate", null, { shown: billed, half: true }),
      notes: field("interventions", "notes", null),
    },
    groups: [{ title: texts.more, fields: ["basis", "vatRate", "notes"], folded: true }],
    perform: (session, values) => session.perform(logRepair, { contract: file.contract.number, ...values }),
  });
}
