import type { SettingName } from "./settings";

/** The settings in the order in which a new register shows them, under the heading of each group. */
export const settingsSections = [
  {
    title: "Votre entreprise",
    settings: [
      "firmName",
      "legalForm",
      "capital",
      "address",
      "postcode",
      "city",
      "siret",
      "registration",
      "phone",
      "email",
    ],
  },
  { title: "Lettres", settings: ["signatory", "mediator", "terminationUrl", "noticeProfessionals"] },
  { title: "Délais", settings: ["invoiceDelayDays", "paymentDelayDays", "alsaceMoselle"] },
  { title: "Récapitulatif", settings: ["digestDay", "digestHour"] },
  { title: "Listes", settings: ["technicians", "plans"] },
  { title: "Registre", settings: ["registerId", "schemaVersion", "revision"] },
] as const satisfies readonly { readonly title: string; readonly settings: readonly SettingName[] }[];
