import { swapEquipment } from "../../../domain/actions/swapEquipment";
import { equipmentFields } from "./equipmentFields";
import { fieldsIn, pick } from "./field";
import { form } from "./form";
import type { ContractFormSubject } from "./form";
import { equipmentOptions } from "./formChoices";

/** One appliance of the contract gives way to another. */
export function swapForm({ planned: { file }, about, today, words, texts }: ContractFormSubject) {
  const { requiredField } = fieldsIn(words);
  const options = equipmentOptions(file, today, words);
  const old = file.equipment.find(({ id }) => id === about) ?? file.equipment.find(({ id }) => id === options[0]?.[0]);
  return form({
    blocked: old === undefined ? texts.swap.nothing : null,
    fields: {
      equipment: pick(texts.swap.old, Object.fromEntries(options), old?.id ?? ""),
      on: requiredField("equipment", "coveredFrom", today, { label: texts.swap.on }),
      ...equipmentFields(old?.category ?? "other", words),
    },
    groups: [
      { title: texts.swap.new, fields: ["category", "brand", "model", "serial"] },
      {
        title: texts.more,
        fields: ["commissionedOn", "power", "refrigerant", "charge", "hermetic", "leakDetector", "flue"],
        folded: true,
      },
    ],
    perform: (session, { equipment, on, ...replacement }) =>
      session.perform(swapEquipment, { contract: file.contract.number, equipment, on, replacement }),
  });
}
