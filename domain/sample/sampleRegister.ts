import { periodsOf } from "../contract/periods";
import { yearOf } from "../dates/civilDate";
import type { CivilDate } from "../dates/civilDate";
import type { Register } from "../register";
import type { Client, Intervention, PeriodRow } from "../workbook/schema";
import { buildingContracts } from "./buildingContracts";
import { compareText } from "../compareText";
import type { ContractLine } from "./contractLine";
import { contractOf, equipmentOf, periodRowsOf } from "./contractRows";
import { heatPumpContracts } from "./heatPumpContracts";
import { heatingContracts } from "./heatingContracts";
import { withInvoiceNumbers } from "./invoiceNumbers";
import type { Past, RecordedPeriod, SampleContract } from "./past";
import { invoicesOfPeriods } from "./pastInvoices";
import { pastLetters } from "./pastLetters";
import { invoicesOfRepairs, repairsOf } from "./pastRepairs";
import { visitsOf } from "./pastVisits";
import { sampleClients } from "./sampleClients";
import type { ClientName } from "./sampleClients";
import { sampleFirm } from "./sampleFirm";
import { sweepingContracts } from "./sweepingContracts";

type Signed = { readonly line: ContractLine; readonly client: Client; readonly contract: SampleContract };

/**
 * The register of an invented firm that has some sixty contracts, as it would stand on the day: most are in order, and
 * each case that the rules know is met at least once. The same day always gives the same register.
 */
export function sampleRegister(today: CivilDate): Register {
  const clients = sampleClients(today);
  const parts = signedContracts(clients, today).map((signed, rank) => partsOf(signed, rank, today));
  const clientOf = new Map(parts.map(({ contract }) => [contract.number, contract.client]));
  return {
    contracts: parts.map(({ contract }) => contract),
    clients: Object.values(clients),
    periods: parts.flatMap(({ periods }) => periods),
    equipment: parts.flatMap(({ equipment }) => equipment),
    interventions: parts.flatMap(({ interventions }) => interventions).sort((a, b) => compareText(dayOf(a), dayOf(b))),
    invoices: withInvoiceNumbers(
      parts.flatMap(({ invoices }) => invoices),
      clientOf,
    ),
    letters: parts.flatMap(({ letters }) => letters),
    journal: [],
    settings: sampleFirm,
  };
}

/** The contracts in the order of their signature, numbered within each year. */
function signedContracts(clients: Readonly<Record<ClientName, Client>>, today: CivilDate): readonly Signed[] {
  const lines = [...heatingContracts, ...heatPumpContracts, ...sweepingContracts, ...buildingContracts];
  const counts = new Map<number, number>();
  return lines
    .map((line) => ({ line, client: clients[line.client], contract: contractOf(line, clients[line.client], today) }))
    .sort((a, b) => compareText(a.contract.signedOn, b.contract.signedOn))
    .map(({ contract, ...rest }) => {
      const year = yearOf(contract.signedOn);
      const count = (counts.get(year) ?? 0) + 1;
      counts.set(year, count);
      return { ...rest, contract: { ...contract, number: `${String(year)}-${String(count).padStart(3, "0")}` } };
    });
}

/** The rows of one contract in every table. */
function partsOf({ line, client, contract }: Signed, rank: number, today: CivilDate) {
  const rows = periodRowsOf(line, contract, today);
  const equipment = equipmentOf(line, contract, today);
  const past: Past = { line, contract, equipment, periods: recordedPeriods(contract, rows, today), rank, today };
  const interventions = withKeys(`I-${contract.number}`, [...visitsOf(past), ...repairsOf(past)], dayOf);
  const invoices = [...invoicesOfPeriods(past), ...invoicesOfRepairs(past, interventions)];
  return {
    contract,
    interventions,
    periods: rows,
    equipment: equipment.map(({ row }) => row),
    invoices: withKeys(`F-${contract.number}`, invoices, ({ issuedOn }) => issuedOn ?? ""),
    letters: pastLetters(past, client),
  };
}

function recordedPeriods(contract: SampleContract, rows: readonly PeriodRow[], today: CivilDate): RecordedPeriod[] {
  return periodsOf(contract, rows, today).flatMap((period) =>
    period.row === null ? [] : [{ ...period, row: period.row }],
  );
}

/** The rows in the order of their days, each with its key. */
function withKeys<R extends { readonly id: string }>(prefix: string, rows: readonly R[], day: (row: R) => string): R[] {
  return [...rows]
    .sort((a, b) => compareText(day(a), day(b)))
    .map((row, i) => ({ ...row, id: `${prefix}-${String(i + 1).padStart(2, "0")}` }));
}

function dayOf({ doneOn, plannedOn }: Intervention): string {
  return doneOn ?? plannedOn ?? "";
}
