import { compareText } from "../compareText";
import { applianceName } from "../contract/appliance";
import { clientName } from "../contract/clientName";
import { addDays, lastOfMonth } from "../dates/civilDate";
import type { CivilDate } from "../dates/civilDate";
import type { Catalogue } from "../i18n";
import type { MissingCell } from "../i18n/catalogue";
import { problemSentence } from "../i18n/problemSentence";
import { isNoticeSettled } from "../notice/notice";
import type { Obligation } from "../obligations/obligation";
import type { Plan, PlannedContract } from "../plan/plan";
import type { Problem } from "../problem";
import { locate } from "../workbook/locate";
import type { Positions } from "../workbook/readRegister";
import { sectionIds } from "./digestModel";
import type { DigestItem, DigestSection, SectionId } from "./digestModel";

/** A notice whose last legal day is so near comes before everything else. */
const LAST_DAYS = 14;
/** A legal visit is announced so many days before it is late. */
const LEGAL_VISIT_DAYS = 60;

type Writer = { readonly plan: Plan; readonly words: Catalogue; readonly positions: Positions };
type SectionRule = (contract: PlannedContract, writer: Writer) => readonly DigestItem[];

/** What is to be done, most urgent first: the digest of the week and the alerts of the pane. Every section is there, empty or not. */
export function digestSections(plan: Plan, positions: Positions, words: Catalogue): readonly DigestSection[] {
  const writer: Writer = { plan, words, positions };
  return sectionIds.map((id) => ({
    id,
    items:
      id === "rowsToFix"
        ? plan.problems.map((problem) => rowToFix(problem, writer))
        : plan.contracts.flatMap((contract) => rules[id](contract, writer)).sort(byUrgency),
  }));
}

/** Which items of a contract belong to each section. */
const rules: Readonly<Record<Exclude<SectionId, "rowsToFix">, SectionRule>> = {
  lastLegalDays: (contract, { plan, words }) => {
    const lastDay = openWindowEnd(contract, plan.today);
    if (lastDay === null || lastDay > addDays(plan.today, LAST_DAYS)) return [];
    return [letterItem(contract, letterTask(contract, lastDay, words), lastDay, false)];
  },

  lateNotices: (contract, { words }) => {
    const { consequence, notice, period } = contract;
    if (consequence === null) return [];
    // The notice of the period before was missed: nothing is left to send.
    if (period !== null && consequence.freeFrom === period.from) {
      const told = words.plan.tasks.renewedUntold(period.to, consequence.refund);
      return [item(contract, told, consequence.freeFrom, false)];
    }
    const what = words.plan.tasks.lateNotice(consequence.freeFrom, consequence.refund);
    const lastDay = notice?.state === "late" ? (notice.window?.to ?? null) : null;
    return [letterItem(contract, what, lastDay, open(contract, "notice").length > 0)];
  },

  lettersToSend: (contract, writer) => {
    const { plan, words } = writer;
    const lastDay = openWindowEnd(contract, plan.today);
    const refused = refusal(contract, writer);
    if (refused !== null) return [{ ...letterItem(contract, "", lastDay, false), ...refused }];
    const missedOn = lateByChoice(contract);
    if (missedOn !== null) return [letterItem(contract, words.plan.tasks.lateByChoice(missedOn), missedOn, true)];
    if (lastDay === null || lastDay <= addDays(plan.today, LAST_DAYS) || contract.notice?.state === "returned")
      return [];
    return [letterItem(contract, letterTask(contract, lastDay, words), lastDay, false)];
  },

  unprovenOrReturned: (contract, { plan, words }) => {
    const letter = contract.notice?.letter ?? null;
    if (letter === null) return [];
    if (
      contract.notice?.state === "returned" &&
      letter.returnedOn !== null &&
      !isNoticeSettled(contract.notice, plan.today)
    ) {
      const what = words.plan.tasks.returnedLetter(letter.returnedOn);
      return [letterItem(contract, what, openWindowEnd(contract, plan.today), false)];
    }
    const wantsProof = letter.channel === "tracked" || letter.channel === "registered" || letter.channel === "email";
    if (contract.notice?.state !== "sent" || letter.sentOn === null || !wantsProof || letter.tracking !== null)
      return [];
    const what = words.plan.tasks.sentWithoutProof(letter.sentOn);
    return [{ ...letterItem(contract, what, null, false), at: { table: "letters", key: letter.id } }];
  },

  refusedVisitsLeft: (contract, { words }) =>
    contract.state !== "refused"
      ? []
      : open(contract, "visit").map((visit) =>
          owed(contract, words.plan.tasks.visitAfterRefusal(appliance(contract, visit, words), visit.due.to), visit),
        ),

  toInvoice: (contract, { words }) => [
    ...now(contract, "invoice").map((one) => owed(contract, words.plan.tasks.invoice(one.period, one.due.to), one)),
    ...now(contract, "repairInvoice").map((one) => owed(contract, words.plan.tasks.repairInvoice(one.due.from), one)),
    ...open(contract, "payment")
      .filter(({ state }) => state === "overdue")
      .map((one) => {
        const number = contract.file.invoices.find(({ id }) => id === one.about)?.number ?? null;
        return owed(contract, words.plan.tasks.payment(number, one.due.to), one);
      }),
  ],

  visits: (contract, { plan, words }) => {
    const planned =
      contract.state === "refused" ? [] : now(contract, "visit").filter(({ due }) => due.to <= lastOfMonth(plan.today));
    // One visit clears the contract and the law: it is asked for once.
    const asked = contract.state === "refused" ? open(contract, "visit") : planned;
    const seen = new Set(asked.map(({ equipment }) => equipment));
    const legal = now(contract, "legalVisit").filter(
      (one) =>
        one.due.to <= addDays(plan.today, LEGAL_VISIT_DAYS) && (one.source === "leakCheck" || !seen.has(one.equipment)),
    );
    return [...planned, ...legal].map((one) => owed(contract, visitTask(contract, one, words), one));
  },

  certificates: (contract, { words }) =>
    now(contract, "certificate").map((one) =>
      owed(contract, words.plan.tasks.certificate(one.due.from, one.due.to), one),
    ),

  renewals: (contract, { words }) =>
    now(contract, "renewal").map((one) => {
      const { recordRenewal, proposeRenewal } = words.plan.tasks;
      const what = one.source === "tacitRenewal" ? recordRenewal(one.due.from) : proposeRenewal(one.due.to);
      return owed(contract, what, one);
    }),
};

/** Last legal day of a notice that is still to be sent and whose window is open; null otherwise. */
function openWindowEnd({ notice }: PlannedContract, today: CivilDate): CivilDate | null {
  if (notice === null || notice.window === null || today > notice.window.to) return null;
  const isOpen = notice.state === "toSend" || notice.state === "generated" || notice.state === "returned";
  return isOpen ? notice.window.to : null;
}

/** Last day of a window that has passed without the letter that the firm chose to send a professional; null otherwise. */
function lateByChoice({ file, notice }: PlannedContract): CivilDate | null {
  if (file.client?.type !== "professional" || notice?.state !== "late") return null;
  return notice.letter !== null && notice.letter.sentOn !== null ? null : (notice.window?.to ?? null);
}

function letterTask({ file, notice }: PlannedContract, lastDay: CivilDate, words: Catalogue): string {
  const { sendAgain, sendLetter, sendNotice } = words.plan.tasks;
  const { letter = null } = notice ?? {};
  const before = file.letters.findLast(
    ({ issue, periodFrom }) => letter !== null && periodFrom === letter.periodFrom && issue < letter.issue,
  );
  const returnedOn = before?.returnedOn ?? null;
  if (returnedOn !== null) return sendAgain(returnedOn, lastDay);
  return notice?.state === "generated" ? sendLetter(lastDay) : sendNotice(lastDay);
}

/** Why the contract's letter cannot be written, and the first cell to mend; null when it can or none is due. */
function refusal(
  { file }: PlannedContract,
  { plan, words, positions }: Writer,
): Pick<DigestItem, "what" | "reasons" | "at"> | null {
  const letter = plan.letters.find(({ contract }) => contract === file.contract.number);
  const [first] = letter?.refusedBecause ?? [];
  if (letter === undefined || first === undefined) return null;
  const { refusedLetter, fillIn } = words.plan.tasks;
  const only = letter.refusedBecause.length === 1 ? missingCell(first, positions) : null;
  const reasons = letter.refusedBecause.map((problem) => {
    const cell = missingCell(problem, positions);
    return cell === null
      ? words.formats.headed(placeName(problem, positions), problemSentence(problem, words))
      : fillIn(cell);
  });
  return { what: refusedLetter(only), reasons: only === null ? reasons : [], at: first.at };
}

/** The cell that a letter lacks; null where something else is wrong. */
function missingCell(problem: Problem, positions: Positions): MissingCell | null {
  if (problem.code !== "letterNeeds") return null;
  const isOwnRow = problem.at.table === "contracts" || problem.at.table === "periods";
  const { field, contract } = problem.facts;
  return { field, place: placeName(problem, positions), contract: isOwnRow ? contract : null };
}

function placeName({ at }: Problem, positions: Positions): string {
  const { sheet, cell } = locate(at, positions);
  return cell === null ? sheet : `${sheet}!${cell}`;
}

function visitTask(contract: PlannedContract, visit: Obligation, words: Catalogue): string {
  const { tasks } = words.plan;
  const write =
    visit.kind === "visit" ? tasks.visit : visit.source === "leakCheck" ? tasks.leakCheck : tasks.legalVisit;
  return write(appliance(contract, visit, words), visit.due.to);
}

/** Named only where a contract covers several: of one it goes without saying. */
function appliance({ file }: PlannedContract, { equipment }: Obligation, words: Catalogue): string | null {
  const row = file.equipment.find(({ id }) => id === equipment);
  return row === undefined || file.equipment.length === 1 ? null : applianceName(row, words.workbook);
}

function open({ obligations }: PlannedContract, kind: Obligation["kind"]): readonly Obligation[] {
  return obligations.filter((one) => one.kind === kind && one.state !== "done");
}

/** What can or should be done today. */
function now(contract: PlannedContract, kind: Obligation["kind"]): readonly Obligation[] {
  return open(contract, kind).filter(({ state }) => state !== "upcoming");
}

function owed(contract: PlannedContract, what: string, { due, state, key }: Obligation): DigestItem {
  return { ...item(contract, what, due.to, state === "overdue"), obligation: key };
}

/** About the notice that is still to be sent, if any. */
function letterItem(contract: PlannedContract, what: string, dueOn: CivilDate | null, overdue: boolean): DigestItem {
  return { ...item(contract, what, dueOn, overdue), obligation: open(contract, "notice")[0]?.key ?? null };
}

function item({ file }: PlannedContract, what: string, dueOn: CivilDate | null, overdue: boolean): DigestItem {
  const { contract, client } = file;
  return {
    contract: contract.number,
    clientName: client === null ? null : clientName(client),
    city: contract.placeCity ?? client?.city ?? null,
    phone: contract.occupantPhone ?? client?.phone ?? null,
    what,
    reasons: [],
    dueOn,
    overdue,
    obligation: null,
    at: null,
    where: null,
  };
}

function rowToFix(problem: Problem, { plan, words, positions }: Writer): DigestItem {
  const contract = plan.contracts.find(
    ({ file }) => problem.at.table === "contracts" && file.contract.number === problem.at.key,
  );
  return {
    contract: contract?.file.contract.number ?? null,
    clientName: contract?.file.client?.name ?? null,
    city: null,
    phone: null,
    what: problemSentence(problem, words),
    reasons: [],
    dueOn: null,
    overdue: false,
    obligation: null,
    at: problem.at,
    where: placeName(problem, positions),
  };
}

function byUrgency(a: DigestItem, b: DigestItem): number {
  const key = ({ dueOn, contract, what }: DigestItem) => `${dueOn ?? "9999-12-31"} ${contract ?? ""} ${what}`;
  return compareText(key(a), key(b));
}
