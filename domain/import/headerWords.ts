import type { ImportField } from "./list";

/*
 * What tradesmen write above the columns of their lists. First the words, by what they mean; then which of these
 * meanings make a field. Both are data: a header that is not recognised is mended here.
 */

/** Words and phrases by meaning, without accents; plurals, capitals, « n° » and small words are taken care of. */
const vocabulary = {
  num: "num, numero, no, n, nr, nro, nbr, number",
  id: "id, identifiant, code, cle, identifier, uid",
  /** The number that marks a thing, rather than one that counts its owners. */
  ident: "identification",
  ref: "ref, reference, refer",
  contract:
    "contrat, ctr, ctrt, contra, abonnement, abo, dossier, convention, affaire, contract, contrat entretien, contrat maintenance, contr, agreement, subscription, ctt",
  document: "document, doc, num piece, numero piece, fiche, police",
  client:
    "client, clt, cli, abonne, titulaire, souscripteur, adherent, usager, beneficiaire, customer, tiers, compte, proprietaire, proprio, bailleur, donneur ordre, exploitant, contractant, cocontractant, co contractant, mandant, maitre ouvrage, account, partenaire, partner, qui, debiteur, acheteur, acquereur, preneur, foyer, subscriber, holder, clientele, assure, signataire",
  contact:
    "contact, interlocuteur, correspondant, gerant, responsable, referent, personne contacter, dirigeant, gardien, concierge, manager, comptabilite",
  occupant: "occupant, locataire, habitant, tenant, resident",
  name: "nom, name, patronyme, nom famille, noms, last name, lastname, surname, full name, fullname, nom complet, nom usage",
  firstName: "prenom, pnom, pren, firstname, petit nom, first name, given name, forename",
  civility:
    "civilite, civ, titre, politesse, m mme, mr mme, mme m, mme mr, m mme mlle, genre, salutation, formule politesse",
  type: "type, categorie, cat, nature, typologie, genre, sorte, kind",
  company:
    "raison sociale, raison soc, rs, societe, ste, entreprise, denomination, enseigne, etablissement, copropriete, copro, residence, immeuble, sdc, organisation, organization, company, exploitation, etab, ets, syndicat coproprietaire",
  person:
    "particulier, pro, professionnel, part pro, particulier pro, privé, profil, loc prop, prop loc, locataire proprietaire, proprietaire locataire",
  address:
    "adresse, adr, adresse postale, address, addresse, adres, ad, adresse complete, adress, address line, ligne adresse, adresse ligne, street address",
  street:
    "rue, voie, lieu, lieu dit, domicile, localisation, num rue, nom voie, libelle voie, street, numero rue, voirie",
  complement: "complement, compl, cplt, complement adresse, suite",
  site: "chantier, site, intervention, interv, inter, residence, immeuble, emplacement, logement, lgt, location, lieu intervention, lieu installation",
  postcode:
    "code postal, cp, c postal, cod postal, code post, postal, zip, cpostal, codepostal, cde postal, cdp, postcode, post code, zip code, zipcode, postal code, cpost, code p",
  city: "ville, commune, localite, vile, town, city, village, agglomeration, com, municipality, bourg",
  billing: "facturation",
  payer: "payeur, syndic, gestionnaire, bailleur, mandataire, administrateur, regie",
  phone:
    "telephone, tel, phone, tph, telph, tlf, tlphone, telephonique, coordonnee telephonique, joindre, phone number",
  mobile: "mobile, portable, port, gsm, cellulaire, cell, prtable, cell phone",
  landline:
    "fixe, telephone fixe, tel fixe, tel domicile, tel dom, telephone domicile, tel bureau, telephone bureau, tel bur, standard",
  email:
    "email, mail, courriel, mel, e mail, adresse mail, adresse email, adresse electronique, messagerie, courrier electronique, email address",
  appliance:
    "equipement, equip, eqpt, appareil, app, materiel, mat, machine, systeme, generateur, chaudiere, chaud, pac, pompe chaleur, clim, climatisation, climatiseur, poele, insert, cheminee, conduit, ballon, chauffe eau, adoucisseur, vmc, split, equipement entretenu, unite, unite exterieure, unite ext, unite interieure, unite int, ue, ui, groupe exterieur, groupe ext, bruleur, cuve, type appareil, bien, equipment, device, asset, pompe, portail, porte garage, rideau metallique, barriere, automatisme, alarme, extincteur, ascenseur, osmoseur, filtration, piscine, spa, microstation, micro station, fosse, panneau, onduleur, photovoltaique, chambre froide, groupe froid, frigo, radiateur, aerotherme, hotte, dispositif, ouvrage, quoi, centrale, filiere, transmetteur, detecteur, camera, videosurveillance, borne, borne recharge, portier, volet, chaufferie, sous station, disconnecteur, relevage, poste relevage, pompe relevage, bac graisse, separateur, groupe electrogene, eclairage secours, baes, desenfumage, robot, monte charge, compresseur, four, vitrine, type porte, porte automatique, porte sectionnelle",
  install: "installation, install, instal",
  energy: "energie, combustible, gaz",
  make: "marque, fabricant, constructeur, mrq, marq, brand, mque, manufacturer, maker, fabriquant, fab",
  model: "modele, model, mdl, modele appareil",
  article: "article, produit, product, item",
  /** What accountants call the name of an account. */
  title: "intitule",
  designation: "designation, desig, lib, libelle, description, intitule, label, descriptif, objet",
  serial:
    "serie, num serie, sn, serial, ns, matricule, immatriculation, num sr, nserie, serie appareil, serial number, serial no, num fabrication, numero fabrication, num fab, numero fab, num s",
  commissioned:
    "mise service, mes, mise en serv, mise route, pose, installe, date pose, date installation, demarrage appareil, annee pose, annee installation, installed, commissioning, mise marche, posee, installee",
  made: "fabrication, construction, achat, achete, achetee, purchase",
  power: "puissance, puiss, puis, kw, kilowatt, pui, pn, puissance kw, puissance nominale, btu",
  date: "date, dt, dte, dat, jour, dates, quand",
  signature:
    "signature, signe, sign, souscription, souscrit, conclusion, conclu, adhesion, date contrat, signee, signed",
  start:
    "debut, deb, effet, depart, start, partir, commencement, demarrage, prise effet, date effet, depui, entree vigueur, debut contrat, starts, valid from, effective, commence, debute",
  end: "fin, terme, expiration, expire, echeance, ech, echt, echce, echeanc, echeancier, anniversaire, anniv, validite, valable jusqu, jusqu, valable, end, fin contrat, date fin, ends, until, valid until, expiry, expiration date, expires, echoit, echoir, echoi, echu, echue, date limite, butoir, finit, valid to",
  renewalDay: "renouvellement, renouv, renouvelt, renvt, renouvelement, renewal",
  renewal:
    "reconduction, tacite, tr, reconductible, automatique, renouvelable, tacite reconduction, reconduit, reconduite, recond, auto renew, auto renewal, automatic renewal, renouvellement automatique, renouv auto",
  length: "duree, longueur, engagement, duree engagement, duration",
  month: "mois, moi, mensualite, month",
  year: "annee, an, annuel, ans, annuelle, annuite, exercice, year, annual, yearly",
  count: "nb, nbre, nombre, nbe",
  notice:
    "preavis, delai resiliation, delai preavis, delai denonciation, denonciation, prevenance, notice, notice period",
  plan: "formule, offre, pack, prestation, niveau, gamme, formule contrat, prest, contrat type, package, service plan",
  option: "option",
  flatRate: "forfait",
  price:
    "prix, montant, mt, mnt, mtt, montt, mtant, tarif, cotisation, redevance, somme, px, pu, p u, tarification, valeur, loyer, abonnement annuel, pri, cout, total, amount, price, fee, cost, combien, honoraire, prime",
  euro: "euro, eur, devise",
  net: "ht, hors taxe, htva, hors tva, excl vat, excl tax, excluding vat, excluding tax, ex vat, ex tax, vat excl, tax excl, before tax, untaxed, ht net, net ht",
  gross:
    "ttc, tt compri, toute taxe comprise, toute taxe, t t c, incl vat, incl tax, including vat, including tax, vat incl, tax incl, net payer, tva incluse, tva comprise, tvac",
  vat: "tva, vat",
  rate: "taux, pourcent, tx, rate, pourcentage",
  last: "dernier, derniere, der, dern, last, precedent, precedente, dr, latest, previous",
  next: "prochain, prochaine, proch, prch, pchain, next, futur, suivant, suivante, prevu, prevue, prevision, faire, prevoir, planifie, planifiee, programme, programmee, planning, planification, refaire, repasser, revenir, revoir, retour, upcoming, scheduled, planned, attendu, attendue",
  appointment: "rdv, rendez vous, rendezvous, r d v, appointment",
  visit:
    "visite, entretien, entret, ent, entr, passage, intervention, interv, maintenance, maint, revision, ramonage, controle, vis, visite annuelle, entretien annuel, verification, inspection, servicing, service, nettoyage",
  done: "fait, faite, realise, realisee, effectue, effectuee, execute, accompli, termine, ok, completed, performed, done",
  serviced:
    "ramone, ramonee, entretenu, entretenue, verifie, verifiee, revise, revisee, vidange, vidangee, nettoye, nettoyee, intervenu, intervenue, passe, passee, venu, venue, vu, vue, inspecte, inspectee, serviced, depanne, depannee",
  invoice: "facture, fact, fac, facturee, fc, fact entretien, facturer, invoice, invoiced, bill",
  issued: "emise, emission, emis, edite, edition, etabli, etablie, issued",
  paid: "paye, payee, regle, reglee, reglement, regl, rglt, regt, encaisse, encaissee, encaissement, paiement, paiment, payement, pay, acquitte, paid, payment, settled, percu, percue",
  balance: "solde, soldee",
  means: "mode, moyen, method",
  letter:
    "courrier, lettre, avi, letter, notification, notif, chatel, loi chatel, info chatel, lrar, courrier reconduction, information reconduction, lettre info",
  sent: "envoi, envoye, envoyee, expedie, expediee, poste, transmi, sent, notifie, notifiee",
  reminder: "relance, rappel",
  status: "statut, etat, situation, status, actif, active, sit, stage, etape",
  terminated: "resilie, resiliation, resil",
  note: "remarque, rq, rem, rmq, observation, obs, commentaire, comment, com, comm, note, info, information, acce, digicode, diver, memo, precision, particularite, detail, consigne, remarks, annotation, complement information, info utile, infos acces, noter, signaler, savoir, retenir, comments, notes internes",
  /** What lists hold that a register has no column for. */
  foreign:
    "compte client, num compte, siret, siren, naf, ape, rcs, intracommunautaire, intra, commercial, vendeur, technicien, tech, intervenant, monteur, ouvrier, salarie, equipe, km, kilometre, kilometrage, distance, latitude, lat, longitude, long, lon, gps, coordonnee gp, iban, bic, rib, banque, mandat, sepa, rum, prelevement, porte, code porte, code acce, etage, batiment, bat, interphone, fluide, refrigerant, charge, tournee, depannage, secteur, zone, region, departement, dept, dep, canton, quartier, acompte, reste, marge, remise, rabais, ristourne, temp, temps, heure, horaire, hr, quantite, qte, qt, fax, naissance, devi, devis, parrain, origine, source, provenance, web, internet, site web, couleur, satisfaction, pdl, pce, compteur, age, agence, magasin, assurance, motif, raison, priorite, langue, profession, metier, surface, m2, frequence, periodicite, rythme, photo, avoir, garantie, fournisseur, stock, pression, rendement, co, co2, nox, fumee, temperature, tirage, diametre, hauteur, longueur conduit, piece, pieces, main oeuvre, mo, anciennete, fidelite, chiffre affaire, ca, banque client, mise jour, maj, saisie, creation, modifie, modification, cree, commande, livraison, bon, bl, bon livraison, badge, clef, chien, animal, boite cle, avenant, indice, coefficient, coef, revalorisation, augmentation, variation, ecart, difference, attestation, certificat, caution, penalite, retard, jour restant, restant, alerte, urgence, consommation, conso, relevé, index, code article, ref article, reference article, num article, code produit, ref produit, reference produit, created, updated, modified, utilisateur, user, operateur, owner, account manager, salesperson, horodateur, timestamp, horodatage, pays, country, volume, debit, tubage, m3, code alarme, code portail, code entree, code immeuble, tva intracommunautaire, identification tva, id tva, deplacement, frais, journal, compta, cpt, cpte, compte bancaire, compte comptable, compte general, code comptable, analytique, representant, apporteur, prescripteur, tag, etiquette, categorie tarifaire, delai paiement, delai reglement, condition paiement, condition reglement, echeance facture, relancer, rappeler, recontacter, impaye, outstanding, balance, warranty, guarantee, prochaine facture, prochaine facturation, next invoice, prochain paiement, visite an, passage an, entretien an, intervention an, cr, compte rendu, rapport, pv, bon intervention, prevenir, mot passe, litige, contentieux, sinistre",
} as const;

export type Meaning = keyof typeof vocabulary;

/** A field with the meanings that its header has, and how surely they tell it when they are all that the header says. */
export type HeaderPattern = {
  readonly field: Exclude<ImportField, `visitOfYear:${number}`>;
  readonly strength: number;
  readonly meanings: readonly Meaning[];
};

type Line = readonly [strength: number, ...meanings: readonly string[]];

/** Best first. A strength below 0.8 says that the header alone is not enough. */
const patternsByField: { readonly [F in HeaderPattern["field"]]: readonly Line[] } = {
  contractId: [
    [0.97, "num contract", "ref contract", "id contract", "num ref contract", "num id contract"],
    [0.82, "contract", "id"],
    [0.76, "num document", "ref document", "ident", "num ident"],
    [0.8, "ref", "num", "num ref", "num id", "num visit"],
  ],
  clientName: [
    [
      0.97,
      "name",
      "name client",
      "client name firstName",
      "name firstName",
      "name client company",
      "company",
      "company name",
      "name contract",
    ],
    [0.94, "client", "client company", "client firstName"],
    [0.8, "title"],
    [0.6, "occupant", "name occupant", "contact", "name contact", "name site"],
  ],
  firstName: [[0.97, "firstName"]],
  civility: [[0.95, "civility"]],
  clientType: [
    [0.96, "type client", "client person", "type person", "status client"],
    [0.85, "person"],
    [0.5, "type"],
  ],
  address: [
    [0.96, "address", "address street", "address site", "street", "num street", "address complement"],
    [0.85, "complement", "street site", "street visit", "address visit"],
    [0.62, "site"],
    [0.55, "visit site"],
  ],
  postcode: [[0.97, "postcode"]],
  city: [[0.97, "city"]],
  billingAddress: [
    [0.97, "address billing", "address invoice", "address payer"],
    [0.88, "payer"],
    [0.7, "street billing"],
  ],
  phone: [
    [0.97, "phone"],
    [0.95, "mobile", "phone mobile", "landline", "phone landline"],
    [0.5, "contact"],
  ],
  phone2: [
    [0.93, "mobile", "phone mobile"],
    [0.9, "landline", "phone landline"],
    [0.75, "phone"],
  ],
  email: [[0.97, "email", "email address"]],
  equipment: [
    [0.96, "appliance", "type appliance", "appliance install", "designation appliance"],
    [0.93, "appliance make model", "install", "type install", "type energy appliance"],
    [0.85, "appliance make designation"],
    [0.78, "article", "designation article", "type article"],
    [0.6, "designation", "energy", "type energy"],
    [0.5, "type"],
  ],
  brand: [[0.97, "make", "make appliance"]],
  model: [
    [0.96, "model", "model appliance", "type model"],
    [0.9, "ref appliance", "ref model", "type ref"],
    [0.6, "designation", "type appliance", "ref"],
    [0.5, "type"],
  ],
  serial: [
    [0.97, "serial", "num serial", "serial appliance"],
    [0.9, "num ident appliance"],
    [0.82, "ref appliance"],
    [0.75, "ident", "num ident"],
    [0.7, "num appliance"],
    [0.5, "id appliance"],
  ],
  commissionedOn: [
    [0.96, "commissioned", "date commissioned", "year commissioned"],
    [0.93, "date install", "year install", "date appliance install"],
    [0.85, "year appliance", "date appliance"],
    [0.6, "year", "made", "year made", "date made"],
  ],
  power: [[0.96, "power"]],
  signedOn: [
    [0.96, "signature", "date signature", "signature contract"],
    [0.9, "date contract"],
    [0.55, "date"],
  ],
  startsOn: [
    [0.96, "start", "date start", "start contract"],
    [0.5, "date"],
    [0.45, "date contract"],
  ],
  endsOn: [
    [0.96, "end", "date end", "end contract", "end renewalDay"],
    [0.9, "renewalDay", "date renewalDay", "date renewal", "end renewal"],
    [0.9, "next end", "next renewalDay", "next renewal"],
    [0.5, "date"],
  ],
  durationMonths: [
    [0.96, "length", "length contract", "length month", "length count month"],
    [0.88, "count month", "count year"],
    [0.6, "month contract"],
  ],
  noticeMonths: [
    [0.97, "notice"],
    [0.9, "notice month", "notice terminated"],
  ],
  renewal: [
    [0.96, "renewal", "renewal contract", "type renewal", "type renewalDay"],
    [0.75, "renewalDay"],
  ],
  plan: [
    [
      0.96,
      "plan",
      "type contract",
      "plan contract",
      "type plan",
      "type visit",
      "type contract visit",
      "designation contract",
      "model contract",
    ],
    [0.75, "flatRate", "option", "plan option"],
    [0.66, "contract"],
    [0.5, "designation", "type"],
  ],
  priceExclTax: [
    [0.97, "price net", "flatRate net", "contract net", "plan net", "invoice price net", "invoice net"],
    [0.94, "net"],
    [0.6, "price", "flatRate", "euro"],
  ],
  priceInclTax: [
    [0.97, "price gross", "flatRate gross", "contract gross", "plan gross", "invoice price gross", "invoice gross"],
    [0.94, "gross"],
    [0.86, "price", "flatRate price", "price contract", "flatRate year", "price year"],
    [0.7, "flatRate", "euro", "invoice price"],
  ],
  vatRate: [
    [0.97, "vat", "rate vat"],
    [0.6, "rate"],
  ],
  lastVisitOn: [
    [0.96, "last visit", "date last visit", "last"],
    [0.93, "visit done", "date visit done", "done"],
    [0.93, "serviced date", "last serviced"],
    [0.88, "serviced"],
    [0.86, "date visit"],
    [0.72, "visit", "appointment done"],
    [0.5, "date"],
  ],
  nextVisit: [
    [
      0.96,
      "next visit",
      "date next visit",
      "next appointment",
      "next",
      "date next",
      "month visit",
      "month next",
      "month next visit",
    ],
    [0.86, "appointment", "date appointment", "month", "visit next done"],
    [0.5, "visit"],
  ],
  invoiceNumber: [
    [0.97, "num invoice", "ref invoice", "id invoice"],
    [0.8, "invoice"],
    [0.7, "billing"],
  ],
  invoicedOn: [
    [0.97, "date invoice", "date billing", "invoice issued", "date invoice issued", "invoice sent", "invoice done"],
    [0.82, "invoice", "billing", "issued"],
    [0.6, "month invoice", "month billing"],
    [0.45, "date"],
  ],
  paid: [
    [0.97, "paid", "date paid", "invoice paid", "paid done"],
    [0.66, "balance", "means paid", "means", "type paid"],
  ],
  letterSentOn: [
    [
      0.97,
      "letter sent",
      "date letter",
      "letter renewal",
      "letter renewal sent",
      "renewal sent",
      "date letter sent",
      "letter renewalDay",
      "letter end",
    ],
    [0.93, "letter", "sent letter"],
    [0.7, "reminder", "sent", "date sent", "date reminder"],
  ],
  status: [
    [0.95, "status", "status contract", "status client"],
    [0.88, "terminated", "terminated contract", "date terminated"],
  ],
  notes: [[0.95, "note", "note client", "note contract", "note visit", "note site"]],
};

/**
 * What a header may say beside a field's own meanings without telling of something else: « Prix annuel contrat »,
 * « Ville du chantier », « Marque chaudière ».
 */
export const unsurprising: { readonly [F in HeaderPattern["field"]]?: readonly Meaning[] } = {
  contractId: ["client", "visit", "site"],
  clientName: ["contract", "company", "site", "title", "designation"],
  firstName: ["client"],
  civility: ["client", "name", "firstName"],
  clientType: ["contract"],
  address: ["client", "site", "visit", "appliance", "install", "num", "postcode", "city"],
  postcode: ["client", "site", "visit", "city", "address", "install"],
  city: ["client", "site", "visit", "postcode", "address", "install"],
  billingAddress: ["client", "name", "postcode", "city"],
  phone: ["client", "num", "contact", "email", "site"],
  phone2: ["client", "num", "contact", "site"],
  email: ["client", "contact", "phone", "address"],
  equipment: ["client", "make", "install", "energy", "contract", "visit", "site"],
  brand: ["appliance", "install", "model", "type", "ref"],
  model: ["appliance", "install", "make", "num"],
  serial: ["appliance", "install", "num", "make"],
  commissionedOn: ["appliance", "install", "date"],
  power: ["appliance", "install", "rate"],
  signedOn: ["date", "contract", "visit", "client"],
  startsOn: ["date", "contract", "visit", "renewalDay"],
  endsOn: ["date", "contract", "visit", "year"],
  durationMonths: ["contract", "month", "year", "visit", "renewal", "count"],
  noticeMonths: ["contract", "month", "count", "length", "renewal", "terminated"],
  renewal: ["contract", "done"],
  plan: ["contract", "client", "visit", "title"],
  priceExclTax: ["contract", "visit", "year", "client", "euro", "plan", "flatRate", "option"],
  priceInclTax: ["contract", "visit", "year", "client", "euro", "plan", "flatRate", "option"],
  vatRate: ["contract", "visit", "price"],
  lastVisitOn: ["date", "year", "appliance", "site", "client", "contract"],
  nextVisit: ["date", "year", "appliance", "site", "visit", "client", "contract", "done"],
  invoiceNumber: ["contract", "visit", "year", "client", "done"],
  invoicedOn: ["date", "contract", "visit", "year", "client", "sent", "done"],
  paid: ["date", "invoice", "contract", "client", "year", "done", "price"],
  letterSentOn: ["date", "contract", "client", "renewal", "renewalDay", "end", "year", "notice"],
  status: ["contract", "client", "date"],
  notes: ["client", "contract", "visit", "site", "appliance", "option", "address"],
};

/** What a header cannot say where it tells the field: « Total HT » is no price TTC, « Prochain renouvellement » no visit. */
export const excluded: { readonly [F in HeaderPattern["field"]]?: readonly Meaning[] } = {
  priceExclTax: ["gross"],
  priceInclTax: ["net"],
  lastVisitOn: ["end", "renewalDay", "invoice"],
  nextVisit: ["end", "renewalDay", "invoice"],
};

export const patterns: readonly HeaderPattern[] = Object.entries(patternsByField).flatMap(([field, lines]) =>
  lines.flatMap(([strength, ...sets]) =>
    sets.map((set) => ({
      field: field as HeaderPattern["field"],
      strength,
      meanings: set.split(" ") as Meaning[],
    })),
  ),
);

/** Every phrase of the vocabulary with what it means, as tokens. */
export function phrasesOf(tokensOf: (text: string) => readonly string[]): ReadonlyMap<string, readonly Meaning[]> {
  const found = new Map<string, readonly Meaning[]>();
  for (const [meaning, phrases] of Object.entries(vocabulary) as [Meaning, string][]) {
    for (const phrase of phrases.split(", ")) {
      const key = tokensOf(phrase).join(" ");
      const known = found.get(key) ?? [];
      if (key !== "" && !known.includes(meaning)) found.set(key, [...known, meaning]);
    }
  }
  return found;
}
