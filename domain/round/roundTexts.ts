import { applianceName } from "../contract/appliance";
import type { CivilDate } from "../dates/civilDate";
import type { Catalogue } from "../i18n";
import type { RoundWords } from "../i18n/fr/round";
import type { Stop } from "./roundOf";

/** What is written of a stop, ready for a line of a table. Dates stay dates: a sheet keeps them as such. */
export type StopTexts = {
  readonly day: CivilDate | null;
  readonly postcode: string;
  readonly city: string;
  readonly client: string;
  readonly address: string;
  readonly phone: string;
  readonly appliance: string;
  readonly contract: string;
  readonly lastVisit: CivilDate | null;
  readonly due: CivilDate | null;
  readonly notes: string;
};

export function textsOf(stop: Stop, words: Catalogue, own: RoundWords): StopTexts {
  const { plannedOn, postcode, city, client, occupant, address, phone, appliances, contract, lastVisitOn, due } = stop;
  const appliance = appliances.map((one) => applianceName(one, words.workbook)).join(", ");
  return {
    day: plannedOn,
    postcode: postcode ?? "",
    city: city ?? "",
    client: occupant === null ? client : `${client}, ${own.at(occupant)}`,
    address: address ?? "",
    phone: phone ?? "",
    appliance: stop.isRepair ? own.headed(own.repair, appliance) : appliance,
    contract,
    lastVisit: lastVisitOn,
    due: due?.to ?? null,
    notes: stop.notes ?? "",
  };
}
