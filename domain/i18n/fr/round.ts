import type { CivilDate } from "../../dates/civilDate";
import { parts } from "../../dates/civilDate";
import { formats } from "./formats";
import { workbook } from "./workbook";

const { shortDate } = formats;

/** What the round says, as a sheet, a document and a calendar. */
export const round = {
  title: (month: CivilDate): string => {
    const { year, month: n } = parts(month);
    return `Tournée ${workbook.months[n - 1] ?? ""} ${String(year)}`;
  },
  month: "Mois",
  make: "En faire une feuille à imprimer",
  count: (stops: number): string => `${String(stops)} ${stops > 1 ? "visites" : "visite"}`,
  /** A month, "2026-11". Downloads from a pane are blocked in many an Excel. */
  elsewhere: (month: string): string =>
    `Aussi en document Word et en calendrier .ics pour le téléphone : enregistrez ce classeur puis, dans le dossier de Tacite, tapez npx tacite round --month ${month} --register et son nom.`,
  empty: "Aucune visite ce mois-ci.",
  noTown: "Sans adresse",
  columns: {
    day: "Rendez-vous",
    postcode: "CP",
    city: "Ville",
    client: "Client",
    address: "Adresse",
    phone: "Téléphone",
    appliance: "Appareil",
    contract: "Contrat",
    lastVisit: "Dernière visite",
    due: "À faire avant le",
    notes: "Notes",
    done: "Fait",
  },
  at: (occupant: string): string => `chez ${occupant}`,
  visit: "Entretien",
  repair: "Dépannage",
  toPlan: (day: CivilDate): string => `à planifier, avant le ${shortDate(day)}`,
  headed: formats.headed,
};

export type RoundWords = typeof round;
