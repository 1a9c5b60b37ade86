import type { CivilDate } from "../../dates/civilDate";
import { formats } from "./formats";

const { shortDate } = formats;

/** What the forms say besides the names of the columns. It is fetched with them. */
export const formTexts = {
  visit: {
    due: (kind: string, day: CivilDate): string => `${kind} à faire au plus tard le ${shortDate(day)}.`,
    outcome: "Résultat",
    outcomes: {
      done: "Faite",
      partial: "Faite en partie",
      cancelled: "Annulée",
      planned: "Rendez-vous pris",
    },
    equipment: "Appareil",
    allEquipment: "Tous les appareils en service",
    certificate: "Attestation",
    certificates: {
      onTheSpot: "Remise sur place",
      later: "À remettre plus tard",
    },
    leakCheck: "Contrôle d’étanchéité fait",
  },
  repair: { byContract: "D’après le contrat" },
  invoice: {
    items: "Ce qui est facturé",
    period: (number: number): string => `période ${String(number)}`,
    repair: (day: string): string => `dépannage du ${day}`,
    noPrice: "prix à remplir",
    noNumber: "Facture sans numéro",
    issued: (number: string, day: string): string => `${number} du ${day}`,
    numberHint: "Celui de votre logiciel.",
    otherAmount: "Autre montant",
    amountHint: "Vide : le montant indiqué ci-dessus.",
    dueHint: (days: number): string => `Vide : ${String(days)} jours après la facture.`,
    nothingToInvoice: "Ce contrat n’a rien à facturer : tout est déjà noté.",
  },
  payment: { invoice: "Facture payée", nothingToPay: "Aucune facture de ce contrat n’est à payer." },
  credit: {
    invoice: "Facture créditée",
    number: "N° de l’avoir",
    on: "Émis le",
    amountHint: "Vide : tout ce qui reste de la facture.",
    nothingToCredit: "Ce contrat n’a pas de facture.",
  },
  letter: {
    window: (from: CivilDate, to: CivilDate): string =>
      `Pour que la loi la compte, la lettre part entre le ${shortDate(from)} et le ${shortDate(to)}.`,
    tooLate: (to: CivilDate): string =>
      `Le dernier jour légal était le ${shortDate(to)}. Envoyez-la quand même et gardez-en la preuve.`,
  },
  refusal: {
    deadline: (day: CivilDate): string => `Le client peut refuser jusqu’au ${shortDate(day)}.`,
    recorded: (day: CivilDate): string => `Refus reçu le ${shortDate(day)}. Si vous le retirez, le contrat continue.`,
  },
  termination: {
    hint: "Le dernier jour du contrat ; il peut être à venir.",
    recorded: (day: CivilDate): string => `Résilié au ${shortDate(day)}. Si vous annulez, le contrat reprend.`,
  },
  suspension: {
    lead: "Les dates du contrat ne bougent pas ; les visites de la suspension ne sont pas dues.",
    toHint: "Vide : jusqu’à nouvel ordre.",
    resumeOn: "Reprise le",
    resumeHint: "Le premier jour qui compte de nouveau.",
  },
  renewal: {
    revision: "Prix de la nouvelle période",
    revisions: {
      none: "Le même",
      percent: "Augmenter en %",
      amount: "Augmenter en €",
      price: "Un autre prix",
      index: "D’après l’indice du contrat",
    },
    percent: "Augmentation (%)",
    amount: "Augmentation (€)",
    index: (name: string | null): string => `Valeur de l’indice${name === null ? "" : ` ${name}`}`,
    currentPrice: (price: string): string => `Prix actuel : ${price}.`,
    announced: (price: string): string => `Prix annoncé au client : ${price}. Il s’applique.`,
    neverRevised: (price: string): string => `« Ne pas réviser » : le prix reste ${price}.`,
    announceLead: "La lettre de reconduction dira ce prix, et le renouvellement l’appliquera.",
    samePrice: "Vide : le même prix.",
  },
  certificate: {
    which: "Visite",
    visit: (kind: string, day: string): string => `${kind} du ${day}`,
    nothing: "Toutes les attestations sont remises.",
  },
  swap: {
    old: "Appareil remplacé",
    on: "Remplacé le",
    new: "Nouvel appareil",
    nothing: "Ce contrat n’a pas d’appareil en service.",
  },
  holder: {
    who: "Déjà client ?",
    choices: {
      new: "Non, nouveau client",
      existing: "Oui, déjà dans le registre",
    },
    existing: "Chercher le client",
    findBy: "Nom, ville, téléphone",
    chooseOne: "Choisissez un client dans la liste.",
    change: "Changer",
    current: (name: string): string => `Titulaire actuel : ${name}.`,
  },
  sign: {
    client: "Client",
    contract: "Contrat",
    terms: "Durée, reconduction et préavis",
    services: "Formule et facturation",
    place: "Lieu d’intervention, si ce n’est pas chez le client",
    equipment: "Appareils",
    count: "Nombre d’appareils",
    appliance: (n: number): string => `Appareil ${String(n)}`,
    applianceMore: (n: number): string => `Appareil ${String(n)} : plus de détails`,
    numberHint: "Vide : Tacite donne le numéro suivant.",
  },
};

/** What another language must say too. */
export type FormTexts = typeof formTexts;
