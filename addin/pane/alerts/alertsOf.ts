import { digestSections } from "../../../domain/digest/digestOf";
import type { DigestItem, SectionId } from "../../../domain/digest/digestModel";
import type { Catalogue } from "../../../domain/i18n";
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
      alerts: items.map((item): Alert => {
        const planned = contracts.get(item.contract ?? "");
        const owed = planned?.obligations.find(({ key }) => key === item.obligation);
        const task = planned === undefined || owed === undefined ? null : taskOf(owed, planned.file, plan.today);
        const row: Place = { table: "contracts", key: item.contract ?? "" };
        const key = JSON.stringify([id, item.obligation, item.contract, item.at, item.what]);
        return { ...item, key, task, place: item.at ?? task?.place ?? row };
      }),
    }))
    .filter(({ alerts }) => alerts.length > 0);
}
