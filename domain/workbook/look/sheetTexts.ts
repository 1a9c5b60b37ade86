/** What a new register explains to its user. Like its headers, it is French in every language. */
export const sheetTexts = {
  section: "Rubrique",
  listsSheet: "Listes",
  settingsIntroduction:
    "Ce que Tacite doit savoir de votre entreprise. Remplissez les cases jaunes de la colonne « Valeur ». Une case vide n’empêche rien, mais une lettre peut en avoir besoin.",
  hiddenSheets:
    "Les feuilles Clients, Périodes, Équipements, Courriers et Journal sont masquées. Pour les voir : clic droit sur un onglet, puis « Afficher ».",
  columnColours:
    "Dans les tableaux, remplissez les colonnes à en-tête bleu. Les colonnes grises sont remplies par Tacite ou calculées par Excel.",
  todayLabel: "Aujourd’hui",
  todayHelp:
    "La date dont dépendent les formules des feuilles. Pour un essai, tapez une autre date : les états et le volet gardent, eux, celle du jour. Pour y revenir, tapez =AUJOURDHUI().",
  warningTitle: "À vérifier",
  warnings: {
    list: "Ce mot n’est pas dans la liste : Tacite ne le comprendra peut-être pas. Choisissez de préférence un mot de la liste.",
    date: "Tacite attend une date, par exemple 15/03/2026.",
    money: "Tacite attend un montant en euros, par exemple 115,00.",
    vatRate: "Tacite attend un taux de TVA : 5,5 %, 10 % ou 20 %.",
    integer: "Tacite attend un nombre entier, par exemple 12.",
    decimal: "Tacite attend un nombre, par exemple 0,15.",
  },
  page: "Page",
} as const;
