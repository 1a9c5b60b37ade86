import type { Refusal } from "../../actions/decision";
import type { ListWords } from "../../import/listWords";
import { actions } from "./actions";
import { formats } from "./formats";
import { typesetAll } from "./typography";

const { shortDate } = formats;

/** What is said of a list that is being imported. Apart from the catalogue, for the pane's first load. */
export const list: ListWords = typesetAll({
  problems: {
    unreadableDate: ({ text }) =>
      `« ${text} » n’est pas une date. Corrigez-la, par exemple 15/03/2026 ; elle est gardée dans les notes.`,
    unreadableAmount: ({ text }) =>
      `« ${text} » n’est pas un montant. Corrigez-le, par exemple 115,50 ; il est gardé dans les notes.`,
    unreadableVatRate: ({ text }) =>
      `« ${text} » n’est pas un taux de TVA. Écrivez 5,5 %, 10 % ou 20 % ; ce qui est écrit est gardé dans les notes.`,
    unreadablePostcode: ({ text }) =>
      `« ${text} » n’est pas un code postal. Écrivez ses cinq chiffres ; ce qui est écrit est gardé dans les notes.`,
    unreadablePhone: ({ text }) =>
      `« ${text} » n’est pas un numéro de téléphone. Écrivez ses dix chiffres ; ce qui est écrit est gardé dans les notes.`,
    unreadableEmail: ({ text }) =>
      `« ${text} » n’est pas une adresse e-mail. Corrigez-la, par exemple nom@exemple.fr ; elle est gardée dans les notes.`,
    unreadableMonths: ({ text }) =>
      `« ${text} » n’est pas une durée. Écrivez par exemple « 12 mois » ou « 1 an » ; ce qui est écrit est gardé dans les notes.`,
    unreadableNextVisit: ({ text }) =>
      `« ${text} » ne dit pas quand passer. Écrivez une date ou un mois ; ce qui est écrit est gardé dans les notes.`,
    unreadablePower: ({ text }) =>
      `« ${text} » n’est pas une puissance. Écrivez par exemple « 24 kW » ; ce qui est écrit est gardé dans les notes.`,
    unreadableMark: ({ text }) =>
      `« ${text} » ne dit pas si c’est fait. Écrivez une date, « oui » ou « non » ; ce qui est écrit est gardé dans les notes.`,
    unknownRenewal: ({ text }) =>
      `« ${text} » ne dit pas comment le contrat se reconduit. Écrivez « tacite », « expresse » ou « aucune » ; ce qui est écrit est gardé dans les notes.`,
    cellError: ({ error }) => `La cellule affiche une erreur (${error}). Corrigez la formule ou retapez la valeur.`,
    textCut: ({ length }) =>
      `Cette ligne a plus de texte (${String(length)} caractères) que n’en tient une cellule : la fin est coupée dans les notes. Raccourcissez-la si la fin compte.`,
    dateOutOfRange: ({ date }) =>
      `Le ${shortDate(date)} est hors des limites raisonnables. Vérifiez l’année ; ce qui est écrit est gardé dans les notes.`,
    dateInFuture: ({ date }) =>
      `Le ${shortDate(date)} n’est pas encore passé. Vérifiez cette date ; elle est gardée dans les notes.`,
    endBeforeStart: ({ from, to }) =>
      `La fin (${shortDate(to)}) précède le début (${shortDate(from)}). Corrigez l’une des deux dates ; l’échéance seule est suivie.`,
    nameMissing: () =>
      "Cette ligne n’a pas de nom de client. Écrivez-le dans la liste, puis recommencez : sans lui, elle n’est pas importée.",
    startMissing: () =>
      "Rien ne dit quand ce contrat commence ou finit : Tacite compte une période à partir du jour de l’import. Corrigez sa date d’effet dans la feuille Contrats.",
    priceMissing: () => "Cette ligne n’a pas de prix. Remplissez-le dans la feuille Périodes avant la première lettre.",
    duplicateRow: ({ firstRow }) =>
      `Cette ligne répète la ligne ${String(firstRow)} : elle n’est importée qu’une fois.`,
    numberUsedTwice: ({ number, firstRow }) =>
      `Le numéro « ${number} » est déjà celui de la ligne ${String(firstRow)}, d’un autre client ou d’une autre adresse. Tacite propose un nouveau numéro pour cette ligne ; l’ancien est gardé dans les notes.`,
    alreadyInRegister: ({ number }) =>
      `Le contrat « ${number} » est déjà dans le registre : cette ligne n’est pas importée. Corrigez-le là, si quelque chose a changé.`,
    refused: ({ refusal }) => `Cette ligne n’est pas importée. ${refusalSentence(refusal)}`,
    hiddenRows: ({ count }) =>
      count === 1
        ? "Une ligne de la liste est masquée : elle est importée aussi."
        : `${String(count)} lignes de la liste sont masquées : elles sont importées aussi.`,
  },
  reasons: {
    header: "d’après l’en-tête",
    nearHeader: "d’après un en-tête qui y ressemble",
    content: "d’après le contenu",
    headerAndContent: "d’après l’en-tête et le contenu",
    chosen: "choisi par vous",
    none: "non reconnu",
  },
});

function refusalSentence(refusal: Refusal): string {
  const write = actions.refusals[refusal.code] as (facts: Refusal["facts"]) => string;
  return write(refusal.facts);
}
