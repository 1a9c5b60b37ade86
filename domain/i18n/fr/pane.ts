import type { Language } from "..";
import type { CivilDate } from "../../dates/civilDate";
import type { SectionId } from "../../digest/digestModel";
import { formats } from "./formats";

const { shortDate } = formats;

/** What the pane of Excel says of its own. What the rules and the actions say is in the other catalogues. */
export const pane = {
  language: "fr" as Language,
  // every screen
  back: "Retour",
  close: "Fermer",
  undo: "Annuler",
  visitDone: "Visite faite",
  leakCheckDone: "Contrôle fait",
  specify: "Préciser",
  seeRow: "Voir la ligne",
  seeRowOf: (who: string): string => `Voir la ligne : ${who}`,
  actFor: (what: string, who: string): string => `${what} : ${who}`,
  seeAll: (count: number): string => `Voir tout (${String(count)})`,
  seeMore: (count: number): string => `Voir plus (encore ${String(count)})`,
  more: "Plus de détails",
  day: "Date",
  fillIn: "Remplissez cette case.",
  overdue: "En retard",
  retry: "Réessayer",
  loading: "Chargement…",
  writing: "Écriture dans Excel…",
  excelWaits: "Excel ne répond pas encore. Si une cellule est en cours de saisie, validez-la avec Entrée.",
  brokenTitle: "Écran indisponible",
  broken: "Cet écran n’a pas pu s’afficher. Fermez le volet et rouvrez-le ; votre classeur n’est pas touché.",

  // before the register is open
  opening: "Lecture du registre…",
  openingRows: (done: number, total: number): string => `${String(done)} lignes lues sur ${String(total)}`,
  start: {
    title: "Vos contrats d’entretien",
    lead: "Tacite suit vos contrats dans Excel : visites, factures et lettres de reconduction, chacune à sa date.",
    transform: "Transformer ce classeur en registre",
    examples: "Essayer avec des exemples",
    preparing: "Préparation des feuilles… cela peut prendre quelques secondes.",
    preparingSheets: (done: number, total: number): string =>
      `Feuilles préparées : ${String(done)} sur ${String(total)}`,
    added: {
      sheets: (names: readonly string[]): string => `Feuilles ajoutées : ${names.join(", ")}.`,
      columns: (names: readonly string[]): string => `Colonnes ajoutées : ${names.join(", ")}.`,
      column: (header: string, sheet: string): string => `${header} (feuille ${sheet})`,
      nothing: "Le registre est complet : rien n’a été ajouté.",
      settings: (names: readonly string[]): string => `Réglages ajoutés : ${names.join(", ")}.`,
    },
    undone: "Ce qui avait été ajouté est ôté. Vos feuilles sont comme avant.",
    kept: "Le registre a changé depuis : rien n’a été ôté, pour ne pas perdre ce qui y est écrit. Supprimez vous-même les feuilles dont vous ne voulez pas.",
    incomplete: (count: number): string =>
      `Il manque à ce registre ${String(count)} ${count > 1 ? "feuilles, colonnes ou réglages" : "feuille, colonne ou réglage"}. Tacite peut ${count > 1 ? "les " : "l’"}ajouter au bout, sans toucher à ce qui est là. Si vous avez renommé une colonne, rendez-lui plutôt son titre : ce qu’elle contient ne serait plus lu.`,
    older: "Ce registre vient d’une version plus ancienne de Tacite. Complétez-le pour que tout y ait sa place.",
    complete: "Compléter le registre",
    promises: {
      beside: "Les feuilles du registre s’ajoutent à côté des vôtres : rien de ce qui est à vous n’est modifié.",
      examples: "Pour essayer, ouvrez plutôt un classeur vide : les exemples sont une entreprise inventée.",
    },
  },
  newer: {
    title: "Registre plus récent",
    text: "Ce registre vient d’une version plus récente de Tacite. Mettez Tacite à jour sur ce poste, puis réessayez. Le classeur n’est pas touché.",
  },
  failed: "Le registre n’a pas pu être lu",
  outside: {
    title: "Ouvrez cette page dans Excel",
    text: "Cette page est un volet d’Excel. Ouvrez votre classeur dans Excel, puis cliquez sur l’onglet Contrats et sur « Ouvrir ».",
  },

  // why Excel did not do what was asked, and what to do
  excelProblems: {
    cellBeingEdited: "Une cellule est en cours de saisie. Validez-la avec Entrée (ou Échap), puis recommencez.",
    sheetProtected: "La feuille est protégée. Dans Excel, onglet Révision, ôtez la protection, puis recommencez.",
    readOnly:
      "Le classeur est ouvert en lecture seule. Activez la modification ou enregistrez-en une copie, puis recommencez.",
    filterOn: "Un filtre cache des lignes. Dans Excel, onglet Données, effacez le filtre, puis recommencez.",
    workbookBusy:
      "Excel est occupé. Attendez quelques secondes, fermez les fenêtres ouvertes dans Excel, puis recommencez.",
    tooLarge: "C’est trop pour une seule fois. Recommencez avec moins de lignes.",
    offline: "La connexion est coupée. Quand elle sera revenue, vérifiez dans la feuille avant de recommencer.",
    notSupported:
      "Cette version d’Excel est trop ancienne pour Tacite. Mettez Excel à jour, ou ouvrez le classeur dans Excel sur le Web.",
    tableMissing:
      "Une feuille du registre est introuvable. Rétablissez-la (Ctrl+Z, ou une sauvegarde), puis recommencez.",
    rowBelowTable:
      "Cette ligne est sous le tableau, pas dedans. Tirez le coin en bas à droite du tableau jusqu’à elle, puis recommencez.",
    notesInRow:
      "La ligne à effacer porte une note dans une colonne à vous. Copiez cette note ailleurs, effacez-la de la ligne, puis recommencez.",
    noRoom:
      "Un autre tableau, sous celui du registre, empêche d’ajouter une ligne. Déplacez-le sur une autre feuille, puis recommencez.",
    dates1904:
      "Ce classeur compte les dates à partir de 1904, un ancien réglage des Mac : les échéances y seraient fausses. Créez un nouveau classeur, et faites-en le registre.",
    unexpected:
      "Excel a répondu par une erreur. Vérifiez dans la feuille avant de recommencer ; si cela persiste, rouvrez le classeur.",
  },
  columnsAmiss: (first: string, others: number): string =>
    `Rien n’a été écrit. ${first}${others > 0 ? " « Vérifier le registre » dit ce qu’il en est des autres colonnes." : ""} Puis recommencez.`,
  conflict: (sheet: string, key: string): string =>
    `La ligne ${key} de la feuille ${sheet} vient d’être modifiée par quelqu’un d’autre. Rien n’a été écrit : vérifiez la ligne, puis recommencez.`,

  importList: "Importer ma liste",
  emptyRegister: "Le registre est vide. Vous tenez déjà une liste dans Excel ? Elle se reprend sans rien retaper.",
  undoing: "Annulation en cours…",
  percentDone: (done: number, total: number): string => `${String(Math.round((100 * done) / Math.max(1, total)))} %`,
  importUndone:
    "L’import est annulé. Les feuilles du registre restent, car autre chose y a été écrit : supprimez-les si vous n’en voulez pas.",
  importCancelled: "Import arrêté : ce qui avait été écrit est ôté, rien n’est importé.",

  // alerts
  home: "À faire",
  planning: "Préparer",
  register: "Le registre",
  check: "Vérifier le registre",
  companion: "Automate",
  dashboard: "Tableau de bord",
  renewals: "Reconductions et prix",
  allContracts: "Tous les contrats",
  round: "Tournée du mois",
  sheetMade: (name: string): string => `Feuille « ${name} » ajoutée, prête à imprimer.`,
  sheetRemoved: "La feuille de la tournée est ôtée.",
  sheetKept: "La feuille a changé depuis : elle est gardée. Supprimez-la vous-même si vous n’en voulez plus.",
  counts: "Nombre de choses à faire",
  nothingToDo: "Rien à faire : tout est à jour.",
  selectedRow: "Ligne choisie :",
  findContract: "Chercher un contrat",
  findBy: "Nom, ville, téléphone, marque, n°",
  noContractThere: "La ligne choisie dans Excel ne nomme aucun contrat. Cherchez-le ici.",
  nothingFound: "Aucun résultat. Essayez avec moins de lettres.",
  finds: "Résultats",
  nothingToUndo: "Rien à annuler : le Journal ne contient aucune action à reprendre.",
  lastAction: (name: string, contract: string | null, day: string, time: string): string =>
    `Dernière action : ${name}${contract === null ? "" : `, contrat ${contract}`} (le ${day} à ${time}).`,
  sections: {
    lastLegalDays: {
      one: "lettre urgente",
      many: "lettres urgentes",
      title: "Derniers jours pour la lettre",
      advice: "Envoyez ces lettres maintenant : après le dernier jour légal, le client pourra partir à tout moment.",
    },
    lateNotices: {
      one: "lettre hors délai",
      many: "lettres hors délai",
      title: "Lettres hors délai",
      advice: "Si la lettre n’est pas partie, envoyez-la quand même et gardez-en la preuve.",
    },
    lettersToSend: {
      one: "lettre à envoyer",
      many: "lettres à envoyer",
      title: "Lettres à envoyer",
      advice: "Relisez, envoyez, puis notez l’envoi.",
    },
    unprovenOrReturned: {
      one: "preuve ou retour",
      many: "preuves et retours",
      title: "Sans preuve ou revenues",
      advice: "Ajoutez le numéro de suivi ; un courrier revenu est à renvoyer tant qu’il reste du temps.",
    },
    refusedVisitsLeft: {
      one: "visite avant la fin",
      many: "visites avant la fin",
      title: "Refus reçus : visites restantes",
      advice: "Le contrat s’arrête à son échéance ; ces visites restent dues d’ici là.",
    },
    toInvoice: {
      one: "facture",
      many: "factures",
      title: "À facturer et impayés",
      advice: "Faites la facture dans votre logiciel, puis notez ici son numéro.",
    },
    visits: {
      one: "visite",
      many: "visites",
      title: "Visites en retard et du mois",
      advice: "Prenez rendez-vous, puis notez la visite faite.",
    },
    certificates: {
      one: "attestation",
      many: "attestations",
      title: "Attestations à remettre",
      advice: "Le délai court depuis la visite.",
    },
    renewals: {
      one: "reconduction",
      many: "reconductions",
      title: "Reconductions à noter",
      advice: "Notez la nouvelle période et son prix.",
    },
    rowsToFix: {
      one: "ligne à corriger",
      many: "lignes à corriger",
      title: "Lignes à corriger",
      advice: "Tant qu’elles ne sont pas corrigées, Tacite peut oublier quelque chose.",
    },
  } as {
    readonly [S in SectionId]: {
      readonly one: string;
      readonly many: string;
      readonly title: string;
      readonly advice: string;
    };
  },

  // contract card
  contractGone: (contract: string): string => `Le contrat ${contract} n’est plus dans le registre.`,
  card: {
    number: (contract: string): string => `Contrat ${contract}`,
    price: (amount: string): string => `${amount} TTC`,
    due: "À faire",
    lastDay: (day: CivilDate): string => `au plus tard le ${shortDate(day)}`,
    fromDay: (day: CivilDate): string => `à partir du ${shortDate(day)}`,
    equipment: "Appareils",
    noEquipment: "Aucun appareil n’est noté.",
    serial: (serial: string): string => `n° ${serial}`,
    commissioned: (day: CivilDate): string => `mis en service le ${shortDate(day)}`,
    until: (day: CivilDate): string => `jusqu’au ${shortDate(day)}`,
    swap: "Remplacer",
    actions: "Autres actions",
    history: "Historique",
    noHistory: "Rien n’est encore noté.",
    leakCheck: "Contrôle d’étanchéité",
    planned: (kind: string): string => `${kind}, rendez-vous pris`,
    invoice: "Facture",
    paid: (day: CivilDate): string => `payée le ${shortDate(day)}`,
    letterReady: "Lettre préparée",
    letterSent: "Lettre envoyée",
    letterReturned: (day: CivilDate): string => `revenue le ${shortDate(day)}`,
    timeline: (number: number, from: CivilDate, to: CivilDate): string =>
      `Période ${String(number)}, du ${shortDate(from)} au ${shortDate(to)}`,
    picture: "Frise de la période : visites, factures, lettre et date limite de refus",
    today: "aujourd’hui",
    marks: {
      visitDone: (day: CivilDate): string => `Visite faite le ${shortDate(day)}`,
      visitDue: (from: CivilDate, to: CivilDate): string => `Visite à faire du ${shortDate(from)} au ${shortDate(to)}`,
      invoice: (day: CivilDate): string => `Facture du ${shortDate(day)}, payée`,
      unpaid: (day: CivilDate): string => `Facture du ${shortDate(day)}, à payer`,
      window: (from: CivilDate, to: CivilDate): string =>
        `Lettre : envoi légal du ${shortDate(from)} au ${shortDate(to)}`,
      letter: (day: CivilDate): string => `Lettre envoyée le ${shortDate(day)}`,
      deadline: (day: CivilDate): string => `Refus possible jusqu’au ${shortDate(day)}`,
    },
  },

  // forms
  forms: {
    signContract: "Nouveau contrat",
    logVisit: "Noter une visite",
    logRepair: "Noter un dépannage",
    markInvoiced: "Noter une facture",
    markPaid: "Noter un paiement",
    creditNote: "Noter un avoir",
    noticeSent: "Noter l’envoi de la lettre",
    noticeReturned: "Lettre revenue",
    recordRefusal: "Noter un refus",
    withdrawRefusal: "Retirer le refus",
    announceRenewal: "Annoncer un nouveau prix",
    renew: "Renouveler",
    terminate: "Résilier",
    reverseTermination: "Annuler la résiliation",
    suspend: "Suspendre",
    resume: "Reprendre",
    handOverCertificate: "Remettre l’attestation",
    swapEquipment: "Remplacer un appareil",
    changeHolder: "Changer de titulaire",
  },
  /** The button that does it. */
  submit: {
    signContract: "Enregistrer le contrat",
    logVisit: "Noter la visite",
    logRepair: "Noter le dépannage",
    markInvoiced: "Noter la facture",
    markPaid: "Noter le paiement",
    creditNote: "Noter l’avoir",
    noticeSent: "Noter l’envoi",
    noticeReturned: "Noter le retour",
    recordRefusal: "Noter le refus",
    withdrawRefusal: "Retirer le refus",
    announceRenewal: "Noter l’annonce",
    renew: "Renouveler",
    terminate: "Résilier le contrat",
    reverseTermination: "Annuler la résiliation",
    suspend: "Suspendre le contrat",
    resume: "Reprendre le contrat",
    handOverCertificate: "Noter la remise",
    swapEquipment: "Noter le remplacement",
    changeHolder: "Changer le titulaire",
  },

  // check
  checking: {
    again: "Relire le registre",
    repair: (rows: number): string => `Donner leur clé à ${String(rows)} ${rows > 1 ? "lignes" : "ligne"}`,
    allGood: "Aucun problème : tout se lit.",
    found: (count: number): string => `${String(count)} ${count > 1 ? "problèmes trouvés" : "problème trouvé"}.`,
    goTo: "Aller à la cellule",
    goToCell: (where: string): string => `Aller à la cellule : ${where}`,
    cell: (sheet: string, cell: string): string => `${sheet}, ${cell}`,
  },
};

/** What another language must say too. */
export type PaneWords = typeof pane;
