import { newRow } from "../workbook/newRow";
import type { Period } from "../contract/periods";
import { addDays, earliest, latest } from "../dates/civilDate";
import type { CivilDate } from "../dates/civilDate";
import { previousWorkingDay } from "../dates/workingDays";
import { noticeWindow, refusalDeadline } from "../notice/window";
import type { NoticeWindow } from "../notice/window";
import type { Client, Letter } from "../workbook/schema";
import type { LetterTold } from "./contractLine";
import type { Past } from "./past";
import { sampleFirm } from "./sampleFirm";

const PREPARED_BEFORE_DAYS = 3;
const PREPARED_AND_FORGOTTEN_DAYS = 2;
const SENT_LATE_DAYS = 5;
const RETURNED_AFTER_DAYS = 9;

type Told = Exclude<LetterTold, "none"> | "sent";

/** The renewal letters of a contract so far: each left on the target of its window, unless the line says otherwise. */
export function pastLetters(past: Past, client: Client): readonly Letter[] {
  const { contract, line, periods } = past;
  if (contract.renewalKind !== "tacit" || client.type === "professional") return [];
  return periods.flatMap((period) => {
    const told = period === periods.at(-1) ? (line.letter ?? "sent") : "sent";
    const isForgotten = line.letterBefore === "forgotten" && period === periods.at(-2);
    return told === "none" || isForgotten ? [] : letterOf(past, period, client, told);
  });
}

function letterOf({ contract, today }: Past, period: Period, client: Client, told: Told): Letter[] {
  const deadline = refusalDeadline(contract, period.to);
  const window = noticeWindow(deadline, period.from, sampleFirm);
  if (window === null) return [];
  const dates = datesOf(told, { ...window, from: latest(window.from, period.from) }, today);
  if (dates === null) return [];
  return [
    newRow("letters", {
      id: `L-${contract.number}-${String(period.number)}`,
      contract: contract.number,
      periodFrom: period.from,
      kind: "renewalNotice",
      deadline,
      file: `${contract.number} ${client.name} - reconduction au ${period.to}.docx`,
      ...dates,
      ...(dates.sentOn === null ? {} : sendingOf(client, contract.number, dates.sentOn)),
    }),
  ];
}

/** When the letter was prepared, sent and returned; null while its day has not come. */
function datesOf(
  told: Told,
  window: NoticeWindow,
  today: CivilDate,
): Pick<Letter, "generatedOn" | "sentOn" | "returnedOn"> | null {
  if (told === "generated") {
    const generatedOn = latest(window.from, workedBefore(today, PREPARED_AND_FORGOTTEN_DAYS));
    return { generatedOn, sentOn: null, returnedOn: null };
  }
  const sentOn = told === "sentLate" ? workedBefore(today, SENT_LATE_DAYS) : window.target;
  if (sentOn > today) return null;
  return {
    generatedOn: latest(window.from, workedBefore(sentOn, PREPARED_BEFORE_DAYS)),
    sentOn,
    returnedOn: told === "returned" ? earliest(addDays(sentOn, RETURNED_AFTER_DAYS), today) : null,
  };
}

function workedBefore(day: CivilDate, days: number): CivilDate {
  return previousWorkingDay(addDays(day, -days), sampleFirm);
}

/** By e-mail only once the client had accepted it. */
function sendingOf(client: Client, contract: string, sentOn: CivilDate): Pick<Letter, "channel" | "tracking"> {
  const preferred = client.preferredChannel ?? "post";
  const hadAccepted = client.emailConsentOn !== null && client.emailConsentOn <= sentOn;
  const channel = preferred === "email" && !hadAccepted ? "post" : preferred;
  const digits = `${contract}${sentOn}`.replace(/\D/g, "");
  switch (channel) {
    case "tracked":
      return { channel, tracking: `1K ${digits}` };
    case "registered":
      return { channel, tracking: `1A ${digits}` };
    default:
      return { channel, tracking: null };
  }
}
