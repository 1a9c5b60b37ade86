import type { CompanionRefusal } from "../../companion/companionApi";
import type { CivilDate } from "../../dates/civilDate";
import { formats } from "./formats";

const { shortDate } = formats;

/** Wall time "2026-11-24T07:30" as it is said. */
function moment(at: string): string {
  const [day = "", hour = "", minute = ""] = at.split(/[T:]/);
  return `${shortDate(day as CivilDate)} à ${String(Number(hour))}\u00a0h\u00a0${minute}`;
}

/** What the pane says of the companion that runs beside Excel, on the same machine. */
export const companion = {
  elsewhere:
    "Ce volet ne vient pas de l’automate de cet ordinateur : enregistrez le classeur, l’automate le lira à son prochain passage.",
  notFollowed:
    "L’automate ne suit pas encore ce registre. Ajoutez-le dans tacite.json, ou attendez son premier passage s’il vient d’y être ajouté.",
  export: "Exporter pour l’automate",
  exportWhy: "L’automate lit le fichier enregistré. Exportez pour lui donner le classeur tel qu’il est à l’écran.",
  cancel: "Arrêter",
  reading: (done: number, total: number): string =>
    total === 0 ? "Lecture du classeur…" : `Lecture du classeur : ${String(Math.round((100 * done) / total))} %`,
  sending: "Envoi à l’automate…",
  stopped: "Export arrêté : l’automate garde la copie précédente.",
  kept: (name: string, at: string): string => `Copie de « ${name} » reçue par l’automate le ${moment(at)}.`,
  keptUnknown: (at: string): string =>
    `Copie reçue le ${moment(at)}, mais l’automate ne suit pas encore ce registre : ajoutez-le dans tacite.json.`,
  refresh: "Actualiser",
  openFolder: "Ouvrir le dossier",
  runs: "Passages",
  lastDone: (at: string): string => `Dernier passage : ${moment(at)}.`,
  lastFailed: (at: string): string => `Le passage du ${moment(at)} n’a pas pu se faire.`,
  neverRan: "Aucun passage n’a encore eu lieu.",
  next: (letters: string, digest: string): string =>
    `Prochaines lettres : ${moment(letters)}. Prochain récapitulatif : ${moment(digest)}.`,
  copyAt: (at: string): string => `Dernière copie exportée : ${moment(at)}.`,
  letters: "Lettres à envoyer",
  noLetters: "Aucune lettre n’attend d’être envoyée.",
  deadline: (day: CivilDate): string => `date limite imprimée : ${shortDate(day)}`,
  edition: (issue: number): string => `version ${String(issue)}`,
  late: "Hors délai",
  markSent: "Marquer envoyée",
  contract: (number: string): string => `Contrat ${number}`,
  /** Why the companion did not do it, and what to do. */
  problems: {
    unreachable: "L’automate ne répond pas. Lancez « tacite start » sur cet ordinateur, puis recommencez.",
    wrongHost: "L’automate n’a pas reconnu ce volet. Fermez-le, rouvrez-le, puis recommencez.",
    wrongOrigin: "L’automate n’a pas reconnu ce volet. Fermez-le, rouvrez-le, puis recommencez.",
    notPaired: "L’automate n’a pas reconnu ce volet. Fermez-le, rouvrez-le, puis recommencez.",
    tooManyRequests: "C’est trop de demandes à la fois. Attendez une minute, puis recommencez.",
    badRequest: "Le volet et l’automate ne sont pas de la même version. Relancez l’automate, puis Excel.",
    notFound: "Le volet et l’automate ne sont pas de la même version. Relancez l’automate, puis Excel.",
    tooLarge: "Ce classeur dépasse 50 Mo : ôtez-en les images ou les feuilles qui ne sont pas du registre.",
    notAWorkbook: "L’automate n’a pas pu lire cette copie. Enregistrez le classeur au format .xlsx, puis recommencez.",
    passwordProtected:
      "Ce classeur a un mot de passe, et l’automate ne peut pas le lire. Ôtez-le dans Fichier, Informations.",
    notARegister: "L’automate n’a pas trouvé de registre dans cette copie. « Vérifier le registre » dit ce qui manque.",
    newerSchema: "L’automate est plus ancien que ce registre. Mettez Tacite à jour sur cet ordinateur.",
    noIdentity:
      "Ce registre n’a pas son identifiant. À l’accueil, cliquez sur « Compléter le registre », puis recommencez.",
    busy: "L’automate lit déjà une copie. Recommencez dans quelques secondes.",
    notFollowed: "L’automate ne suit pas encore ce registre : ajoutez-le dans tacite.json, puis attendez son passage.",
    noFolder: "Le dossier des lettres n’existe pas encore : il sera créé au premier passage.",
    ledgerBroken:
      "Le journal des lettres a été modifié : rétablissez-le depuis une sauvegarde. « tacite ledger » dit où.",
    diskFull: "Le disque est plein : libérez de la place, puis recommencez.",
    unexpected:
      "L’automate a rencontré une erreur. Recommencez ; si cela persiste, « tacite diagnostic » aidera à comprendre.",
  } satisfies Readonly<Record<CompanionRefusal | "unreachable", string>>,
};

/** What another language must say too. */
export type CompanionWords = typeof companion;
