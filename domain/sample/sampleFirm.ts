import { SCHEMA_VERSION } from "../workbook/schema";
import type { Settings } from "../workbook/settings";

const technicians = ["Sylvain Moreau", "Nadia Ferrand", "Yann Le Goff"] as const;

/** One of the technicians, in turn. */
export function technicianOf(turn: number): string | null {
  return technicians[turn % technicians.length] ?? null;
}

/** The invented firm of the sample. Its telephone is one of those that ARCEP keeps for fiction. */
export const sampleFirm: Settings = {
  firmName: "Chauffage Lemoine",
  legalForm: "SARL",
  capital: "12 000 €",
  address: "8 rue du Port-Thomas",
  postcode: "49170",
  city: "Saint-Georges-sur-Loire",
  siret: "123 456 789 00012",
  registration: "RCS Angers 123 456 789",
  phone: "02 61 91 00 10",
  email: "contact@chauffage-lemoine.example",
  mediator: "Médiation de l’Artisanat d’Anjou, 3 place du Pilori, 49100 Angers, www.mediation-anjou.example",
  signatory: "Claire Lemoine, gérante",
  terminationUrl: "https://www.chauffage-lemoine.example/resilier",
  technicians: technicians.join(" ; "),
  plans: "Essentiel ; Confort ; Intégral ; Ramonage ; Collectif",
  invoiceDelayDays: 7,
  paymentDelayDays: 30,
  noticeProfessionals: false,
  alsaceMoselle: false,
  digestDay: null,
  digestHour: null,
  registerId: "exemple-chauffage-lemoine",
  schemaVersion: SCHEMA_VERSION,
  revision: 0,
};
