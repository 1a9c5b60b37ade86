import { periodsOf } from "../contract/periods";
import { yearOf } from "../dates/civilDate";
import type { CivilDate } from "../dates/civilDate";
import type { Register } from "../register";
import type { Client, Contract } from "../workbook/schema";
import { buildingContracts } from "./buildingContracts";
import { compareText } from "./compareText";
import type { ContractLine } from "./contractLine";
import { contractOf, equipmentOf, periodRowsOf } from "./contractRows";
import { heatPumpContracts } from "./heatPumpContracts";
import { heatingContracts } from "./heatingContracts";
import { invoicesOfPast, numbered } from "./pastInvoices";
import { lettersOf } from "./pastLetters";
import { interventionsOf } from "./pastVisits";
import type { Past } from "./pastVisits";
import { sampleClients } from "./sampleClients";
import type { ClientName } from "./sampleClients";
import { sampleFirm } from "./sampleFirm";
import { sweepingContracts } from "./sweepingContracts";

type Signed = { readonly line: ContractLine; readonly client: Client; readonly contract: Contract };

/**
 * The register of an invented firm that has some sixty contracts, as it would stand on the day: most are in order, and
 * each case that the rules know is met at least once. The same day always gives the same register.
 */
export function sampleRegister(today: CivilDate): Register {
  const clients = sampleClients(today);
  const parts = signedContracts(clients, today).map((signed, rank) => partsOf(signed, rank, today));
  const payers = new Map(parts.map(({ contract }) => [contract.number, contract.client]));
  return {
    contracts: parts.map(({ contract }) => contract),
    clients: Object.values(clients),
    periods: parts.flatMap(({ periods }) => periods),
    equipment: parts.flatMap(({ equipment }) => equipment),
    interventions: parts.flatMap(({ interventions }) => interventions),
    invoices: numbered(
      parts.flatMap(({ invoices }) => invoices),
      (contract) => payers.get(contract) ?? "",
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
    .sort((a, b) => compareText(a.contract.signedOn ?? "", b.contract.signedOn ?? ""))
    .map(({ contract, ...rest }) => {
      const year = yearOf(contract.signedOn ?? today);
      const count = (counts.get(year) ?? 0) + 1;
      counts.set(year, count);
      return { ...rest, contract: { ...contract, number: `${String(year)}-${String(count).padStart(3, "0")}` } };
    });
}

/** The rows of one contract in every table. */
function partsOf({ line, client, contract }: Signed, rank: number, today: CivilDate) {
  const periods = periodRowsOf(line, contract, today);
  const equipment = equipmentOf(line, contract, today);
  const recorded = periodsOf(contract, periods, today).filter(({ row }) => row !== null);
  const past: Past = { line, contract, equipment, periods: recorded, rank, today };
  const interventions = interventionsOf(past);
  return {
    contract,
    periods,
    equipment,
    interventions,
    invoices: invoicesOfPast(past, interventions),
    letters: lettersOf(past, client),
  };
}
