import { applianceName } from "../../../domain/contract/appliance";
import { digestSections } from "../../../domain/digest/digestOf";
import type { DigestItem, SectionId } from "../../../domain/digest/digestModel";
import type { Catalogue } from "../../../domain/i18n";
import type { Obligation, ObligationKind } from "../../../domain/obligations/obligation";
import type { PlannedContract } from "../../../domain/plan/plan";
import type { Place } from "../../../domain/problem";
import type { OpenedRegister } from "../../actions/session";
import { taskOf } from "./task";
import type { Task } from "./task";

/** Something to do, told as the digest tells it, with where it lies and the form that does it. */
export type Alert = DigestItem & { readonly key: string; readonly place: Place; readonly task: Task | null };

export type AlertSection = { readonly id: SectionId; readonly alerts: readonly Alert[] };

/** The sections of the digest that hold something, most urgent first. */
export function alertsOf({ plan, positions }: OpenedRegister, words: Catalogue): readonly AlertSection[] {
  const contracts = new Map(plan.contracts.map((one) => [one.file.contract.number, one]));
  return digestSections(plan, positions, words)
    .map(({ id, items }) => ({
      id,
      alerts: items.map((item, i): Alert => {
        const key = `${id}:${String(i)}`;
        if (id === "rowsToFix") return { ...item, key, task: null, place: plan.problems[i]?.at ?? { table: null } };
        const planned = contracts.get(item.contract ?? "");
        const obligation = planned === undefined ? null : obligationOf(id, item, planned, words);
        const task = obligation === null ? null : taskOf(obligation);
        return { ...item, key, task, place: task?.place ?? { table: "contracts", key: item.contract ?? "" } };
      }),
    }))
    .filter(({ alerts }) => alerts.length > 0);
}

const kinds: Readonly<Record<Exclude<SectionId, "rowsToFix">, readonly ObligationKind[]>> = {
  lastLegalDays: ["notice"],
  lateNotices: ["notice"],
  lettersToSend: ["notice"],
  unprovenOrReturned: ["notice"],
  refusedVisitsLeft: ["visit"],
  toInvoice: ["invoice", "repairInvoice", "payment"],
  visits: ["visit", "legalVisit"],
  certificates: ["certificate"],
  renewals: ["renewal"],
};

/** The obligation of which the item speaks: of its kind, due on its day and, where several are, the one that it names. */
function obligationOf(
  section: Exclude<SectionId, "rowsToFix">,
  item: DigestItem,
  { file, obligations }: PlannedContract,
  words: Catalogue,
): Obligation | null {
  const candidates = obligations.filter(
    ({ kind, state, due }) =>
      kinds[section].includes(kind) && state !== "done" && (kind === "notice" || due.to === item.dueOn),
  );
  const isNamed = (one: Obligation): boolean => {
    const { tasks } = words.plan;
    const row = file.equipment.find(({ id }) => id === one.equipment);
    const number = file.invoices.find(({ id }) => id === one.about)?.number ?? null;
    switch (one.kind) {
      case "visit":
      case "legalVisit":
        return row !== undefined && item.what.includes(applianceName(row, words.workbook));
      case "invoice":
        return item.what === tasks.invoice(one.period, one.due.to);
      case "repairInvoice":
        return item.what === tasks.repairInvoice(one.due.from);
      case "payment":
        return item.what === tasks.payment(number, one.due.to);
      default:
        return true;
    }
  };
  return candidates.find(isNamed) ?? candidates[0] ?? null;
}
