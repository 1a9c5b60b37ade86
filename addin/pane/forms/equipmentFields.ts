import type { Catalogue } from "../../../domain/i18n";
import type { Equipment } from "../../../domain/workbook/schema";
import { fieldsIn } from "./field";
import type { TypedForm } from "./field";

const withRefrigerant = ["heatPump", "airConditioning", "thermodynamicWaterHeater"];

/** What is asked of an appliance: what every one has, and what the law needs to know of its kind. */
export function equipmentFields(category: Equipment["category"], words: Catalogue) {
  const { field } = fieldsIn(words);
  const isCold = ({ category: typed }: TypedForm) => withRefrigerant.includes(String(typed));
  return {
    category: field("equipment", "category", category),
    brand: field("equipment", "brand", null, { half: true }),
    model: field("equipment", "model", null, { half: true }),
    serial: field("equipment", "serial", null),
    commissionedOn: field("equipment", "commissionedOn", null, { half: true }),
    power: field("equipment", "power", null, { half: true }),
    refrigerant: field("equipment", "refrigerant", null, { shown: isCold, half: true }),
    charge: field("equipment", "charge", null, { shown: isCold, half: true }),
    hermetic: field("equipment", "hermetic", false, { shown: isCold }),
    leakDetector: field("equipment", "leakDetector", false, { shown: isCold }),
    flue: field("equipment", "flue", null, { shown: ({ category: typed }) => typed === "flue" }),
  };
}
