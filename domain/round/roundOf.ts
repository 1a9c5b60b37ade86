import { compareText } from "../compareText";
import { clientName } from "../contract/clientName";
import { contractFiles } from "../contract/contractFile";
import type { ContractFile } from "../contract/contractFile";
import { earliest, isWithin, lastOfMonth, latest } from "../dates/civilDate";
import type { CivilDate, DateSpan } from "../dates/civilDate";
import { isVisitDone } from "../obligations/doneVisits";
import type { Obligation } from "../obligations/obligation";
import { obligationsOf } from "../obligations/obligations";
import type { Register } from "../register";
import type { Equipment, Intervention } from "../workbook/schema";
import { normalized } from "../workbook/words";

/** One call of the round: what is to be done at one place for one contract. */
export type Stop = {
  /** The same from day to day as long as the same visit is meant, so that a calendar moves it instead of doubling it. */
  readonly key: string;
  readonly contract: string;
  readonly client: string;
  /** Null where the client is on the spot himself. */
  readonly occupant: string | null;
  readonly address: string | null;
  readonly postcode: string | null;
  readonly city: string | null;
  readonly phone: string | null;
  readonly appliances: readonly Equipment[];
  readonly lastVisitOn: CivilDate | null;
  /** The appointment; null where none is made yet. */
  readonly plannedOn: CivilDate | null;
  /** First and last day on which the visit is in time; null for an appointment that nothing asks for. */
  readonly due: DateSpan | null;
  readonly isRepair: boolean;
  readonly notes: string | null;
};

/** The visits of a month by postcode, town and name. `month` is its first day. */
export type Round = { readonly month: CivilDate; readonly stops: readonly Stop[] };

/**
 * The round of the month that begins on the day: the appointments made in it, and the visits of the contracts and of the
 * law whose last day falls in it and that have no appointment. What is late belongs to the round of today's month.
 */
export function roundOf(register: Register, today: CivilDate, month: CivilDate): Round {
  const span = { from: month, to: lastOfMonth(month) };
  // A period may end within the month and another begin: each shows its own visits on its own day.
  const days = [...new Set([latest(today, span.from), latest(today, span.to)])];
  const found = new Map<string, { readonly file: ContractFile; readonly owed: Map<string, Obligation> }>();
  for (const day of days) {
    for (const file of contractFiles(register, day)) {
      const known = found.get(file.contract.number) ?? { file, owed: new Map<string, Obligation>() };
      for (const one of obligationsOf(file, register.settings, day)) {
        if ((one.kind === "visit" || one.kind === "legalVisit") && one.state !== "done") known.owed.set(one.key, one);
      }
      found.set(file.contract.number, known);
    }
  }
  const stops = [...found.values()].flatMap(({ file, owed }) => stopsOf(file, [...owed.values()], span, today));
  return { month, stops: stops.sort(byPlace) };
}

/** The towns of the round in its order, each with its stops. */
export function townsOf({
  stops,
}: Round): readonly { readonly town: string | null; readonly stops: readonly Stop[] }[] {
  const towns = new Map<string, { readonly town: string | null; readonly stops: Stop[] }>();
  for (const stop of stops) {
    const key = `${stop.postcode ?? ""} ${normalized(stop.city ?? "")}`;
    const town = [stop.postcode, stop.city].filter((part) => part !== null).join(" ");
    const group = towns.get(key) ?? { town: town === "" ? null : town, stops: [] };
    group.stops.push(stop);
    towns.set(key, group);
  }
  return [...towns.values()];
}

/** The day on which a calendar shows the stop: the appointment, else the last day in time, today when that is past. */
export function dayOf({ plannedOn, due }: Stop, today: CivilDate): CivilDate {
  return plannedOn ?? latest(today, due?.to ?? today);
}

type Call = {
  readonly equipment: string | null;
  readonly owed: Obligation | null;
  readonly planned: Intervention | null;
};

function stopsOf(file: ContractFile, owed: readonly Obligation[], month: DateSpan, today: CivilDate): readonly Stop[] {
  const planned = file.interventions.filter(
    ({ doneOn, plannedOn, outcome }) => doneOn === null && plannedOn !== null && outcome !== "cancelled",
  );
  const visits = withoutEchoes(owed);
  const meets = (intervention: Intervention, { equipment }: Obligation) =>
    intervention.kind !== "repair" && (intervention.equipment === null || intervention.equipment === equipment);
  const ofVisits = visits.map((one): Call => {
    const appointment = planned.find((intervention) => meets(intervention, one)) ?? null;
    return { equipment: one.equipment, owed: one, planned: appointment };
  });
  const met = new Set(ofVisits.map((call) => call.planned));
  const others = planned
    .filter((one) => !met.has(one))
    .map((one): Call => ({ equipment: one.equipment, owed: null, planned: one }));
  const isThisMonth = isWithin(today, month);
  const calls = [...ofVisits, ...others].filter(({ owed: visit, planned: appointment }) => {
    const on = appointment?.plannedOn ?? null;
    const isMissed = (day: CivilDate) => isThisMonth && day < month.from;
    if (on !== null) return isWithin(on, month) || isMissed(on);
    return visit !== null && (isWithin(visit.due.to, month) || isMissed(visit.due.to));
  });
  const groups = new Map<string, Call[]>();
  for (const call of calls) {
    const { place = null, occupantName = null } = applianceOf(file, call.equipment) ?? {};
    const key = JSON.stringify([place, occupantName, call.planned?.plannedOn ?? null, call.planned?.kind === "repair"]);
    groups.set(key, [...(groups.get(key) ?? []), call]);
  }
  return [...groups.values()].map((group) => stopOf(file, group));
}

/** One visit clears the contract and the law: the appliance is called for once. */
function withoutEchoes(owed: readonly Obligation[]): readonly Obligation[] {
  const asked = owed.filter(({ kind }) => kind === "visit");
  return owed.filter(
    (one) =>
      one.kind === "visit" ||
      one.source === "leakCheck" ||
      !asked.some(({ equipment, due }) => equipment === one.equipment && due.to <= one.due.to),
  );
}

function stopOf(file: ContractFile, calls: readonly Call[]): Stop {
  const { contract, client } = file;
  const ids = new Set(calls.map(({ equipment }) => equipment));
  const appliances = ids.has(null) ? file.equipment : file.equipment.filter(({ id }) => ids.has(id));
  const [first] = appliances;
  const dues = calls.flatMap(({ owed }) => (owed === null ? [] : [owed.due]));
  const [due, ...otherDues] = dues;
  const isElsewhere = [contract.placeAddress, contract.placePostcode, contract.placeCity].some((part) => part !== null);
  const occupant = first?.occupantName ?? contract.occupantName;
  const notes = [contract.notes, client?.notes ?? null, ...appliances.map((one) => one.notes)];
  return {
    key: calls.map(({ owed, planned }) => owed?.key ?? `appointment:${planned?.id ?? ""}`).sort()[0] ?? contract.number,
    contract: contract.number,
    client: client === null ? contract.number : clientName(client),
    occupant,
    address: isElsewhere ? contract.placeAddress : (client?.address ?? null),
    postcode: isElsewhere ? contract.placePostcode : (client?.postcode ?? null),
    city: isElsewhere ? contract.placeCity : (client?.city ?? null),
    phone: first?.occupantPhone ?? contract.occupantPhone ?? client?.phone ?? client?.phone2 ?? null,
    appliances,
    lastVisitOn:
      file.interventions
        .filter(isVisitDone)
        .findLast(({ equipment }) => equipment === null || ids.has(null) || ids.has(equipment))?.doneOn ?? null,
    plannedOn: calls[0]?.planned?.plannedOn ?? null,
    due:
      due === undefined
        ? null
        : {
            from: earliest(due.from, ...otherDues.map(({ from }) => from)),
            to: earliest(due.to, ...otherDues.map(({ to }) => to)),
          },
    isRepair: calls.every(({ planned }) => planned?.kind === "repair"),
    notes: [...new Set(notes.filter((note) => note !== null && note !== ""))].join(" · ") || null,
  };
}

function applianceOf(file: ContractFile, id: string | null): Equipment | undefined {
  return file.equipment.find((one) => one.id === id);
}

function byPlace(a: Stop, b: Stop): number {
  const key = ({ postcode, city, client, contract }: Stop) =>
    [postcode ?? "~", normalized(city ?? ""), normalized(client), contract].join("\t");
  return compareText(key(a), key(b));
}
