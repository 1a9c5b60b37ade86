import type { CivilDate } from "../../dates/civilDate";
import type { ImportField, RecognitionReason } from "../../import/list";
import type { ListProblemCode, ListProblemFacts } from "../../import/listProblem";
import { actions } from "./actions";
import { formats } from "./formats";

const { shortDate, money } = formats;

type YearField = Extract<ImportField, `visitOfYear:${string}`>;

/** One sentence: what is wrong in the user's list, and what becomes of it or what to do. */
export type ListProblemWords = { readonly [C in ListProblemCode]: (facts: ListProblemFacts[C]) => string };

const kept = "Ce qui est écrit va dans les notes du contrat.";
const contracts = (count: number): string => `${String(count)} ${count > 1 ? "contrats" : "contrat"}`;

const leftOutAs = {
  heading:
    "est lu comme un intertitre, qui vaut pour les lignes au-dessous. Si c’est un client, écrivez sur la même ligne son adresse ou son contrat.",
  total:
    "est lu comme une ligne de total : elle n’est pas importée. Si c’est un client, écrivez sa ville ou son adresse.",
  remark: "est seul sur sa ligne : il va dans les notes de la ligne au-dessus.",
  note: "est lu comme une remarque sur la liste : la ligne n’est pas importée. Recopiez-la où elle est utile.",
} as const;

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
    `La cellule affiche une erreur (${error}), notée telle quelle. Corrigez sa formule, ou complétez le registre après.`,
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
  pricesDisagree: ({ exclTax, inclTax }) =>
    `Le prix HT (${money(exclTax)}) et le prix TTC (${money(inclTax)}) ne vont ensemble à aucun taux de TVA : le TTC est repris, le HT va dans les notes. Corrigez celui qui est faux.`,
  secondPrice: ({ price, firstRow }) =>
    `Le contrat de la ligne ${String(firstRow)} a déjà un prix : celui-ci (${money(price)}) va dans ses notes. Additionnez les deux dans votre liste, ou donnez à cette ligne un autre numéro de contrat.`,
  endRead: ({ on }) =>
    `Ce contrat est repris comme terminé le ${shortDate(on)}. S’il continue, changez ce mot dans votre liste, ou effacez sa date de résiliation dans le registre.`,
  suspensionRead: ({ from, to }) =>
    `Ce contrat est repris comme suspendu à partir du ${shortDate(from)}${to === null ? ", sans date de fin" : `, jusqu’au ${shortDate(to)}`}. Corrigez ces dates dans le registre si elles sont autres.`,
  letterDayUnknown: () =>
    "La liste dit que la lettre est partie, mais pas quel jour. La date du registre n’est donc pas une preuve : écrivez la vraie dans la feuille Courriers.",
  rowLeftOut: ({ text, as }) => `« ${text} » ${leftOutAs[as]}`,
  duplicateRow: ({ firstRow }) =>
    `Cette ligne répète la ligne ${String(firstRow)} : elle n’est importée qu’une fois, et ce qu’elle dit de plus va dans les notes.`,
  numberUsedTwice: ({ number, firstRow }) =>
    `Le numéro ${number} est déjà celui de la ligne ${String(firstRow)}. Tacite en donne un autre à cette ligne.`,
  alreadyInRegister: ({ number }) => `Le contrat ${number} est déjà dans le registre : la ligne n’est pas importée.`,
  refused: ({ refusal }) => {
    const write = actions.refusals[refusal.code] as (facts: typeof refusal.facts) => string;
    return `La ligne n’est pas importée : ${write(refusal.facts)}`;
  },
  followedSinceInFuture: ({ date, today }) =>
    `Le suivi ne peut pas commencer le ${shortDate(date)}, qui est à venir : il commence aujourd’hui, le ${shortDate(today)}.`,
  hiddenRows: ({ count }) =>
    `${String(count)} ${count > 1 ? "lignes sont masquées" : "ligne est masquée"} dans la feuille : ${count > 1 ? "elles sont importées" : "elle est importée"} aussi.`,
  daysUnknown: ({ count }) =>
    `${contracts(count)} : une visite, une facture, un paiement ou une lettre est fait, mais la liste ne dit pas quel jour. Le registre porte « date inconnue » à côté de la date qu’il suppose.`,
  unpaidTaken: ({ count }) =>
    `${String(count)} ${count > 1 ? "factures de la période en cours n’ont" : "facture de la période en cours n’a"} pas de paiement dans la liste : à relancer. Si elles sont payées, répondez « Oui, pour tous » à la question des paiements.`,
  paymentsAssumed: ({ count }) =>
    `La liste ne dit pas qui a payé : ${String(count)} ${count > 1 ? "factures de la période en cours sont comptées comme payées" : "facture de la période en cours est comptée comme payée"}. Si ce n’est pas le cas, répondez « Non, pour aucun » à la question des paiements.`,
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
  /** Written into the register beside a fact whose day the list does not tell. */
  notes: {
    dayUnknown: "Date inconnue, reprise de la liste",
    invoiceDayUnknown: "Date de facture inconnue, reprise de la liste",
    paymentDayUnknown: "Date de paiement inconnue, reprise de la liste",
  },
  problems,
  fields,
  visitOfYear: (year: string): string => `Visite de ${year}`,
  reasons,
  sure: "sûr",
  toCheck: "à vérifier",
  toNotes: "Notes (colonne non reconnue)",
  yes: "oui",
  no: "non",
  rate: (percent: number): string => `${String(percent).replace(".", ",")}\u00a0%`,
  months: (count: number): string => `${String(count)} mois`,
  cell: (column: string | null, row: number | null): string =>
    row === null ? "La feuille" : column === null ? `Ligne ${String(row)}` : `Cellule ${column}${String(row)}`,
  rows: (count: number): string => `${String(count)} ${count > 1 ? "lignes" : "ligne"}`,
  date: (date: CivilDate): string => shortDate(date),

  // the screens of the pane
  reading: "Lecture de vos feuilles…",
  readingRows: (done: number, total: number): string => `${String(done)} lignes lues sur ${String(total)}`,
  nothingFound:
    "Aucune liste de contrats n’a été trouvée dans ce classeur. Il faut une ligne par contrat, sous une ligne de titres : ouvrez le classeur où est votre liste, ou collez-la dans une feuille.",
  chooseSheet: "Quelle feuille contient votre liste ?",
  untouched: "Vos feuilles ne sont pas modifiées : Tacite lit la liste et remplit les siennes.",
  hiddenSheet: "feuille masquée",
  columnsTitle: "Ce que contient chaque colonne",
  columnsLead: (sheet: string, rows: string, doubtful: number): string =>
    `Feuille « ${sheet} » : ${rows}. ${
      doubtful === 0
        ? "Tout ce qui est reconnu l’est sûrement : un coup d’œil suffit."
        : `${String(doubtful)} ${doubtful > 1 ? "colonnes sont" : "colonne est"} à vérifier.`
    }`,
  column: (column: string, header: string): string => (header === "" ? `Colonne ${column}` : header),
  holds: (what: string): string => `${what} contient`,
  samples: (values: readonly string[]): string => `Par exemple : ${values.join(" ; ")}`,
  noSample: "Colonne vide.",
  groups: { client: "Client", equipment: "Appareil", contract: "Contrat", price: "Prix", followUp: "Suivi" },
  examples: (count: number): string => (count > 1 ? `Les ${String(count)} premières lignes` : "La première ligne"),
  line: (row: number): string => `Ligne ${String(row)}`,
  nobody: "sans nom",
  next: "Continuer",
  previous: "Étape précédente",
  problemsTitle: "Avant d’importer",
  problemsLead: (rows: string, left: number): string =>
    `${rows} à importer${left > 0 ? `, ${String(left)} ${left > 1 ? "laissées" : "laissée"} de côté` : ""}. Rien n’est encore écrit.`,
  noProblem: "Tout se lit : rien à corriger.",
  problemCount: (count: number): string =>
    `${String(count)} ${count > 1 ? "remarques" : "remarque"}. Corrigez dans votre feuille puis relisez, ou importez quand même.`,
  seeCell: "Voir la cellule",
  seeCellOf: (where: string): string => `Voir la cellule : ${where}`,
  readAgain: "Relire la feuille",
  questionsTitle: "Où en êtes-vous ?",
  questionsLead: "Une seule fois, pour tous les contrats : Tacite ne rappellera pas ce qui est déjà fait.",
  followedSince: "Suivre les contrats depuis le",
  followedSinceHint: "Avant ce jour, rien n’est compté en retard.",
  invoiced: "La période en cours est facturée",
  paid: "Les factures de la période sont payées",
  visited: "La visite de la période est faite",
  letterSent: "La lettre de reconduction est partie",
  answers: { asListed: "D’après la liste", all: "Oui, pour tous", none: "Non, pour aucun" },
  notice: "Préavis de vos contrats (mois)",
  noticeHint: "La liste ne le dit pas partout. Vide : aucun préavis.",
  basis: "Les prix de la liste sont",
  bases: { TTC: "TTC", HT: "HT" },
  import: (count: number): string => `Importer ${String(count)} ${count > 1 ? "contrats" : "contrat"}`,
  importing: "Import en cours…",
  stop: "Arrêter",
  stopping: "Arrêt : ce qui est écrit est ôté…",
  doneTitle: "Et maintenant",
  doneLead:
    "Regardez quelques contrats dans la feuille Contrats. Si l’import ne vous convient pas, « Annuler » ôte tout.",
  markLead: (sheet: string): string =>
    `Pour que personne ne remplisse plus la feuille « ${sheet} » : Tacite grise son onglet et écrit une note à droite de la liste. Rien d’autre n’y change.`,
  mark: "Marquer la feuille « ne plus remplir »",
  markText: "Ne plus remplir : ces contrats sont suivis dans la feuille Contrats (Tacite).",
  marked: (sheet: string): string => `La feuille « ${sheet} » porte la note.`,
  unmark: "Retirer la note",
  noteMoved: (sheet: string): string =>
    `La note n’est plus dans sa cellule : si vous la voyez encore dans la feuille « ${sheet} », effacez-la.`,
  toDo: "Voir ce qui est à faire",
};

/** What another language must say too. */
export type ImportWords = typeof importing;
