/** What a template may ask for: `{{name}}` in the Word file. `required`: neither the template nor the letter goes without it. */
type LetterField = { readonly name: string; readonly required: boolean; readonly help: string };

/** The fields of a renewal letter, in the order in which they are read on the page. Help texts are shown in `templates/README.md`. */
export const letterFields = [
  { name: "societe_nom", required: true, help: "Nom de l’entreprise, avec « EI » pour un entrepreneur individuel" },
  { name: "societe_forme", required: false, help: "Forme juridique et capital : « SARL au capital de 8 000 € »" },
  { name: "societe_adresse", required: true, help: "Adresse de l’entreprise, sur une ou plusieurs lignes" },
  { name: "societe_telephone", required: false, help: "Téléphone de l’entreprise" },
  { name: "societe_email", required: false, help: "Adresse e-mail de l’entreprise" },
  { name: "societe_siret", required: false, help: "Numéro SIRET, sans le mot « SIRET »" },
  {
    name: "societe_immatriculation",
    required: false,
    help: "Immatriculation : « RCS Tours 812 345 678 » ou « RNE Tours »",
  },
  {
    name: "societe_mentions",
    required: false,
    help: "Mentions du pied de page, sur une ligne : nom, forme, capital, SIRET, immatriculation",
  },
  { name: "client_nom", required: true, help: "Civilité et nom du client, ou nom de la copropriété ou de la société" },
  { name: "client_adresse", required: true, help: "Adresse postale du client, sur plusieurs lignes" },
  {
    name: "client_appel",
    required: true,
    help: "Formule d’appel sans virgule : « Madame », « Monsieur », « Madame, Monsieur »",
  },
  { name: "lieu_et_date", required: true, help: "Lieu et date de la lettre : « Tours, le 24 novembre 2026 »" },
  {
    name: "remplacement",
    required: false,
    help: "Phrase d’une lettre corrigée : « Cette lettre annule et remplace celle du … »",
  },
  { name: "contrat_numero", required: true, help: "Numéro du contrat" },
  { name: "contrat_date_signature", required: false, help: "Date de signature du contrat : « 12 mars 2024 »" },
  { name: "site_adresse", required: false, help: "Adresse de l’installation" },
  { name: "occupant_nom", required: false, help: "Occupant des lieux, si ce n’est pas le client" },
  { name: "periode_debut", required: true, help: "Début de la période en cours : « 1er janvier 2026 »" },
  { name: "periode_fin", required: true, help: "Fin de la période en cours" },
  { name: "nouvelle_periode_debut", required: true, help: "Début de la nouvelle période" },
  { name: "nouvelle_periode_fin", required: true, help: "Fin de la nouvelle période" },
  {
    name: "preavis",
    required: false,
    help: "Phrase sur le préavis : « Votre contrat prévoit un préavis de 2 mois. »",
  },
  { name: "date_limite", required: true, help: "Date limite de non-reconduction, en entier : « 31 octobre 2026 »" },
  {
    name: "refus_possible",
    required: false,
    help: "Phrase qui dit jusqu’à quand refuser ; vide si la date limite est passée",
  },
  {
    name: "date_limite_passee",
    required: false,
    help: "Phrase d’une lettre préparée après la date limite, sur la reconduction qui suit ; vide avant cette date",
  },
  {
    name: "refus_action",
    required: false,
    help: "Ce que le client peut demander : « refuser la reconduction » ou, après la date limite, « mettre fin au contrat »",
  },
  {
    name: "envoi_tardif",
    required: false,
    help: "Phrase d’un envoi hors délai, sur le droit de partir à tout moment ; vide si l’envoi est dans les temps",
  },
  { name: "prix_actuel", required: true, help: "Prix TTC de la période en cours : « 180,00 € »" },
  { name: "prix_nouveau", required: true, help: "Prix TTC de la nouvelle période" },
  {
    name: "prix_motif",
    required: false,
    help: "Phrase expliquant le changement de prix ; vide si le prix ne change pas",
  },
  { name: "prestations", required: false, help: "Prestations comprises dans la nouvelle période" },
  { name: "refus_adresse", required: true, help: "Adresse postale où envoyer un refus, sur une ligne" },
  { name: "refus_email", required: false, help: "Adresse e-mail où envoyer un refus" },
  {
    name: "refus_url",
    required: false,
    help: "Adresse de la page « Résilier votre contrat », si les contrats se souscrivent en ligne",
  },
  { name: "visites_restantes", required: false, help: "Phrase sur les visites encore dues avant la fin de la période" },
  { name: "mediateur", required: false, help: "Nom et adresse du médiateur de la consommation" },
  { name: "signataire_nom", required: true, help: "Nom du signataire" },
  { name: "signataire_qualite", required: false, help: "Qualité du signataire : « Gérant »" },
] as const satisfies readonly LetterField[];

export type LetterFieldName = (typeof letterFields)[number]["name"];

/** One line of the equipment table; every cell may be empty. */
export type LetterEquipment = {
  readonly designation: string;
  readonly marqueModele: string;
  readonly numeroSerie: string;
  readonly lieu: string;
};

/** The table row of the template: each of its cells holds one of these. */
export const equipmentFields = {
  designation: "equipements.designation",
  marqueModele: "equipements.marque_modele",
  numeroSerie: "equipements.numero_serie",
  lieu: "equipements.lieu",
} as const satisfies Record<keyof LetterEquipment, string>;

/** The values of one letter. Lines of a value are separated by "\n"; an empty optional value takes its paragraph away. */
export type LetterFields = { readonly [F in LetterFieldName]: string } & {
  readonly equipment: readonly LetterEquipment[];
};

/** The required fields that have no value: such a letter must not be written. */
export function missingLetterFields(fields: LetterFields): readonly LetterFieldName[] {
  return letterFields.filter(({ name, required }) => required && fields[name].trim() === "").map(({ name }) => name);
}
