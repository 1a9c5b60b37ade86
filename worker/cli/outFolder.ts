import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { LEDGER_FILE } from "../ledger/ledger";

/** Where a register's letters go when nobody says: its own folder if the ledger lies there, else « Tacite » in it. */
export function outFolder(register: string): string {
  const folder = dirname(register);
  return existsSync(join(folder, LEDGER_FILE)) ? folder : join(folder, "Tacite");
}
