import type { FormName } from "../addin/pane/forms/formName";
import type { Changes, ShownRow } from "./cells";
import type { Answers } from "./paneForms";

/** An action done by its form, what the pane says of it, and every cell of the register that it changes. */
export type ActionCase = {
  readonly title: string;
  readonly form: FormName;
  readonly contract?: string;
  readonly answers?: Answers;
  readonly says: string;
  readonly undone: string;
  readonly cells: Changes;
};

/** A line of Interventions on contract 2026-001: what is the same whatever became of the visit. */
const maintenance: ShownRow = {
  "N° contrat": "2026-001",
  Client: "Léa Martin",
  Ville: "La Roche-sur-Yon",
  Type: "Entretien",
  "HT ou TTC": "TTC",
};

/** Where the appliances stay when the holder changes. */
const place: ShownRow = {
  "Adresse d’intervention": "3 rue du Puits",
  "CP d’intervention": "85000",
  "Ville d’intervention": "La Roche-sur-Yon",
};

/** The visit of today as one click notes it. */
export const visitToday: ShownRow = {
  ...maintenance,
  "Faite le": "2026-11-26",
  Résultat: "Fait",
  "Attestation remise le": "2026-11-26",
};

/** On contract 2026-001 unless another is named. Today is 26 November 2026. */
export const actionCases: readonly ActionCase[] = [
  {
    title: "a visit",
    form: "logVisit",
    says: "visite faite le 26/11/2026",
    undone: "Visite",
    cells: {
      "Contrats 2026-001": { "Prochaine visite": "À jour", "Visite au plus tard": null },
      Interventions: [visitToday],
    },
  },
  {
    title: "a visit of one appliance of two, its certificate to come",
    form: "logVisit",
    contract: "2026-006",
    answers: { Technicien: "Karim", Attestation: "À remettre plus tard" },
    says: "visite faite le 26/11/2026",
    undone: "Visite",
    cells: {
      "Contrats 2026-006": { "Prochaine visite": "À faire avant le 14/03/2027", "Visite au plus tard": "2027-03-14" },
      Interventions: [
        {
          "N° contrat": "2026-006",
          Client: "Émile Noir",
          Ville: "La Roche-sur-Yon",
          Type: "Entretien",
          "N° équipement": "E6",
          "Faite le": "2026-11-26",
          Résultat: "Fait",
          Technicien: "Karim",
          "HT ou TTC": "TTC",
        },
      ],
    },
  },
  {
    title: "part of a visit",
    form: "logVisit",
    answers: { Résultat: "Faite en partie", Date: "2026-11-20" },
    says: "visite faite en partie",
    undone: "Visite",
    cells: {
      Interventions: [
        {
          ...maintenance,
          "Faite le": "2026-11-20",
          Résultat: "Partiel",
        },
      ],
    },
  },
  {
    title: "a cancelled visit",
    form: "logVisit",
    answers: { Résultat: "Annulée", Date: "2026-11-20" },
    says: "visite annulée",
    undone: "Visite",
    cells: {
      Interventions: [
        {
          ...maintenance,
          "Prévue le": "2026-11-20",
          Résultat: "Annulé",
        },
      ],
    },
  },
  {
    title: "an appointment",
    form: "logVisit",
    answers: { Résultat: "Rendez-vous pris", Date: "2026-12-03" },
    says: "visite prévue",
    undone: "Visite",
    cells: {
      Interventions: [
        {
          ...maintenance,
          "Prévue le": "2026-12-03",
        },
      ],
    },
  },
  {
    title: "a repair",
    form: "logRepair",
    answers: { "Compte rendu": "Fuite réparée", "Prise en charge": "À facturer", Montant: "1 234,50" },
    says: "dépannage noté le 26/11/2026",
    undone: "Dépannage",
    cells: {
      "Contrats 2026-001": { "Factures à faire": 2 },
      Interventions: [
        {
          "N° contrat": "2026-001",
          Client: "Léa Martin",
          Ville: "La Roche-sur-Yon",
          Type: "Dépannage",
          "N° équipement": "E1",
          "Faite le": "2026-11-26",
          Résultat: "Fait",
          "Compte rendu": "Fuite réparée",
          "Prise en charge": "À facturer",
          Montant: 1234.5,
          "HT ou TTC": "TTC",
        },
      ],
    },
  },
  {
    title: "an invoice",
    form: "markInvoiced",
    answers: { "N° facture": "FA-2" },
    says: "Facture FA-2 de 120,00 € notée pour le contrat 2026-001",
    undone: "Facturé",
    cells: {
      "Contrats 2026-001": { Facturation: "Facturée", "Factures à faire": null },
      Factures: [
        {
          "N° facture": "FA-2",
          "N° contrat": "2026-001",
          Client: "Léa Martin",
          Nature: "Contrat",
          Période: 1,
          "Échéance n°": 1,
          "Émise le": "2026-11-26",
          Montant: 120,
          "HT ou TTC": "TTC",
          TVA: 0.1,
          "Montant HT": "= 109.09",
          "Montant TTC": "= 120",
          "À payer le": "2026-12-26",
          Paiement: "= À payer",
          "Reste à payer": 120,
        },
      ],
    },
  },
  {
    title: "a payment",
    form: "markPaid",
    contract: "2026-002",
    says: "Facture FA-1 de 120,00 € notée payée le 26/11/2026",
    undone: "Payé",
    cells: {
      "Contrats 2026-002": { Facturation: "Payée" },
      "Factures F1": { Paiement: "= Payée", "Payée le": "2026-11-26", "Reste à payer": null },
    },
  },
  {
    title: "a credit note",
    form: "creditNote",
    contract: "2026-002",
    answers: { "N° de l’avoir": "AV-1", Montant: "20" },
    says: "Avoir AV-1 de 20,00 € noté sur la facture FA-1",
    undone: "Avoir",
    cells: {
      Factures: [
        {
          "N° facture": "AV-1",
          "N° contrat": "2026-002",
          Client: "Paul Durand",
          Nature: "Avoir",
          Période: 1,
          "Échéance n°": 1,
          "Émise le": "2026-11-26",
          Montant: 20,
          "HT ou TTC": "TTC",
          TVA: 0.1,
          "Montant HT": "= 18.18",
          "Montant TTC": "= 20",
        },
      ],
      "Factures F1": { "Reste à payer": 100 },
    },
  },
  {
    title: "a letter sent",
    form: "noticeSent",
    answers: { "Envoyée par": "Lettre suivie", "N° de suivi": "3C00123456789" },
    says: "lettre de reconduction envoyée le 26/11/2026",
    undone: "Lettre envoyée",
    cells: {
      "Contrats 2026-001": { Lettre: "Envoyée", État: "Informé" },
      Courriers: [
        {
          "N° contrat": "2026-001",
          Client: "Léa Martin",
          "Période du": "2026-03-15",
          Nature: "Lettre de reconduction",
          Édition: 1,
          "Date limite imprimée": "2027-01-14",
          "Envoyée le": "2026-11-26",
          "Envoyée par": "Lettre suivie",
          "N° de suivi": "3C00123456789",
          "À temps pour le": "2026-12-14",
        },
      ],
    },
  },
  {
    title: "a letter returned",
    form: "noticeReturned",
    contract: "2026-002",
    says: "lettre revenue le 26/11/2026",
    undone: "Lettre revenue",
    cells: {
      "Contrats 2026-002": { Lettre: "Revenue", État: "À informer" },
      "Courriers L1": { "Revenue le": "2026-11-26", "À temps pour le": null },
    },
  },
  {
    title: "a refusal",
    form: "recordRefusal",
    answers: { "Refus reçu par": "E-mail", "Motif du refus": "Déménagement" },
    says: "refus reçu le 26/11/2026",
    undone: "Refus reçu",
    cells: {
      "Contrats 2026-001": {
        Lettre: "Non requise",
        État: "Refus reçu",
        "Refus reçu le": "2026-11-26",
        "Refus reçu par": "E-mail",
        "Motif du refus": "Déménagement",
      },
    },
  },
  {
    title: "a refusal withdrawn",
    form: "withdrawRefusal",
    contract: "2026-003",
    says: "refus retiré",
    undone: "Refus retiré",
    cells: {
      "Contrats 2026-003": {
        Lettre: "À envoyer",
        État: "À informer",
        "Refus reçu le": null,
        "Refus reçu par": null,
        "Motif du refus": null,
      },
    },
  },
  {
    title: "a price announced",
    form: "announceRenewal",
    answers: { "Prix annoncé": "126", "Motif du changement": "Indice" },
    says: "126,00 € à partir du 15/03/2027",
    undone: "Annonce du renouvellement",
    cells: {
      "Contrats 2026-001": { "Prix annoncé": 126, "Base du prix annoncé": "TTC", "Motif du changement": "Indice" },
    },
  },
  {
    title: "a renewal at the same price",
    form: "renew",
    says: "renouvelé du 15/03/2027 au 14/03/2028, à 120,00 €",
    undone: "Renouvellement",
    cells: {
      Périodes: [
        {
          "N° contrat": "2026-001",
          "Période n°": 2,
          Du: "2027-03-15",
          Au: "2028-03-14",
          Prix: 120,
          "HT ou TTC": "TTC",
          TVA: 0.1,
          "Prix HT": "= 109.09",
          "Prix TTC": "= 120",
          "Reconduction notée le": "2026-11-26",
        },
      ],
    },
  },
  {
    title: "a renewal at 2.5 % more",
    form: "renew",
    answers: { "Prix de la nouvelle période": "Augmenter en %", "Augmentation (%)": "2,5" },
    says: "renouvelé du 15/03/2027 au 14/03/2028, au nouveau prix de 123,00 €",
    undone: "Renouvellement",
    cells: {
      Périodes: [
        {
          "N° contrat": "2026-001",
          "Période n°": 2,
          Du: "2027-03-15",
          Au: "2028-03-14",
          Prix: 123,
          "HT ou TTC": "TTC",
          TVA: 0.1,
          "Prix HT": "= 111.82",
          "Prix TTC": "= 123",
          "Reconduction notée le": "2026-11-26",
        },
      ],
    },
  },
  {
    title: "an early end",
    form: "terminate",
    answers: { "Résilié le": "2026-12-31", "Motif de résiliation": "Vente" },
    says: "résilié au 31/12/2026",
    undone: "Résiliation",
    cells: {
      "Contrats 2026-001": {
        Lettre: "Non requise",
        État: "En cours",
        "Résilié le": "2026-12-31",
        "Motif de résiliation": "Vente",
      },
    },
  },
  {
    title: "an early end taken back",
    form: "reverseTermination",
    contract: "2026-004",
    says: "résiliation annulée",
    undone: "Résiliation annulée",
    cells: {
      "Contrats 2026-004": {
        Lettre: "À envoyer",
        État: "À informer",
        "Résilié le": null,
        "Motif de résiliation": null,
      },
    },
  },
  {
    title: "a suspension",
    form: "suspend",
    answers: { "Suspendu du": "2026-11-01" },
    says: "suspendu à partir du 01/11/2026",
    undone: "Suspension",
    cells: {
      "Contrats 2026-001": {
        "Prochaine visite": "À jour",
        "Visite au plus tard": null,
        État: "Suspendu",
        "Suspendu du": "2026-11-01",
      },
    },
  },
  {
    title: "the end of a suspension",
    form: "resume",
    contract: "2026-005",
    says: "reprise le 26/11/2026",
    undone: "Reprise",
    cells: {
      "Contrats 2026-005": {
        "Prochaine visite": "À faire avant le 31/12/2026",
        "Visite au plus tard": "2026-12-31",
        État: "À informer",
        "Suspendu au": "2026-11-25",
      },
    },
  },
  {
    title: "a certificate",
    form: "handOverCertificate",
    contract: "2026-002",
    says: "attestation remise le 26/11/2026",
    undone: "Attestation remise",
    cells: { "Interventions I1": { "Attestation remise le": "2026-11-26" } },
  },
  {
    title: "another appliance",
    form: "swapEquipment",
    answers: { Marque: "Atlantic", "N° de série": "012345" },
    says: "appareil remplacé le 26/11/2026",
    undone: "Remplacement d’appareil",
    cells: {
      // The law gives a boiler that was just put in until the end of the next year; the contract asks for it before.
      "Contrats 2026-001": {
        Appareil: "Chaudière gaz Atlantic",
        "Prochaine visite": "À faire avant le 14/03/2027",
        "Visite au plus tard": "2027-03-14",
      },
      Équipements: [
        {
          "N° contrat": "2026-001",
          Catégorie: "Chaudière gaz",
          Marque: "Atlantic",
          "N° de série": "012345",
          Hermétique: "Non",
          "Détecteur de fuite": "Non",
          "Couvert du": "2026-11-26",
          Remplace: "E1",
          "Visites par an": 1,
        },
      ],
      "Équipements E1": { "Couvert au": "2026-11-25" },
    },
  },
  {
    title: "a holder of the register",
    form: "changeHolder",
    contract: "2026-002",
    answers: { "Déjà client ?": "Oui, déjà dans le registre", "Chercher le client": "Léa" },
    says: "le titulaire est maintenant Martin",
    undone: "Changement de titulaire",
    cells: {
      "Contrats 2026-002": { Client: "Léa Martin", "N° client": "C0001", ...place },
      "Interventions I1": { Client: "Léa Martin" },
      "Factures F1": { Client: "Léa Martin" },
      "Courriers L1": { Client: "Léa Martin" },
    },
  },
  {
    title: "a new holder",
    form: "changeHolder",
    answers: { Nom: "Vert", "Code postal": "01234", Téléphone: "0612345678" },
    says: "le titulaire est maintenant Vert",
    undone: "Changement de titulaire",
    cells: {
      "Contrats 2026-001": { Client: "Vert", "N° client": "C0007", ...place },
      Clients: [
        { "N° client": "C0007", Nom: "Vert", Type: "Particulier", "Code postal": "01234", Téléphone: "0612345678" },
      ],
    },
  },
  {
    title: "a contract with its client and its appliance",
    form: "signContract",
    answers: { Nom: "Rouge", Prix: "150", Marque: "Saunier Duval" },
    says: "Contrat 2026-007 signé pour Rouge",
    undone: "Contrat signé",
    cells: {
      Contrats: [
        {
          "N° contrat": "2026-007",
          Client: "Rouge",
          Appareil: "Chaudière gaz Saunier Duval",
          "Prix TTC": 150,
          Échéance: "2027-11-25",
          "Prochaine visite": "À faire avant le 31/12/2026",
          "Visite au plus tard": "2026-12-31",
          "Factures à faire": 1,
          "Prix par an HT": 136.36,
          "Prix par an TTC": 150,
          Facturation: "À facturer",
          Lettre: "Pas encore",
          État: "En cours",
          "Date limite de refus": "= 2027-09-25",
          "Lettre à partir du": "= 2027-06-25",
          "Lettre au plus tard": "= 2027-08-25",
          "Jours restants": "= 303",
          "État au": "2026-11-26",
          "N° client": "C0007",
          "Signé le": "2026-11-26",
          "Date d’effet": "2026-11-26",
          "Durée (mois)": 12,
          "Reconduction (mois)": 12,
          Préavis: 2,
          "Unité du préavis": "Mois",
          Reconduction: "Tacite",
          "Main-d’œuvre comprise": "Non",
          "Pièces comprises": "Non",
          "Rythme de facturation": "Par période",
          "Moment de facturation": "D’avance",
          "1re année offerte": "Non",
          "Ne pas réviser": "Non",
          "Souscrit en ligne": "Non",
        },
      ],
      Clients: [{ "N° client": "C0007", Nom: "Rouge", Type: "Particulier" }],
      Périodes: [
        {
          "N° contrat": "2026-007",
          "Période n°": 1,
          Du: "2026-11-26",
          Au: "2027-11-25",
          Prix: 150,
          "HT ou TTC": "TTC",
          TVA: 0.1,
          "Prix HT": "= 136.36",
          "Prix TTC": "= 150",
        },
      ],
      Équipements: [
        {
          "N° contrat": "2026-007",
          Catégorie: "Chaudière gaz",
          Marque: "Saunier Duval",
          Hermétique: "Non",
          "Détecteur de fuite": "Non",
          "Visites par an": 1,
        },
      ],
    },
  },
];
