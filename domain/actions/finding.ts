import { contractFile } from "../contract/contractFile";
import type { ContractFile } from "../contract/contractFile";
import type { Period } from "../contract/periods";
import { earliest } from "../dates/civilDate";
import type { CivilDate } from "../dates/civilDate";
import type { Register } from "../register";
import { refused } from "./decision";
import type { Refused } from "./decision";

/** The file of the contract on which an action acts. */
export function findContract(register: Register, number: string, today: CivilDate): ContractFile | Refused {
  const place = { table: "contracts", column: "number" } as const;
  return contractFile(register, number, today) ?? refused("unknownContract", { contract: number }, place);
}

/** The period with the number, or the current one. */
export function findPeriod(file: ContractFile, number?: number): Period | Refused {
  const contract = file.contract.number;
  if (file.current === null) return refused("noPeriod", { contract }, { table: "contracts", key: contract });
  if (number === undefined) return file.current;
  return file.periods.find((period) => period.number === number) ?? refused("unknownPeriod", { contract, number });
}

/** First day on which something can have happened under the contract; null when nothing tells it. */
export function firstDayOf({ contract, periods }: ContractFile): CivilDate | null {
  const known = [contract.startsOn, contract.signedOn, periods[0]?.from ?? null].filter((day) => day !== null);
  const [first, ...others] = known;
  return first === undefined ? null : earliest(first, ...others);
}
