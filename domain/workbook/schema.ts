import { choice, formula, input, key, reference, status } from "./columns";
import type { Column, ValueOf } from "./columns";

/** Raised by one, with a migration, whenever a released register would no longer be read as it was meant. */
export const SCHEMA_VERSION = 1;

/** Name of the cell that holds today's date, which every formula uses. */
export const TODAY_NAME = "Aujourdhui";

type Table = {
  /** The Excel table is found by this name, whatever the user calls its sheet. */
  readonly excelName: string;
  /** Hidden until wanted: a one-man firm is not frightened. */
  readonly hidden: boolean;
  readonly columns: Readonly<Record<string, Column>>;
};

/** Every table and column of the register. Headers and help texts are in the catalogues. */
export const tables = {
  contracts: {
    excelName: "Tacite_Contrats",
    hidden: false,
    columns: {
      number: key({ width: 12 }),
      clientName: status("text", { width: 26 }),
      city: status("text", { width: 24 }),
      appliance: status("text", { width: 32 }),
      periodPrice: status("money", { width: 11 }),
      periodEnd: status("date", { width: 12 }),
      nextVisit: status("text", { width: 28 }),
      invoiceState: status("text", { width: 22 }),
      letterState: status("text", { width: 24 }),
      contractState: status("text", { width: 18 }),
      refusalDeadline: formula("date", { width: 13 }),
      windowFrom: formula("date", { width: 13 }),
      windowTo: formula("date", { width: 13 }),
      daysToDeadline: formula("integer", { width: 10 }),
      stateOn: status("date", { width: 12 }),
      client: reference("clients", { required: true, width: 11 }),
      signedOn: input("date", { width: 12 }),
      startsOn: input("date", { width: 12 }),
      firstMonths: input("integer", { fallback: 12, min: 1, width: 10 }),
      renewalMonths: input("integer", { min: 1, width: 12 }),
      noticeLength: input("integer", { fallback: 0, width: 9 }),
      noticeUnit: choice("noticeUnit", { fallback: "months", width: 11 }),
      renewalKind: choice("renewalKind", { fallback: "tacit", width: 13 }),
      plan: input("text", { width: 16 }),
      coversLabour: input("yesNo", { fallback: false, width: 13 }),
      coversParts: input("yesNo", { fallback: false, width: 13 }),
      billingRhythm: choice("billingRhythm", { fallback: "perPeriod", width: 14 }),
      billingTiming: choice("billingTiming", { fallback: "advance", width: 14 }),
      firstYearFree: input("yesNo", { fallback: false, width: 12 }),
      placeAddress: input("longText", { width: 28 }),
      placePostcode: input("postcode", { width: 10 }),
      placeCity: input("text", { width: 18 }),
      occupantName: input("text", { width: 20 }),
      occupantPhone: input("phone", { width: 15 }),
      neverRevise: input("yesNo", { fallback: false, width: 11 }),
      revisionIndex: input("text", { width: 12 }),
      revisionFixedShare: input("decimal", { width: 9 }),
      revisionIndexShare: input("decimal", { width: 9 }),
      revisionBasePrice: input("money", { width: 11 }),
      revisionBaseIndex: input("decimal", { width: 10 }),
      nextPrice: input("money", { width: 12 }),
      nextBasis: choice("basis", { width: 9 }),
      nextServices: input("longText", { width: 24 }),
      nextReason: input("text", { width: 24 }),
      subscribedOnline: input("yesNo", { fallback: false, width: 11 }),
      refusalOn: input("date", { width: 12 }),
      refusalChannel: choice("channel", { width: 16 }),
      refusalReason: choice("refusalReason", { width: 18 }),
      terminatedOn: input("date", { width: 12 }),
      terminationReason: input("text", { width: 20 }),
      suspendedFrom: input("date", { width: 12 }),
      suspendedTo: input("date", { width: 12 }),
      followedSince: input("date", { width: 12 }),
      notes: input("longText", { width: 30 }),
      // For the sheet Tableau de bord, whose formulas cannot follow the rules behind them.
      yearlyExclTax: status("money", { width: 12, hidden: true }),
      yearlyInclTax: status("money", { width: 12, hidden: true }),
      renewedOn: status("date", { width: 12, hidden: true }),
      nextVisitBy: status("date", { width: 12, hidden: true }),
      invoicesDue: status("integer", { width: 12, hidden: true }),
      freeFrom: status("date", { width: 12, hidden: true }),
    },
  },
  interventions: {
    excelName: "Tacite_Interventions",
    hidden: false,
    columns: {
      contract: reference("contracts", { required: true, width: 12 }),
      clientName: status("text", { width: 26 }),
      city: status("text", { width: 18 }),
      kind: choice("interventionKind", { fallback: "maintenance", width: 13 }),
      equipment: reference("equipment", { width: 12 }),
      plannedOn: input("date", { width: 12 }),
      doneOn: input("date", { width: 12 }),
      outcome: choice("outcome", { width: 10 }),
      technician: input("text", { width: 16 }),
      report: input("longText", { width: 32 }),
      parts: input("text", { width: 20 }),
      billing: choice("repairBilling", { width: 14 }),
      amount: input("money", { width: 11 }),
      basis: choice("basis", { fallback: "TTC", width: 9 }),
      vatRate: input("vatRate", { width: 8 }),
      certificateOn: input("date", { width: 14 }),
      notes: input("longText", { width: 28 }),
      id: key({ width: 14, hidden: true }),
    },
  },
  invoices: {
    excelName: "Tacite_Factures",
    hidden: false,
    columns: {
      number: input("text", { width: 15 }),
      contract: reference("contracts", { required: true, width: 12 }),
      clientName: status("text", { width: 26 }),
      kind: choice("invoiceKind", { fallback: "contract", width: 12 }),
      period: input("integer", { width: 9 }),
      instalment: input("integer", { fallback: 1, width: 11 }),
      intervention: reference("interventions", { width: 14 }),
      issuedOn: input("date", { width: 12 }),
      amount: input("money", { width: 11 }),
      basis: choice("basis", { fallback: "TTC", width: 9 }),
      vatRate: input("vatRate", { width: 8 }),
      amountExclTax: formula("money", { width: 11 }),
      amountInclTax: formula("money", { width: 11 }),
      dueOn: input("date", { width: 12 }),
      paidOn: input("date", { width: 12 }),
      paymentState: formula("text", { width: 12 }),
      notes: input("longText", { width: 28 }),
      id: key({ width: 14, hidden: true }),
      leftToPay: status("money", { width: 11, hidden: true }),
    },
  },
  clients: {
    excelName: "Tacite_Clients",
    hidden: true,
    columns: {
      number: key({ width: 11 }),
      civility: input("text", { width: 10 }),
      name: input("text", { required: true, width: 26 }),
      firstName: input("text", { width: 16 }),
      type: choice("clientType", { width: 24 }),
      address: input("longText", { width: 30 }),
      postcode: input("postcode", { width: 11 }),
      city: input("text", { width: 20 }),
      billingName: input("text", { width: 24 }),
      billingAddress: input("longText", { width: 30 }),
      billingPostcode: input("postcode", { width: 13 }),
      billingCity: input("text", { width: 20 }),
      preferredChannel: choice("channel", { width: 16 }),
      email: input("email", { width: 26 }),
      emailConsentOn: input("date", { width: 13 }),
      phone: input("phone", { width: 15 }),
      phone2: input("phone", { width: 15 }),
      notes: input("longText", { width: 30 }),
    },
  },
  periods: {
    excelName: "Tacite_Periodes",
    hidden: true,
    columns: {
      contract: reference("contracts", { required: true, width: 12 }),
      number: input("integer", { required: true, width: 9 }),
      from: input("date", { required: true, width: 12 }),
      to: input("date", { width: 12 }),
      price: input("money", { width: 11 }),
      basis: choice("basis", { fallback: "TTC", width: 9 }),
      vatRate: input("vatRate", { width: 8 }),
      priceExclTax: formula("money", { width: 11 }),
      priceInclTax: formula("money", { width: 11 }),
      services: input("longText", { width: 60 }),
      options: input("longText", { width: 24 }),
      renewalRecordedOn: input("date", { width: 14 }),
      id: key({ width: 14, hidden: true }),
      noticeMissedOn: status("date", { width: 13, hidden: true }),
    },
  },
  equipment: {
    excelName: "Tacite_Equipements",
    hidden: true,
    columns: {
      id: key({ width: 12 }),
      contract: reference("contracts", { required: true, width: 12 }),
      category: choice("category", { fallback: "other", width: 27 }),
      brand: input("text", { width: 16 }),
      model: input("text", { width: 18 }),
      serial: input("text", { width: 18 }),
      commissionedOn: input("date", { width: 13 }),
      power: input("decimal", { width: 10 }),
      refrigerant: input("text", { width: 11 }),
      charge: input("decimal", { width: 10 }),
      hermetic: input("yesNo", { fallback: false, width: 11 }),
      leakDetector: input("yesNo", { fallback: false, width: 11 }),
      flue: choice("flue", { width: 16 }),
      place: input("text", { width: 20 }),
      occupantName: input("text", { width: 20 }),
      occupantPhone: input("phone", { width: 15 }),
      coveredFrom: input("date", { width: 12 }),
      coveredTo: input("date", { width: 12 }),
      replaces: reference("equipment", { width: 12 }),
      visitsPerYear: input("decimal", { fallback: 1, width: 10 }),
      visitTiming: choice("visitTiming", { width: 16 }),
      visitMonths: input("months", { width: 16 }),
      notes: input("longText", { width: 28 }),
    },
  },
  letters: {
    excelName: "Tacite_Courriers",
    hidden: true,
    columns: {
      contract: reference("contracts", { required: true, width: 12 }),
      clientName: status("text", { width: 26 }),
      periodFrom: input("date", { required: true, width: 13 }),
      kind: choice("letterKind", { fallback: "renewalNotice", width: 20 }),
      issue: input("integer", { fallback: 1, width: 9 }),
      deadline: input("date", { width: 13 }),
      generatedOn: input("date", { width: 12 }),
      file: input("text", { width: 40 }),
      sha256: input("text", { width: 16, hidden: true }),
      sentOn: input("date", { width: 12 }),
      channel: choice("channel", { width: 18 }),
      tracking: input("text", { width: 20 }),
      returnedOn: input("date", { width: 12 }),
      id: key({ width: 14, hidden: true }),
      inTimeFor: status("date", { width: 13, hidden: true }),
    },
  },
  journal: {
    excelName: "Tacite_Journal",
    hidden: true,
    columns: {
      at: input("text", { required: true, width: 20 }),
      who: input("text", { width: 18 }),
      action: input("text", { required: true, width: 22 }),
      batch: input("text", { required: true, width: 14 }),
      table: input("text", { required: true, width: 16 }),
      row: input("text", { required: true, width: 16 }),
      change: choice("change", { required: true, width: 11 }),
      before: input("longText", { width: 40 }),
      after: input("longText", { width: 40 }),
      id: key({ width: 14, hidden: true }),
    },
  },
} as const satisfies Record<string, Table>;

export type TableName = keyof typeof tables;

export const tableNames = Object.keys(tables) as readonly TableName[];

export type ColumnName<T extends TableName> = Extract<keyof (typeof tables)[T]["columns"], string>;

type Read<C> = { [K in keyof C as C[K] extends { role: "key" | "input" } ? K : never]: C[K] };

/** A row as the rules see it: keys and inputs, blanks as null. Formulas and statuses are never read. */
export type Row<T extends TableName> = {
  readonly [K in keyof Read<(typeof tables)[T]["columns"]>]: ValueOf<
    (typeof tables)[T]["columns"][K & keyof (typeof tables)[T]["columns"]]
  >;
};

export type Contract = Row<"contracts">;
export type Client = Row<"clients">;
export type PeriodRow = Row<"periods">;
export type Equipment = Row<"equipment">;
export type Intervention = Row<"interventions">;
export type Invoice = Row<"invoices">;
export type Letter = Row<"letters">;
export type JournalEntry = Row<"journal">;

/** The columns of a table, in the order in which a new register shows them. */
export function columnsOf(table: TableName): readonly (readonly [string, Column])[] {
  return Object.entries<Column>(tables[table].columns);
}

const keyColumns = Object.fromEntries(
  tableNames.map((table) => [table, columnsOf(table).find(([, column]) => column.role === "key")?.[0] ?? ""]),
) as Readonly<Record<TableName, string>>;

/** The column that identifies a row of the table. */
export function keyColumn(table: TableName): string {
  return keyColumns[table];
}

/** The key of a row. */
export function keyOf<T extends TableName>(table: T, row: Row<T>): string {
  return (row as Readonly<Record<string, string>>)[keyColumns[table]] ?? "";
}
