import { newRow } from "../domain/workbook/newRow";
import { addDays, addMonths, civilDate, monthsFrom, type CivilDate } from "../domain/dates/civilDate";
import type { Register } from "../domain/register";
import type { Row } from "../domain/workbook/schema";
import { defaultSettings } from "../domain/workbook/settings";
import type { Statuses } from "../domain/workbook/statuses";

/** A register of `contracts` contracts and about five times as many other rows, always the same one. All of it lies around `today`. */
export function bigRegister(contracts: number, today: CivilDate): Register {
  const all = Array.from({ length: contracts }, (_, n) => n);
  const fileOf = (n: number) => ({ n, number: contractNumber(n), startsOn: startOf(n, today) });
  const files = all.map(fileOf);
  return {
    clients: all.map(client),
    contracts: files.map(contract),
    periods: files.flatMap(periods),
    equipment: files.flatMap(equipment),
    interventions: files.filter(({ n }) => n % 5 !== 0).map(intervention),
    invoices: files.filter(({ n }) => n % 8 !== 0).map(invoice),
    letters: [],
    journal: [],
    settings: {
      ...defaultSettings(),
      firmName: "Chauffage Martin",
      address: "12, rue des Lilas",
      postcode: "44000",
      city: "Nantes",
      siret: "123 456 789 00012",
      phone: "02 40 00 00 00",
      email: "contact@chauffage-martin.example",
      signatory: "Paul Martin, gérant",
      mediator: "Médiateur de la consommation, 1, place de la Paix, 75000 Paris",
      registerId: "banc-d-essai",
      schemaVersion: 1,
      revision: 1,
    },
  };
}

/** What the status columns of a big register show: as much text as real ones. */
export function bigStatuses(register: Register): Statuses {
  const names = new Map(register.clients.map(({ number, name, city }) => [number, { clientName: name, city }]));
  const ends = new Map(
    register.periods.map(({ contract, to, price }) => [contract, { periodEnd: to, periodPrice: price }]),
  );
  const shown = register.contracts.map(({ number, client }) => {
    const status = {
      ...names.get(client),
      ...ends.get(number),
      appliance: "Chaudière gaz",
      nextVisit: "À faire en mai",
      invoiceState: "Facturée",
      letterState: "À envoyer",
      contractState: "En cours",
    };
    return [number, status] as const;
  });
  return { contracts: new Map(shown) };
}

type File = { readonly n: number; readonly number: string; readonly startsOn: CivilDate };

const towns = ["Nantes", "Rezé", "Orvault", "Vertou", "Carquefou", "Saint-Herblain", "Bouguenais"] as const;
const families = ["Martin", "Bernard", "Thomas", "Petit", "Robert", "Durand", "Moreau", "Lefèvre", "Garnier"] as const;
const categories = ["gasBoiler", "heatPump", "airConditioning", "stove", "oilBoiler"] as const;

function one<T>(of: readonly [T, ...(readonly T[])], n: number): T {
  return of[n % of.length] ?? of[0];
}

function contractNumber(n: number): string {
  return `CT-${String(n + 1).padStart(5, "0")}`;
}

/** Spread over two years before today, month ends included. */
function startOf(n: number, today: CivilDate): CivilDate {
  return addDays(addMonths(today, -23), (n * 7) % 690);
}

function client(n: number): Row<"clients"> {
  return newRow("clients", {
    number: `C${String(n + 1).padStart(5, "0")}`,
    civility: one(["M.", "Mme", "M. et Mme"], n),
    name: `${one(families, n)} ${n + 1}`,
    firstName: one(["Jeanne", "Paul", "Inès", "Louis"], n),
    type: one(["private", "private", "association", "professional"], n),
    address: `${(n % 97) + 1}, rue des Tilleuls`,
    postcode: String(44000 + (n % 90) * 10),
    city: one(towns, n),
    preferredChannel: one(["post", "email", "registered"], n),
    email: n % 3 === 0 ? `client${n + 1}@exemple.example` : null,
    phone: `06 12 ${String(n % 100).padStart(2, "0")} 56 78`,
  });
}

function contract({ n, number, startsOn }: File): Row<"contracts"> {
  const noticeUnit = one(["months", "months", "weeks", "days"] as const, n);
  return newRow("contracts", {
    number,
    client: `C${String(n + 1).padStart(5, "0")}`,
    signedOn: addDays(startsOn, -10),
    startsOn,
    firstMonths: n % 9 === 0 ? 24 : 12,
    renewalMonths: 12,
    noticeLength: { months: 1 + (n % 3), weeks: 4 + (n % 5), days: 30 + (n % 31) }[noticeUnit],
    noticeUnit,
    renewalKind: one(["tacit", "tacit", "tacit", "express"], n),
    plan: one(["Confort", "Essentiel", "Sérénité"], n),
    coversLabour: n % 2 === 0,
    followedSince: addMonths(startsOn, 1),
    notes: n % 4 === 0 ? "Passer par la cour, demander la clé à la voisine." : null,
  });
}

function periods({ n, number, startsOn }: File): readonly Row<"periods">[] {
  const months = n % 9 === 0 ? 24 : 12;
  const starts = n % 5 === 0 ? [startsOn, monthsFrom(startsOn, months)] : [startsOn];
  return starts.map((from, index) =>
    newRow("periods", {
      id: `${number}/${index + 1}`,
      contract: number,
      number: index + 1,
      from,
      to: addDays(monthsFrom(startsOn, index === 0 ? months : months + 12), -1),
      price: 9_900 + (n % 300) * 100,
      basis: n % 6 === 0 ? "HT" : "TTC",
      vatRate: one([550, 1000, 2000], n),
      services: "Entretien annuel, attestation, dépannage sous 48 heures",
    }),
  );
}

function equipment({ n, number, startsOn }: File): readonly Row<"equipment">[] {
  return Array.from({ length: n % 7 === 0 ? 2 : 1 }, (_, index) =>
    newRow("equipment", {
      id: `E${number.slice(3)}-${index + 1}`,
      contract: number,
      category: one(categories, n + index),
      brand: one(["Frisquet", "Saunier Duval", "Daikin", "Atlantic"], n),
      model: `Modèle ${(n % 40) + 1}`,
      serial: `00${(n * 7919) % 1_000_003}`,
      commissionedOn: civilDate(2010 + (n % 14), 1 + (n % 12), 1 + (n % 28)),
      power: 24,
      coveredFrom: startsOn,
      visitsPerYear: 1,
      visitTiming: one(["start", "end", "months"], n),
      visitMonths: n % 3 === 2 ? [5, 10] : null,
    }),
  );
}

function intervention({ n, number, startsOn }: File): Row<"interventions"> {
  return newRow("interventions", {
    id: `I${number.slice(3)}`,
    contract: number,
    kind: n % 11 === 0 ? "repair" : "maintenance",
    doneOn: addDays(startsOn, 40 + (n % 60)),
    outcome: "done",
    technician: one(["Karim", "Julie", "Marc"], n),
    report: "Nettoyage du corps de chauffe, contrôle de la combustion, réglages.",
    certificateOn: addDays(startsOn, 40 + (n % 60)),
  });
}

function invoice({ n, number, startsOn }: File): Row<"invoices"> {
  return newRow("invoices", {
    id: `F${number.slice(3)}`,
    number: `FA-2026-${String(n + 1).padStart(5, "0")}`,
    contract: number,
    period: 1,
    issuedOn: addDays(startsOn, 3),
    amount: 9_900 + (n % 300) * 100,
    basis: n % 6 === 0 ? "HT" : "TTC",
    vatRate: one([550, 1000, 2000], n),
    paidOn: n % 10 === 0 ? null : addDays(startsOn, 20),
  });
}
