/** The words of a template; `{{…}}` are letter fields, `**…**` is bold, and a paragraph whose optional field is empty goes away. */
export type LetterTexts = {
  readonly title: string;
  readonly subject: string;
  readonly references: readonly string[];
  readonly opening: readonly string[];
  readonly deadline: string;
  readonly late: readonly string[];
  readonly refusal: readonly string[];
  readonly channels: readonly string[];
  /** What comes with the price table, before the equipment. */
  readonly terms: readonly string[];
  readonly closing: readonly string[];
  readonly annexed: boolean;
};

/** What stands under the firm's name. */
export const senderLines = [
  "{{societe_forme}}",
  "{{societe_adresse}}",
  "Tél.\u00A0{{societe_telephone}}",
  "{{societe_email}}",
  "SIRET\u00A0{{societe_siret}}",
  "{{societe_immatriculation}}",
];

const references = [
  "Contrat\t**n°\u00A0{{contrat_numero}}**",
  "Signé le\t{{contrat_date_signature}}",
  "Lieu d’intervention\t{{site_adresse}}",
  "Occupant\t{{occupant_nom}}",
];

const channels = [
  "par lettre, à\u00A0: {{refus_adresse}}",
  "par e-mail, à\u00A0: {{refus_email}}",
  "en ligne, à la rubrique «\u00A0Résilier votre contrat\u00A0»\u00A0: {{refus_url}}",
];

const deadline = "Date limite de non-reconduction\u00A0: {{date_limite}}";

/**
 * Clients whom articles L215-1 and L215-3 of the Code de la consommation protect get the notice the law asks for;
 * professionals get a reminder of their contract's own clause, which claims nothing from that law.
 */
export const letterTexts = {
  protected: {
    title: "Information sur la reconduction de votre contrat",
    subject: "Objet\u00A0: possibilité de ne pas reconduire votre contrat d’entretien",
    references,
    opening: [
      "{{remplacement}}",
      "La période en cours de votre contrat d’entretien se termine le {{periode_fin}}. Ce contrat comporte une clause de reconduction tacite\u00A0: si vous ne vous y opposez pas à temps, il sera reconduit du {{nouvelle_periode_debut}} au {{nouvelle_periode_fin}}.",
      "**Vous êtes libre de ne pas le reconduire, sans frais et sans donner de motif.** {{refus_possible}}",
      "**La date limite ci-dessous est passée.** {{date_limite_passee}}",
      "{{preavis}}",
    ],
    deadline,
    late: ["**Envoi hors délai.** {{envoi_tardif}}"],
    refusal: ["Pour {{refus_action}}, écrivez-nous en rappelant le numéro du contrat\u00A0:"],
    channels,
    terms: ["{{prix_motif}}", "Prestations comprises\u00A0: {{prestations}}"],
    closing: [
      "{{visites_restantes}}",
      "Les articles L.\u00A0215-1, L.\u00A0215-3 et L.\u00A0241-3 du Code de la consommation sont reproduits en annexe.",
    ],
    annexed: true,
  },
  professional: {
    title: "Reconduction de votre contrat",
    subject: "Objet\u00A0: échéance et reconduction de votre contrat d’entretien",
    references,
    opening: [
      "{{remplacement}}",
      "La période en cours de votre contrat d’entretien se termine le {{periode_fin}}. Conformément à sa clause de reconduction, il sera reconduit du {{nouvelle_periode_debut}} au {{nouvelle_periode_fin}}, sauf dénonciation de votre part dans le délai prévu au contrat.",
      "La date limite ci-dessous est passée. {{date_limite_passee}}",
      "{{preavis}}",
    ],
    deadline,
    late: [],
    refusal: ["La dénonciation se fait dans les formes prévues au contrat. Elle peut nous être adressée\u00A0:"],
    channels,
    terms: ["{{prix_motif}}", "Prestations comprises\u00A0: {{prestations}}"],
    closing: ["{{visites_restantes}}"],
    annexed: false,
  },
} as const satisfies Record<"protected" | "professional", LetterTexts>;

/** The annex of the protected clients' letter: Code de la consommation, articles L215-1 (version of 18 August 2022), L215-3 and L241-3, word for word. */
export const lawAnnex = {
  title: "Annexe – Code de la consommation",
  introduction:
    "Articles applicables à la reconduction tacite des contrats de prestations de services. Article L.\u00A0215-1 dans sa version en vigueur depuis le 18\u00A0août\u00A02022.",
  articles: [
    {
      title: "Article L.\u00A0215-1",
      paragraphs: [
        "Pour les contrats de prestations de services conclus pour une durée déterminée avec une clause de reconduction tacite, le professionnel prestataire de services informe le consommateur par écrit, par lettre nominative ou courrier électronique dédiés, au plus tôt trois mois et au plus tard un mois avant le terme de la période autorisant le rejet de la reconduction, de la possibilité de ne pas reconduire le contrat qu’il a conclu avec une clause de reconduction tacite. Cette information, délivrée dans des termes clairs et compréhensibles, mentionne, dans un encadré apparent, la date limite de non-reconduction.",
        "Lorsque cette information ne lui a pas été adressée conformément aux dispositions du premier alinéa, le consommateur peut mettre gratuitement un terme au contrat, à tout moment à compter de la date de reconduction.",
        "Les avances effectuées après la dernière date de reconduction ou, s’agissant des contrats à durée indéterminée, après la date de transformation du contrat initial à durée déterminée, sont dans ce cas remboursées dans un délai de trente jours à compter de la date de résiliation, déduction faite des sommes correspondant, jusqu’à celle-ci, à l’exécution du contrat.",
        "Les dispositions du présent article s’appliquent sans préjudice de celles qui soumettent légalement certains contrats à des règles particulières en ce qui concerne l’information du consommateur.",
        "Par exception au premier alinéa du présent article, pour les contrats de fourniture de service de télévision au sens de l’article 2 de la loi n°\u00A086-1067 du 30\u00A0septembre\u00A01986 relative à la liberté de communication et pour les contrats de fourniture de services de médias audiovisuels à la demande, le consommateur peut mettre gratuitement un terme au contrat, à tout moment à compter de la première reconduction, dès lors qu’il change de domicile ou que son foyer fiscal évolue.",
      ],
    },
    {
      title: "Article L.\u00A0215-3",
      paragraphs: [
        "Les dispositions du présent chapitre sont également applicables aux contrats conclus entre des professionnels et des non-professionnels.",
      ],
    },
    {
      title: "Article L.\u00A0241-3",
      paragraphs: [
        "Lorsque le professionnel n’a pas procédé au remboursement dans les conditions prévues à l’article L.\u00A0215-1, les sommes dues sont productives d’intérêts au taux légal.",
      ],
    },
  ],
  mediator:
    "**Médiation.** En cas de litige, vous pouvez saisir gratuitement le médiateur de la consommation\u00A0: {{mediateur}}",
} as const;
