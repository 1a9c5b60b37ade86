import { typesetAll } from "../../domain/i18n/fr/typography";
import type { TemplateProblem } from "../word/checkTemplate";
import type { UnreadableCode } from "../xlsx/workbookUnreadable";

/** Each sentence says what is wrong with the file, then what to do. */
const unreadable: Readonly<Record<UnreadableCode, string>> = {
  fileMissing: "ce fichier n’existe pas. Vérifiez le chemin, ou créez un registre avec « tacite new ».",
  fileEmpty: "ce fichier est vide (0 octet). Rétablissez-le depuis une sauvegarde ou la corbeille de OneDrive.",
  folder: "c’est un dossier. Donnez le chemin du registre, qui finit par .xlsx.",
  openDocument:
    "ce fichier est au format de LibreOffice (.ods). Ouvrez-le, puis Fichier > Enregistrer sous > Classeur Excel (.xlsx).",
  notXlsx: "ce fichier n’est pas un classeur Excel. Ouvrez-le dans Excel et enregistrez-le au format .xlsx.",
  oldXls:
    "ce fichier est au vieux format .xls. Ouvrez-le dans Excel, puis Fichier > Enregistrer sous > Classeur Excel (.xlsx).",
  passwordProtected:
    "ce classeur est protégé par un mot de passe. Dans Excel : Fichier > Informations > Protéger le classeur, retirez le mot de passe, puis enregistrez.",
  fileTruncated:
    "ce fichier est incomplet : il est sans doute en cours d’enregistrement ou de synchronisation. Attendez la fin et recommencez.",
  fileLocked: "ce fichier est verrouillé par un autre programme. Fermez-le dans cet autre programme et recommencez.",
  fileTooLarge: "ce classeur est trop gros pour être un registre. Vérifiez que c’est le bon fichier.",
  diskFault:
    "le disque ne répond pas. Vérifiez que le disque, la clé ou le dossier partagé est bien branché, puis recommencez ; si cela dure, copiez vos fichiers sur un autre disque.",
  shareUnreachable:
    "le dossier partagé ne répond pas. Vérifiez que l’ordinateur ou le serveur qui le partage est allumé et relié au réseau, puis recommencez.",
  tooManyFiles: "cet ordinateur a trop de fichiers ouverts. Fermez des programmes ou redémarrez-le, puis recommencez.",
  damaged: "ce classeur est abîmé. Ouvrez-le dans Excel, qui proposera de le réparer, puis enregistrez-le.",
};

function templateFault(template: string, problem: TemplateProblem): string {
  const start = `Modèle ${template} : `;
  switch (problem.code) {
    case "templateNotFound":
      return `${start}ce fichier est introuvable ou vide. Vérifiez le dossier des modèles, ou remettez-y le modèle d’origine.`;
    case "templateUnreadable":
      return `${start}ce n’est pas un document Word lisible. Rétablissez le modèle d’origine.`;
    case "templateUnknownField": {
      const hint = problem.suggestion === undefined ? "" : ` Vouliez-vous dire « ${problem.suggestion} » ?`;
      return `${start}le champ « ${problem.field} » n’existe pas.${hint} Corrigez-le dans Word.`;
    }
    case "templateFieldUnclosed":
      return `${start}le champ « ${problem.field} » n’a pas ses deux accolades de chaque côté. Écrivez {{${problem.suggestion ?? problem.field}}} dans Word.`;
    case "templateMissingField":
      return `${start}le champ obligatoire « ${problem.field} » manque. Ajoutez {{${problem.field}}} dans Word.`;
    case "templateFieldOutsideTable":
      return `${start}le champ « ${problem.field} » doit rester dans le tableau des équipements. Remettez-le dans sa ligne.`;
    case "templateDeadlineNotBoxed":
      return `${start}la date limite n’est pas dans un encadré. Entourez son paragraphe d’une bordure dans Word.`;
  }
}

export const frenchWords = typesetAll({
  unreadable,
  /** What is wrong with a template, and what to do in Word. */
  templateFault,
  notARegister:
    "ce classeur n’est pas un registre Tacite. Créez-en un avec « tacite new », ou choisissez le bon fichier.",
  newerSchema: (version: number, known: number) =>
    `ce registre a été fait par une version plus récente de Tacite (registre ${String(version)}, connu ici : ${String(known)}). Mettez Tacite à jour.`,
  fileExists: (file: string) => `${file} existe déjà et n’a pas été touché. Choisissez un autre nom.`,
  notXlsxName: (name: string) => `Le nom d’un registre finit par .xlsx : « ${name}.xlsx », par exemple.`,
  noLedger: (folder: string) =>
    `Il n’y a aucun journal dans ce dossier : ${folder}. Donnez le dossier où Tacite écrit les lettres.`,
  tornLine: (line: number) =>
    `La ligne ${String(line)} est restée inachevée, sans doute après une coupure : elle ne compte pas.`,
  letterMissing: (file: string) => `${file} : cette lettre n’est plus dans le dossier.`,
  letterAltered: (file: string) => `${file} : cette lettre a été modifiée depuis qu’elle a été préparée.`,
  created: (file: string) => `Registre créé : ${file}`,
  ledgerBroken: (file: string, line: number) =>
    `Le journal ${file} a été modifié à la ligne ${String(line)} : il ne peut plus servir de preuve et rien n’y est ajouté. Rétablissez-le depuis une sauvegarde.`,
  ledgerLocked: (lockFile: string, pid: number | null) =>
    `Tacite travaille déjà sur ce dossier${pid === null ? "" : ` (processus ${String(pid)})`}. Attendez qu’il ait fini ; s’il ne tourne plus, supprimez ${lockFile}.`,
  outputUnwritable: (path: string, code: string) =>
    `Tacite ne peut pas écrire dans ${path} (${code}). Vérifiez que le dossier existe, qu’il vous est ouvert et que le disque n’est pas plein.`,
  bug: (message: string) =>
    `Une erreur imprévue a arrêté Tacite : ${message}. Rien n’a été perdu ; recommencez, puis signalez-la.`,
  reading: (file: string) => `Lecture de ${file}…`,
  notReady: (file: string) => `${file} n’est pas encore là en entier : nouvel essai dans quelques secondes…`,
  openInExcel: "Le classeur est ouvert dans Excel : seules les saisies enregistrées sont prises en compte.",
  lettersProgress: (done: number, total: number) => `Lettres : ${String(done)} sur ${String(total)}`,
  noProblem: "Rien à corriger.",
  problems: (count: number) => (count > 1 ? `${String(count)} lignes à corriger` : "1 ligne à corriger"),
  ledgerIntact: (count: number) => `Journal intact : ${String(count)} ${count > 1 ? "événements" : "événement"}.`,
  nothingToDo: "Rien à signaler.",
  toDo: "À faire",
  others: (count: number) => `… et ${plural(count, "autre", "autres")}`,
  /** The lines that sum up a run, each behind its label. */
  summary: {
    register: "Registre",
    contracts: (count: number) => plural(count, "contrat", "contrats"),
    letters: "Lettres",
    newLetters: (count: number, folder: string) => `${plural(count, "nouvelle", "nouvelles")}, dans ${folder}`,
    lettersLeft: (count: number) =>
      `${plural(count, "autre", "autres")} à préparer dès que le registre sera corrigé : voir le récapitulatif`,
    digest: "Récapitulatif",
    unchanged: "inchangé",
    ledger: "Journal",
  },
  ledgerEvents: {
    prepared: "annoncée",
    generated: "préparée",
    sending: "en cours d’envoi",
    sent: "envoyée",
    refused: "refusée par le serveur",
    returned: "revenue",
    uncertain: "envoi incertain",
    digest: "récapitulatif",
    ran: "passage",
    mailQueued: "à envoyer",
    mailSending: "en cours d’envoi",
    mailSent: "envoyé",
    mailRefused: "refusé par le serveur",
    mailUncertain: "envoi incertain",
    mailShown: "montré à l’écran",
  },
  /** What `import` says of a list. */
  importing: {
    noList: (file: string, sheet: string | null, others: readonly string[]) =>
      sheet === null
        ? `${file} : aucune liste de contrats n’y a été trouvée. Il faut une ligne par contrat, sous une ligne de titres.`
        : `${file} : aucune liste n’a été trouvée dans la feuille « ${sheet} ».${others.length === 0 ? "" : ` Il y en a dans : ${others.map((name) => `« ${name} »`).join(", ")}.`}`,
    list: "Liste",
    place: (sheet: string, first: number, last: number, rows: string) =>
      `feuille « ${sheet} », lignes ${String(first)} à ${String(last)} : ${rows} à importer`,
    otherSheets: (names: readonly string[]) =>
      `Autres feuilles où il y a une liste : ${names.map((name) => `« ${name} »`).join(", ")}. Choisissez avec --sheet.`,
    columns: "Colonnes",
    toCheck: (count: number) =>
      `${plural(count, "colonne à vérifier", "colonnes à vérifier")} : --write-mapping écrit un fichier à corriger, que --mapping relit.`,
    rows: (count: number) => (count > 1 ? `Les ${String(count)} premières lignes` : "La première ligne"),
    problems: (count: number) => plural(count, "remarque", "remarques"),
    noProblem: "Aucune remarque.",
    howTo: "Rien n’a été écrit. Pour en faire un registre : ajoutez --into REGISTRE.xlsx.",
    imported: (file: string, lines: number, left: number) =>
      `Registre créé : ${file}, avec ${plural(lines, "contrat", "contrats")}.${left > 0 ? ` ${plural(left, "ligne n’a pas pu être reprise", "lignes n’ont pas pu être reprises")} : voir les remarques.` : ""}`,
    mappingWritten: (file: string) =>
      `Colonnes reconnues : écrites dans ${file}, à corriger puis à relire avec --mapping.`,
    mappingNotRead: (file: string) => `${file} : ce fichier ne peut pas être lu. Créez-le avec --write-mapping.`,
    mappingWrong: (file: string) => `${file} : ce fichier est à corriger.`,
    mappingShape: 'Il faut un titre de colonne et un champ par ligne, par exemple {"Dt éch.": "endsOn"}.',
    unknownField: (header: string, field: string, nearest: string | null) =>
      `« ${header} » : le champ « ${field} » n’existe pas.${nearest === null ? "" : ` Vouliez-vous dire « ${nearest} » ?`}`,
    knownFields: (names: string) => `Les champs connus : ${names}, visitOfYear:2026, ou null pour les notes.`,
  },
  letterOf: (contract: string, from: string, issue: number) =>
    `contrat ${contract}, période du ${from}${issue > 1 ? `, édition ${String(issue)}` : ""}`,
});

export type WorkerWords = typeof frenchWords;

function plural(count: number, one: string, many: string): string {
  return `${String(count)} ${count > 1 ? many : one}`;
}
