import { typesetAll } from "../../domain/i18n/fr/typography";

/** What `tacite start` and `tacite status` say. */
export const startWords = typesetAll({
  started: (registers: number) =>
    `Tacite suit ${registers > 1 ? `${String(registers)} registres` : "le registre"} tant que cette fenêtre est ouverte. Ctrl+C l’arrête.`,
  serving: (port: number) => `Le volet est servi sur https://localhost:${String(port)}/.`,
  alreadyRuns: (pid: number | null, lockFile: string) =>
    `Tacite tourne déjà sur cet ordinateur${pid === null ? "" : ` (processus ${String(pid)})`}, dans une autre fenêtre ou depuis l’ouverture de la session : un seul suffit. « tacite status », avec les mêmes options, dit où il en est. Pour lancer celui-ci à sa place, par exemple une version plus récente, fermez d’abord l’autre. S’il ne tourne plus, supprimez ${lockFile}.`,
  stopping: "Arrêt…",
  never: "Tacite n’a encore jamais été lancé avec cette configuration. Lancez-le avec « tacite start ».",
  running: "Tacite tourne.",
  notRunning: "Tacite ne tourne pas. Lancez-le avec « tacite start » ; il rattrapera ce qui a été manqué.",
  stale: "Tacite tourne, mais n’a rien regardé depuis trois heures. Relancez-le si l’ordinateur n’était pas en veille.",
  register: (name: string) => `Registre ${name}`,
  file: "Fichier",
  lastRun: "Dernier passage",
  noRun: "aucun",
  done: { letters: "lettres vérifiées", digest: "récapitulatif fait" },
  failed: { letters: "lettres non vérifiées", digest: "récapitulatif pas fait" },
  next: "Prochain passage",
  nextRuns: (letters: string, digest: string) => `lettres ${letters}, récapitulatif ${digest}`,
  page: "Récapitulatif",
  problems: "À corriger",
  mails: "Mails",
  noMail: "aucun n’attend",
  mail: {
    waiting: (mail: string) => `${mail} attend`,
    refused: (mail: string, failures: number) =>
      `${mail} a été refusé ${failures > 1 ? `${String(failures)} fois` : "une fois"}`,
    uncertain: (mail: string) => `${mail} est peut-être parti`,
    lost: (mail: string) => `${mail} est perdu`,
  },
  nextTry: (time: string) => `nouvel essai ${time}`,
  logs: "Journal technique",
});
