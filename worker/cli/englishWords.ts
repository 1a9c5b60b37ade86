import type { TemplateProblem } from "../word/checkTemplate";
import type { UnreadableCode } from "../xlsx/workbookUnreadable";
import type { WorkerWords } from "./frenchWords";

const unreadable: Readonly<Record<UnreadableCode, string>> = {
  fileMissing: "this file does not exist. Check the path, or create a register with “tacite new”.",
  fileEmpty: "this file is empty (0 bytes). Restore it from a backup or from the OneDrive recycle bin.",
  folder: "this is a folder. Give the path of the register, which ends in .xlsx.",
  openDocument: "this file is in LibreOffice’s format (.ods). Open it, then File > Save as > Excel workbook (.xlsx).",
  notXlsx: "this file is not an Excel workbook. Open it in Excel and save it as .xlsx.",
  oldXls: "this file is in the old .xls format. Open it in Excel, then File > Save as > Excel workbook (.xlsx).",
  passwordProtected:
    "this workbook is protected by a password. In Excel: File > Info > Protect workbook, remove the password, then save.",
  fileTruncated:
    "this file is incomplete: it is probably being saved or synchronised. Wait until that is over and try again.",
  fileLocked: "this file is locked by another program. Close it there and try again.",
  fileTooLarge: "this workbook is too big to be a register. Check that it is the right file.",
  diskFault:
    "the disk does not answer. Check that the disk, the key or the shared folder is connected, then try again; if it goes on, copy your files to another disk.",
  shareUnreachable:
    "the shared folder does not answer. Check that the computer or the server that shares it is on and connected, then try again.",
  tooManyFiles: "this computer has too many files open. Close some programs or restart it, then try again.",
  damaged: "this workbook is damaged. Open it in Excel, which will offer to repair it, then save it.",
};

function templateFault(template: string, problem: TemplateProblem): string {
  const start = `Template ${template}: `;
  switch (problem.code) {
    case "templateNotFound":
      return `${start}this file is missing or empty. Check the folder of the templates, or put the original back.`;
    case "templateUnreadable":
      return `${start}this is no readable Word document. Put the original template back.`;
    case "templateUnknownField": {
      const hint = problem.suggestion === undefined ? "" : ` Did you mean “${problem.suggestion}”?`;
      return `${start}there is no field “${problem.field}”.${hint} Correct it in Word.`;
    }
    case "templateFieldUnclosed":
      return `${start}the field “${problem.field}” lacks its two braces on either side. Write {{${problem.suggestion ?? problem.field}}} in Word.`;
    case "templateMissingField":
      return `${start}the required field “${problem.field}” is missing. Add {{${problem.field}}} in Word.`;
    case "templateFieldOutsideTable":
      return `${start}the field “${problem.field}” must stay in the table of appliances. Put it back into its row.`;
    case "templateDeadlineNotBoxed":
      return `${start}the refusal deadline is not boxed. Put a border around its paragraph in Word.`;
  }
}

export const englishWords: WorkerWords = {
  unreadable,
  templateFault,
  notARegister: "this workbook is not a Tacite register. Create one with “tacite new”, or choose the right file.",
  newerSchema: (version, known) =>
    `this register was made by a newer version of Tacite (register ${String(version)}, known here: ${String(known)}). Update Tacite.`,
  fileExists: (file) => `${file} already exists and was not touched. Choose another name.`,
  notXlsxName: (name) => `The name of a register ends in .xlsx: “${name}.xlsx”, for example.`,
  noLedger: (folder) =>
    `There is no ledger in this folder: ${folder}. Give the folder where Tacite writes the letters.`,
  tornLine: (line) => `Line ${String(line)} was left unfinished, probably by a power cut: it does not count.`,
  letterMissing: (file) => `${file}: this letter is no longer in the folder.`,
  letterAltered: (file) => `${file}: this letter was changed after it was prepared.`,
  created: (file) => `Register created: ${file}`,
  ledgerBroken: (file, line) =>
    `The ledger ${file} was changed at line ${String(line)}: it can no longer serve as proof, and nothing is added to it. Restore it from a backup.`,
  ledgerLocked: (lockFile, pid) =>
    `Tacite is already at work on this folder${pid === null ? "" : ` (process ${String(pid)})`}. Wait until it is done; if it no longer runs, delete ${lockFile}.`,
  outputUnwritable: (path, code) =>
    `Tacite cannot write to ${path} (${code}). Check that the folder exists, that it is open to you and that the disk is not full.`,
  bug: (message) => `An unforeseen error stopped Tacite: ${message}. Nothing was lost; try again, then report it.`,
  reading: (file) => `Reading ${file}…`,
  notReady: (file) => `${file} is not there in full yet: trying again in a few seconds…`,
  openInExcel: "The workbook is open in Excel: only what has been saved is taken into account.",
  lettersProgress: (done, total) => `Letters: ${String(done)} of ${String(total)}`,
  noProblem: "Nothing to correct.",
  problems: (count) => `${plural(count, "row", "rows")} to correct`,
  ledgerIntact: (count) => `Ledger intact: ${plural(count, "event", "events")}.`,
  nothingToDo: "Nothing to report.",
  toDo: "To do",
  others: (count) => `… and ${String(count)} more`,
  summary: {
    register: "Register",
    contracts: (count) => plural(count, "contract", "contracts"),
    letters: "Letters",
    newLetters: (count, folder) => `${String(count)} new, in ${folder}`,
    lettersLeft: (count) => `${String(count)} more to prepare once the register is corrected: see the summary`,
    digest: "Summary",
    unchanged: "unchanged",
    ledger: "Ledger",
  },
  ledgerEvents: {
    prepared: "announced",
    generated: "prepared",
    sending: "being sent",
    sent: "sent",
    refused: "refused by the server",
    returned: "returned",
    uncertain: "sending uncertain",
    digest: "summary",
    ran: "run",
    mailQueued: "to be sent",
    mailSending: "being sent",
    mailSent: "sent",
    mailRefused: "refused by the server",
    mailUncertain: "sending uncertain",
    mailShown: "shown on the screen",
  },
  importing: {
    noList: (file, sheet, others) =>
      sheet === null
        ? `${file}: no list of contracts was found. It takes one row per contract, under a row of headers.`
        : `${file}: no list was found in the sheet “${sheet}”.${others.length === 0 ? "" : ` There is one in: ${others.map((name) => `“${name}”`).join(", ")}.`}`,
    list: "List",
    place: (sheet, first, last, rows) =>
      `sheet “${sheet}”, rows ${String(first)} to ${String(last)}: ${rows} to import`,
    otherSheets: (names) =>
      `Other sheets with a list: ${names.map((name) => `“${name}”`).join(", ")}. Choose one with --sheet.`,
    columns: "Columns",
    toCheck: (count) =>
      `${plural(count, "column", "columns")} to check: --write-mapping writes a file to correct, which --mapping reads.`,
    rows: (count) => (count > 1 ? `The first ${String(count)} rows` : "The first row"),
    problems: (count) => plural(count, "remark", "remarks"),
    noProblem: "No remark.",
    howTo: "Nothing was written. To make a register of it, add --into REGISTER.xlsx.",
    imported: (file, lines, left) =>
      `Register created: ${file}, with ${plural(lines, "contract", "contracts")}.${left > 0 ? ` ${plural(left, "row", "rows")} could not be taken over: see the remarks.` : ""}`,
    mappingWritten: (file) => `Recognised columns: written to ${file}; correct it, then give it to --mapping.`,
    mappingNotRead: (file) => `${file}: this file cannot be read. Make one with --write-mapping.`,
    mappingWrong: (file) => `${file}: this file is to be corrected.`,
    mappingShape: 'It takes one header and one field per line, for instance {"Dt éch.": "endsOn"}.',
    unknownField: (header, field, nearest) =>
      `“${header}”: there is no field “${field}”.${nearest === null ? "" : ` Did you mean “${nearest}”?`}`,
    knownFields: (names) => `The known fields: ${names}, visitOfYear:2026, or null for the notes.`,
  },
  letterOf: (contract, from, issue) =>
    `contract ${contract}, period from ${from}${issue > 1 ? `, issue ${String(issue)}` : ""}`,
};

function plural(count: number, one: string, many: string): string {
  return `${String(count)} ${count === 1 ? one : many}`;
}
