import { isOver, knownSince } from "../contract/coverage";
import { addDays, addMonths } from "../dates/civilDate";
import type { CivilDate, DateSpan } from "../dates/civilDate";
import type { ContractFile } from "../contract/contractFile";
import type { Period } from "../contract/periods";
import { stateOf } from "./obligation";
import type { Obligation, ObligationRule } from "./obligation";

/** Months before its end from which an express renewal is to be proposed. */
const EXPRESS_LEAD_MONTHS = 2;

/** Renewals to record: each period that began by the client's silence, and the express renewal that is to be proposed. */
export const renewals: ObligationRule = (file, settings, today) => {
  const { contract, current, periods } = file;
  if (current === null) return [];
  const since = knownSince(file) ?? current.from;
  const silent = periods.filter(
    ({ row, number, to }) => row === null && number > 1 && number <= current.number && to >= since,
  );
  return [
    ...(contract.terminatedOn === null || contract.terminatedOn > today
      ? silent.map((period) =>
          obligation(
            file,
            period.number,
            { from: period.from, to: addDays(period.from, settings.invoiceDelayDays) },
            "tacitRenewal",
            today,
          ),
        )
      : []),
    ...(isExpressDue(file, current) && !isOver(file, today)
      ? [
          obligation(
            file,
            current.number + 1,
            { from: addMonths(current.to, -EXPRESS_LEAD_MONTHS), to: current.to },
            "expressRenewal",
            today,
          ),
        ]
      : []),
  ];
};

function isExpressDue({ contract, periods }: ContractFile, current: Period): boolean {
  return (
    contract.renewalKind === "express" &&
    contract.refusalOn === null &&
    contract.terminatedOn === null &&
    periods.at(-1) === current
  );
}

function obligation(file: ContractFile, period: number, due: DateSpan, source: string, today: CivilDate): Obligation {
  return {
    key: ["renewal", file.contract.number, period].join(":"),
    contract: file.contract.number,
    period,
    equipment: null,
    kind: "renewal",
    due,
    state: stateOf(due, today),
    source,
    about: null,
  };
}
