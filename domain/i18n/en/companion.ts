import type { CivilDate } from "../../dates/civilDate";
import type { CompanionWords } from "../fr/companion";
import { formats } from "./formats";

const { shortDate } = formats;

function moment(at: string): string {
  const [day = "", time = ""] = at.split("T");
  return `${shortDate(day as CivilDate)} at ${time}`;
}

const notRecognised = "The companion did not recognise this pane. Close it, open it again, then start over.";
const otherVersion = "The pane and the companion are not of the same version. Restart the companion, then Excel.";

export const companion: CompanionWords = {
  elsewhere:
    "This pane does not come from the companion of this computer: save the workbook, and the companion will read it at its next run.",
  notFollowed:
    "The companion does not follow this register yet. Add it to tacite.json, or wait for its first run if it has just been added.",
  export: "Export for the companion",
  exportWhy: "The companion reads the saved file. Export to give it the workbook as it is on the screen.",
  cancel: "Stop",
  reading: (done, total) =>
    total === 0 ? "Reading the workbook…" : `Reading the workbook: ${String(Math.round((100 * done) / total))}%`,
  sending: "Sending to the companion…",
  stopped: "Export stopped: the companion keeps the copy before.",
  kept: (name, at) => `The companion received a copy of “${name}” on ${moment(at)}.`,
  keptUnknown: (at) =>
    `Copy received on ${moment(at)}, but the companion does not follow this register yet: add it to tacite.json.`,
  refresh: "Refresh",
  openFolder: "Open the folder",
  runs: "Runs",
  lastDone: (at) => `Last run: ${moment(at)}.`,
  lastFailed: (at) => `The run of ${moment(at)} could not be done.`,
  neverRan: "There has been no run yet.",
  next: (letters, digest) => `Next letters: ${moment(letters)}. Next digest: ${moment(digest)}.`,
  copyAt: (at) => `Last exported copy: ${moment(at)}.`,
  letters: "Letters to send",
  noLetters: "No letter waits to be sent.",
  deadline: (day) => `printed deadline: ${shortDate(day)}`,
  edition: (issue) => `version ${String(issue)}`,
  late: "Too late",
  markSent: "Mark as sent",
  contract: (number) => `Contract ${number}`,
  problems: {
    unreachable: "The companion does not answer. Start “tacite start” on this computer, then start over.",
    wrongHost: notRecognised,
    wrongOrigin: notRecognised,
    notPaired: notRecognised,
    tooManyRequests: "That is too many requests at once. Wait a minute, then start over.",
    badRequest: otherVersion,
    notFound: otherVersion,
    tooLarge: "This workbook is over 50 MB: remove its pictures or the sheets that are not of the register.",
    notAWorkbook: "The companion could not read this copy. Save the workbook as .xlsx, then start over.",
    passwordProtected: "This workbook has a password, and the companion cannot read it. Remove it in File, Info.",
    notARegister: "The companion found no register in this copy. “Check the register” says what is missing.",
    newerSchema: "The companion is older than this register. Update Tacite on this computer.",
    noIdentity:
      "This register has lost its identity. On the first screen, click “Complete the register”, then start over.",
    busy: "The companion is already reading a copy. Start over in a few seconds.",
    notFollowed: "The companion does not follow this register yet: add it to tacite.json, then wait for its run.",
    noFolder: "The folder of the letters is not there yet: the first run makes it.",
    ledgerBroken: "The ledger of the letters was altered: restore it from a backup. “tacite ledger” says where.",
    diskFull: "The disk is full: make room, then start over.",
    unexpected: "The companion met an error. Start over; if it goes on, “tacite diagnostic” will help to understand.",
  },
};
