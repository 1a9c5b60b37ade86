import { formats } from "../../domain/i18n/fr/formats";
import { typesetAll } from "../../domain/i18n/fr/typography";
import type { CivilDate } from "../../domain/dates/civilDate";

const { shortDate } = formats;
const renewal = "Tapez « npx office-addin-dev-certs install --days 820 », et acceptez ce que le système demande.";
const renewalAndRestart = renewal.replace(/\.$/, ", puis relancez Tacite.");

/** Each sentence says what is wrong with the server of this machine, then what to do. */
export const serverWords = typesetAll({
  portTaken: (port: number) =>
    `Le port ${String(port)} de cet ordinateur est déjà pris, le plus souvent par un Tacite resté ouvert dans une autre fenêtre, ou par « npm start ». Fermez cette fenêtre, puis relancez Tacite. D’ici là, le volet ne joint pas ce Tacite-ci ; les lettres et le récapitulatif se font quand même. Si c’est un autre logiciel qui garde ce port, donnez-en un autre dans « server.port » de tacite.json, et au volet (docs/configuration.md).`,
  portForbidden: (port: number) =>
    `Le système ne laisse pas Tacite ouvrir le port ${String(port)}. Donnez dans « server.port » de tacite.json un nombre au-dessus de 1024, par exemple 3000.`,
  paneMissing: "Le volet n’est pas construit. Dans le dossier de Tacite, tapez « npm run build:addin », puis relancez.",
  serverFailed:
    "Le serveur de cet ordinateur n’a pas démarré : le volet ne joint pas Tacite, mais les lettres et le récapitulatif se font quand même. Relancez Tacite ; si cela revient, tapez « tacite diagnostic » et envoyez le fichier à qui vous aide.",
  certificateMissing: `Il manque le certificat de https://localhost, sans lequel Excel n’ouvre pas le volet. ${renewalAndRestart}`,
  certificateUnreadable: `Le certificat de https://localhost est illisible : le volet ne s’ouvre pas. ${renewalAndRestart}`,
  certificateEnds: (day: CivilDate) =>
    `Le certificat de https://localhost se termine le ${shortDate(day)} ; après, Excel n’ouvrira plus le volet. ${renewal}`,
  certificateEnded: (day: CivilDate) =>
    `Le certificat de https://localhost est terminé depuis le ${shortDate(day)} : Excel n’ouvre plus le volet. ${renewal}`,
});
