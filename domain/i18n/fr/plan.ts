import type { MissingCell, PlanWords } from "../catalogue";
import { formats } from "./formats";

const { shortDate, money } = formats;

export const plan: PlanWords = {
  contractStates: {
    draft: "Brouillon",
    upcoming: "À venir",
    active: "En cours",
    toNotify: "À informer",
    notified: "Informé",
    late: "Hors délai",
    refused: "Refus reçu",
    toRenew: "À reconduire",
    suspended: "Suspendu",
    terminated: "Résilié",
    ended: "Terminé",
  },
  noticeStates: {
    notRequired: "Non requise",
    noWindow: "À remettre à la signature",
    notDue: "Pas encore",
    toSend: "À envoyer",
    generated: "Préparée, à envoyer",
    sent: "Envoyée",
    returned: "Revenue",
    late: "Hors délai",
  },
  obligationKinds: {
    notice: "Lettre de reconduction",
    invoice: "Facture",
    payment: "Paiement",
    repairInvoice: "Facture de dépannage",
    visit: "Visite",
    legalVisit: "Visite légale",
    certificate: "Attestation",
    renewal: "Reconduction",
  },
  tasks: {
    sendNotice: (day) => `Lettre de reconduction à préparer et à envoyer au plus tard le ${shortDate(day)}.`,
    sendLetter: (day) => `Lettre prête : imprimez-la ou joignez-la, et envoyez-la au plus tard le ${shortDate(day)}.`,
    lateNotice: (freeFrom, refund) =>
      `Lettre hors délai : le client peut partir à tout moment, sans frais, à partir du ${shortDate(freeFrom)}${
        refund === null || refund === 0 ? "" : ` (environ ${money(refund)} à rembourser s’il part aujourd’hui)`
      }.`,
    refusedLetter: (only) => `Lettre impossible à préparer${only === null ? "" : ` : remplissez ${cellName(only)}`}.`,
    fillIn: (cell) => `Remplissez ${cellName(cell)}.`,
    sendAgain: (returnedOn, lastDay) =>
      `Lettre revenue le ${shortDate(returnedOn)} : vérifiez l’adresse, puis envoyez la nouvelle au plus tard le ${shortDate(lastDay)}.`,
    renewedUntold: (until, refund) =>
      `Contrat reconduit sans lettre envoyée à temps : le client peut partir à tout moment, sans frais, jusqu’au ${shortDate(until)}${
        refund === null || refund === 0 ? "" : ` (environ ${money(refund)} à rembourser s’il part aujourd’hui)`
      }.`,
    lateByChoice: (lastDay) =>
      `Lettre de reconduction à envoyer : elle devait partir au plus tard le ${shortDate(lastDay)}.`,
    returnedLetter: (day) => `Lettre revenue le ${shortDate(day)} : vérifiez l’adresse et renvoyez-la.`,
    sentWithoutProof: (day) =>
      `Lettre envoyée le ${shortDate(day)} sans preuve : notez le numéro de suivi si vous l’avez.`,
    visitAfterRefusal: (appliance, day) =>
      `Refus reçu, mais la visite${of(appliance)} reste due jusqu’au ${shortDate(day)}.`,
    visit: (appliance, day) => `Visite d’entretien${of(appliance)} à faire au plus tard le ${shortDate(day)}.`,
    legalVisit: (appliance, day) =>
      `Visite imposée par la loi${of(appliance)} à faire au plus tard le ${shortDate(day)}.`,
    leakCheck: (appliance, day) => `Contrôle d’étanchéité${of(appliance)} à faire au plus tard le ${shortDate(day)}.`,
    invoice: (period, day) => `Période ${String(period)} à facturer au plus tard le ${shortDate(day)}.`,
    repairInvoice: (doneOn) => `Dépannage du ${shortDate(doneOn)} à facturer.`,
    payment: (number, day) => `Facture${number === null ? "" : ` ${number}`} à encaisser : échue le ${shortDate(day)}.`,
    certificate: (doneOn, day) =>
      `Attestation de la visite du ${shortDate(doneOn)} à remettre au plus tard le ${shortDate(day)}.`,
    recordRenewal: (from) => `Contrat reconduit tacitement le ${shortDate(from)} : enregistrez la nouvelle période.`,
    proposeRenewal: (day) => `Reconduction expresse à proposer avant le ${shortDate(day)}, sinon le contrat s’arrête.`,
  },
  shown: {
    upToDate: "À jour",
    none: "Sans objet",
    toDoBefore: (day) => `À faire avant le ${shortDate(day)}`,
    overdueSince: (day) => `En retard depuis le ${shortDate(day)}`,
    fromDay: (day) => `À venir le ${shortDate(day)}`,
    toInvoice: "À facturer",
    lateInvoice: "En retard : à facturer",
    invoiced: "Facturée",
    paid: "Payée",
    unpaid: "Impayée",
    notYet: "Pas encore",
    more: (appliance, others) => `${appliance} + ${String(others)}`,
  },
};

function of(appliance: string | null): string {
  return appliance === null ? "" : ` (${appliance})`;
}

function cellName({ field, place, contract }: MissingCell): string {
  return `« ${field} » (${place}${contract === null ? "" : `, ligne du contrat ${contract}`})`;
}
