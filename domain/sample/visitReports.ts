import type { Equipment } from "../workbook/schema";

const boiler = [
  "Brûleur nettoyé, combustion réglée. CO ambiant : 3 ppm.",
  "Entretien complet, vase d’expansion regonflé. CO ambiant : 0 ppm.",
  "Corps de chauffe brossé, rendement correct. CO ambiant : 5 ppm.",
  "Entretien complet, rien à signaler.",
] as const;

const thermodynamic = [
  "Filtres et échangeurs nettoyés, pressions relevées.",
  "Entretien complet, évacuation des condensats débouchée.",
  "Entretien complet, rien à signaler.",
] as const;

const combustion = [
  "Appareil nettoyé, joints de porte contrôlés.",
  "Chambre de combustion nettoyée, vitre et joints en bon état.",
] as const;

const sweeping = [
  "Ramonage mécanique, conduit libre sur toute sa longueur.",
  "Ramonage par le haut, suie retirée, conduit libre.",
] as const;

const other = ["Entretien complet, rien à signaler."] as const;

const byCategory: Readonly<Record<Equipment["category"], readonly [string, ...string[]]>> = {
  gasBoiler: boiler,
  oilBoiler: boiler,
  solidFuelBoiler: boiler,
  heatPump: thermodynamic,
  airConditioning: thermodynamic,
  thermodynamicWaterHeater: other,
  gasWaterHeater: combustion,
  stove: combustion,
  insert: combustion,
  cooker: combustion,
  openFire: sweeping,
  flue: sweeping,
  ventilation: ["Bouches et filtres nettoyés, débits relevés."],
  solar: other,
  other,
};

export const leakCheckReport = "Contrôle d’étanchéité : aucune fuite. Fiche et vignette remises.";

/** What a technician writes after an ordinary visit, in turn. */
export function visitReport(category: Equipment["category"], turn: number): string {
  const reports = byCategory[category];
  return reports[turn % reports.length] ?? reports[0];
}
