import { addDays } from "../dates/civilDate";
import type { CivilDate } from "../dates/civilDate";
import { newRow } from "../workbook/newRow";
import type { Client } from "../workbook/schema";

/** A client before today is known: dates are days from today. */
type ClientLine = Omit<Partial<Client>, "number" | "emailConsentOn"> & {
  readonly name: string;
  readonly consent?: number;
};

function person(
  civility: string,
  name: string,
  firstName: string | null,
  address: string,
  town: string,
  phone: string,
  more: Partial<ClientLine> = {},
): ClientLine {
  return { type: "private", civility, name, firstName, address, ...placed(town), phone, ...more };
}

function body(
  type: Client["type"],
  name: string,
  address: string,
  town: string,
  phone: string,
  more: Partial<ClientLine> = {},
): ClientLine {
  return { type, name, address, ...placed(town), phone, ...more };
}

function placed(town: string): Pick<Client, "postcode" | "city"> {
  return { postcode: town.slice(0, 5), city: town.slice(6) };
}

/** Letters by e-mail, which the client accepted so many days ago. */
function byEmail(email: string, consent: number): Partial<ClientLine> {
  return { email, consent: -consent, preferredChannel: "email" };
}

const tracked = { preferredChannel: "tracked" } as const;
const angers = "49000 Angers";
const angersEast = "49100 Angers";
const trelaze = "49800 Trélazé";
const avrille = "49240 Avrillé";
const saintGeorges = "49170 Saint-Georges-sur-Loire";
const chalonnes = "49290 Chalonnes-sur-Loire";
const ancenis = "44150 Ancenis-Saint-Géréon";
const nantes = "44000 Nantes";
const carquefou = "44470 Carquefou";
const bouchemaine = "49080 Bouchemaine";

const syndic = {
  billingName: "Cabinet Loire Gestion, syndic",
  billingAddress: "21 boulevard du Roi-René",
  billingPostcode: "49100",
  billingCity: "Angers",
  preferredChannel: "registered",
} as const;

const lines = {
  aubry: person("M. et Mme", "Aubry", "Michel", "4 rue des Bateliers", chalonnes, "02 61 91 01 01"),
  bazin: person("Mme", "Bazin", "Odile", "17 rue de la Tannerie", angersEast, "02 61 91 01 02", tracked),
  besnard: person("M.", "Besnard", "Thierry", "2 chemin du Moulin-Brûlé", saintGeorges, "06 39 98 01 03"),
  blanchet: person("Mme", "Blanchet", "Sophie", "31 rue des Acacias", avrille, "06 39 98 01 04", {
    ...byEmail("sophie.blanchet@example.fr", 420),
  }),
  bodin: person("M.", "Bodin", "Lucien", "9 impasse des Lavandières", bouchemaine, "02 61 91 01 05", {
    notes: "Sonner longtemps, entend mal.",
  }),
  bouvet: person("M. et Mme", "Bouvet", "Karim", "12 rue du Clos-Fleuri", trelaze, "06 39 98 01 06", {
    ...byEmail("k.bouvet@example.fr", 200),
  }),
  brossard: person("M.", "Brossard", "Jean-Yves", "La Petite Boire", saintGeorges, "02 61 91 01 07"),
  cadeau: person("Mme", "Cadeau", "Monique", "5 rue du Puits-Carré", chalonnes, "02 61 91 01 08"),
  chevalier: person("M.", "Chevalier", "Romain", "26 avenue des Tilleuls", carquefou, "06 39 98 01 09", {
    ...byEmail("romain.chevalier@example.fr", 310),
  }),
  clement: person("Mme", "Clément", "Aurélie", "3 rue de la Barque", nantes, "06 39 98 01 10", {
    ...byEmail("aurelie.clement@example.fr", 150),
  }),
  cosson: person("M. et Mme", "Cosson", "Daniel", "44 rue des Vignes", ancenis, "02 61 91 01 11", tracked),
  courtin: person("M.", "Courtin", "Gérard", "Le Haut-Fourneau", saintGeorges, "02 61 91 01 12"),
  davy: person("Mme", "Davy", "Hélène", "8 rue des Ardoisiers", trelaze, "06 39 98 01 13"),
  delaunay: person("M.", "Delaunay", "Patrick", "15 rue du Bac", chalonnes, "02 61 91 01 14"),
  esnault: person("M. et Mme", "Esnault", "Bruno", "61 route de la Corniche", bouchemaine, "06 39 98 01 15", {
    ...byEmail("famille.esnault@example.fr", 700),
  }),
  fouquet: person("Mme", "Fouquet", "Jacqueline", "7 rue du Jeu-de-Boules", ancenis, "02 61 91 01 16"),
  gaborit: person("M.", "Gaborit", "Antoine", "19 rue des Ormeaux", avrille, "06 39 98 01 17"),
  garnier: person("M. et Mme", "Garnier", "Paul", "23 rue de la Treille", angers, "02 61 91 01 18"),
  gautron: person("Mme", "Gautron", "Élodie", "6 allée des Cerisiers", carquefou, "06 39 98 01 19", {
    ...byEmail("elodie.gautron@example.fr", 90),
  }),
  guerin: person("M.", "Guérin", "Hugues", "Les Grandes Landes", saintGeorges, "02 61 91 01 20"),
  hamon: person("M. et Mme", "Hamon", "Stéphane", "11 rue des Camélias", nantes, "06 39 98 01 21"),
  lardeux: person("M. et Mme", "Lardeux", "Joseph", "La Rivière aux Aulnes", chalonnes, "02 61 91 01 24"),
  leduc: person("Mme", "Leduc", "Camille", "50 rue de la Paix-Dieu", angersEast, "06 39 98 01 25", {
    ...byEmail("camille.leduc@example.fr", 60),
  }),
  maillard: person("M.", "Maillard", "Denis", "14 rue des Saulniers", ancenis, "02 61 91 01 26"),
  marchais: person("M. et Mme", "Marchais", "Éric", "29 rue du Verger", avrille, "06 39 98 01 27"),
  menard: person("Mme", "Ménard", "Simone", "1 place du Vieux-Lavoir", saintGeorges, "02 61 91 01 28"),
  oger: person("M.", "Oger", "Fabrice", "33 rue des Mariniers", bouchemaine, "06 39 98 01 29"),
  pasquier: person("M. et Mme", "Pasquier", "Yves", "16 rue de la Levée", chalonnes, "02 61 91 01 30"),
  pelletier: person("Mme", "Pelletier", "Inès", "9 rue du Mail-Vert", angers, "06 39 98 01 31", {
    ...byEmail("ines.pelletier@example.fr", 260),
  }),
  picard: person("M.", "Picard", "Olivier", "27 rue des Fours-à-Chaux", ancenis, "02 61 91 01 32"),
  poirier: person("M. et Mme", "Poirier", "Serge", "Le Bois-Joli", saintGeorges, "02 61 91 01 33"),
  renou: person("Mme", "Renou", "Colette", "13 rue de l’Écluse", bouchemaine, "02 61 91 01 34"),
  rousseau: person("M.", "Rousseau", "Vincent", "40 rue du Champ-de-Lin", carquefou, "06 39 98 01 35"),
  sauvage: person("M. et Mme", "Sauvage", "Laurent", "18 rue des Tisserands", avrille, "06 39 98 01 36"),
  tessier: person("Mme", "Tessier", "Brigitte", "22 rue du Four-Banal", ancenis, "02 61 91 01 37", tracked),
  thibault: person("M.", "Thibault", "Marc", "La Closerie", chalonnes, "02 61 91 01 38"),
  vallee: person("M. et Mme", "Vallée", "Nicolas", "5 rue des Peupliers", trelaze, "06 39 98 01 39"),
  voisin: person("Mme", "Voisin", "Mathilde", "10 rue de la Cale", nantes, "06 39 98 01 40", {
    ...byEmail("mathilde.voisin@example.fr", 510),
  }),
  bailleur: person("M.", "Ricordeau", "François", "2 avenue de la Chesnaie", angers, "02 61 91 01 41", {
    notes: "Bailleur de deux logements à Trélazé.",
  }),
  // Nothing says what this client is, as in many a real list: it counts as protected.
  raimbault: body(null, "Raimbault", "36 rue des Écobues", avrille, "02 61 91 01 42"),
  marronniers: body(
    "association",
    "Copropriété Les Marronniers",
    "14 rue Haute-des-Saules",
    angersEast,
    "02 61 91 02 01",
    {
      ...syndic,
    },
  ),
  quaiBlanc: body("association", "Copropriété du Quai-Blanc", "2 quai de la Gabare", nantes, "01 99 00 02 02", {
    ...syndic,
  }),
  ecole: body("association", "Association Les Petits Fagots", "7 rue de l’Orangeraie", saintGeorges, "02 61 91 02 03", {
    email: "bureau@petitsfagots.example",
  }),
  boulangerie: body("professional", "Boulangerie Au Four de Loire", "1 place de l’Église", chalonnes, "02 61 91 02 04"),
  garage: body("professional", "Garage des Trois Ponts", "ZA des Grands-Prés", ancenis, "02 61 91 02 05", {
    email: "compta@garage3ponts.example",
  }),
  pharmacie: body("professional", "Pharmacie de la Croix-Dorée", "18 rue Basse", angers, "02 61 91 02 06"),
  hotel: body("professional", "Hôtel de la Boire", "Quai des Toues", saintGeorges, "02 61 91 02 07", {
    email: "direction@hotel-boire.example",
  }),
  bureaux: body("professional", "Atelier Vertou Ingénierie", "5 rue de l’Aubépine", carquefou, "01 99 00 02 08"),
} as const satisfies Record<string, ClientLine>;

export type ClientName = keyof typeof lines;

/** The clients of the sample, numbered in alphabetical order. */
export function sampleClients(today: CivilDate): Readonly<Record<ClientName, Client>> {
  const rows = Object.entries<ClientLine>(lines).map(([name, { consent, ...values }], i) => [
    name,
    newRow("clients", {
      ...values,
      number: `C${String(i + 1).padStart(4, "0")}`,
      emailConsentOn: consent === undefined ? null : addDays(today, consent),
    }),
  ]);
  return Object.fromEntries(rows) as Record<ClientName, Client>;
}
