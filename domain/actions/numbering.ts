import type { Change } from "../changes";
import { yearOf } from "../dates/civilDate";
import type { CivilDate } from "../dates/civilDate";
import type { Register } from "../register";
import type { Client } from "../workbook/schema";

/** The clients and the contract numbers of a register. They grow with the rows that an action is about to insert. */
export type Numbers = {
  readonly client: (number: string) => Client | undefined;
  readonly hasContract: (number: string) => boolean;
  /** The number that a new client is given: "C0001". */
  readonly nextClient: () => string;
  /** The number that a new contract is proposed: "2026-014", the year and one more than its highest. */
  readonly nextContract: () => string;
  readonly add: (changes: readonly Change[]) => void;
};

const CLIENT = { prefix: "C", digits: 4 };
const CONTRACT_DIGITS = 3;

/** @param today gives the year of the next contract's number */
export function numbersOf(register: Register, today: CivilDate): Numbers {
  const clients = new Map<string, Client>();
  const contracts = new Set<string>();
  const clientSeries = createSeries(CLIENT.prefix, CLIENT.digits);
  const contractSeries = createSeries(`${String(yearOf(today))}-`, CONTRACT_DIGITS);
  const addClient = (client: Client) => {
    clients.set(client.number, client);
    clientSeries.add(client.number);
  };
  const addContract = (number: string) => {
    contracts.add(number);
    contractSeries.add(number);
  };
  register.clients.forEach(addClient);
  register.contracts.forEach(({ number }) => addContract(number));
  return {
    client: (number) => clients.get(number),
    hasContract: (number) => contracts.has(number),
    nextClient: clientSeries.next,
    nextContract: contractSeries.next,
    add(changes) {
      for (const change of changes) {
        if (change.kind !== "insert") continue;
        if (change.table === "clients") addClient(change.row);
        if (change.table === "contracts") addContract(change.row.number);
      }
    },
  };
}

function createSeries(prefix: string, digits: number) {
  let highest = 0;
  return {
    add(number: string) {
      const rest = number.startsWith(prefix) ? number.slice(prefix.length) : "";
      if (/^\d{1,9}$/.test(rest)) highest = Math.max(highest, Number(rest));
    },
    next: () => prefix + String(highest + 1).padStart(digits, "0"),
  };
}
