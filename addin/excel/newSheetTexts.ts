/** What new sheets explain to their user. Like their headers, it is French in every language. */
export const newSheetTexts = {
  section: "Rubrique",
  listsSheet: "Listes",
  settingsIntroduction: [
    "Ce que Tacite doit savoir de votre entreprise. Remplissez les cases jaunes de la colonne « Valeur ». Une case vide n’empêche rien, mais une lettre peut en avoir besoin.",
    "Dans les tableaux, remplissez les colonnes à en-tête bleu. Les colonnes grises sont remplies par Tacite ou calculées par Excel.",
    "Les feuilles Clients, Périodes, Équipements, Courriers et Journal sont masquées. Pour les voir : clic droit sur un onglet, puis « Afficher ».",
  ],
  todayLabel: "Aujourd’hui",
  todayHelp:
    "La date dont dépendent tous les calculs. Pour un essai, tapez une autre date ; pour revenir à la date du jour, tapez =AUJOURDHUI().",
  warningTitle: "À vérifier",
  notInList:
    "Ce mot n’est pas dans la liste : Tacite ne le comprendra peut-être pas. Choisissez de préférence un mot de la liste.",
} as const;
