import type { CivilDate } from "../../dates/civilDate";
import type { Choice } from "../../workbook/choices";
import { formats } from "./formats";

const { longDate } = formats;

/** The sentences that a letter is given whole; its other words stand in the Word template, where their author can edit them. */
export const letterSentences = {
  notice(length: number, unit: Choice<"noticeUnit">): string {
    const words = { months: "mois", weeks: length > 1 ? "semaines" : "semaine", days: length > 1 ? "jours" : "jour" };
    return `Votre contrat prévoit un préavis de ${String(length)}\u00a0${words[unit]} avant la fin de la période.`;
  },
  untilDeadline: "Il suffit de nous le faire savoir au plus tard à la date ci-dessous.",
  deadlinePast(renewedOn: CivilDate, isProtected: boolean): string {
    const renewed = `Le contrat sera donc reconduit le ${longDate(renewedOn)}`;
    return isProtected
      ? `${renewed}\u00a0; vous pourrez ensuite y mettre fin à tout moment et sans frais, comme il est dit sous cette date.`
      : `${renewed}.`;
  },
  toRefuse: "refuser la reconduction",
  toEnd: "mettre fin au contrat",
  late(renewedOn: CivilDate): string {
    return `Cette information vous est adressée après le délai prévu par la loi. Si le contrat est reconduit, vous pourrez donc y mettre fin à tout moment et sans frais à compter du ${longDate(renewedOn)}, et les sommes payées d’avance vous seront remboursées dans les trente jours, déduction faite de ce qui aura été exécuté.`;
  },
  replaces(sentOn: CivilDate): string {
    return `Cette lettre annule et remplace celle du ${longDate(sentOn)}.`;
  },
  priceChange(reason: string | null): string {
    return reason === null
      ? "Le prix change à compter de la nouvelle période."
      : `Motif du nouveau prix\u00a0: ${reason.replace(/[\s.]+$/, "")}.`;
  },
  visitsLeft(count: number, periodEnd: CivilDate): string {
    const visits =
      count > 1 ? `les ${String(count)} visites encore prévues restent dues` : "la visite encore prévue reste due";
    return `Quelle que soit votre décision, ${visits} jusqu’au ${longDate(periodEnd)}.`;
  },
  capital: (capital: string): string => `au capital de ${capital}`,
  siret: (siret: string): string => `SIRET ${siret}`,
  placeAndDate: (city: string, day: CivilDate): string => `${city}, le ${longDate(day)}`,
  salutation(civility: string | null): string {
    const word = (civility ?? "").toLowerCase().replace(/[.\s]/g, "");
    if (["m", "mr", "monsieur"].includes(word)) return "Monsieur";
    if (["mme", "madame", "mlle"].includes(word)) return "Madame";
    return "Madame, Monsieur";
  },
};
