import { typesetAll } from "../../domain/i18n/fr/typography";
import { timeZones } from "../schedule/rhythm";
import { frenchDays } from "./frenchDays";
import { providerIds } from "./providers";

/** What each field of tacite.json must hold. A list's place is written []. */
export const fieldWords: Readonly<Record<string, string>> = typesetAll({
  "": "Le fichier doit être un objet entre accolades, avec au moins « registers ».",
  registers:
    'Donnez une liste d’au moins un registre, par exemple [{ "file": "C:/Utilisateurs/Paul/OneDrive/contrats.xlsx" }].',
  "registers[]": 'Chaque registre s’écrit entre accolades, par exemple { "file": "contrats.xlsx" }.',
  "registers[].name": 'Donnez un nom court, sans \\ / : * ? " < > | et sans point à la fin, par exemple « Lyon ».',
  "registers[].file":
    "Donnez le chemin du registre, avec des / ou des \\\\ doublés, par exemple « C:/Utilisateurs/Paul/contrats.xlsx ».",
  "registers[].out": "Donnez le chemin du dossier des lettres, avec des / ou des \\\\ doublés, ou enlevez ce champ.",
  "registers[].templates": "Donnez le chemin de vos modèles, avec des / ou des \\\\ doublés, ou enlevez ce champ.",
  "registers[].day": `Écrivez le jour du récapitulatif : ${frenchDays.join(", ")}.`,
  "registers[].hour": "Donnez une heure ronde, de 0 à 23, sans guillemets, par exemple 7.",
  "registers[].zone": `Choisissez parmi ${timeZones.join(", ")}.`,
  mail: 'Écrivez votre boîte entre accolades, par exemple { "user": "contact@orange.fr" }.',
  "mail.user": "Donnez votre adresse, ou l’identifiant que votre fournisseur vous a donné.",
  "mail.provider": `Choisissez parmi ${providerIds.join(", ")}, ou donnez « host » à la place.`,
  "mail.host": "Donnez le nom du serveur d’envoi sans rien devant, par exemple « smtp.mondomaine.fr ».",
  "mail.port": "Donnez un nombre, 465 ou 587 le plus souvent.",
  "mail.security": "Écrivez « tls » (port 465) ou « starttls » (port 587).",
  "mail.from": "Donnez l’adresse de l’expéditeur, par exemple « contact@orange.fr ».",
  "mail.to": 'Donnez une liste d’adresses, par exemple ["contact@orange.fr"], ou enlevez ce champ.',
  "mail.to[]": "Donnez une adresse complète, par exemple « contact@orange.fr ».",
  server: 'Écrivez { "port": 3000 }, ou { } pour le port habituel.',
  "server.port": "Donnez un nombre de 1 à 65535, par exemple 3000.",
  data: "Donnez le chemin d’un dossier de cet ordinateur, hors de OneDrive, ou enlevez ce champ.",
  shared:
    "Donnez le chemin du stockage que partagent les machines, avec des / ou des \\\\ doublés, ou enlevez ce champ.",
});

export const configWords = typesetAll({
  notRead: (file: string) =>
    `${file} : ce fichier n’existe pas. Créez-le, donnez le bon chemin avec --config, ou donnez un registre avec --register.`,
  folder: (file: string) => `${file} : c’est un dossier. Donnez le chemin du fichier tacite.json.`,
  closed: (file: string) => `${file} : ce fichier ne vous est pas ouvert. Vérifiez ses droits.`,
  title: (file: string, count: number) =>
    `${file} : ${count > 1 ? `${String(count)} choses sont` : "une chose est"} à corriger.`,
  at: (line: number, what: string) => `ligne ${String(line)} : ${what}`,
  notText:
    "Ce fichier n’est pas enregistré en UTF-8. Dans le Bloc-notes : Fichier > Enregistrer sous, encodage « UTF-8 ».",
  empty: "Ce fichier est vide.",
  comment: "les commentaires (// ou /* */) ne sont pas admis dans ce fichier. Enlevez-le.",
  trailingComma: "il y a une virgule de trop avant la fermeture. Enlevez-la.",
  backslash:
    "une barre \\ seule n’est pas admise entre guillemets. Doublez-la (C:\\\\Users\\\\Paul) ou écrivez / (C:/Users/Paul).",
  quotes: 'ces guillemets ne sont pas ceux d’un fichier de réglages. Écrivez " (touche 3 du clavier français).',
  openString: 'un texte ouvert par " n’est pas fermé sur la même ligne. Ajoutez le " qui manque.',
  syntax: "il manque une virgule, un guillemet ou une accolade, ou il y en a de trop, ici ou juste avant.",
  missing: (path: string, expected: string) => `${path} : ce champ manque. ${expected}`,
  unfit: (path: string, expected: string) => `${path} : ce qui est écrit ne convient pas. ${expected}`,
  unknownField: (path: string, suggestion: string | null) =>
    `${path} : ce champ n’existe pas. ${suggestion === null ? "Enlevez-le." : `Vouliez-vous dire « ${suggestion} » ?`}`,
  password: (path: string) =>
    `${path} : un mot de passe ne s’écrit jamais dans ce fichier. Enlevez-le, puis tapez « tacite password », qui le range dans le trousseau de l’ordinateur ; ou mettez-le dans la variable TACITE_SMTP_PASSWORD.`,
  sameName: (path: string, name: string) =>
    `${path} : deux registres s’appellent « ${name} ». Donnez à chacun son nom, par exemple "name": "Lyon".`,
  sameFile: (path: string) => `${path} : ce registre est déjà dans la liste. Enlevez l’un des deux.`,
  providerAndHost: "mail.host : donnez « provider » ou « host », pas les deux.",
  passwordless:
    "mail.user : Outlook.com, Hotmail, Live et MSN ne laissent plus un logiciel envoyer avec un mot de passe (depuis septembre 2024). Mettez une autre boîte dans « mail » (Orange, Gmail, celle de votre domaine…) ; « to » peut rester votre adresse Outlook. Sans « mail », le récapitulatif s’ouvre dans le navigateur.",
  unknownProvider: (domain: string) =>
    `mail.provider : Tacite ne connaît pas le serveur de « ${domain} ». Ajoutez "provider" (${providerIds.join(", ")}) ou le "host" que votre hébergeur indique.`,
  noSender: "mail.from : ce champ manque, car « user » n’est pas une adresse. Donnez l’adresse de l’expéditeur.",
});
