import { clientName } from "../contract/clientName";
import type { ContractFile } from "../contract/contractFile";
import { equipmentInService } from "../contract/coverage";
import { periodAfter } from "../contract/periods";
import type { Period } from "../contract/periods";
import { priceInclTax, termsOf } from "../contract/terms";
import type { CivilDate } from "../dates/civilDate";
import { formats } from "../i18n/fr/formats";
import { letterSentences } from "../i18n/fr/letters";
import { workbook } from "../i18n/fr/workbook";
import type { Cents } from "../money";
import type { Obligation } from "../obligations/obligation";
import type { Client, Contract } from "../workbook/schema";
import type { Settings } from "../workbook/settings";
import type { LetterEquipment, LetterFields } from "./letterFields";
import type { PlannedLetter } from "./plannedLetter";

/** What a letter is made from: one contract, on one day. */
export type LetterSubject = {
  readonly file: ContractFile;
  readonly period: Period;
  readonly letter: Omit<PlannedLetter, "refusedBecause">;
  readonly obligations: readonly Obligation[];
  readonly settings: Settings;
  readonly today: CivilDate;
};

/** The values of the letter's fields; a value that the register does not know is "". Letters are written in French. */
export function letterContent(subject: LetterSubject): LetterFields {
  const { file, period, letter, settings, today } = subject;
  const { contract, client } = file;
  const next = periodAfter(contract, file.periodRows, period);
  const prices = letterPrices(file, period);
  const { longDate } = formats;
  const isPast = today > letter.deadline;
  // To professionals the firm writes by choice: lateness gives them no right.
  const isProtected = client?.type !== "professional";
  return {
    ...firmFields(settings, today),
    ...clientFields(client),
    contrat_numero: contract.number,
    contrat_date_signature: contract.signedOn === null ? "" : longDate(contract.signedOn),
    site_adresse: siteAddress(contract, client),
    occupant_nom: contract.occupantName ?? "",
    periode_debut: longDate(period.from),
    periode_fin: longDate(period.to),
    nouvelle_periode_debut: longDate(next.from),
    nouvelle_periode_fin: longDate(next.to),
    preavis: contract.noticeLength === 0 ? "" : letterSentences.notice(contract.noticeLength, contract.noticeUnit),
    date_limite: longDate(letter.deadline),
    refus_possible: isPast ? "" : letterSentences.untilDeadline,
    date_limite_passee: isPast ? letterSentences.deadlinePast(next.from, isProtected) : "",
    refus_action: isPast && isProtected ? letterSentences.toEnd : letterSentences.toRefuse,
    envoi_tardif: letter.late && isProtected ? letterSentences.late(next.from) : "",
    remplacement: replacement(file, letter),
    prix_actuel: prices.current === null ? "" : formats.money(prices.current),
    prix_nouveau: prices.next === null ? "" : formats.money(prices.next),
    prix_motif: prices.current === prices.next ? "" : letterSentences.priceChange(contract.nextReason),
    prestations: termsOf(file, period.number + 1)?.services ?? "",
    refus_url: contract.subscribedOnline ? (settings.terminationUrl ?? "") : "",
    visites_restantes: remainingVisits(subject),
    equipment: equipmentLines(file, today),
  };
}

/** The prices with tax that the letter announces, in cents; null when they cannot be known. */
function letterPrices(file: ContractFile, { number }: Period): { current: Cents | null; next: Cents | null } {
  return { current: priceInclTax(termsOf(file, number)), next: priceInclTax(termsOf(file, number + 1)) };
}

function firmFields(settings: Settings, today: CivilDate) {
  const address = lines(settings.address, joined(" ", settings.postcode, settings.city));
  const form = joined(" ", settings.legalForm, settings.capital && letterSentences.capital(settings.capital));
  const [name = "", ...quality] = (settings.signatory ?? "").split(",");
  return {
    societe_nom: settings.firmName ?? "",
    societe_forme: form,
    societe_adresse: settings.city === null ? "" : address,
    societe_telephone: settings.phone ?? "",
    societe_email: settings.email ?? "",
    societe_siret: settings.siret ?? "",
    societe_immatriculation: settings.registration ?? "",
    societe_mentions: joined(
      " – ",
      settings.firmName,
      form,
      settings.siret && letterSentences.siret(settings.siret),
      settings.registration,
    ),
    lieu_et_date: settings.city === null ? "" : letterSentences.placeAndDate(settings.city, today),
    refus_adresse: settings.city === null ? "" : joined(", ", settings.firmName, address.replaceAll("\n", ", ")),
    refus_email: settings.email ?? "",
    mediateur: (settings.mediator ?? "").replaceAll("\n", ", "),
    signataire_nom: name.trim(),
    signataire_qualite: quality.join(",").trim(),
  };
}

function clientFields(client: Client | null) {
  if (client === null) return { client_nom: "", client_adresse: "", client_appel: "" };
  const { payer, address, postcode, city } = addressOf(client);
  const known = address !== null && postcode !== null && city !== null;
  return {
    client_nom: lines(clientName(client), payer),
    client_adresse: known ? lines(address, joined(" ", postcode, city)) : "",
    client_appel: letterSentences.salutation(client.civility),
  };
}

/** A co-ownership is written to at its syndic's, who represents it; anybody else at his own address, whoever pays. */
function addressOf(client: Client): Pick<Client, "address" | "postcode" | "city"> & { readonly payer: string | null } {
  if (client.type !== "association" || client.billingAddress === null) return { ...client, payer: null };
  return {
    payer: client.billingName,
    address: client.billingAddress,
    postcode: client.billingPostcode,
    city: client.billingCity,
  };
}

function siteAddress(contract: Contract, client: Client | null): string {
  const own = joined(", ", contract.placeAddress, joined(" ", contract.placePostcode, contract.placeCity));
  const address = own === "" ? joined(", ", client?.address, joined(" ", client?.postcode, client?.city)) : own;
  return address.replaceAll("\n", ", ");
}

/** A letter made again says which one it replaces, if that one may have reached the client. */
function replacement(
  { letters }: ContractFile,
  { issue, periodFrom }: { issue: number; periodFrom: CivilDate },
): string {
  const earlier = letters.findLast((one) => one.periodFrom === periodFrom && one.issue < issue && one.sentOn !== null);
  return earlier === undefined || earlier.sentOn === null ? "" : letterSentences.replaces(earlier.sentOn);
}

function remainingVisits({ obligations, period }: LetterSubject): string {
  const left = obligations.filter(
    (one) => one.kind === "visit" && one.state !== "done" && one.period === period.number,
  );
  return left.length === 0 ? "" : letterSentences.visitsLeft(left.length, period.to);
}

function equipmentLines(file: ContractFile, today: CivilDate): readonly LetterEquipment[] {
  return equipmentInService(file, today).map((one) => ({
    designation: workbook.choices.category[one.category],
    marqueModele: joined(" ", one.brand, one.model),
    numeroSerie: one.serial ?? "",
    lieu: joined(" – ", one.place, one.occupantName),
  }));
}

function joined(separator: string, ...texts: readonly (string | null | undefined)[]): string {
  return texts.filter((text) => text !== null && text !== undefined && text !== "").join(separator);
}

function lines(...texts: readonly (string | null)[]): string {
  return joined("\n", ...texts);
}
