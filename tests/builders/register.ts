import { newRow } from "../../domain/workbook/newRow";
import { SCHEMA_VERSION } from "../../domain/workbook/schema";
import type { Register } from "../../domain/register";
import type {
  Client,
  Contract,
  Equipment,
  Intervention,
  Invoice,
  Letter,
  PeriodRow,
} from "../../domain/workbook/schema";
import type { Settings } from "../../domain/workbook/settings";
import { settings as settingColumns } from "../../domain/workbook/settings";
import type { Column } from "../../domain/workbook/columns";

/*
 * Rows for tests: every column that a test does not name is blank. Contract 2026-001 of client C0001,
 * effective from 15 March 2026 for 12 months and renewed for 12, is what every row belongs to unless told otherwise.
 */

export function client(values: Partial<Client> = {}): Client {
  return newRow("clients", { number: "C0001", name: "Martin", type: "private", ...values });
}

export function contract(values: Partial<Contract> = {}): Contract {
  return newRow("contracts", {
    number: "2026-001",
    client: "C0001",
    startsOn: "2026-03-15",
    firstMonths: 12,
    renewalMonths: 12,
    ...values,
  });
}

/** Period 1 of the contract at 120,00 € TTC; its end is left to the contract's length. */
export function period(values: Partial<PeriodRow> = {}): PeriodRow {
  const number = values.number ?? 1;
  return newRow("periods", {
    id: `P${String(number)}-${values.contract ?? "2026-001"}`,
    contract: "2026-001",
    number,
    from: "2026-03-15",
    price: 12000,
    vatRate: 1000,
    ...values,
  });
}

/** A gas boiler. */
export function equipment(values: Partial<Equipment> = {}): Equipment {
  return newRow("equipment", { id: "E1", contract: "2026-001", category: "gasBoiler", ...values });
}

export function intervention(values: Partial<Intervention> = {}): Intervention {
  return newRow("interventions", { id: "I1", contract: "2026-001", ...values });
}

export function invoice(values: Partial<Invoice> = {}): Invoice {
  return newRow("invoices", { id: "F1", contract: "2026-001", ...values });
}

export function letter(values: Partial<Letter> = {}): Letter {
  return newRow("letters", { id: "L1", contract: "2026-001", periodFrom: "2026-03-15", ...values });
}

export function settings(values: Partial<Settings> = {}): Settings {
  const blanks = Object.entries<Column>(settingColumns).map(([name, column]) => [name, column.fallback ?? null]);
  const identity = { registerId: "test-register", schemaVersion: SCHEMA_VERSION };
  return { ...(Object.fromEntries(blanks) as Settings), ...identity, ...values };
}

/** A register with these tables; the others are empty. */
export function register(values: Partial<Register> = {}): Register {
  return {
    contracts: [],
    interventions: [],
    invoices: [],
    clients: [],
    periods: [],
    equipment: [],
    letters: [],
    journal: [],
    settings: settings(),
    ...values,
  };
}
