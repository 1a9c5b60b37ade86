import type { SectionId } from "../../domain/digest/digestModel";

export type SectionWords = {
  /** Under the number, on top of the mail: at most two short lines; for one thing and for several. */
  readonly tile: readonly [one: string, many: string];
  readonly title: string;
  /** What the reader is asked to do about it. */
  readonly advice: string;
};

const sections: Readonly<Record<SectionId, SectionWords>> = {
  lastLegalDays: {
    tile: ["dernier jour légal", "derniers jours légaux"],
    title: "Dernier jour légal dans 14 jours ou moins",
    advice:
      "Envoyez ces lettres maintenant\u00a0: passé ce jour, le client pourra partir à tout moment après la reconduction, sans frais.",
  },
  lateNotices: {
    tile: ["hors délai", "hors délai"],
    title: "Hors délai",
    advice:
      "La fenêtre légale est passée sans preuve d’envoi. Si la lettre n’est pas partie, envoyez-la quand même et gardez-en la preuve.",
  },
  lettersToSend: {
    tile: ["lettre à envoyer", "lettres à envoyer"],
    title: "Lettres à envoyer",
    advice: "Relisez chaque lettre prête, envoyez-la, puis notez la date et le mode d’envoi dans le classeur.",
  },
  unprovenOrReturned: {
    tile: ["preuve ou retour", "preuves et retours"],
    title: "Envoyées sans preuve, ou revenues",
    advice: "Ajoutez le numéro de suivi ou le bordereau. Un courrier revenu est à renvoyer tant qu’il reste du temps.",
  },
  refusedVisitsLeft: {
    tile: ["visite avant la fin", "visites avant la fin"],
    title: "Refus reçus\u00a0: visites restantes",
    advice: "Le contrat s’arrête à son échéance\u00a0; ces visites restent dues d’ici là.",
  },
  toInvoice: {
    tile: ["facture ou impayé", "factures et impayés"],
    title: "À facturer et impayés",
    advice: "Faites la facture dans votre logiciel, puis notez son numéro et sa date dans le classeur.",
  },
  visits: {
    tile: ["visite", "visites"],
    title: "Visites en retard et du mois",
    advice: "Prenez rendez-vous, puis notez la visite faite.",
  },
  certificates: {
    tile: ["attestation", "attestations"],
    title: "Attestations à remettre",
    advice: "Le délai court depuis la visite\u00a0: 15 jours, ou 15 jours ouvrés pour le ramonage et les poêles.",
  },
  renewals: {
    tile: ["reconduction", "reconductions"],
    title: "Reconductions à enregistrer",
    advice: "Ces contrats ont été reconduits\u00a0; enregistrez la nouvelle période et son prix.",
  },
  rowsToFix: {
    tile: ["ligne à corriger", "lignes à corriger"],
    title: "Lignes du classeur à corriger",
    advice: "Tant qu’elles ne sont pas corrigées, Tacite peut oublier quelque chose.",
  },
};

/** The words of the mail itself, in French; sentences about a contract come from the catalogue of the rules. */
export const frenchDigest = {
  sections,
  /** Whether so many things are told in the singular. */
  isOne: (count: number) => count < 2,
  date: {
    days: ["lun.", "mar.", "mer.", "jeu.", "ven.", "sam.", "dim."],
    months: [
      ...["janv.", "févr.", "mars", "avr.", "mai", "juin"],
      ...["juil.", "août", "sept.", "oct.", "nov.", "déc."],
    ],
    first: "1er",
  },
  unnamedFirm: "Contrats d’entretien",
  title: "Récapitulatif de la semaine",
  nothing: "Rien à signaler cette semaine",
  nothingMore: "Aucune lettre, facture, visite ou correction ne vous attend.",
  atZero: (tiles: string) => `À zéro\u00a0: ${tiles}.`,
  inShort: "En bref",
  overdue: "en retard",
  others: (count: number) => (count === 1 ? "… et 1 autre" : `… et ${count} autres`),
  register: "Classeur",
  savedOn: (when: string, age: string) => `enregistré le ${when} (${age})`,
  savedUnknown: "date d’enregistrement inconnue",
  atTime: (time: string) => `à ${time}`,
  daysAgo: (days: number) => (days <= 0 ? "aujourd’hui" : days === 1 ? "hier" : `il y a ${days} jours`),
  staleTitle: "Enregistrez le classeur",
  stale: (days: number) =>
    `Il n’a pas été enregistré depuis ${days} jours\u00a0: vos dernières notes n’y sont peut-être pas. ` +
    "Ouvrez-le dans Excel et enregistrez-le.",
  fileTitle: "Le fichier du registre",
  problemTitle: "Classeur lu en partie",
  letters: "Lettres préparées",
  lettersAdvice: "Elles sont dans le dossier des lettres. Relisez chaque lettre avant de l’envoyer.",
  lettersAttached: "Elles sont jointes à ce message. Relisez chaque lettre avant de l’envoyer.",
  lettersPartlyAttached:
    "Une partie est jointe à ce message\u00a0; les autres, trop lourdes ensemble, sont dans le dossier des lettres.",
  notAttached: "non jointe",
  lateLetter: "hors délai",
  refusalDeadline: (date: string) => `le client peut refuser jusqu’au ${date}`,
  ledger: (count: number, head: string | null) =>
    count === 0
      ? "Journal des lettres\u00a0: vide."
      : `Journal des lettres\u00a0: ${count} ${count > 1 ? "événements" : "événement"}${head === null ? "" : `, empreinte ${head}`}.`,
  limits:
    "Tacite calcule ces dates d’après votre classeur. Ce n’est ni un conseil juridique ni un logiciel de facturation\u00a0: " +
    "en cas de doute, vérifiez le contrat et la loi.",
  subject: (what: string, date: string) => `Contrats d’entretien\u00a0: ${what} (${date})`,
  subjectNothing: "rien à signaler",
  subjectStale: "enregistrez le classeur",
  subjectProblem: "classeur lu en partie",
  urgent: (count: number) => `${count} ${count > 1 ? "urgences" : "urgence"}`,
  toDo: (count: number) => `${count} ${count > 1 ? "choses" : "chose"} à faire`,
};

export type DigestWords = typeof frenchDigest;
