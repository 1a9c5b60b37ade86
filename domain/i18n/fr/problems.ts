import type { TableName } from "../../workbook/schema";
import { keyColumn } from "../../workbook/schema";
import type { ProblemWords } from "../catalogue";
import { columnHeader } from "../columnHeader";
import { formats } from "./formats";
import { workbook } from "./workbook";

const { shortDate } = formats;

/** What is wrong, then how to mend it. The sheet and the cell are told beside the sentence. */
export const problems: ProblemWords = {
  unreadableDate: ({ text }) => `« ${text} » n’est pas une date. Tapez-la sous la forme 15/03/2026.`,
  dateIsText: ({ text, date }) =>
    `La date « ${text} » est du texte. Tacite l’a lue comme le ${shortDate(date)} ; retapez-la pour qu’Excel la reconnaisse.`,
  unreadableAmount: ({ text }) => `« ${text} » n’est pas un montant. Tapez seulement le nombre, par exemple 115,50.`,
  amountIsText: ({ text }) => `Le montant « ${text} » est du texte. Tapez seulement le nombre, sans lettre ni symbole.`,
  unreadableNumber: ({ text }) => `« ${text} » n’est pas un nombre. Tapez seulement des chiffres.`,
  unreadableYesNo: ({ text }) => `« ${text} » n’est ni Oui ni Non. Choisissez l’un des deux.`,
  unreadableMonths: ({ text }) =>
    `« ${text} » ne désigne pas des mois. Écrivez par exemple « juin » ou « mai, octobre ».`,
  unreadableVatRate: ({ text }) => `« ${text} » n’est pas un taux de TVA. Tapez 5,5 %, 10 % ou 20 %.`,
  unknownChoice: ({ text, choices }) =>
    `« ${text} » n’est pas dans la liste. Choisissez : ${Object.values<string>(workbook.choices[choices]).join(", ")}.`,
  cellError: ({ error }) => `La cellule affiche une erreur (${error}). Corrigez la formule ou retapez la valeur.`,
  invalidEmail: ({ text }) => `« ${text} » n’est pas une adresse e-mail. Corrigez-la, par exemple nom@exemple.fr.`,
  missingValue: () => "Cette case est vide alors que la ligne ne peut pas être comprise sans elle. Remplissez-la.",
  outOfRange: ({ text, between }) =>
    `La valeur « ${text} » est hors des limites raisonnables. ${
      between === undefined ? "Vérifiez-la." : `Tapez un nombre de ${between[0]} à ${between[1]}.`
    }`,
  rowBelowTable: () =>
    "Cette ligne est sous le tableau, qui ne s’est pas agrandi. Tacite la lit quand même ; étendez le tableau jusqu’à elle en tirant le coin du tableau, en bas à droite.",
  missingKey: ({ table }) => {
    const example = keyExamples[table];
    const column = columnHeader(workbook, table, keyColumn(table));
    if (example === null) {
      return `Cette ligne n’a pas de « ${column} » : Tacite la lit, mais rien ne peut s’y rattacher. Donnez-lui un numéro qui n’existe pas encore.`;
    }
    return `Cette ligne compte, mais il lui faut une clé pour que Tacite puisse la suivre. Tapez dans la colonne « ${column} » une clé qui n’existe pas encore, par exemple ${example}, ou laissez le complément Excel le faire.`;
  },
  duplicateKey: ({ key, firstRow }) =>
    `La clé « ${key} » est déjà celle de la ligne ${String(firstRow)}. Donnez un autre numéro à l’une des deux lignes.`,
  unknownReference: ({ key, table, nearest }) =>
    `« ${key} » n’existe pas dans la feuille ${workbook.sheets[table]}. ${
      nearest === null
        ? "Corrigez le numéro ou ajoutez la ligne manquante."
        : `Écrivez « ${nearest} », exactement comme dans cette feuille.`
    }`,
  missingTable: ({ table }) =>
    `La table de la feuille ${workbook.sheets[table]} est introuvable. Rétablissez-la depuis une sauvegarde, ou créez un registre neuf avec « tacite new ».`,
  missingSettings: () =>
    "La feuille Paramètres est introuvable. Rétablissez-la depuis une sauvegarde, ou créez un registre neuf avec « tacite new ».",
  missingColumn: ({ table, column }) =>
    `La colonne « ${column} » manque dans la feuille ${workbook.sheets[table]}. Si vous l’avez renommée, rendez-lui exactement ce titre ; si vous l’avez supprimée, ajoutez une colonne qui le porte.`,
  duplicateColumn: ({ table, column }) =>
    `La colonne « ${column} » figure deux fois dans la feuille ${workbook.sheets[table]}. Renommez l’une des deux.`,
  missingSetting: ({ setting }) => `Le réglage « ${setting} » manque dans la feuille Paramètres. Remplissez-le.`,
  startMissing: () => "Ce contrat n’a pas de date d’effet : Tacite ne peut rien suivre. Remplissez « Date d’effet ».",
  periodMissing: () =>
    "Aucune période n’est notée pour ce contrat : le prix est inconnu. Ajoutez une ligne dans la feuille Périodes.",
  duplicatePeriod: ({ number }) =>
    `La période ${String(number)} de ce contrat figure deux fois. Supprimez ou renumérotez une ligne.`,
  periodGap: ({ expected }) =>
    `Cette période commence trop tard : elle devrait suivre la précédente et commencer le ${shortDate(expected)}. Corrigez « Du ».`,
  periodOverlap: ({ expected }) =>
    `Cette période chevauche la précédente : elle devrait commencer le ${shortDate(expected)}. Corrigez « Du ».`,
  periodStartDiffers: ({ expected }) =>
    `La première période ne commence pas le ${shortDate(expected)}, à la date d’effet du contrat. Corrigez « Du », ou « Date d’effet » dans la feuille ${workbook.sheets.contracts}.`,
  periodReversed: () => "Cette période finit avant de commencer. Corrigez « Du » ou « Au ».",
  periodEndUnusual: ({ typed, computed }) =>
    `L’échéance ${shortDate(typed)} n’est pas celle que donne la durée (${shortDate(computed)}). Tacite suit l’échéance notée ; vérifiez-la.`,
  renewalLengthMissing: () =>
    "La durée de reconduction n’est pas fixée : la loi la tient alors pour indéterminée. Remplissez « Reconduction (mois) » d’après le contrat.",
  noticeTooLong: ({ deadline, from }) =>
    `Ce préavis ne tient pas dans la période : la date limite de refus (${shortDate(deadline)}) tomberait avant son début, le ${shortDate(from)}. Corrigez « Préavis » ou son unité.`,
  noEquipment: () => "Aucun équipement n’est noté pour ce contrat. Ajoutez une ligne dans la feuille Équipements.",
  unknownPeriod: ({ number }) => `Ce contrat n’a pas de période ${String(number)}. Corrigez le numéro de période.`,
  invoiceWithoutPeriod: () =>
    "Cette facture de contrat ne dit pas quelle période elle facture. Remplissez « Période ».",
  duplicateInvoiceNumber: ({ number }) =>
    `Le numéro de facture « ${number} » sert à deux factures différentes. Corrigez l’un des deux.`,
  repairWithoutVisit: () =>
    "Cette facture de dépannage ne dit pas quel dépannage elle facture. Remplissez « Clé d’intervention ».",
  noticeTooEarly: ({ from }) =>
    `Cette lettre est partie avant le ${shortDate(from)} : la loi ne la compte pas. Envoyez-en une autre à partir de cette date.`,
  refusalAfterDeadline: ({ deadline }) =>
    `Ce refus est arrivé après la date limite (${shortDate(deadline)}). Tacite le suit ; retirez-le si vous ne l’acceptez pas.`,
  renewedDespiteRefusal: () =>
    "Ce contrat a un refus et pourtant une période de plus est notée. Retirez le refus ou la période en trop.",
  dateInFuture: ({ date }) => `Le ${shortDate(date)} n’est pas encore passé. Vérifiez cette date.`,
  doneBeforeStart: ({ start }) =>
    `Cette intervention est antérieure au contrat, qui commence le ${shortDate(start)}. Vérifiez la date.`,
  suspensionReversed: () => "La suspension finit avant de commencer. Corrigez « Suspendu du » ou « Suspendu au ».",
  equipmentOfOtherContract: ({ contract }) =>
    `Cet équipement appartient au contrat ${contract}. Corrigez le numéro d’équipement ou de contrat.`,
  letterNeeds: ({ field, contract }) =>
    `La lettre${contract === null ? "" : ` du contrat ${contract}`} ne peut pas être préparée sans « ${field} ». Remplissez cette case.`,
};

/** A key that could be typed by hand; null for the numbers that people give themselves. */
const keyExamples: { readonly [T in TableName]: string | null } = {
  contracts: null,
  clients: null,
  interventions: "I1",
  invoices: "F1",
  periods: "P1",
  equipment: "E1",
  letters: "L1",
  journal: "J1",
};
