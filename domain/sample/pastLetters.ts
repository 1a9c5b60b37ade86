import { newRow } from "../actions/newRow";
import type { Period } from "../contract/periods";
import { addDays, daysBetween, latest } from "../dates/civilDate";
import type { CivilDate } from "../dates/civilDate";
import { previousWorkingDay } from "../dates/workingDays";
import { noticeWindow, refusalDeadline } from "../notice/window";
import type { Client, Letter } from "../workbook/schema";
import type { Past } from "./pastVisits";
import { sampleFirm } from "./sampleFirm";

const PREPARED_BEFORE_DAYS = 3;
const RETURNED_AFTER_DAYS = 9;

/** The renewal letters of a contract so far: each left on the target of its window. */
export function lettersOf(past: Past, client: Client): readonly Letter[] {
  const { contract, line } = past;
  if (contract.renewalKind !== "tacit" || client.type === "professional") return [];
  const current = past.periods.at(-1);
  return past.periods.flatMap((period) => {
    const told = period === current ? line.letter : undefined;
    const forgotten = period === past.periods.at(-2) && line.letterBefore === "forgotten";
    return told === "none" || forgotten ? [] : letterOf(past, period, client, told);
  });
}

function letterOf(past: Past, period: Period, client: Client, told: "generated" | "returned" | undefined): Letter[] {
  const { contract, today } = past;
  const deadline = refusalDeadline(contract, period.to);
  const window = noticeWindow(deadline, period.from, sampleFirm);
  if (window === null) return [];
  const opening = latest(window.from, period.from);
  const sentOn = told === "generated" ? null : window.target;
  const day = told === "generated" ? previousWorkingDay(addDays(today, -2), sampleFirm) : window.target;
  if (day > today) return [];
  const generatedOn = latest(
    opening,
    previousWorkingDay(addDays(day, told === "generated" ? 0 : -PREPARED_BEFORE_DAYS), sampleFirm),
  );
  const email = client.emailConsentOn !== null && client.emailConsentOn <= day;
  const channel = client.preferredChannel === "email" && !email ? "post" : (client.preferredChannel ?? "post");
  return [
    newRow("letters", {
      id: `L-${contract.number}-${String(period.number)}`,
      contract: contract.number,
      periodFrom: period.from,
      kind: "renewalNotice",
      deadline,
      generatedOn,
      file: `${contract.number} ${client.name}, ${period.to}.docx`,
      sentOn,
      channel: sentOn === null ? null : channel,
      tracking: sentOn === null ? null : trackingOf(channel, contract.number, sentOn),
      returnedOn: told === "returned" ? returnedOn(day, today) : null,
    }),
  ];
}

function returnedOn(sentOn: CivilDate, today: CivilDate): CivilDate {
  return daysBetween(sentOn, today) < RETURNED_AFTER_DAYS ? today : addDays(sentOn, RETURNED_AFTER_DAYS);
}

function trackingOf(channel: string, contract: string, sentOn: CivilDate): string | null {
  const digits = `${contract}${sentOn}`.replace(/\D/g, "");
  return channel === "tracked" ? `1K ${digits}` : channel === "registered" ? `1A ${digits}` : null;
}
