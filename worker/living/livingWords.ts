import { typesetAll } from "../../domain/i18n/fr/typography";

/** What is odd about the file of a register, then what to do. */
export const livingWords = typesetAll({
  conflictCopies: (name: string, others: readonly string[]) =>
    others.length === 1
      ? `Le registre ${name} a une deuxième version à côté de lui : ${others.join("")}. Ouvrez les deux, reportez dans ${name} ce qui n’est que dans l’autre, puis supprimez l’autre.`
      : `Le registre ${name} a d’autres versions à côté de lui : ${others.join(", ")}. Ouvrez-les, reportez dans ${name} ce qui lui manque, puis supprimez-les.`,
  older: (name: string, when: string) =>
    `Une version plus ancienne a pris la place de ${name} : celle du ${when} a été lue avant elle. Si vous ne l’avez pas voulu, rétablissez la plus récente (dans OneDrive : clic droit > Historique des versions).`,
  moved: (name: string, where: string) =>
    `Le registre ${name} n’est plus à sa place ; Tacite l’a retrouvé dans ${where} et le suit. Mettez ce chemin dans « file » de tacite.json, ou remettez le fichier à sa place.`,
  gone: (name: string) =>
    `Le registre ${name} n’est plus à sa place, et n’a été retrouvé ni à côté ni dans un sous-dossier. Remettez-le, ou mettez son nouveau chemin dans « file » de tacite.json. S’il a été supprimé, cherchez-le dans la corbeille.`,
  severalMoved: (name: string, places: readonly string[]) =>
    `Le registre ${name} n’est plus à sa place, et plusieurs fichiers pourraient l’être : ${places.join(", ")}. Tacite suit le premier, enregistré en dernier. Mettez le bon chemin dans « file » de tacite.json.`,
  otherRegister: (name: string) =>
    `${name} contient maintenant un autre registre que celui que Tacite suivait. Si c’est une erreur, remettez l’ancien fichier à sa place ; sinon, donnez-lui un autre « name » dans tacite.json.`,
  paneCopy: (name: string, when: string) =>
    `${name} n’a pas été enregistré depuis, ou ne peut pas être lu : Tacite travaille avec la copie que le volet d’Excel a envoyée le ${when}.`,
  openInExcel: (name: string) =>
    `${name} est ouvert dans Excel : seul ce qui est enregistré est pris en compte. Enregistrez-le (Ctrl+S).`,
  notYetWhole: (name: string) =>
    `${name} n’est pas encore là en entier : il est sans doute en cours d’enregistrement ou de synchronisation. Tacite réessaie dans dix minutes ; si cela dure, ouvrez OneDrive et regardez s’il est en pause.`,
});
