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
  dashboard: {
    sheet: "Tableau de bord",
    emptyRegister: "Le registre est vide : les chiffres viendront avec vos contrats.",
    statesNeverFilled:
      "Les états du registre n’ont jamais été remplis : ouvrez le volet de Tacite, qui les met à jour.",
    statesOf: "Les états du registre sont ceux du ",
    statesRefresh: " : ouvrez le volet de Tacite, qui les met à jour.",
    tiles: {
      activeContracts: "Contrats en cours",
      yearlyExclTax: "Chiffre d’affaires annuel HT",
      yearlyInclTax: "Chiffre d’affaires annuel TTC",
      renewalRate: "Taux de reconduction",
      refusals: "Refus reçus",
      atRisk: "Contrats à risque",
      visitsThisMonth: "Contrats à visiter ce mois-ci",
      visitsLate: "Contrats en retard de visite",
      invoicesDue: "Factures à faire",
      unpaid: "Impayés",
      noticesToSend: "Lettres à envoyer",
      noticesLate: "Lettres hors délai",
    },
    notes: {
      endingSoon: " à échéance sous 3 mois",
      withoutPrice: " sans prix connu",
      allPriced: "au tarif de la période en cours",
      outOf: " sur ",
      lastYear: "en 12 mois",
      none: "aucune échéance en 12 mois",
      atRisk: "refus reçu ou lettre hors délai",
      visitsThisMonth: "au plus tard à la fin du mois",
      visitsLate: "le dernier jour est passé",
      invoicesDue: "périodes et dépannages",
      unpaid: " en retard, sur ",
      toCollect: " € à encaisser",
      noticesToSend: "dans leur délai légal",
      noticesLate: "le client peut ou pourra partir",
    },
    charts: {
      periodEnds: "Périodes qui finissent, par mois",
      visits: "Contrats à visiter et visites faites, par mois",
      notices: "Lettres de reconduction, par dernier jour légal",
      payments: "Factures à encaisser et factures payées, par mois (€ TTC)",
      refusals: "Refus des 12 derniers mois, par motif",
    },
    series: {
      month: "Mois",
      periodEnds: "Contrats",
      visitsDue: "Contrats à visiter",
      visitsDone: "Visites faites",
      paymentsDue: "À encaisser",
      paymentsPaid: "Payées",
      noticesInTime: "Envoyées à temps",
      noticesToSend: "À envoyer",
      noticesLate: "Hors délai",
      refusals: "Refus",
    },
    figures: "Les chiffres des graphiques",
    descriptions: {
      periodEnds:
        "Histogramme : combien de contrats finissent leur période, mois par mois, ce mois-ci et les onze suivants.",
      visits:
        "Histogramme : combien de contrats sont à visiter, d’après le dernier jour de leur prochaine visite, et combien de visites d’entretien ont été faites, mois par mois.",
      notices:
        "Histogramme empilé : lettres de reconduction envoyées à temps, à envoyer et hors délai, par mois de leur dernier jour légal.",
      payments:
        "Histogramme : ce qui reste à encaisser, par mois d’échéance, et ce qui a été payé, par mois de paiement.",
      refusals: "Barres : combien de clients ont refusé la reconduction ces douze derniers mois, par motif.",
    },
  },
} as const;
