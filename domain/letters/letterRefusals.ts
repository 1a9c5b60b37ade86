import type { ContractFile } from "../contract/contractFile";
import type { Period } from "../contract/periods";
import { pricedRow, termsOf } from "../contract/terms";
import { columnHeader } from "../i18n/columnHeader";
import { workbook } from "../i18n/fr/workbook";
import { problem } from "../problem";
import type { Place, Problem, ProblemCode } from "../problem";
import type { Client } from "../workbook/schema";
import type { SettingName } from "../workbook/settings";
import { letterContent } from "./letterContent";
import type { LetterSubject } from "./letterContent";
import { missingLetterFields } from "./letterFields";
import type { LetterFieldName } from "./letterFields";

/** The cells that decide whether a letter is due, its dates and its price: one that cannot be read forbids the letter. */
const decisive = {
  contracts: [
    "number",
    "followedSince",
    "startsOn",
    "firstMonths",
    "renewalMonths",
    "noticeLength",
    "noticeUnit",
    "renewalKind",
    "nextPrice",
    "nextBasis",
    "refusalOn",
    "terminatedOn",
  ],
  periods: ["contract", "number", "from", "to", "price", "basis", "vatRate"],
  letters: ["contract", "periodFrom", "kind", "issue", "deadline", "sentOn", "returnedOn"],
} as const;

/** Without them the letters already written cannot be found again, nor the sheets be understood. */
const decisiveSettings: readonly string[] = ["registerId", "schemaVersion"] satisfies readonly SettingName[];

/** Problems that leave a value which can be relied on. */
const harmless: readonly ProblemCode[] = [
  "dateIsText",
  "amountIsText",
  "periodEndUnusual",
  "periodMissing",
  "noEquipment",
  "noticeTooEarly",
  "refusalAfterDeadline",
  "renewedDespiteRefusal",
];

/**
 * Why the letter must not be written: a cell on which its dates or its price rest is in doubt, or a value that it
 * cannot do without is missing. A letter with a wrong deadline is worse than none. Empty when it can be written.
 */
export function letterRefusals(subject: LetterSubject, problems: readonly Problem[]): readonly Problem[] {
  return [...doubts(subject, problems), ...missingLetterValues(subject)];
}

function doubts({ file, period }: LetterSubject, problems: readonly Problem[]): Problem[] {
  const { number } = file.contract;
  const ownRows = new Set([...file.periodRows, ...file.letters].map(({ id }) => id));
  return problems.filter((found) => {
    const { at, code } = found;
    if (at.table === "settings") return at.key !== undefined && decisiveSettings.includes(at.key);
    if (at.table !== "contracts" && at.table !== "periods" && at.table !== "letters") return false;
    // A table or a column that is missing altogether concerns every contract.
    if (code === "missingTable") return true;
    const columns: readonly string[] = decisive[at.table];
    if (harmless.includes(code) || at.column === undefined || !columns.includes(at.column)) return false;
    if (at.key === undefined) return true;
    // Which of the two rows is the contract's, nobody can tell.
    if (at.table === "contracts")
      return at.key === number || (found.code === "duplicateKey" && found.facts.key === number);
    // A period of no known contract may be the one that this contract lacks.
    if (at.table === "periods" && at.column === "contract" && period.row === null) return true;
    return at.contract === number || ownRows.has(at.key);
  });
}

/** What the letter cannot do without and the register does not say: each cell to fill in, once. */
export function missingLetterValues(subject: LetterSubject): readonly Problem[] {
  const seen = new Set<string>();
  return missingLetterFields(letterContent(subject)).flatMap((field) => {
    const at = placeOf(field, subject);
    const name = `${at.table ?? ""}:${at.key ?? ""}:${at.column ?? ""}`;
    if (seen.has(name)) return [];
    seen.add(name);
    return [problem("letterNeeds", at, { field: labelOf(at), contract: at.contract ?? null })];
  });
}

/** The cell to fill in so that the letter's field has a value. */
function placeOf(field: LetterFieldName, { file, period, settings }: LetterSubject): Place {
  const setting = (key: SettingName): Place => ({ table: "settings", key, column: "value" });
  const { contract, client } = file;
  const number = contract.number;
  switch (field) {
    case "societe_nom":
      return setting("firmName");
    case "societe_adresse":
    case "refus_adresse":
    case "lieu_et_date":
      return setting(settings.city === null ? "city" : "address");
    case "signataire_nom":
      return setting("signatory");
    case "client_nom":
    case "client_appel":
    case "client_adresse": {
      if (client === null) return { table: "contracts", key: number, contract: number, column: "client" };
      return { table: "clients", key: client.number, contract: number, column: missingAddressColumn(client) };
    }
    case "prix_actuel":
      return priceCell(file, period, period.number);
    case "prix_nouveau":
      return priceCell(file, period, period.number + 1);
    default:
      return { table: "contracts", key: number, contract: number, column: "number" };
  }
}

/** The cell that leaves the price of a period unknown; of one of another length it is the price to announce. */
function priceCell(file: ContractFile, period: Period, priced: number): Place {
  const contract = file.contract.number;
  const row = pricedRow(file, priced);
  if (row === null) return { table: "periods", contract, column: "price" };
  const at = { table: "periods", key: row.id, contract } as const;
  if (termsOf(file, priced)?.price !== null) return { ...at, column: "vatRate" };
  if (row.price === null) return { ...at, column: "price" };
  // What silence began is to be written down first: an announcement would be taken for it.
  if (period.row === null) return { table: "periods", contract, column: "price" };
  return { table: "contracts", key: contract, contract, column: "nextPrice" };
}

function missingAddressColumn(client: Client): string {
  const atSyndic = client.type === "association" && client.billingAddress !== null;
  const columns = atSyndic ? (["billingPostcode", "billingCity"] as const) : (["address", "postcode", "city"] as const);
  return columns.find((column) => client[column] === null) ?? "address";
}

/** The French name of the cell, which is what its reader sees in the workbook. */
function labelOf({ table, key, column }: Place): string {
  if (table === "settings") return workbook.settings[key as SettingName];
  if (table === null) return "";
  return columnHeader(workbook, table, column ?? "");
}
