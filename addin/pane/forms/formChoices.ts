import { applianceName } from "../../../domain/contract/appliance";
import type { ContractFile } from "../../../domain/contract/contractFile";
import { equipmentInService } from "../../../domain/contract/coverage";
import type { CivilDate } from "../../../domain/dates/civilDate";
import type { Catalogue } from "../../../domain/i18n";
import type { OpenedRegister } from "../../actions/session";
import type { Option } from "./field";

/** The appliances of the contract that are in service. */
export function equipmentOptions(file: ContractFile, today: CivilDate, words: Catalogue): readonly Option[] {
  return equipmentInService(file, today).map((one): Option => {
    const name = applianceName(one, words.workbook);
    return [one.id, one.serial === null ? name : `${name} (${one.serial})`];
  });
}

/** The technicians named in the settings. */
export function technicians({ register }: OpenedRegister): readonly string[] {
  return named(register.settings.technicians);
}

/** The plans named in the settings. */
export function plans({ register }: OpenedRegister): readonly string[] {
  return named(register.settings.plans);
}

function named(list: string | null): readonly string[] {
  return (list ?? "")
    .split(";")
    .map((name) => name.trim())
    .filter((name) => name !== "");
}
