import { formats } from "../../domain/i18n/fr/formats";
import type { CivilDate } from "../../domain/dates/civilDate";
import type { CompanionState, OpenMailState, RegisterState } from "../companion/state";
import { wallTime, type Instant } from "../schedule/zonedTime";
import { startWords as words } from "./startWords";

/** What the state does not say: whether its companion lives, and whether there is a mailbox that mails could wait for. */
type Around = { readonly isRunning: boolean; readonly hasMailbox: boolean };

/** What the companion says of itself, for a terminal. Times are those of each register's own clocks. */
export function statusLines(state: CompanionState, { isRunning, hasMailbox }: Around): readonly string[] {
  return [
    ...(isRunning ? [] : [words.notRunning]),
    ...state.warnings.map(({ sentence }) => `!  ${sentence}`),
    ...state.registers.flatMap((register) => registerLines(register, hasMailbox)),
    ...(state.logs === null ? [] : ["", line(words.logs, state.logs)]),
  ];
}

function registerLines(register: RegisterState, hasMailbox: boolean): readonly string[] {
  const { name, file, lastRun, lastDigest, next, warnings, problems, mails, rhythm } = register;
  const at = (instant: Instant) => shown(wallTime(instant, rhythm.zone));
  const count = problems.reduce((sum, problem) => sum + problem.count, 0);
  return [
    "",
    words.register(name),
    line(words.file, file),
    line(
      words.lastRun,
      lastRun === null
        ? words.noRun
        : `${at(lastRun.at)}, ${(lastRun.outcome === "done" ? words.done : words.failed)[lastRun.job]}`,
    ),
    ...(lastRun?.outcome === "failed" && lastRun.sentence !== null ? [line("", lastRun.sentence)] : []),
    line(words.next, words.nextRuns(at(next.letters), at(next.digest))),
    ...(lastDigest === null ? [] : [line(words.page, lastDigest.page)]),
    ...(count === 0 ? [] : [line(words.problems, String(count))]),
    ...(hasMailbox ? mailsLines(mails, at) : []),
    ...warnings.map(({ sentence }) => `  !  ${sentence}`),
  ];
}

type Shown = (instant: Instant) => string;

function mailsLines(mails: readonly OpenMailState[], at: Shown): readonly string[] {
  return mails.length === 0 ? [line(words.mails, words.noMail)] : mails.flatMap((mail) => mailLines(mail, at));
}

function mailLines({ mail, standing, failures, sentence, nextTryAt }: OpenMailState, at: Shown): readonly string[] {
  const what = standing === "refused" ? words.mail.refused(mail, failures) : words.mail[standing](mail);
  return [
    line(words.mails, nextTryAt === null ? what : `${what}, ${words.nextTry(at(nextTryAt))}`),
    ...(sentence === null ? [] : [line("", sentence)]),
  ];
}

function line(title: string, text: string): string {
  return `  ${title.padEnd(18)}${text}`;
}

function shown(time: string): string {
  const [day = "", hour = ""] = time.split("T");
  return `${formats.shortDate(day as CivilDate)} ${hour}`;
}
