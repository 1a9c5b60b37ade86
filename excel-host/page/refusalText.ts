import type { Refused } from "../model/refused";

/** What Excel says to the person whose edit it refuses. */
export function refusalText({ code }: Refused): string {
  switch (code) {
    case "AccessDenied":
      return "Cette feuille est protégée. Ôtez d’abord la protection (onglet Accueil).";
    case "ItemAlreadyExists":
      return "Ce nom est déjà pris.";
    case "InsertDeleteConflict":
      return "Impossible : cela couperait un tableau en deux.";
    case "InvalidArgument":
      return "Excel n’accepte pas cette valeur ou ce nom.";
    default:
      return "Excel ne permet pas cette modification ici.";
  }
}
