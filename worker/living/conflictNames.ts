/** What synchronisers and browsers add to the name of a second version, whatever language they speak. */
const inBrackets = /^ ?\((\d+|.*(conflit|conflict|copie de).*)\)$/i;
/** OneDrive adds the name of the PC, then a number: "-PC de Paul", "-DESKTOP-4F2K-2". A date or a year is somebody's archive. */
const machine = /^-(?=.*\p{L}).{1,60}$/u;
const archive = /^-\s*(copie|copy|sauvegarde|backup|archive|ancien|old|v\d)/i;

/** Of the names in the register's folder, those of a second version of it that a synchroniser may have made. */
export function conflictCopies(names: readonly string[], registerName: string): readonly string[] {
  const stem = stemOf(registerName);
  return names.filter((name) => {
    if (name === registerName || !isWorkbook(name) || !stemOf(name).startsWith(stem)) return false;
    const added = stemOf(name).slice(stem.length);
    return inBrackets.test(added) || (machine.test(added) && !archive.test(added));
  });
}

/** Whether the name is that of a workbook, and not of the file by which Excel says that it has one open. */
export function isWorkbook(name: string): boolean {
  return /[.]xlsx$/i.test(name) && !name.startsWith("~$");
}

function stemOf(name: string): string {
  return name.replace(/[.]xlsx$/i, "").normalize("NFC");
}
