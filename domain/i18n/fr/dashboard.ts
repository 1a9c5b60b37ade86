import { sheetTexts } from "../../workbook/look/sheetTexts";

/** The sheet and the pane call the same figures by the same names. */
const tiles: Readonly<Record<keyof typeof sheetTexts.dashboard.tiles, string>> = sheetTexts.dashboard.tiles;

/** The words of the dashboard in the pane. */
export const dashboard = {
  sheet: "La feuille « Tableau de bord » montre les mêmes chiffres avec des graphiques, sur une page à imprimer.",
  addSheet: "Ajouter la feuille si elle manque",
  percent: (n: number): string => `${String(n)} %`,
  tiles,
  notes: {
    endingSoon: (count: number): string => `${String(count)} à échéance sous 3 mois`,
    withoutPrice: (count: number): string => `${String(count)} sans prix connu`,
    allPriced: "au tarif de la période en cours",
    renewed: (renewed: number, all: number): string => `${String(renewed)} sur ${String(all)}, en 12 mois`,
    noRenewal: "aucune échéance en 12 mois",
    lastYear: "en 12 mois",
    atRisk: "refus reçu ou lettre hors délai",
    visitsThisMonth: "au plus tard à la fin du mois",
    visitsLate: "le dernier jour est passé",
    invoicesDue: "périodes et dépannages",
    unpaid: (count: number, total: string): string => `${String(count)} en retard, sur ${total} à encaisser`,
    noticesToSend: "dans leur délai légal",
    noticesLate: "le client peut ou pourra partir",
  },
};

export type DashboardWords = typeof dashboard;
