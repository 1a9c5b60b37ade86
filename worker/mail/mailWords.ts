import { typesetAll } from "../../domain/i18n/fr/typography";
import type { MailConfig } from "../config/config";
import { providers } from "../config/providers";
import type { MailResult, RefusalCause } from "./mailer";

type Refused = Extract<MailResult, { kind: "refused" }>;

const keychainClosed =
  "le trousseau de cet ordinateur ne s’ouvre pas (il lui faut une session ouverte à l’écran ; un serveur n’en a pas)";
const inVariable = "dans la variable d’environnement TACITE_SMTP_PASSWORD, puis recommencez.";

/** What happened, then what to do. */
const causes: Readonly<Record<RefusalCause, (mail: MailConfig, isGiven: boolean) => string>> = typesetAll({
  password: (mail, isGiven) =>
    `Le serveur refuse le mot de passe de ${mail.login}. ${helpOf(mail)} ${correction(isGiven)}`,
  applicationPassword: (mail, isGiven) =>
    `Le serveur veut un mot de passe d’application, pas celui de la boîte. ${helpOf(mail)} ${correction(isGiven)}`,
  passwordless: () =>
    "Microsoft n’accepte plus de mot de passe d’un logiciel pour cette boîte. Mettez une autre boîte dans « mail » (Orange, Gmail, celle de votre domaine…).",
  hostUnknown: ({ server }) =>
    `Le serveur ${server.host} n’existe pas, ou l’ordinateur n’est pas relié à Internet. Vérifiez la connexion, puis « host » dans la configuration.`,
  offline: () => "L’ordinateur n’est pas relié à Internet. Vérifiez la connexion ; Tacite réessaie de lui-même.",
  unreachable: ({ server }) =>
    `Personne ne répond sur ${server.host}, port ${String(server.port)}. Vérifiez « host » et « port » ; un pare-feu ou un antivirus peut aussi bloquer ce port.`,
  certificate: ({ server }) =>
    `Le certificat de ${server.host} n’est pas le bon : rien n’a été envoyé. Vérifiez « host » et la date de l’ordinateur ; un antivirus qui lit les mails peut en être la cause, excluez-en Tacite.`,
  notSecured: ({ server }) =>
    `${server.host} ne chiffre pas la liaison sur le port ${String(server.port)} : rien n’a été envoyé. Essayez "port": 465, "security": "tls".`,
  stalled: ({ server }) =>
    `${server.host} ne répond plus. Tacite réessaie de lui-même ; si cela dure, vérifiez « port » et « security » : 465 va avec « tls », 587 avec « starttls ».`,
  interrupted: ({ server }) =>
    `${server.host} a coupé la liaison. Tacite réessaie de lui-même ; si cela dure, vérifiez « port » et « security » : 465 va avec « tls », 587 avec « starttls ».`,
  sender: ({ from }) =>
    `Le serveur ne laisse pas envoyer au nom de ${from}. Mettez dans « from » l’adresse de la boîte elle-même.`,
  recipients: ({ to }) =>
    `Le serveur ne veut d’aucun destinataire (${to.join(", ")}). Vérifiez les adresses de « to ».`,
  tooLarge: () =>
    "Le message est trop gros pour ce serveur. Envoyez les lettres qui attendent, puis notez-les envoyées.",
  message: () =>
    "Le serveur a refusé le message. Lisez sa réponse ; si elle parle de pourriel (spam), demandez à votre fournisseur.",
  busy: () => "Le serveur demande de revenir plus tard. Tacite réessaie de lui-même.",
  other: () => "Le serveur a donné une réponse que Tacite ne connaît pas. Lisez-la, ou montrez-la à qui vous dépanne.",
});

export const mailWords = typesetAll({
  sending: ({ login, server, to }: MailConfig) =>
    `Message d’essai de ${login} à ${to.join(", ")}, par ${server.host} (port ${String(server.port)})…`,
  taken: (to: readonly string[]) =>
    `Le serveur a pris le message d’essai pour ${to.join(", ")}. Regardez s’il est arrivé.`,
  rejected: (rejected: readonly string[]) =>
    `Le serveur ne veut pas de ${rejected.join(", ")}. Vérifiez cette adresse dans « to ».`,
  uncertain: ({ server }: MailConfig) =>
    `${server.host} s’est tu après avoir reçu le message : il est peut-être parti. Regardez s’il est arrivé avant de recommencer.`,
  answer: (code: string, reason: string) => `Réponse : ${reason.startsWith(code) ? reason : `${code} ${reason}`}`,
  testSubject: "Message d’essai de Tacite",
  testText: (time: string) =>
    `Bonjour,\n\nSi vous lisez ceci, le récapitulatif de vos contrats vous parviendra par cette boîte.\nEnvoyé le ${time} par « tacite check --send-test ».\n`,
  noMail:
    "Aucune boîte n’est réglée : ajoutez « mail » à la configuration. Sans elle, le récapitulatif s’ouvre dans le navigateur.",
  noPassword: (mail: MailConfig) =>
    `Le mot de passe de ${mail.login} n’est pas connu. ${helpOf(mail)} Tapez-le avec « tacite password ».`,
  noKeychain: (mail: MailConfig) =>
    `Le mot de passe de ${mail.login} n’est pas connu : ${keychainClosed}. ${helpOf(mail)} Mettez-le ${inVariable}`,
  notKept: (mail: MailConfig) =>
    `Le mot de passe de ${mail.login} n’a pas été gardé : ${keychainClosed}. Mettez-le plutôt ${inVariable}`,
  askPassword: (mail: MailConfig) => `${helpOf(mail)}\nMot de passe de ${mail.login} (rien ne s’affiche) : `,
  noPasswordGiven: "Aucun mot de passe n’a été donné : rien n’est changé.",
  passwordKept: (mail: MailConfig, isGiven: boolean) =>
    `Le mot de passe de ${mail.login} est dans le trousseau de l’ordinateur. ${
      isGiven ? "Mais la variable d’environnement TACITE_SMTP_PASSWORD passe avant lui : enlevez-la. " : ""
    }Essayez-le avec « tacite check --send-test ».`,
});

/** What the server's refusal means and what to do about it; `isGiven` when the environment gives the password. */
export function refusalSentence({ cause }: Refused, mail: MailConfig, isGiven: boolean): string {
  return causes[cause](mail, isGiven);
}

function correction(isGiven: boolean): string {
  return isGiven
    ? "Corrigez-le dans la variable d’environnement TACITE_SMTP_PASSWORD : tant qu’elle est là, elle passe avant « tacite password »."
    : "Tapez-le avec « tacite password ».";
}

function helpOf({ provider }: MailConfig): string {
  return provider === null
    ? "C’est le mot de passe que votre hébergeur vous a donné pour cette adresse."
    : providers[provider].help;
}
