import { contractFile, contractFiles } from "../contract/contractFile";
import type { ContractFile } from "../contract/contractFile";
import type { Period } from "../contract/periods";
import { earliest } from "../dates/civilDate";
import type { CivilDate } from "../dates/civilDate";
import type { Register } from "../register";
import { refused } from "./decision";
import type { Refused } from "./decision";

/** The file of the contract on which an action acts. */
export function findContract(register: Register, number: string, today: CivilDate): ContractFile | Refused {
  return contractFile(register, number, today) ?? unknownContract(number);
}

/** Finds many files: they are made once, where one by one each would look through the whole register. */
export function filesByNumber(register: Register, today: CivilDate): (number: string) => ContractFile | Refused {
  const files = new Map(contractFiles(register, today).map((file) => [file.contract.number, file]));
  return (number) => files.get(number) ?? unknownContract(number);
}

function unknownContract(number: string): Refused {
  return refused("unknownContract", { contract: number }, { table: "contracts", column: "number" });
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
