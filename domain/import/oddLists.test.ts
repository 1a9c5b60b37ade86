import { describe, expect, it } from "@jest/globals";
import { sheetOf } from "../../tests/builders/sheet";
import { findLists } from "./findLists";

const today = "2026-11-24";

/*
 * Lists in the ways of tradesmen: under each header the field that its owner meant, « · » for none. Then a few lines.
 */
const lists: readonly (readonly [name: string, table: string])[] = [
  [
    "a plumber's, with abbreviations",
    `
    Réf.        | Nom client   | Prén.   | Adr.              | C.P.     | Loc.     | Tél. port.     | Tél. dom.      | Mél              | App.              | Mq        | Réf. app.     | N° sér.   | Dt MES     | Dt sign.   | Prochaine éch. | Mt TTC | Obs.
    contractId  | clientName   | firstName | address         | postcode | city     | phone          | phone2         | email            | equipment         | brand     | model         | serial    | commissionedOn | signedOn | endsOn       | priceInclTax | notes
    C-101       | DURAND       | Paul    | 12 rue des Lilas  | 44000    | Nantes   | 06 39 98 12 01 | 01 99 00 12 01 | a@example.fr     | Chaudière gaz     | Frisquet  | Hydromotrix   | A12345678 | 12/05/2015 | 15/03/2024 | 15/03/2027     | 132    | chien
    C-102       | MARTIN       | Anne    | 3 place Haute     | 44100    | Nantes   | 06 39 98 12 02 |                | b@example.fr     | Chaudière gaz     | Vaillant  | EcoTec        | B98765432 | 01/09/2018 | 02/06/2023 | 02/06/2027     | 145,50 |
    C-103       | LEGRAND      | Luc     | 8 bis av. Foch    | 44400    | Rezé     | 06 39 98 12 03 | 01 99 00 12 03 |                  | PAC air/eau       | Daikin    | Altherma 3    | D55555555 | 20/11/2021 | 20/11/2021 | 20/11/2027     | 180    | code 12A`,
  ],
  [
    "capitals without accents and a group of dates",
    `
    NUMERO DE DOSSIER | RAISON SOCIALE OU NOM | ADRESSE DU CHANTIER | CODE POST | COMMUNE | TELEPHONE 1 | TELEPHONE 2 | TYPE DE MATERIEL | FABRICANT | PUISS. (KW) | DATE EFFET | DATE FIN | DUREE (ANS) | PREAVIS | TACITE | FORFAIT HT | TX TVA | TECHNICIEN
    contractId | clientName | address | postcode | city | phone | phone2 | equipment | brand | power | startsOn | endsOn | durationMonths | noticeMonths | renewal | priceExclTax | vatRate | ·
    2021/014 | SARL Le Fournil | 5 rue du Four | 35000 | RENNES | 0199001201 | 0639980001 | Chaudière gaz | De Dietrich | 24 | 01/02/2024 | 31/01/2027 | 1 | 2 mois | oui | 210 | 10 | Marc
    2021/015 | M. PETIT | 18 chemin Vert | 35200 | RENNES | 0199001202 | | PAC | Atlantic | 11 | 15/05/2023 | 14/05/2027 | 1 | 3 mois | oui | 180 | 5,5 | Yann
    2021/016 | Mme ROUX | 2 impasse du Puits | 35510 | CESSON | 0199001203 | 0639980003 | Poêle granulés | MCZ | 8 | 01/10/2025 | 30/09/2027 | 2 | 2 mois | non | 150 | 20 | Marc`,
  ],
  [
    "a sweeper's, with a month and years",
    `
    Nom et prénom   | Rue               | Lieu-dit/Ville | Portable       | Conduit       | Mois de ramonage | 2024       | 2025       | 2026 | Tarif | Payé ? | Remarques diverses
    clientName      | address           | city           | phone          | equipment     | nextVisit        | visitOfYear:2024 | visitOfYear:2025 | visitOfYear:2026 | priceInclTax | paid | notes
    Blanc Marie     | 4 rue du Lavoir   | Aubenas        | 06 39 98 22 01 | Insert        | septembre        | 12/09/2024 | ok         | x    | 70    | chq    | échelle
    Noir Jacques    | 9 montée du Fort  | Vogüé          | 06 39 98 22 02 | Poêle à bois  | octobre          | 03/10/2024 | 04/10/2025 |      | 65    |        |
    Roux Élise      | 1 place du Marché | Ruoms          | 06 39 98 22 03 | Cheminée      | mars             |            | x          | 10/03/2026 | 80 | esp    | toit haut`,
  ],
  [
    "an export of software",
    `
    CODE_CLIENT | NOM_CLIENT | PRENOM | ADRESSE_1 | ADRESSE_2 | CODE_POSTAL | VILLE | TEL_FIXE | TEL_MOBILE | EMAIL | NUM_CONTRAT | LIB_CONTRAT | DATE_DEBUT | DATE_FIN | MONTANT_HT | TAUX_TVA | MONTANT_TTC | STATUT | DATE_CREATION
    · | clientName | firstName | address | address | postcode | city | phone | phone2 | email | contractId | plan | startsOn | endsOn | priceExclTax | vatRate | priceInclTax | status | ·
    CL001 | BERNARD | JULIE | 7 RUE PASTEUR | BAT B | 69003 | LYON | 0199003301 | 0639983301 | j@example.com | CT2023001 | ENTRETIEN GAZ | 01/01/2023 | 31/12/2026 | 120 | 10 | 132 | ACTIF | 02/01/2023
    CL002 | GIRARD | MARC | 22 COURS GAMBETTA | | 69007 | LYON | 0199003302 | | m@example.com | CT2023002 | ENTRETIEN PAC | 01/04/2023 | 31/03/2027 | 150 | 5,5 | 158,25 | ACTIF | 02/04/2023
    CL003 | ANDRE | PAULE | 5 QUAI ROMAIN | RDC | 69005 | LYON | | 0639983303 | | CT2023003 | ENTRETIEN GAZ | 15/06/2023 | 14/06/2027 | 120 | 10 | 132 | RESILIE | 15/06/2023`,
  ],
  [
    "typing errors",
    `
    N°contart | Cleint | Adrese | Code postale | Vile | Telephonne | Apareil | Marqe | Model | Echéence | Montant ttc | Dernier entretient | Prochain entretein | Facuré | Reglé | Etat contra
    contractId | clientName | address | postcode | city | phone | equipment | brand | model | endsOn | priceInclTax | lastVisitOn | nextVisit | invoicedOn | paid | status
    E12 | Dupont | 4 rue du Bac | 33000 | Bordeaux | 0639984401 | Chaudière fioul | Viessmann | Vitola | 30/06/2027 | 160 | 12/06/2026 | 12/06/2027 | oui | oui | actif
    E13 | Lopez | 9 rue Neuve | 33100 | Bordeaux | 0639984402 | Chaudière gaz | Chappée | Luna | 30/04/2027 | 130 | 03/04/2026 | 03/04/2027 | oui | non | actif
    E14 | Garcia | 7 cours Pasteur | 33400 | Talence | 0639984403 | Clim | Mitsubishi | MSZ | 31/08/2027 | 110 | 01/08/2026 | 01/08/2027 | non | | résilié`,
  ],
  [
    "bare words with their neighbours",
    `
    N° | Client | Tél | Ville | Type | Marque | Type chaudière | Date | N° facture | Date | Montant | Règlement | Commercial
    contractId | clientName | phone | city | clientType | brand | model | signedOn | invoiceNumber | invoicedOn | priceInclTax | paid | ·
    12 | Hôtel du Port | 0199005501 | Brest | Pro | Frisquet | Prestige 23 | 12/03/2026 | FA-2026-031 | 15/03/2026 | 240 | VIR | Luc
    45 | Mme Kerbrat | 0199005502 | Brest | Particulier | Saunier Duval | Thema Plus | 20/04/2026 | FA-2026-044 | 21/04/2026 | 130 | CHQ | Luc
    31 | M. Le Gall | 0199005503 | Quimper | Particulier | Elm Leblanc | Egalis | 02/05/2026 | FA-2026-052 | 05/05/2026 | 130 | CB | Ana`,
  ],
  [
    "prices three ways and columns that are nobody's",
    `
    Contrat | Titulaire | Adresse | CP Ville | E-mail | Installation | Formule choisie | Prix HT | TVA | Prix TTC | Remise | Km | N° SIRET | IBAN | Code porte | Latitude | Signature | Anniversaire
    contractId | clientName | address | postcode | email | equipment | plan | priceExclTax | · | priceInclTax | · | · | · | · | · | · | signedOn | endsOn
    A-1 | Morel Yves | 12 rue Haute | 37000 Tours | y@example.fr | Chaudière gaz | Confort | 100 | 10 | 110 | 5 | 12 | 12345678900012 | FR7612345 | 12B4 | 47,39 | 01/02/2024 | 31/01/2027
    A-2 | Simon Léa | 3 rue Basse | 37100 Tours | l@example.fr | PAC | Sérénité | 150 | 8,25 | 158,25 | | 25 | 12345678900013 | FR7612346 | | 47,41 | 12/05/2023 | 11/05/2027
    A-3 | Henry Guy | 9 quai Sud | 37400 Amboise | g@example.fr | Chaudière fioul | Confort | 120 | 12 | 132 | 5 | 31 | 12345678900014 | FR7612347 | A7 | 47,52 | 30/09/2022 | 29/09/2027`,
  ],
  [
    "a syndic's",
    `
    Ref interne | Immeuble | Adresse immeuble | CP | Ville | Gestionnaire | Adresse de facturation | Tél gestionnaire | Mail gestionnaire | Équipements | Nb logements | Début contrat | Durée contrat | Reconduction | Délai de préavis | Redevance annuelle HT | Facture n° | Courrier reconduction envoyé le
    contractId | clientName | address | postcode | city | · | billingAddress | phone | email | equipment | · | startsOn | durationMonths | renewal | noticeMonths | priceExclTax | invoiceNumber | letterSentOn
    S01 | Résidence Bellevue | 1 av. du Parc | 38000 | Grenoble | Cabinet Alpes | 10 rue Lesdiguières 38000 Grenoble | 0199007701 | syndic@example.fr | Chaufferie gaz | 24 | 01/07/2020 | 36 mois | tacite | 3 mois | 1850 | 2026-118 | 05/01/2026
    S02 | Copropriété Les Pins | 8 rue Haute | 38100 | Grenoble | Cabinet Alpes | 10 rue Lesdiguières 38000 Grenoble | 0199007701 | syndic@example.fr | Chaufferie fioul | 12 | 01/09/2021 | 12 mois | tacite | 3 mois | 950 | 2026-140 |
    S03 | SDC du Lac | 4 quai du Lac | 38400 | Eybens | Régie Isère | 2 place Verdun 38000 Grenoble | 0199007702 | regie@example.fr | VMC | 18 | 15/01/2022 | 24 mois | expresse | 6 mois | 620 | | `,
  ],
  [
    "English and French mixed, with units",
    `
    ID | Société / Nom | Contact | Téléphone (fixe) | Courriel (contact) | Lieu d'intervention | Code Postal | Localité | Générateur | Puissance nominale (kW) | Année install. | Visite annuelle faite le | RDV prévu le | Tarif annuel € TTC | Taux de TVA (%) | Facturé le | Encaissé le | Rq.
    contractId | clientName | · | phone | email | address | postcode | city | equipment | power | commissionedOn | lastVisitOn | nextVisit | priceInclTax | vatRate | invoicedOn | paid | notes
    1001 | Garage Brun | M. Brun | 0199009901 | brun@example.com | ZA des Prés | 25000 | Besançon | Aérotherme gaz | 45 | 2012 | 10/02/2026 | 10/02/2027 | 320 | 20 | 12/02/2026 | 15/03/2026 | clé accueil
    1002 | Colin Serge | Mme Colin | 0199009902 | colin@example.com | 3 rue Battant | 25000 | Besançon | Chaudière gaz | 24 | 2016 | 20/03/2026 | 20/03/2027 | 140 | 10 | 20/03/2026 | 02/04/2026 |
    1003 | Faivre Odile | | 0199009903 | faivre@example.com | 8 Grande Rue | 25110 | Baume-les-Dames | Chaudière bois | 30 | 2019 | 14/04/2026 | 14/04/2027 | 190 | 5,5 | 15/04/2026 | | absent l'été`,
  ],
  [
    "an air conditioner's, with a legal check and no word of tax",
    `
    Client / Raison sociale | Personne à contacter | Tél. | Mail de contact | Adresse d'installation | Code post. | Ville | Nbre d'unités | Marque de l'appareil | Réf. unité ext. | Fluide | Charge (kg) | Date pose | Dernier contrôle étanchéité | Prochain contrôle | Contrat (O/N) | Px annuel | Facturation | Mode paiement
    clientName | · | phone | email | address | postcode | city | · | brand | model | · | · | commissionedOn | lastVisitOn | nextVisit | · | priceInclTax | · | ·
    Pharmacie du Centre | Mme Roy | 0199001111 | roy@example.fr | 2 place d'Armes | 86000 | Poitiers | 3 | Daikin | RXM35R | R32 | 1,2 | 12/04/2021 | 10/04/2026 | 10/04/2027 | O | 280 | Annuelle | Prélèvement
    Boulangerie Ruault | M. Ruault | 0199001112 | ruault@example.fr | 14 rue Carnot | 86000 | Poitiers | 2 | Mitsubishi | SUZ-M50 | R32 | 1,4 | 03/06/2019 | 01/06/2026 | 01/06/2027 | O | 220 | Annuelle | Chèque
    M. Tessier | | 0639981113 | tessier@example.fr | 8 rue Neuve | 86100 | Châtellerault | 1 | Toshiba | RAS-10 | R410A | 0,9 | 15/07/2016 | 12/07/2026 | 12/07/2027 | N | 130 | Annuelle | CB`,
  ],
  [
    "one with civility, dates as words and HT in a title",
    `
    Civ | NOM | Prenom | Adresse postale | CP | Commune | Tel domicile | GSM | Courriel | Energie | Materiel installe | Annee | Date derniere visite | Mois prochaine visite | Contrat signe le | Contrat valable jusqu'au | Reconductible | Prix du contrat | Regle le | Notes diverses
    civility | clientName | firstName | address | postcode | city | phone | phone2 | email | · | equipment | commissionedOn | lastVisitOn | nextVisit | signedOn | endsOn | renewal | priceInclTax | paid | notes
    M. | FAURE | Alain | 3 rue du Stade | 63000 | Clermont-Ferrand | 0199002201 | 0639982201 | af@example.com | Gaz | Chaudière murale | 2014 | 12/09/2026 | septembre | 12/09/2020 | 11/09/2027 | oui | 125 | 20/09/2026 | RAS
    Mme | VIDAL | Rose | 7 av. de Royat | 63400 | Chamalières | 0199002202 | | rv@example.com | Fioul | Chaudière sol | 2008 | 03/10/2026 | octobre | 03/10/2018 | 02/10/2027 | oui | 150 | | chat
    M. | BRUN | Éric | 1 place Renoux | 63000 | Clermont-Ferrand | | 0639982203 | | Gaz | Chaudière condensation | 2020 | 15/03/2026 | mars | 15/03/2021 | 14/03/2027 | non | 125 | 02/04/2026 | `,
  ],
  [
    "headers that are sentences",
    `
    Numéro du contrat d'entretien | Nom et prénom du souscripteur | Adresse complète du lieu d'intervention | Numéro de téléphone portable | Adresse électronique | Appareil(s) couvert(s) | Marque et modèle | N° de série de l'appareil | Date de prise d'effet | Date d'échéance annuelle | Durée de l'engagement (mois) | Préavis de résiliation | Montant TTC de la redevance | Date du dernier passage | Date prévue du prochain passage | Date d'envoi du courrier de reconduction | Situation du contrat
    contractId | clientName | address | phone | email | equipment | brand | serial | startsOn | endsOn | durationMonths | noticeMonths | priceInclTax | lastVisitOn | nextVisit | letterSentOn | status
    ENT-001 | Dubois Henri | 4 rue des Fleurs 31000 Toulouse | 0639983301 | h@example.fr | Chaudière gaz | Frisquet Hydromotrix | FR123456 | 01/04/2023 | 31/03/2027 | 12 | 2 mois | 139 | 12/05/2026 | 12/05/2027 | 05/12/2025 | En cours
    ENT-002 | Lambert Zoé | 18 allée Jean Jaurès 31000 Toulouse | 0639983302 | z@example.fr | Pompe à chaleur | Atlantic Alfea | AT987654 | 15/06/2024 | 14/06/2027 | 12 | 2 mois | 189 | 20/06/2026 | 20/06/2027 | 10/03/2026 | En cours
    ENT-003 | Masson Ida | 2 impasse Riquet 31500 Toulouse | 0639983303 | i@example.fr | Chaudière gaz | Saunier Duval Thema | SD456123 | 01/09/2022 | 31/08/2027 | 12 | 3 mois | 139 | 05/09/2026 | 05/09/2027 | | Résilié`,
  ],
  [
    "the shortest that there are",
    `
    Clients | Tph | Lieu | Chaud. | Ent. 24 | Ent. 25 | Ent. 26 | € | Fact | Pay
    clientName | phone | address | equipment | visitOfYear:2024 | visitOfYear:2025 | visitOfYear:2026 | priceInclTax | invoicedOn | paid
    Mr Dupuis | 0639984401 | 3 rue Haute Vernon | Frisquet | x | x | x | 120 | x | x
    Mme Adam | 0639984402 | 8 rue Basse Vernon | De Dietrich | x | | x | 120 | x |
    Mr Caron | 0639984403 | 2 quai Nord Vernon | Viessmann | | x | | 140 | | `,
  ],
  [
    "a stove fitter's, with foreign columns in between",
    `
    Date installation | Nom Client | Ville client | Pays | Département | Poêle | Modèle poêle | N° de serie | Vendeur | Poseur | Montant pose | Contrat souscrit le | Contrat n° | Ramonage 2025 fait | Ramonage 2026 fait | Tarif contrat TTC | Fact. n° | Facture du | Solde | Avis Google | Infos compl.
    commissionedOn | clientName | city | · | · | equipment | model | serial | · | · | · | signedOn | contractId | visitOfYear:2025 | visitOfYear:2026 | priceInclTax | invoiceNumber | invoicedOn | · | · | notes
    12/10/2022 | Humbert Guy | Gérardmer | France | 88 | Poêle à granulés | Ego 2.0 | EG220145 | Marc | Ali | 890 | 12/10/2022 | PG-01 | oui | oui | 165 | 2026-014 | 02/10/2026 | 0 | 5 | étage
    03/11/2023 | Claudel Léa | La Bresse | France | 88 | Poêle à bois | Yima | HW330277 | Marc | Ali | 750 | 03/11/2023 | PG-02 | oui | | 120 | 2026-019 | 05/11/2026 | 120 | |
    20/09/2021 | Didier Max | Épinal | France | 88 | Insert | Tatry | JT110388 | Eva | Tom | 640 | 20/09/2021 | PG-03 | | oui | 120 | | | 0 | 4 | chien`,
  ],
  [
    "one where the client number stands first and dates have odd names",
    `
    N° client | Client | Coord. tel | Rue et n° | NPA | Localité | Objet du contrat | Type d'équipement | Constructeur | Mod. | Matricule | Mise en route | Souscription | Prise d'effet | Terme | Reconduction tacite (O/N) | Cotisation HT | Cotisation TTC | Der. interv. | Proch. interv. | Date règlement
    · | clientName | phone | address | · | city | plan | equipment | brand | model | serial | commissionedOn | signedOn | startsOn | endsOn | renewal | priceExclTax | priceInclTax | lastVisitOn | nextVisit | paid
    1204 | Weber Karl | 0199006601 | 4 rue des Bains | X1 | Colmar | Entretien annuel | Chaudière gaz | Weishaupt | WTC 15 | 81234567 | 01/10/2017 | 15/09/2021 | 01/10/2021 | 30/09/2027 | O | 130 | 143 | 14/09/2026 | 14/09/2027 | 01/10/2026
    1310 | Meyer Inès | 0199006602 | 12 quai Kléber | X2 | Strasbourg | Entretien annuel | PAC air/eau | Stiebel Eltron | WPL 13 | 91234567 | 12/05/2020 | 12/05/2022 | 01/06/2022 | 31/05/2027 | O | 170 | 187 | 20/05/2026 | 20/05/2027 | 15/06/2026
    1288 | Klein Jo | 0199006603 | 7 rue Haute | X3 | Mulhouse | Entretien annuel | Chaudière fioul | Viessmann | Vitola | 71234567 | 15/11/2009 | 10/11/2019 | 15/11/2019 | 14/11/2027 | N | 140 | 154 | 20/10/2026 | 20/10/2027 | `,
  ],
  [
    "a solar fitter's",
    `
    Nom de l'abonné | Adresse centrale | CP | Ville | Puissance crête (kWc) | Nb panneaux | Marque onduleur | Réf onduleur | N° de série onduleur | Date de raccordement | Date de mise en service | Contrat signé le | Redevance € HT/an | Échéance annuelle | Dernier nettoyage | Prochain nettoyage | Assurance décennale
    clientName | address | postcode | city | power | · | brand | model | serial | · | commissionedOn | signedOn | priceExclTax | endsOn | lastVisitOn | nextVisit | ·
    Faure Alain | 3 rue du Stade | 63000 | Clermont-Ferrand | 6 | 16 | Huawei | SUN2000 | HV2150012 | 02/03/2021 | 12/03/2021 | 12/03/2021 | 150 | 11/03/2027 | 10/05/2026 | 10/05/2027 | AXA
    Vidal Rose | 7 av. de Royat | 63400 | Chamalières | 3 | 8 | SMA | Sunny Boy | SB3300811 | 02/06/2020 | 12/06/2020 | 12/06/2020 | 120 | 11/06/2027 | 12/05/2026 | 12/05/2027 |
    Brun Eric | 1 place Renoux | 63000 | Clermont-Ferrand | 9 | 24 | Fronius | Symo 8.2 | FR9981172 | 12/01/2019 | 30/01/2019 | 30/01/2019 | 190 | 29/01/2027 | 20/05/2026 | 20/05/2027 | MAIF`,
  ],
  [
    "an alarm company's, with passwords and people to warn",
    `
    N° abonné | Nom abonné | Site surveillé | Cpost | Localité | Personne à prévenir | Téléph. 1 | Téléph. 2 | Centrale | Type de centrale | N° transmetteur | Abonnement mensuel TTC | Début engagement | Fin engagement | Durée engagement | Date dernière maintenance | Mot de passe | Résilié le
    · | clientName | address | postcode | city | · | phone | phone2 | equipment | model | serial | priceInclTax | startsOn | endsOn | durationMonths | lastVisitOn | · | status
    1204 | Boulangerie Ruault | 14 rue Carnot | 86000 | Poitiers | M. Ruault | 0199001112 | 0639981113 | Daitem | D22 | TR12345 | 39,90 | 01/04/2023 | 31/03/2027 | 48 mois | 12/05/2026 | soleil |
    1310 | Pharmacie Roy | 2 place d'Armes | 86000 | Poitiers | Mme Roy | 0199001111 |  | Ajax | Hub 2 | TR12399 | 29,90 | 15/06/2024 | 14/06/2027 | 36 mois | 20/06/2026 | lune |
    1288 | M. Tessier | 8 rue Neuve | 86100 | Châtellerault | Mme Tessier | 0639981114 |  | Somfy | Home Keeper | TR18812 | 24,90 | 01/09/2022 | 31/08/2027 | 36 mois | 05/09/2026 | mercure | 01/10/2026`,
  ],
  [
    "an export that names the table before the field",
    `
    Référence | Client/Nom | Client/Rue | Client/Code postal | Client/Ville | Client/Téléphone | Client/E-mail | Modèle d'abonnement | Date de début | Date de fin | Date de la prochaine facture | Montant hors taxes | Total | Vendeur | Étape | Étiquettes
    contractId | clientName | address | postcode | city | phone | email | plan | startsOn | endsOn | · | priceExclTax | priceInclTax | · | status | ·
    SUB0012 | Morel Yves | 12 rue Haute | 37000 | Tours | 02 99 00 12 01 | y@example.fr | Entretien annuel | 01/02/2024 | 31/01/2027 | 01/02/2027 | 100 | 110 | Marc | En cours | gaz
    SUB0013 | Simon Léa | 3 rue Basse | 37100 | Tours | 02 99 00 12 02 | l@example.fr | Entretien confort | 12/05/2023 | 11/05/2027 | 12/05/2027 | 150 | 158,25 | Eva | En cours |
    SUB0014 | Henry Guy | 9 quai Sud | 37400 | Amboise | 02 99 00 12 03 | g@example.fr | Entretien annuel | 30/09/2022 | 29/09/2027 | 30/09/2027 | 120 | 132 | Marc | À renouveler |`,
  ],
  [
    "a drain cleaner's, of owners",
    `
    Propriétaire (nom) | Occupant si différent | Rue/Lieu-dit | Code commune | Commune | Tél propriétaire | Type de filière | Volume (L) | Année installation | Vidangé le | À revidanger en | Prix de la vidange TTC | Réglé par | Facture n° | Accès camion
    clientName | · | address | postcode | city | phone | equipment | · | commissionedOn | lastVisitOn | nextVisit | priceInclTax | · | invoiceNumber | notes
    Leroux Paul |  | Le Bois Joli | 49120 | Chemillé | 0639980001 | Fosse toutes eaux | 3000 | 2004 | 12/03/2023 | 2027 | 220 | chèque | F23-011 | facile
    Bodin Anne | Petit Marc | La Basse Cour | 49120 | Chemillé | 0639980002 | Microstation | 4000 | 2014 | 10/04/2024 | 2028 | 250 | virement | F24-018 | portail étroit
    Gautier Luc |  | 3 rue du Puits | 49120 | Melay | 0639980003 | Fosse septique | 2000 | 1998 | 02/10/2022 | 2026 | 200 | chèque | F22-101 |`,
  ],
  [
    "headers in camelCase",
    `
    numContrat | codeClient | nomClient | prenomClient | adresse1 | adresse2 | codePostal | ville | telFixe | telMobile | adresseMail | libelleAppareil | marqueAppareil | dateMiseEnService | dateDebut | dateFin | dureeMois | montantTTC | tauxTVA | dateDerniereVisite | idTechnicien | dateCreation
    contractId | · | clientName | firstName | address | address | postcode | city | phone | phone2 | email | equipment | brand | commissionedOn | startsOn | endsOn | durationMonths | priceInclTax | vatRate | lastVisitOn | · | ·
    CT-1 | CL1 | BERNARD | JULIE | 7 RUE PASTEUR | BAT B | 69003 | LYON | 0199003301 | 0639983301 | j@example.com | Chaudière gaz | Frisquet | 01/03/2012 | 01/01/2023 | 31/12/2026 | 12 | 132 | 10 | 12/03/2026 | T1 | 02/01/2023
    CT-2 | CL2 | GIRARD | MARC | 22 COURS GAMBETTA |  | 69007 | LYON | 0199003302 |  | m@example.com | PAC | Daikin | 01/06/2020 | 01/04/2023 | 31/03/2027 | 12 | 158,25 | 5,5 | 14/04/2026 | T2 | 02/04/2023
    CT-3 | CL3 | ANDRE | PAULE | 5 QUAI ROMAIN |  | 69005 | LYON |  | 0639983303 |  | Chaudière gaz | Vaillant | 01/09/2016 | 15/06/2023 | 14/06/2027 | 12 | 132 | 10 | 18/06/2026 | T1 | 15/06/2023`,
  ],
  [
    "capitals glued together",
    `
    NUMCONTRAT | NOMCLIENT | ADRCLIENT | CPCLIENT | VILLECLIENT | TELCLIENT | MARQUE | TYPEAPP | NUMSERIE | DTSIGN | DTDEB | DTFIN | PXHT | PXTTC | TXTVA | DTDERNVISITE | DTPROCHVISITE | OBSERV
    contractId | clientName | address | postcode | city | phone | brand | equipment | serial | signedOn | startsOn | endsOn | priceExclTax | priceInclTax | vatRate | lastVisitOn | nextVisit | notes
    100123 | WEBER KARL | 4 RUE DES BAINS | 68000 | COLMAR | 0199006601 | WEISHAUPT | WTC 15 | 81234567 | 15/09/2021 | 01/10/2021 | 30/09/2027 | 130 | 143 | 10 | 14/09/2026 | 14/09/2027 |
    100187 | MEYER INES | 12 QUAI KLEBER | 67000 | STRASBOURG | 0199006602 | STIEBEL ELTRON | WPL 13 | 91234567 | 12/05/2022 | 01/06/2022 | 31/05/2027 | 170 | 187 | 10 | 20/05/2026 | 20/05/2027 | CHIEN
    100145 | KLEIN JO | 7 RUE HAUTE | 68100 | MULHOUSE | 0199006603 | VIESSMANN | VITOLA | 71234567 | 10/11/2019 | 15/11/2019 | 14/11/2027 | 140 | 154 | 10 | 20/10/2026 | 20/10/2027 |`,
  ],
  [
    "an English one",
    `
    Customer | Site address | Town | Postal code | Phone number | E-mail address | Unit type | Make | Model no. | Serial no. | Installed on | Contract start | Contract end | Annual fee (incl. VAT) | Last service | Next service due | Invoice no. | Payment date | Engineer | Remarks
    clientName | address | city | postcode | phone | email | equipment | brand | model | serial | commissionedOn | startsOn | endsOn | priceInclTax | lastVisitOn | nextVisit | invoiceNumber | paid | · | notes
    Hotel Bellevue | 2 rue du Port | Antibes | 06600 | 04 99 00 12 01 | h@example.com | Air conditioner | Daikin | RXM35R | D12345678 | 12/04/2021 | 01/05/2021 | 30/04/2027 | 320 | 10/04/2026 | 10/04/2027 | 2026-014 | 15/05/2026 | Sam | roof key
    Mr Smith | 8 avenue Foch | Cannes | 06400 | 04 99 00 12 02 | s@example.com | Heat pump | Mitsubishi | SUZ-M50 | M99345678 | 03/06/2019 | 01/07/2019 | 30/06/2027 | 220 | 01/06/2026 | 01/06/2027 | 2026-028 | 20/07/2026 | Tom |
    Mrs Jones | 5 bd Carnot | Nice | 06000 | 04 99 00 12 03 | j@example.com | Air conditioner | Toshiba | RAS-10 | T55345678 | 15/07/2016 | 01/08/2016 | 31/07/2027 | 180 | 12/07/2026 | 12/07/2027 | 2026-033 |  | Sam |`,
  ],
  [
    "one of firms, with managers and accounts",
    `
    Compte | Société | Siège | CP | Ville | Gérant | Portable gérant | Mail | Matériel frigorifique | Nombre | Formule | Abonnement HT | Reconduit le | Dénonciation avant le | Visites/an | Passage 1 | Passage 2 | Fact. en | Impayés
    · | clientName | address | postcode | city | · | phone | email | equipment | · | plan | priceExclTax | endsOn | · | · | lastVisitOn | · | · | ·
    C001 | SARL Le Fournil | 5 rue du Four | 35000 | Rennes | M. Petit | 0639980001 | f@example.fr | Chambre froide | 2 | Confort | 420 | 01/02/2026 | 01/12/2026 | 2 | 12/03/2026 | 12/09/2026 | janvier |
    C002 | Boucherie Roux | 8 rue Haute | 35000 | Rennes | M. Roux | 0639980002 | r@example.fr | Vitrine | 1 | Simple | 210 | 01/05/2026 | 01/03/2027 | 1 | 10/05/2026 |  | avril | 210
    C003 | Hôtel du Parc | 1 quai Sud | 35400 | Saint-Malo | Mme Le Gall | 0639980003 | p@example.fr | Groupe froid | 3 | Confort | 650 | 15/06/2026 | 15/04/2027 | 2 | 02/06/2026 | 02/11/2026 | mai |`,
  ],
  [
    "an invoicing program's, « de facturation » everywhere",
    `
    Identifiant abonnement | Nom du client | Adresse de facturation | Code postal de facturation | Ville de facturation | E-mail de facturation | Libellé | Montant HT | Montant TVA | Montant TTC | Périodicité | Date de début | Date de fin | Statut | Moyen de paiement | Jours de retard
    contractId | clientName | address | postcode | city | email | equipment | priceExclTax | · | priceInclTax | · | startsOn | endsOn | status | · | ·
    AB-01 | Colin Serge | 3 rue Battant | 25000 | Besançon | c@example.fr | Entretien chaudière | 120 | 12 | 132 | Annuelle | 01/03/2024 | 28/02/2027 | Actif | Prélèvement | 0
    AB-02 | Faivre Odile | 8 Grande Rue | 25110 | Baume-les-Dames | f@example.fr | Entretien PAC | 150 | 8,25 | 158,25 | Annuelle | 15/04/2024 | 14/04/2027 | Actif | Virement | 0
    AB-03 | Garage Brun | ZA des Prés | 25000 | Besançon | g@example.fr | Entretien chaudière | 320 | 64 | 384 | Annuelle | 01/06/2023 | 31/05/2027 | Suspendu | Chèque | 12`,
  ],
  [
    "a field service's, with groups in the headers",
    `
    Code site | Nom du site | Voie | CP | Ville | Contact sur site | Tél contact | Équipement - Type | Équipement - Marque | Équipement - N° série | Contrat - N° | Contrat - Date de début | Contrat - Date de fin | Contrat - Montant annuel HT | Dernière intervention | Prochaine intervention | Statut intervention
    · | clientName | address | postcode | city | · | phone | equipment | brand | serial | contractId | startsOn | endsOn | priceExclTax | lastVisitOn | nextVisit | status
    S1 | Ecole Jules Ferry | 4 rue Neuve | 72000 | Le Mans | Mme Roy | 0199001111 | Chaudière gaz | Viessmann | V123456 | M-01 | 01/09/2023 | 31/08/2027 | 620 | 12/09/2026 | 12/09/2027 | Terminée
    S2 | Mairie | 1 place Haute | 72100 | Le Mans | M. Ruault | 0199001112 | PAC | Daikin | D998877 | M-02 | 01/10/2023 | 30/09/2027 | 480 | 15/10/2026 | 15/10/2027 | Terminée
    S3 | Gymnase Bellevue | 9 av. Foch | 72000 | Le Mans | M. Petit | 0199001113 | Aérotherme | Carrier | C554433 | M-03 | 01/11/2022 | 31/10/2027 | 350 | 02/11/2026 | 02/11/2027 | Planifiée`,
  ],
  [
    "abbreviations with dots and slashes",
    `
    N° ctr | Nom/prénom | Adr. + compl. | Cde postal | Ville | Fixe | Port. | Loc./Prop. | Chaud. (marque) | Type/réf. | N° fab. | Mise en route le | Début garantie | Px contrat | dont TVA | 1er contrat | Dte renouv. | Chq n° | Rdv | CR visite
    contractId | clientName | address | postcode | city | phone | phone2 | clientType | brand | model | serial | commissionedOn | · | priceInclTax | · | · | endsOn | · | nextVisit | ·
    E12 | Dupont Jean | 4 rue du Bac | 33000 | Bordeaux | 0199001201 | 0639984401 | Prop. | Viessmann | Vitodens 100 | V112233445 | 12/10/2015 | 12/10/2015 | 160 | 14,55 | 12/10/2016 | 12/10/2027 | 112233 | 12/10/2027 | ok
    E13 | Lopez Ana | 9 rue Neuve | 33100 | Bordeaux |  | 0639984402 | Loc. | Chappée | Luna Duo | C998877665 | 05/04/2018 | 05/04/2018 | 130 | 11,82 | 05/04/2019 | 05/04/2027 |  | 03/04/2027 | ok
    E14 | Garcia Luis | 7 cours Pasteur | 33400 | Talence | 0199001203 |  | Prop. | Frisquet | Prestige | F556677889 | 20/08/2020 | 20/08/2020 | 140 | 12,73 | 20/08/2021 | 20/08/2027 | 887766 | 01/09/2027 |`,
  ],
  [
    "a door fitter's, very short",
    `
    Nom / Enseigne | Rue | Code P. | Ville | Tél. | Interloc. | Type porte | Qté | Fab. | Mot. | N° S. | Posée le | Sous contrat depuis le | Fin | Nb passages/an | Prix U. HT | Total HT | Dern. pass. | Prch. pass. | Fact. le | Réglt
    clientName | address | postcode | city | phone | · | equipment | · | brand | · | serial | commissionedOn | signedOn | endsOn | · | priceExclTax | · | lastVisitOn | nextVisit | invoicedOn | paid
    SARL Maillot | 4 rue du Bac | 33000 | Bordeaux | 0199001201 | Luc | Portail coulissant | 1 | Came | BX-74 | C112233 | 12/10/2015 | 12/10/2016 | 11/10/2027 | 1 | 160 | 160 | 12/10/2026 | 12/10/2027 | 15/10/2026 | OK
    Garage Petit | 9 rue Neuve | 33100 | Bordeaux | 0199001202 | Ana | Porte sectionnelle | 2 | Hörmann | WA400 | H998877 | 05/04/2018 | 05/04/2019 | 04/04/2027 | 2 | 130 | 260 | 03/04/2026 | 03/10/2027 | 06/04/2026 |
    Mairie | 7 cours Pasteur | 33400 | Talence | 0199001203 | Paul | Rideau métallique | 1 | Novoferm | S9 | N556677 | 20/08/2020 | 20/08/2021 | 19/08/2027 | 1 | 140 | 140 | 01/09/2026 | 01/09/2027 | 02/09/2026 | OK`,
  ],
  [
    "an accounting program's, with prefixes",
    `
    CT_Num | CT_Intitule | CT_Adresse | CT_CodePostal | CT_Ville | CT_Telephone | CT_EMail | AB_Numero | AB_Intitule | AB_DateDebut | AB_DateFin | AB_MontantHT | AB_MontantTTC | CO_Nom
    · | clientName | address | postcode | city | phone | email | contractId | equipment | startsOn | endsOn | priceExclTax | priceInclTax | ·
    BERNA | BERNARD JULIE | 7 RUE PASTEUR | 69003 | LYON | 0199003301 | j@example.com | AB0001 | Entretien gaz | 01/01/2023 | 31/12/2026 | 120 | 132 | MARC
    GIRAR | GIRARD MARC | 22 COURS GAMBETTA | 69007 | LYON | 0199003302 | m@example.com | AB0002 | Entretien PAC | 01/04/2023 | 31/03/2027 | 150 | 158,25 | EVA
    ANDRE | ANDRE PAULE | 5 QUAI ROMAIN | 69005 | LYON | 0199003303 | a@example.com | AB0003 | Entretien gaz | 15/06/2023 | 14/06/2027 | 120 | 132 | MARC`,
  ],
  [
    "an old program's, headers of eight letters and days without their format",
    `
    NUMCTR | NOMABO | RUEABO | CDPABO | VILABO | TELABO | MRQMAT | TYPMAT | DATPOSE | DATSIGN | DATECHEA | MNTHT | P2HT | DATINTER | RDV 2027
    contractId | clientName | address | postcode | city | phone | brand | equipment | commissionedOn | signedOn | endsOn | priceExclTax | · | lastVisitOn | nextVisit
    30711 | FAURE ALAIN | 3 RUE DU STADE | 63000 | RIOM | 0639980001 | FRISQUET | CHAUDIERE GAZ | 41000 | 44211 | 46402 | 120 | 3 | 46090 | mars
    30722 | VIDAL ROSE | 7 AV DE ROYAT | 63400 | THIERS | 0639980002 | DAIKIN | PAC | 43100 | 44300 | 46500 | 150 | 5 | 46120 | avril
    30735 | BRUN ERIC | 1 PLACE RENOUX | 63100 | ISSOIRE | 0639980003 | VIESSMANN | CHAUDIERE FIOUL | 40100 | 44105 | 46390 | 135 | 4 | 46001 | mai`,
  ],
  [
    "questions of a form",
    `
    Horodateur | Votre nom | Votre prénom | Votre adresse (n° et rue) | Votre code postal | Votre ville | Votre numéro de mobile | Votre adresse mail | De quel appareil s'agit-il ? | Quelle est sa marque ? | Quel est son modèle ? | En quelle année a-t-il été installé ? | Date du dernier entretien ? | Quel mois vous convient ? | Quelle formule souhaitez-vous ? | Avez-vous un animal ?
    · | clientName | firstName | address | postcode | city | phone | email | equipment | brand | model | commissionedOn | lastVisitOn | nextVisit | plan | ·
    12/03/2026 10:12:01 | Faure | Alain | 3 rue du Stade | 63000 | Clermont-Ferrand | 0639980001 | f@example.fr | Chaudière gaz | Frisquet | Prestige | 2014 | 12/09/2025 | septembre | Confort | non
    13/03/2026 09:01:44 | Vidal | Rose | 7 av. de Royat | 63400 | Chamalières | 0639980002 | v@example.fr | PAC | Daikin | Altherma | 2020 | 03/10/2025 | octobre | Essentiel | oui
    15/03/2026 18:20:10 | Brun | Éric | 1 place Renoux | 63000 | Clermont-Ferrand | 0639980003 | b@example.fr | Chaudière fioul | Viessmann | Vitola | 2008 | 15/03/2025 | mars | Confort | non`,
  ],
  [
    "a suffix behind every header",
    `
    Code cli | Nom cli | Adr 1 cli | CP cli | Ville cli | Tél cli | Portable cli | Mail cli | N° ctt | Libellé ctt | Dt début ctt | Dt fin ctt | Dt proch. renouv. | Mt HT ctt | Mt TTC ctt | Tacite rec. | Désignation matériel | Marque mat. | Réf. mat. | N° série mat. | Dt achat | Fin garantie | Rep
    · | clientName | address | postcode | city | phone | phone2 | email | contractId | plan | startsOn | endsOn | · | priceExclTax | priceInclTax | renewal | equipment | brand | model | serial | commissionedOn | · | ·
    C1 | Weber Karl | 4 rue des Bains | 68000 | Colmar | 0199006601 | 0639986601 | w@example.fr | K12 | Contrat entretien | 01/10/2021 | 30/09/2027 | 01/10/2027 | 130 | 143 | O | Chaudière gaz | Weishaupt | WTC 15 | 81234567 | 01/09/2017 | 01/09/2019 | LUC
    C2 | Meyer Inès | 12 quai Kléber | 67000 | Strasbourg | 0199006602 |  | m@example.fr | K13 | Contrat entretien | 01/06/2022 | 31/05/2027 | 01/06/2027 | 170 | 187 | O | PAC air/eau | Stiebel Eltron | WPL 13 | 91234567 | 12/05/2020 | 12/05/2022 | LUC
    C3 | Klein Jo | 7 rue Haute | 68100 | Mulhouse | 0199006603 |  | k@example.fr | K14 | Contrat plus | 15/11/2019 | 14/11/2027 | 15/11/2027 | 140 | 154 | N | Chaudière fioul | Viessmann | Vitola | 71234567 | 15/11/2009 | 15/11/2011 | ANA`,
  ],
];

describe.each(lists)("%s", (_, table) => {
  const [headers = [], fields = [], ...rows] = table
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "")
    .map((line) => line.split("|").map((cell) => cell.trim()));
  const [layout] = findLists([sheetOf([headers, ...rows])], today);

  it("has each column recognised", () => {
    const found = layout?.columns.map(({ header, field }) => [header, field ?? "·"]);
    expect(found).toEqual(headers.map((header, i) => [header, fields[i]]));
  });

  it("has none surely wrong", () => {
    const wrong = layout?.columns.filter(
      ({ field, confidence }, i) => (field ?? "·") !== fields[i] && confidence >= 0.8,
    );
    expect(wrong).toEqual([]);
  });
});

describe("the client", () => {
  it("is the first column of ever other words where no header is known to name him", () => {
    const [layout] = findLists(
      [
        sheetOf([
          ["Zorg", "CP", "Ville", "Appareil", "Fin", "Prix TTC"],
          ["Weber Karl", "68000", "Colmar", "Chaudière gaz", "30/09/2027", "143"],
          ["Meyer Inès", "67000", "Strasbourg", "PAC", "31/05/2027", "187"],
          ["Klein Jo", "68100", "Mulhouse", "Chaudière fioul", "14/11/2027", "154"],
        ]),
      ],
      today,
    );
    expect(layout?.columns[0]).toMatchObject({ field: "clientName" });
    expect(layout?.columns[0]?.confidence).toBeLessThan(0.8);
  });

  it("is who owns or orders, even under a word of who pays", () => {
    const fieldOf = (header: string, others: readonly string[], names: readonly string[]) =>
      findLists(
        [
          sheetOf([
            [header, "Adresse", "Appareil", "Fin", ...others],
            ["M. Weber Karl", "4 rue des Bains", "Chaudière gaz", "30/09/2027", ...names],
            ["Mme Meyer Inès", "12 quai Kléber", "PAC", "31/05/2027", ...names],
          ]),
        ],
        today,
      )[0]?.columns[0]?.field;
    expect(fieldOf("Propriétaire", [], [])).toBe("clientName");
    expect(fieldOf("Donneur d'ordre", [], [])).toBe("clientName");
    expect(fieldOf("Gestionnaire", ["Copropriété"], ["Le Parc"])).toBe("billingAddress");
  });
});

describe("a field that the cells belie", () => {
  it("is given up, whatever the header says", () => {
    const [layout] = findLists(
      [
        sheetOf([
          ["Client", "Adresse", "Mise en service", "Facturé le", "Prix TTC"],
          ["Weber Karl", "4 rue des Bains", "avril", "janvier", "143"],
          ["Meyer Inès", "12 quai Kléber", "mai", "avril", "187"],
          ["Klein Jo", "7 rue Haute", "mai", "mai", "154"],
        ]),
      ],
      today,
    );
    const fields = layout?.columns.map(({ field }) => field);
    expect(fields).toContain("priceInclTax");
    expect(fields).not.toContain("commissionedOn");
    expect(fields).not.toContain("invoicedOn");
  });
});
