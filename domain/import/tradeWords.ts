/*
 * Words of the trade as they stand in cells, without accents and capitals: what tells a column by its content.
 */

const words = (text: string): ReadonlySet<string> => new Set(text.split(/,\s*/));

/** Makers of boilers, heat pumps, stoves, air conditioners and ventilation. */
export const makers = words(
  "acv, aereco, ait, airwell, aldes, alfea, altech, amzair, aprilaire, ariston, arkteos, atag, atlantic, auer, autogyre, austria email, baxi, bosch, brandt, brisach, brotje, bruneau, buderus, byd, cade, caleffi, carrier, chaffoteaux, chaffoteaux et maury, chappee, chazelles, ciat, clivet, cointra, cuenod, dimplex, daikin, deville, de dietrich, dedietrich, de dietrich thermique, domusa, deom, dovre, edilkamin, elco, elm leblanc, elm, eta, extraflamma, ferroli, fondis, franco belge, francobelge, frisquet, froling, fuji, fujitsu, general, geminox, giordano, godin, gree, guillot, guntamatic, haas, haas sohn, haas+sohn, hargassner, hase, heiztechnik, herz, hitachi, hisense, hoben, hoval, hs france, hs tarm, hwam, ideal standard, idealstandard, immergas, interstoves, invicta, intuis, italtherm, jotul, johnson, klover, kospel, kwb, la nordica, lg, lacaze, leblanc, mcz, maury, midea, mitsubishi, mitsubishi electric, morso, mts, mvm, nibe, nordica, okofen, oertli, olimpia, olimpia splendid, olsberg, oranier, palazzetti, panadero, panasonic, paradigma, perge, philippe, piazzetta, ravelli, riello, rika, rotex, rls, samsung, saint roch, sauter, saunier duval, saunier, sanyo, seguin, sime, skia, solarfocus, solisart, solaris, sonnenkraft, stiebel, stiebel eltron, stovax, styx, supra, swentec, tecnibel, technibel, thermor, thermital, thermorossi, toshiba, trane, turbo fonte, unelvent, unical, vaillant, viadrus, viessmann, vmi, vortice, wanders, waterstage, weishaupt, windhager, wolf, york, yutaki, zaegel held, zaegel, ventilairsec, s&p, soler palau, france air, vim, nather, zehnder, helios, cinier, stuv, bodart gonay, supra richard le droff, richard le droff, rocal, barbas, contura, spartherm, brunner, nordpeis, ecoforest, biotech, perhofer, bioclass, powerpipe, pebble, airleven, cheminees philippe, poujoulat, hydro confort, huawei, sma, fronius, solaredge, enphase, hoymiles, apsystems, growatt, goodwe, victron, dualsun, sunpower, daitem, ajax, somfy, delta dore, hager, risco, honeywell, visonic, paradox, dahua, hikvision, came, faac, bft, hormann, novoferm, crawford, sicli, desautel, eurofeu, hayward, pentair, zodiac, bwt, cillit, culligan, permo, otis, kone, schindler, orona, grundfos, salmson, ksb, wilo, tricel, biorock, sotralentz, sebico",
);

/** Appliances, as words or beginnings of words. */
export const applianceWords =
  /\b(chaudi|chaud\b|pac\b|pompe|clim|poele|insert\b|chemin|ballon|chauffe[- ]?eau|cumulus|ecs\b|cet\b|vmc|split|bi[- ]?split|tri[- ]?split|multi[- ]?split|gainable|ramonage|conduit|bruleur|adoucisseur|cuisiniere|foyer|aerotherme|radiateur|plancher|solaire|thermodynamique|geotherm|aerotherm|condensation|ventilation|centrale|rooftop|gaz\b|fioul|fuel|granul|pellet|bois\b|buche|air[/ -]?air|air[/ -]?eau|cassette|console|cta\b|seche|chambre froide|groupe froid|accumulateur|convecteur|portail|porte (sectionnelle|de garage|automatique)|rideau metal|barriere|extincteur|alarme|fosse\b|micro-?station|panneau|onduleur|photovolt|piscine|filtration|osmoseur|ascenseur|vitrine|frigo|relevage|bac a graisse|desenfumage)/;

/** Heating energies alone do not make an appliance. */
export const townBeginnings =
  /^(saint|sainte|st|ste|la|le|les|l|mont|chateau|ville|bois|fontaine|port|pont|villeneuve|neuville)\b/;

export const townMiddles = /\b(sur|en|sous|les|lez|le|la|du|de|des|aux|d|l)\b/;

/** The towns that are named most, and those that no form of theirs gives away. */
export const towns = words(
  "paris, marseille, lyon, toulouse, nice, nantes, montpellier, strasbourg, bordeaux, lille, rennes, reims, toulon, saint-etienne, le havre, grenoble, dijon, angers, villeurbanne, nimes, clermont-ferrand, le mans, aix-en-provence, brest, tours, amiens, annecy, limoges, metz, besancon, perpignan, orleans, rouen, mulhouse, caen, nancy, argenteuil, avignon, poitiers, dunkerque, pau, calais, la rochelle, antibes, ajaccio, bourges, cannes, cergy, quimper, valence, troyes, lorient, niort, chambery, sarcelles, vannes, beauvais, cholet, bayonne, laval, arles, evreux, belfort, roanne, albi, colmar, tarbes, angouleme, blois, chartres, nevers, epinal, vienne, macon, auxerre, agen, saumur, vichy, sete, castres, arras, douai, valenciennes, lens, cambrai, compiegne, soissons, laon, thionville, vitre, fougeres, dinan, dinard, redon, ancenis, clisson, pornic, reze, orvault, carquefou, vertou, guerande, chateaubriant, trelaze, avrille, bouchemaine, segre, sable, mayenne, alencon, flers, argentan, lisieux, bayeux, vire, cherbourg, granville, avranches, dreux, vendome, romorantin, amboise, loches, chinon, montargis, gien, pithiviers, thouars, bressuire, parthenay, royan, saintes, cognac, rochefort, jonzac, libourne, bergerac, perigueux, sarlat, brive, tulle, cahors, figeac, rodez, millau, montauban, auch, dax, mont-de-marsan, biarritz, anglet, lourdes, foix, pamiers, carcassonne, narbonne, beziers, agde, ales, orange, carpentras, cavaillon, apt, digne, manosque, gap, briancon, frejus, draguignan, hyeres, grasse, menton, bastia, corte, voiron, bourgoin-jallieu, romans, montelimar, privas, aubenas, annonay, givors, oyonnax, nantua, bourg-en-bresse, ambarieu, thonon, cluses, sallanches, albertville, aurillac, riom, thiers, issoire, moulins, montlucon, gueret, chateauroux, vierzon, sens, beaune, dole, vesoul, montbeliard, lure, saverne, haguenau, selestat, obernai, guebwiller, sarreguemines, forbach, verdun, bar-le-duc, toul, luneville, remiremont, chaumont, langres, epernay, chalons, charleville-mezieres, sedan",
);

/** Ways of a street, as they are written and shortened. */
export const streetWords =
  /(?:^|[\s,;(])(?:rue|r\.|avenue|av\.?|ave\.?|boulevard|boul\.?|bd\.?|bld\.?|bvd\.?|chemin|che?m?\.|impasse|imp\.?|all[ée]es?|all\.|place|pl\.|route|rte\.?|quai|cours|square|sq\.|passage|sentier|sente|venelle|mont[ée]e|c[ôo]te|lotissement|lot\.?|r[ée]sidence|r[ée]s\.|hameau|ham\.|lieu[- ]?dit|ld|lieudit|za|zi|zac|zone|clos|cit[ée]|villa|mail|esplanade|faubourg|fbg|fg|rond[- ]point|traverse|ruelle|domaine|parc|voie|chauss[ée]e|carrefour|porte|b[âa]timent|b[âa]t\.?|appt?\.?|bp|ferme|moulin|ch[âa]teau|le bourg)(?=[\s,.;)'’]|$)/iu;

/** What the plans of maintenance contracts are called. */
export const planWords =
  /^(essentiel|confort|serenite|securite|integral|premium|standard|basic|base|eco|zen|tranquillite|or|argent|bronze|gold|silver|platine|vip|excellence|classique|simple|complet|complete|totale?|garantie totale|omnium|p[123]|entretien|entretien (simple|annuel|seul|complet)|formule .+|pack .+|niveau .+|(contrat )?[a-d1-4]|depannage|entretien .{0,3}depannage|light|plus|minimum|eco \+|serenite \+|tout compris)( ?\+| plus)?$/;

export const statusWords =
  /^(actif|active|inactif|en cours|en attente|resilie|resiliee|resiliation|termine|terminee|suspendu|suspendue|suspension|a renouveler|a jour|ok|valide|expire|expiree|clos|cloture|annule|annulee|archive|brouillon|nouveau|ancien|decede|vendu|demenage|perdu|vivant|signe|a signer|en place|stoppe|stop|echu|litige|impaye|a relancer|renouvele|a resilier|prospect|refus|refuse|bloque)\b/;

export const clientTypeWords: readonly (readonly ["private" | "association" | "professional", RegExp])[] = [
  [
    "association",
    /^(copro|coproprietes?|syndics?|syndicat|sdc|association|asso|assoc|asl|commune|mairie|collectivite|collectivites|collectif|ecole|bailleur|bailleur social|hlm|paroisse|ehpad public|administration|public)\b/,
  ],
  [
    "professional",
    /^(pro|prof|professionnel|professionnelle|societe|ste|entreprise|tertiaire|sarl|sas|sci|commerce|commercant|b2b|btb|industrie|industriel|hotel|restaurant|artisan|agricole|gaec|profession liberale|liberal)\b/,
  ],
  [
    "private",
    /^(part|prop|proprio|loc|parti|partic|particulier|particuliere|particuliers|prive|privee|b2c|btc|proprietaire|locataire|resident|individuel|maison|p)\b/,
  ],
];

export const paymentMeans =
  /^(chq|ch|cheque|cheques|chèque|vir|virt|virement|virmt|cb|carte|carte bancaire|esp|especes|espece|liquide|prlv|prelevement|prelevt|prel|prlvt|lcr|tip|sepa|paypal|comptant|cesu|mandat)\b/;
