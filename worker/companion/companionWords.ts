import { typesetAll } from "../../domain/i18n/fr/typography";

export const companionWords = typesetAll({
  failureSubject: (register: string, isDigest: boolean) =>
    `Contrats d’entretien : ${isDigest ? "pas de récapitulatif" : "lettres non vérifiées"} pour ${register}`,
  failureText: (register: string, sentence: string, isDigest: boolean) =>
    `Bonjour,\n\n${
      isDigest ? "Le récapitulatif de la semaine" : "Le passage du jour, qui prépare les lettres,"
    } n’a pas pu être fait pour le registre « ${register} ».\n\n${sentence}\n\nTacite réessaie toutes les dix minutes, tant que l’ordinateur est allumé. Rien n’est perdu.\n`,
  stopSubject: (register: string) => `Contrats d’entretien : Tacite ne peut plus suivre ${register}`,
  stopText: (register: string, sentence: string) =>
    `Bonjour,\n\nTacite ne peut plus préparer ni les lettres, ni le récapitulatif du registre « ${register} ».\n\n${sentence}\n\nTacite réessaie toutes les dix minutes, tant que l’ordinateur est allumé. Rien n’est perdu.\n`,
  rejected: (addresses: readonly string[]) =>
    `Le serveur n’a pas voulu de ${addresses.join(", ")} pour le dernier message. Vérifiez cette adresse dans « to » de tacite.json.`,
  notShown: (page: string, hasMailbox: boolean) =>
    `${
      hasMailbox
        ? "La boîte mail ne peut pas encore servir : le récapitulatif partira dès qu’elle le pourra."
        : "Aucune boîte mail n’est réglée."
    } Le navigateur n’a pas pu s’ouvrir non plus. Ouvrez vous-même le récapitulatif : ${page}`,
  doubted:
    "L’envoi a été coupé trois fois sans que le serveur ait dit s’il avait pris ce message : il est sans doute arrivé. Tacite ne le renvoie plus ; le prochain récapitulatif le remplacera. S’il n’est pas dans votre boîte, ouvrez la page du récapitulatif.",
  refusedForGood: (why: string) =>
    `${why} Une fois que c’est corrigé, arrêtez Tacite et relancez-le : il renverra ce message. Sinon, le prochain récapitulatif le remplacera.`,
  followFailed: (register: string) =>
    `Tacite n’a pas pu s’occuper du registre « ${register} », à cause d’une erreur inattendue. Arrêtez Tacite et relancez-le ; si cela dure, tapez « tacite diagnostic » et montrez le fichier à qui vous dépanne.`,
  notReached: (register: string) =>
    `Le registre « ${register} » se fait attendre : son disque ou son dossier partagé ne répond pas. Vérifiez qu’il est branché et que son dossier s’ouvre ; si cela dure, redémarrez l’ordinateur. Les autres registres sont suivis.`,
  lost: (file: string) =>
    `Le message ${file} n’est plus dans le dossier, ou a été modifié : il ne partira pas. Le prochain récapitulatif le remplacera.`,
});
