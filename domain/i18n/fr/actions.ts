import type { ActionWords } from "../../actions/actionWords";
import type { FieldName } from "../../actions/decision";
import type { Cents } from "../../money";
import { columnHeader } from "../columnHeader";
import { formats } from "./formats";
import { workbook } from "./workbook";

const { shortDate, money } = formats;

/** What an action did, and why one was not done: what stands in the way, then what to do. */
export const actions: ActionWords = {
  names: {
    signContract: "Contrat signé",
    logVisit: "Visite",
    logRepair: "Dépannage",
    markInvoiced: "Facturé",
    markPaid: "Payé",
    creditNote: "Avoir",
    noticeSent: "Lettre envoyée",
    noticeReturned: "Lettre revenue",
    recordRefusal: "Refus reçu",
    withdrawRefusal: "Refus retiré",
    renew: "Renouvellement",
    renewMany: "Renouvellements",
    announceRenewal: "Annonce du renouvellement",
    announceMany: "Annonce de prix",
    terminate: "Résiliation",
    reverseTermination: "Résiliation annulée",
    suspend: "Suspension",
    resume: "Reprise",
    handOverCertificate: "Attestation remise",
    swapEquipment: "Remplacement d’appareil",
    changeHolder: "Changement de titulaire",
    importRows: "Import",
    repairKeys: "Clés réparées",
    forgetClient: "Client oublié",
    undo: "Annulation",
  },
  summaries: {
    signContract: ({ contract, name, period }) =>
      `Contrat ${contract} signé pour ${name}, du ${shortDate(period.from)} au ${shortDate(period.to)}.`,
    logVisit: ({ contract, outcome, on }) => `Contrat ${contract} : ${visits[outcome]} le ${shortDate(on)}.`,
    logRepair: ({ contract, on }) => `Contrat ${contract} : dépannage noté le ${shortDate(on)}.`,
    markInvoiced: ({ number, contracts, amount }) =>
      `${named("Facture", number)} de ${money(amount)} notée pour ${contractList(contracts)}.`,
    markPaid: ({ number, on, amount }) =>
      `${named("Facture", number)} de ${money(amount)} notée payée le ${shortDate(on)}.`,
    creditNote: ({ number, invoice, amount }) =>
      `${named("Avoir", number)} de ${money(amount)} noté sur la ${named("facture", invoice)}.`,
    noticeSent: ({ contract, on, timing }) =>
      `Contrat ${contract} : lettre de reconduction envoyée le ${shortDate(on)}${timings[timing]}.`,
    noticeReturned: ({ contract, on }) =>
      `Contrat ${contract} : lettre revenue le ${shortDate(on)}. Vérifiez l’adresse et renvoyez-la s’il en est encore temps.`,
    recordRefusal: ({ contract, on, until }) =>
      `Contrat ${contract} : refus reçu le ${shortDate(on)}. Il s’arrêtera le ${shortDate(until)} ; les visites restent dues jusque-là.`,
    withdrawRefusal: ({ contract }) => `Contrat ${contract} : refus retiré, le contrat continue.`,
    renew: ({ contract, period, price, revised }) =>
      `Contrat ${contract} renouvelé du ${shortDate(period.from)} au ${shortDate(period.to)}${pricePart(price, revised)}.`,
    renewMany: ({ renewed, unpriced, skipped }) =>
      [
        `${contractCount(renewed.length)} ${plural(renewed.length, "renouvelé", "renouvelés")}.`,
        ...(unpriced.length > 0 ? [`Prix à remplir dans la feuille Périodes : ${someOf(unpriced)}.`] : []),
        ...leftAside(skipped.length),
      ].join(" "),
    announceRenewal: ({ contract, from, price, withdrawn }) =>
      withdrawn
        ? `Contrat ${contract} : le prix annoncé à partir du ${shortDate(from)} est retiré.`
        : price === null
          ? `Contrat ${contract} : même prix à partir du ${shortDate(from)}.`
          : `Contrat ${contract} : ${money(price)} à partir du ${shortDate(from)}. La lettre le dira.`,
    announceMany: ({ announced, unrevised, rewritten, skipped }) =>
      [
        `Prix ${plural(announced.length, "noté", "notés")} pour ${contractCount(announced.length)} : les lettres le diront.`,
        ...(unrevised.length > 0 ? [`Prix gardé (« ne pas réviser ») : ${someOf(unrevised)}.`] : []),
        ...(rewritten.length > 0
          ? [`Lettre déjà préparée avec l’ancien prix, une nouvelle sera écrite : ${someOf(rewritten)}.`]
          : []),
        ...leftAside(skipped.length),
      ].join(" "),
    terminate: ({ contract, on }) => `Contrat ${contract} résilié au ${shortDate(on)}.`,
    reverseTermination: ({ contract }) => `Contrat ${contract} : résiliation annulée, le contrat reprend.`,
    suspend: ({ contract, from, to }) =>
      to === null
        ? `Contrat ${contract} suspendu à partir du ${shortDate(from)}, jusqu’à nouvel ordre.`
        : `Contrat ${contract} suspendu du ${shortDate(from)} au ${shortDate(to)}.`,
    resume: ({ contract, on }) => `Contrat ${contract} : reprise le ${shortDate(on)}.`,
    handOverCertificate: ({ contract, on }) => `Contrat ${contract} : attestation remise le ${shortDate(on)}.`,
    swapEquipment: ({ contract, on }) => `Contrat ${contract} : appareil remplacé le ${shortDate(on)}.`,
    changeHolder: ({ contract, name }) => `Contrat ${contract} : le titulaire est maintenant ${name}.`,
    importRows: ({ contracts, followedSince }) =>
      `${contractCount(contracts)} ${plural(contracts, "repris, suivi", "repris, suivis")} depuis le ${shortDate(followedSince)}.`,
    repairKeys: ({ rows }) => `${String(rows)} ${plural(rows, "ligne a reçu sa clé", "lignes ont reçu leur clé")}.`,
    forgetClient: ({ client }) =>
      `Client ${client} oublié : nom, adresses, téléphones et notes effacés. Les numéros et le suivi des lettres restent.`,
    undo: ({ action, contract }) =>
      `Annulé : ${actions.names[action]}.${contract === null ? "" : ` Contrat ${contract}.`}`,
  },
  refusals: {
    unknownContract: ({ contract }) =>
      `Le contrat « ${contract} » n’existe pas. Choisissez-en un dans la feuille Contrats.`,
    unknownClient: ({ client }) => `Le client « ${client} » n’existe pas. Choisissez-en un autre ou créez-le.`,
    unknownEquipment: ({ equipment, contract }) =>
      `L’équipement « ${equipment} » n’est pas au contrat ${contract}. Choisissez un appareil de ce contrat.`,
    unknownIntervention: ({ intervention }) =>
      `L’intervention « ${intervention} » est introuvable. Actualisez la liste et choisissez-la de nouveau.`,
    unknownInvoice: ({ invoice }) => `La facture « ${invoice} » est introuvable. Vérifiez le numéro.`,
    unknownRow: ({ table, key }) =>
      `La ligne « ${key} » de la feuille ${workbook.sheets[table]} est introuvable. Relancez la vérification du registre.`,
    unknownPeriod: ({ contract, number }) =>
      `Le contrat ${contract} n’a pas de période ${String(number)}. Choisissez une période existante.`,
    noPeriod: ({ contract }) =>
      `Aucune période n’est notée pour le contrat ${contract}. Remplissez sa date d’effet et ajoutez sa ligne dans la feuille Périodes.`,
    missing: (field) => `« ${label(field)} » est vide. Remplissez cette case.`,
    notANumber: (field) => `« ${label(field)} » n’est pas un nombre possible. Tapez seulement un nombre positif.`,
    dateInFuture: ({ date }) => `Le ${shortDate(date)} n’est pas encore passé. Corrigez la date.`,
    dateBefore: ({ date, earliest }) =>
      `Le ${shortDate(date)} est trop tôt. Choisissez une date à partir du ${shortDate(earliest)}.`,
    endBeforeStart: ({ from, to }) =>
      `La fin (${shortDate(to)}) précède le début (${shortDate(from)}). Corrigez l’une des deux dates.`,
    numberTaken: ({ number, proposed }) =>
      `Le numéro « ${number} » est déjà pris. Choisissez-en un autre, par exemple ${proposed}.`,
    nothingChosen: () => "Rien n’est choisi. Cochez au moins une ligne.",
    nothingToDo: () => "Rien ne change : tout est déjà noté ainsi. Modifiez une case ou fermez ce volet.",
    alreadyLogged: ({ on }) =>
      `Cette intervention est déjà notée, le ${shortDate(on)}. Modifiez sa ligne dans la feuille Interventions.`,
    visitNotDone: () => "Cette intervention n’est pas notée comme faite. Notez-la d’abord.",
    certificateHandedOver: ({ on }) =>
      `L’attestation est déjà notée remise le ${shortDate(on)}. Pour changer la date, modifiez la ligne de la visite.`,
    equipmentOutOfService: ({ on }) =>
      `Cet appareil n’est pas couvert le ${shortDate(on)}. Choisissez-en un autre ou corrigez « Couvert du » et « Couvert au ».`,
    priceUnknown: ({ contract }) =>
      `Le prix du contrat ${contract} est inconnu. Tapez le montant, ou remplissez le prix de la période.`,
    nothingToInvoice: ({ contract }) =>
      `Le contrat ${contract} n’a rien à facturer ici : 1re année offerte, ou versement qui n’existe pas. Choisissez un autre versement.`,
    alreadyInvoiced: ({ contract, number }) =>
      `Contrat ${contract} : c’est déjà facturé${number === null ? "" : ` (n° ${number})`}. Pour refacturer, notez d’abord un avoir.`,
    invoiceNumberUsed: ({ number }) =>
      `Le numéro « ${number} » sert déjà à une autre facture, d’un autre jour ou d’un autre client. Vérifiez le numéro.`,
    alreadyPaid: ({ on }) => `Cette facture est déjà notée payée le ${shortDate(on)}. Choisissez une facture à payer.`,
    isCreditNote: () => "Cette ligne est un avoir. Choisissez une facture.",
    creditTooLarge: ({ most }) => creditLimit(most),
    emailWithoutConsent: ({ client }) =>
      `${client} n’a pas donné son accord pour l’e-mail. Envoyez la lettre par la poste, ou notez la date de son accord.`,
    noticeAlreadySent: ({ on }) =>
      `La lettre de cette période est déjà partie le ${shortDate(on)}. Si elle est revenue, notez d’abord le retour.`,
    noticeNotSent: ({ contract }) =>
      `Aucune lettre en route n’est notée pour le contrat ${contract}. Notez d’abord son envoi.`,
    refusalRecorded: ({ contract, on }) =>
      `Contrat ${contract} : refus déjà reçu le ${shortDate(on)}. S’il n’est plus d’actualité, retirez-le d’abord.`,
    noRefusal: ({ contract }) => `Le contrat ${contract} n’a pas de refus à retirer. Vérifiez le numéro de contrat.`,
    terminated: ({ contract, on }) =>
      `Le contrat ${contract} est résilié au ${shortDate(on)}. Pour continuer, annulez d’abord la résiliation.`,
    notTerminated: ({ contract }) => `Le contrat ${contract} n’est pas résilié. Vérifiez le numéro de contrat.`,
    notRenewable: ({ contract }) => `Le contrat ${contract} est sans reconduction. Signez un nouveau contrat.`,
    alreadyRenewed: ({ contract, from }) =>
      `Le contrat ${contract} est déjà renouvelé à partir du ${shortDate(from)}. Attendez cette date pour le suivant.`,
    renewalNotRecorded: ({ contract, from }) =>
      `Le contrat ${contract} s’est renouvelé le ${shortDate(from)} sans que ce soit noté. Notez d’abord ce renouvellement.`,
    revisionTermsMissing: ({ contract }) =>
      `La clause de révision du contrat ${contract} est incomplète. Remplissez a, b, P0 et I0, ou révisez en pourcentage.`,
    revisionSharesWrong: ({ contract }) =>
      `Les parts a et b de la révision du contrat ${contract} ne font pas 1 à elles deux. Tapez par exemple 0,15 et 0,85, ou 15 % et 85 %.`,
    suspended: ({ contract, from }) =>
      `Le contrat ${contract} a déjà une suspension à partir du ${shortDate(from)}. Modifiez ses dates dans la feuille Contrats.`,
    notSuspended: ({ contract }) => `Le contrat ${contract} n’est pas suspendu. Vérifiez le numéro de contrat.`,
    sameHolder: ({ contract }) => `Ce client est déjà le titulaire du contrat ${contract}. Choisissez-en un autre.`,
    contractRunning: ({ contract }) =>
      `Le contrat ${contract} est en cours. Attendez sa fin, ou résiliez-le, avant d’oublier ce client.`,
    unknownBatch: () => "Le Journal ne contient plus cette action. Corrigez la ligne à la main.",
    notUndoable: () => "Cette action ne s’annule pas. Refaites-la si besoin.",
    alreadyUndone: () => "Cette action est déjà annulée. Refaites-la si besoin.",
    changedSince: ({ table, key, column }) =>
      `La ligne ${key} de la feuille ${workbook.sheets[table]} a changé depuis${column === null ? "" : ` (« ${columnHeader(workbook, table, column)} »)`}. Annulez d’abord l’action plus récente, ou corrigez à la main.`,
    usedSince: ({ table, key }) =>
      `La ligne ${key} de la feuille ${workbook.sheets[table]} s’appuie sur ce qui serait annulé. Annulez d’abord l’action plus récente.`,
    journalUnreadable: () => "Les valeurs d’avant ne se lisent plus dans le Journal. Corrigez la ligne à la main.",
  },
};

const visits = {
  done: "visite faite",
  partial: "visite faite en partie (le reste reste dû)",
  cancelled: "visite annulée (elle reste à prévoir)",
  planned: "visite prévue",
} as const;

const timings = {
  early: ", trop tôt : la loi ne la compte pas, il faudra en renvoyer une",
  inTime: "",
  late: ", hors délai : le client pourra partir à tout moment",
} as const;

function label({ table, column }: FieldName): string {
  return columnHeader(workbook, table, column);
}

function named(what: string, number: string | null): string {
  return number === null ? `${what} sans numéro` : `${what} ${number}`;
}

function creditLimit(most: Cents): string {
  return most === 0
    ? "Cette facture est déjà entièrement créditée. Choisissez-en une autre."
    : `L’avoir dépasse ce qui reste de la facture. Tapez au plus ${money(most)}.`;
}

function pricePart(price: Cents | null, revised: boolean): string {
  if (price === null) return ", prix à remplir";
  return revised ? `, au nouveau prix de ${money(price)}` : `, à ${money(price)}`;
}

function contractList(contracts: readonly string[]): string {
  return contracts.length === 1 ? `le contrat ${contracts.join("")}` : `les contrats ${contracts.join(", ")}`;
}

function contractCount(count: number): string {
  return `${String(count)} ${plural(count, "contrat", "contrats")}`;
}

function plural(count: number, one: string, many: string): string {
  return count < 2 ? one : many;
}

/** A sentence about hundreds of contracts names the first ones. */
function someOf(contracts: readonly string[]): string {
  const others = contracts.length - NAMED;
  const named = contracts.slice(0, NAMED).join(", ");
  return others > 0 ? `${named} et ${String(others)} ${plural(others, "autre", "autres")}` : named;
}

const NAMED = 5;

function leftAside(count: number): readonly string[] {
  return count > 0 ? [`${contractCount(count)} ${plural(count, "laissé", "laissés")} de côté.`] : [];
}
