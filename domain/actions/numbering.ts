import { yearOf } from "../dates/civilDate";
import type { CivilDate } from "../dates/civilDate";
import type { Register } from "../register";

/** The number that a new contract is proposed: "2026-014", the year and one more than its highest. */
export function nextContractNumber(register: Register, today: CivilDate): string {
  return numberAfter(
    register.contracts.map(({ number }) => number),
    contractPrefix(today),
    CONTRACT_DIGITS,
  );
}

/** The number given to a new client: "C0001". */
export function nextClientNumber(register: Register): string {
  return numberAfter(
    register.clients.map(({ number }) => number),
    CLIENT_PREFIX,
    CLIENT_DIGITS,
  );
}

const CONTRACT_DIGITS = 3;
const CLIENT_PREFIX = "C";
const CLIENT_DIGITS = 4;

const contractPrefix = (today: CivilDate) => `${String(yearOf(today))}-`;

function numberAfter(taken: readonly string[], prefix: string, digits: number): string {
  const highest = taken.reduce((most, number) => Math.max(most, rankOf(number, prefix)), 0);
  return prefix + String(highest + 1).padStart(digits, "0");
}

function rankOf(number: string, prefix: string): number {
  const rest = number.startsWith(prefix) ? number.slice(prefix.length) : "";
  return /^\d{1,9}$/.test(rest) ? Number(rest) : 0;
}
