import type { CivilDate } from "../../dates/civilDate";
import type { ImportField, RecognitionReason } from "../../import/list";
import type { ListProblemCode, ListProblemFacts } from "../../import/listProblem";
import { actions } from "./actions";
import { formats } from "./formats";

const { shortDate } = formats;

type YearField = Extract<ImportField, `visitOfYear:${string}`>;

/** One sentence: what is wrong in the user's list, and what becomes of it or what to do. */
export type ListProblemWords = { readonly [C in ListProblemCode]: (facts: ListProblemFacts[C]) => string };

const kept = "Ce qui est écrit va dans les notes du contrat.";

const problems: ListProblemWords = {
  unreadableDate: ({ text }) => `« ${text} » n’est pas une date. ${kept}`,
  unreadableAmount: ({ text }) => `« ${text} » n’est pas un montant. ${kept}`,
  unreadableVatRate: ({ text }) => `« ${text} » n’est pas un taux de TVA. ${kept}`,
  unreadablePostcode: ({ text }) => `« ${text} » n’est pas un code postal. ${kept}`,
  unreadablePhone: ({ text }) => `« ${text} » n’est pas un numéro de téléphone. ${kept}`,
  unreadableEmail: ({ text }) => `« ${text} » n’est pas une adresse e-mail. ${kept}`,
  unreadableMonths: ({ text }) => `« ${text} » n’est pas une durée. ${kept}`,
  unreadableNextVisit: ({ text }) => `« ${text} » ne dit pas quand est la visite. ${kept}`,
  unreadablePower: ({ text }) => `« ${text} » n’est pas une puissance en kW. ${kept}`,
  unreadableMark: ({ text }) => `« ${text} » n’est ni une date, ni « oui », ni « non ». ${kept}`,
  unknownClientType: ({ text }) =>
    `« ${text} » ne dit pas si c’est un particulier, une copropriété ou un professionnel. ${kept}`,
  unknownRenewal: ({ text }) => `« ${text} » ne dit pas si la reconduction est tacite ou expresse. ${kept}`,
  cellError: ({ error }) =>
    `La cellule affiche une erreur (${error}). Corrigez sa formule, ou complétez le registre après.`,
  textCut: ({ length }) =>
    `Ce texte de ${String(length)} caractères est trop long pour une cellule : sa fin est coupée.`,
  dateOutOfRange: ({ date }) => `Le ${shortDate(date)} ne peut pas être la date d’un contrat. ${kept}`,
  dateInFuture: ({ date }) => `Le ${shortDate(date)} n’est pas encore passé. ${kept}`,
  endBeforeStart: ({ from, to }) =>
    `L’échéance (${shortDate(to)}) est avant le début (${shortDate(from)}). Corrigez l’une des deux.`,
  nameMissing: () => "Cette ligne n’a pas de nom de client : elle n’est pas importée. Complétez-la, ou laissez-la.",
  startMissing: () =>
    "Rien ne dit quand ce contrat commence ou finit : sa période est comptée à partir de l’import. Corrigez sa date d’effet et sa période dans le registre.",
  startGuessed: ({ from }) =>
    `Rien ne dit quand ce contrat commence : sa période est comptée à partir de sa dernière visite, le ${shortDate(from)}. Corrigez sa date d’effet dans le registre si elle est autre.`,
  priceMissing: () => "Ce contrat n’a pas de prix. Complétez-le dans le registre.",
  duplicateRow: ({ firstRow }) => `Cette ligne répète la ligne ${String(firstRow)} : elle n’est importée qu’une fois.`,
  numberUsedTwice: ({ number, firstRow }) =>
    `Le numéro ${number} est déjà celui de la ligne ${String(firstRow)}. Tacite en donne un autre à cette ligne.`,
  alreadyInRegister: ({ number }) => `Le contrat ${number} est déjà dans le registre : la ligne n’est pas importée.`,
  refused: ({ refusal }) => {
    const write = actions.refusals[refusal.code] as (facts: typeof refusal.facts) => string;
    return `La ligne n’est pas importée : ${write(refusal.facts)}`;
  },
  hiddenRows: ({ count }) =>
    `${String(count)} ${count > 1 ? "lignes sont masquées" : "ligne est masquée"} dans la feuille : ${count > 1 ? "elles sont importées" : "elle est importée"} aussi.`,
};

const fields: { readonly [F in Exclude<ImportField, YearField>]: string } = {
  contractId: "N° de contrat",
  clientName: "Nom du client",
  firstName: "Prénom",
  civility: "Civilité",
  clientType: "Type de client",
  address: "Adresse",
  postcode: "Code postal",
  city: "Ville",
  billingAddress: "Adresse de facturation",
  phone: "Téléphone",
  phone2: "Second téléphone",
  email: "E-mail",
  equipment: "Appareil",
  brand: "Marque",
  model: "Modèle",
  serial: "N° de série",
  commissionedOn: "Mise en service",
  power: "Puissance (kW)",
  signedOn: "Signé le",
  startsOn: "Début du contrat",
  endsOn: "Échéance",
  durationMonths: "Durée",
  noticeMonths: "Préavis",
  renewal: "Reconduction",
  plan: "Formule",
  priceExclTax: "Prix HT",
  priceInclTax: "Prix TTC",
  vatRate: "Taux de TVA",
  lastVisitOn: "Dernière visite",
  nextVisit: "Prochaine visite",
  invoiceNumber: "N° de facture",
  invoicedOn: "Facturé le",
  paid: "Payé",
  letterSentOn: "Lettre envoyée",
  status: "État du contrat",
  notes: "Notes",
};

const reasons: { readonly [R in RecognitionReason]: string } = {
  header: "d’après le titre",
  nearHeader: "le titre y ressemble",
  content: "d’après ce que la colonne contient",
  headerAndContent: "d’après le titre et le contenu",
  chosen: "choisi par vous",
  none: "pas reconnue : son contenu va dans les notes",
};

/** What is said of a list of the user's own, in the pane and by `tacite import`. */
export const importing = {
  problems,
  fields,
  visitOfYear: (year: string): string => `Visite de ${year}`,
  reasons,
  sure: "sûr",
  toCheck: "à vérifier",
  toNotes: "Notes (colonne non reconnue)",
  yes: "oui",
  no: "non",
  months: (count: number): string => `${String(count)} mois`,
  cell: (column: string | null, row: number | null): string =>
    row === null ? "La feuille" : column === null ? `Ligne ${String(row)}` : `Cellule ${column}${String(row)}`,
  rows: (count: number): string => `${String(count)} ${count > 1 ? "lignes" : "ligne"}`,
  date: (date: CivilDate): string => shortDate(date),
};

/** What another language must say too. */
export type ImportWords = typeof importing;
