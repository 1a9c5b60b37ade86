import { typesetAll } from "../../domain/i18n/fr/typography";

/** What `tacite start --queue` says, and why it refuses. */
export const queueWords = typesetAll({
  started: (registers: number) =>
    `Cet ouvrier prend les registres de la file (${String(registers)} en tout) tant que cette fenêtre est ouverte. Ctrl+C l’arrête, une fois le registre en cours terminé.`,
  badAddress:
    "L’adresse de la file ne convient pas. Écrivez par exemple --queue redis://serveur:6379, ou rediss:// pour une liaison chiffrée.",
  noLibrary:
    "La file demande deux bibliothèques facultatives qui ne sont pas installées ici. Tapez « npm install bullmq ioredis » dans le dossier de Tacite, puis recommencez.",
  noAnswer: (place: string, reason: string) =>
    `Redis ne répond pas sur ${place} (${reason}). Vérifiez qu’il tourne, que l’adresse est la bonne et que cette machine peut l’atteindre.`,
  noAccess: (place: string) =>
    `Redis refuse l’accès sur ${place}. Vérifiez le mot de passe de l’adresse : redis://:MOT_DE_PASSE@serveur:6379. La variable TACITE_QUEUE le garde hors de la ligne de commande.`,
  noShared:
    "shared : ce champ manque, et la file en a besoin. Donnez le dossier du stockage partagé, que toutes les machines voient et où sont les registres, par exemple « /mnt/contrats ».",
  outside: (path: string, shared: string) =>
    `${path} : ce chemin n’est pas dans le stockage partagé (${shared}). Une autre machine ne le verrait pas : déplacez-le dans ce dossier, ou changez « shared ».`,
  sameOut: (path: string, name: string) =>
    `${path} : c’est déjà le dossier de « ${name} ». Avec la file, chaque registre a le sien : donnez-lui un « out ».`,
  notShared: (shared: string) =>
    `${shared} n’est pas le dossier que voient les autres ouvriers de cette file. Montez le même stockage sur chaque machine, ou prenez une autre file (un autre Redis).`,
  noFolder: (shared: string) =>
    `${shared} : ce dossier n’est pas là. Montez le stockage partagé sur cette machine, puis recommencez.`,
});
