import type { CivilDate } from "../../dates/civilDate";
import type { LineWarning } from "../../renewals/renewalLines";
import { formats } from "./formats";

const { shortDate, money } = formats;

/** What the screen of renewals in bulk says. It is fetched with that screen. */
export const renewals = {
  step: "Que voulez-vous faire ?",
  steps: { announce: "Annoncer les nouveaux prix", record: "Enregistrer les reconductions" },
  leads: {
    announce:
      "D’abord, le prix de la nouvelle période est annoncé : la lettre de reconduction, s’il y en a une, le dira. La reconduction s’enregistre plus tard.",
    record: "La nouvelle période est écrite au prix annoncé, ou au même prix si rien n’a été annoncé.",
  },
  from: "Période qui finit du",
  to: "au",
  filters: "Choisir parmi ces contrats",
  city: "Ville",
  category: "Appareil",
  plan: "Formule",
  basis: "Prix en",
  all: "Tout",
  revision: "Révision",
  by: { percent: "En %", amount: "En €", index: "Selon un indice" },
  percent: "Hausse en % (− pour baisser)",
  amount: "Hausse en € (− pour baisser)",
  index: "Nouvel indice (I)",
  clauseHint:
    "Prix × (a + b × I / I0), avec a + b = 1 (0,15 et 0,85, ou 15 % et 85 %). La clause du contrat passe d’abord, depuis son P0, HT ou TTC comme le prix ; ces cases sont pour les contrats sans clause.",
  fixedShare: "Part fixe (a)",
  indexShare: "Part indexée (b)",
  baseIndex: "Indice de départ (I0)",
  roundingStep: "Arrondi",
  roundingSteps: { "1": "Au centime", "10": "À 10 centimes", "50": "À 50 centimes", "100": "À l’euro" },
  rounding: "Vers",
  roundings: { nearest: "Le plus proche", up: "Le haut", down: "Le bas" },
  reason: "Motif, dit dans la lettre",
  chosen: (count: number, total: number): string =>
    `${String(count)} ${count > 1 ? "choisis" : "choisi"} sur ${String(total)}`,
  chooseAll: "Tout choisir",
  chooseNone: "Ne rien choisir",
  none: "Aucun contrat ne finit entre ces deux dates. Changez les dates ou les filtres.",
  choose: (who: string): string => `Choisir : ${who}`,
  columns: { contract: "Contrat", before: "Ancien", after: "Nouveau", difference: "Écart" },
  total: (basis: string): string => `Total ${basis} des choisis`,
  unknown: "inconnu",
  endsOn: (day: CivilDate): string => `fin le ${shortDate(day)}`,
  kept: "« Ne pas réviser » : le prix reste le même.",
  submit: {
    announce: (count: number): string => `Annoncer (${String(count)})`,
    record: (count: number): string => `Enregistrer (${String(count)})`,
  },
  newLetters:
    "Si une lettre est déjà prête avec l’ancien prix, l’automate en écrit une nouvelle (version 2) à son prochain passage : envoyez celle-là.",
  warnings: (warning: LineWarning): string => {
    switch (warning.code) {
      case "noticeSent":
        return `La lettre est partie le ${shortDate(warning.on)} avec un autre prix. Prévenez le client avant de changer.`;
      case "letterReady":
        return "Une lettre est prête avec un autre prix : une nouvelle sera écrite.";
      case "noticeLate":
        return `Le dernier jour légal de la lettre est passé (${shortDate(warning.lastDay)}) et aucune n’est partie.${
          warning.freeFrom === null
            ? " Prévenez le client."
            : ` Prévenez le client : il peut partir à tout moment à partir du ${shortDate(warning.freeFrom)}.`
        }`;
      case "noLetter":
        return "Tacite n’écrit pas de lettre pour ce contrat : dites vous-même le nouveau prix au client.";
      case "bigChange":
        return `Le prix change de ${warning.percent > 0 ? "+" : "−"}${String(Math.abs(warning.percent))} % : vérifiez avant de choisir ce contrat.`;
      case "announcedBefore":
        return `${money(warning.price)} était annoncé : ce prix sera remplacé.`;
      case "suspended":
        return `Contrat suspendu depuis le ${shortDate(warning.from)}.`;
      case "priceInDoubt":
        return "Une case du prix est illisible dans la feuille Périodes. Corrigez-la d’abord.";
      case "taxUnknown":
        return "Prix hors taxes sans taux de TVA : remplissez le taux, sinon la lettre ne peut pas être écrite.";
      case "early":
        return `La période ne finit que le ${shortDate(warning.endsOn)} : c’est tôt, le client peut encore refuser.`;
      case "unpriced":
        return "Le prix de la nouvelle période sera à remplir.";
    }
  },
};

export type RenewalsWords = typeof renewals;
