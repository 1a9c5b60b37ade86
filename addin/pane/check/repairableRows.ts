import type { KeyRepairInput } from "../../../domain/actions/repairKeys";
import type { Problem } from "../../../domain/problem";

/** The rows whose key is missing or copied: giving them one of their own changes nothing else. */
export function repairableRows(problems: readonly Problem[]): KeyRepairInput["rows"] {
  return problems.flatMap(({ code, at: { table, key } }) => {
    if (code !== "missingKey" && code !== "duplicateKey") return [];
    if (table === null || table === "settings" || table === "journal" || key === undefined) return [];
    return [{ table, key }];
  });
}
