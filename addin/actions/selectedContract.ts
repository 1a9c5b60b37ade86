import type { Register } from "../../domain/register";
import { readRegister } from "../../domain/workbook/readRegister";
import type { RawTable } from "../../domain/workbook/readRegister";
import { tableNames } from "../../domain/workbook/schema";

/** The contract that a row of any table names, null when it names none. A client's is told if he has but one. */
export function selectedContract(row: RawTable | null, register: Register): string | null {
  const read = row === null ? null : readRegister([row]);
  if (read === null || "reason" in read) return null;
  const number = numberNamed(read.register, register);
  return register.contracts.some((contract) => contract.number === number) ? number : null;
}

function numberNamed(row: Register, register: Register): string | null {
  const [contract] = row.contracts;
  if (contract !== undefined) return contract.number;
  const [client] = row.clients;
  if (client !== undefined) {
    const own = register.contracts.filter((one) => one.client === client.number);
    return own.length === 1 ? (own[0]?.number ?? null) : null;
  }
  const [fact] = tableNames.flatMap((table) => row[table] as readonly { readonly contract?: string }[]);
  return fact?.contract ?? null;
}
