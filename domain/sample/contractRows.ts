import { newRow } from "../workbook/newRow";
import { periodsOf, renewalMonthsOf } from "../contract/periods";
import { addDays, addMonths, civilDate, daysInMonth, earliest, monthOf, monthsFrom, yearOf } from "../dates/civilDate";
import type { CivilDate } from "../dates/civilDate";
import type { Client, Contract, Equipment, PeriodRow } from "../workbook/schema";
import { plans } from "./contractLine";
import type { Appliance, ContractLine } from "./contractLine";
import type { Covered, SampleContract } from "./past";

const SIGNED_BEFORE_START_DAYS = 6;
/** What the price has gained at each renewal, in hundredths of a percent. */
const YEARLY_RISE = 250;

/** The contract that a line describes, before it has its number. */
export function contractOf(line: ContractLine, client: Client, today: CivilDate): SampleContract {
  const { coversLabour, coversParts } = plans[line.plan];
  const unnumbered = newRow("contracts", {
    client: client.number,
    firstMonths: 12,
    renewalMonths: 12,
    noticeLength: 2,
    plan: line.plan,
    coversLabour,
    coversParts,
    ...line.terms,
    ...Object.fromEntries(Object.entries(line.days ?? {}).map(([column, days]) => [column, addDays(today, days)])),
  });
  const startsOn = startOf(line, unnumbered, today);
  return {
    ...unnumbered,
    startsOn,
    signedOn: earliest(addDays(startsOn, -SIGNED_BEFORE_START_DAYS), addDays(today, -2)),
  };
}

function startOf(line: ContractLine, contract: Contract, today: CivilDate): CivilDate {
  if (line.startsOnLeapDay === true) return lastLeapDay(today);
  const months = contract.firstMonths + (line.period - 1) * renewalMonthsOf(contract);
  return addMonths(addDays(today, line.ends + 1), -months);
}

function lastLeapDay(today: CivilDate): CivilDate {
  let year = yearOf(today);
  while (daysInMonth(year, 2) < 29 || civilDate(year, 2, 29) > today) year -= 1;
  return civilDate(year, 2, 29);
}

/** The recorded periods of a contract up to the one that runs today. A contract taken over has none from before. */
export function periodRowsOf(line: ContractLine, contract: SampleContract, today: CivilDate): readonly PeriodRow[] {
  const last = line.recorded ?? (line.startsOnLeapDay === true ? currentNumber(contract, today) : line.period);
  const first = contract.followedSince === null ? 1 : last;
  const rows: PeriodRow[] = [];
  for (let number = first; number <= last; number += 1) {
    const previous = rows.at(-1)?.to ?? null;
    const from = previous === null ? startOfPeriod(contract, number) : addDays(previous, 1);
    const row = newRow("periods", {
      id: `P-${contract.number}-${String(number)}`,
      contract: contract.number,
      number,
      from,
      price: priceOf(line, last - number),
      basis: line.basis ?? "TTC",
      vatRate: line.vatRate ?? 1000,
      services: plans[line.plan].services,
      options: line.options ?? null,
      renewalRecordedOn: number === 1 ? null : from,
    });
    const to = periodsOf(contract, [...rows, row], from).at(-1)?.to ?? from;
    rows.push({ ...row, to: line.endsOnAnniversary === true && number === first ? addDays(to, 1) : to });
  }
  return rows;
}

function currentNumber(contract: Contract, today: CivilDate): number {
  return periodsOf(contract, [], today).at(-1)?.number ?? 1;
}

function startOfPeriod(contract: SampleContract, number: number): CivilDate {
  const { startsOn } = contract;
  return number === 1
    ? startsOn
    : monthsFrom(startsOn, contract.firstMonths + (number - 2) * renewalMonthsOf(contract));
}

/** In cents; a whole number of euros, lower in the periods before the last one. */
function priceOf({ price }: ContractLine, periodsAgo: number): number {
  return Math.round(price * (1 - (periodsAgo * YEARLY_RISE) / 10_000)) * 100;
}

/** The equipment of a line; an appliance whose cover has ended is replaced by the one after it. */
export function equipmentOf(line: ContractLine, contract: Contract, today: CivilDate): readonly Covered[] {
  const key = (index: number) => `E-${contract.number}-${String(index + 1)}`;
  return line.appliances.map((appliance, i) => {
    const replaces = (line.appliances[i - 1]?.coveredTo ?? null) === null ? null : key(i - 1);
    return { appliance, row: equipmentRow(appliance, { id: key(i), contract: contract.number, replaces }, today) };
  });
}

function equipmentRow(
  { category, brand, model, rhythm, yearsOld, power, more, coveredFrom, coveredTo }: Appliance,
  keys: Pick<Equipment, "id" | "contract" | "replaces">,
  today: CivilDate,
): Equipment {
  const commissionedOn =
    coveredFrom === null ? addMonths(addDays(today, -40), -12 * yearsOld) : addDays(today, coveredFrom);
  return newRow("equipment", {
    ...keys,
    category,
    brand: brand === "" ? null : brand,
    model: model === "" ? null : model,
    serial: brand === "" ? null : serialOf(brand, keys.id, commissionedOn),
    commissionedOn,
    power,
    coveredFrom: coveredFrom === null ? null : addDays(today, coveredFrom),
    coveredTo: coveredTo === null ? null : addDays(today, coveredTo),
    visitTiming: rhythm.timing,
    ...(rhythm.timing === "months"
      ? { visitsPerYear: rhythm.months.length, visitMonths: monthsAfter(today, rhythm.months) }
      : { visitsPerYear: rhythm.perYear }),
    ...more,
  });
}

function monthsAfter(today: CivilDate, offsets: readonly number[]): readonly number[] {
  return offsets.map((n) => ((((monthOf(today) - 1 + n) % 12) + 12) % 12) + 1).sort((a, b) => a - b);
}

function serialOf(brand: string, id: string, commissionedOn: CivilDate): string {
  const digits = Number(id.replace(/\D/g, "")) * 7919;
  return `${brand.slice(0, 2).toUpperCase()}${commissionedOn.slice(2, 4)}-${String(digits % 1_000_000).padStart(6, "0")}`;
}
