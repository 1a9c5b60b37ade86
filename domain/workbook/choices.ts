/** Every closed list of the workbook, as codes. Their French and English words are in the catalogues. */
export const choiceSets = {
  clientType: ["private", "association", "professional"],
  channel: ["post", "tracked", "registered", "email", "hand"],
  noticeUnit: ["months", "weeks", "days"],
  renewalKind: ["tacit", "express", "none"],
  billingRhythm: ["perPeriod", "yearly", "monthly"],
  billingTiming: ["advance", "arrears"],
  basis: ["TTC", "HT"],
  category: [
    "gasBoiler",
    "oilBoiler",
    "solidFuelBoiler",
    "heatPump",
    "airConditioning",
    "thermodynamicWaterHeater",
    "gasWaterHeater",
    "stove",
    "insert",
    "cooker",
    "openFire",
    "flue",
    "ventilation",
    "solar",
    "other",
  ],
  flue: ["individual", "collective", "collectiveGas"],
  visitTiming: ["start", "end", "months"],
  interventionKind: ["maintenance", "repair", "inspection"],
  outcome: ["done", "partial", "cancelled"],
  repairBilling: ["covered", "toBill"],
  invoiceKind: ["contract", "repair", "creditNote"],
  letterKind: ["renewalNotice"],
  refusalReason: ["price", "competitor", "move", "equipmentRemoved", "dissatisfied", "unknown", "other"],
  change: ["inserted", "updated", "deleted"],
} as const;

export type ChoiceSet = keyof typeof choiceSets;
export type Choice<S extends ChoiceSet> = (typeof choiceSets)[S][number];
