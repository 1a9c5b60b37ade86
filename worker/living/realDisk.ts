import { readdir, stat } from "node:fs/promises";
import { openedInExcel } from "../files/openedInExcel";
import type { LivingDisk } from "./lookAtFile";

/** The part of the disk that needs nothing but Node. It never throws: what a disk does not say is found out by reading. */
export const realDisk: Pick<LivingDisk, "stamp" | "names" | "folders" | "isOpenInExcel"> = {
  stamp: async (file) => {
    const found = await stat(file).catch(() => null);
    return found === null ? null : { size: found.size, modifiedMs: found.mtimeMs, inode: found.ino };
  },
  names: async (folder) => (await entriesOf(folder)).filter((entry) => entry.isFile()).map(({ name }) => name),
  folders: async (folder) => (await entriesOf(folder)).filter((entry) => entry.isDirectory()).map(({ name }) => name),
  isOpenInExcel: openedInExcel,
};

function entriesOf(folder: string) {
  return readdir(folder, { withFileTypes: true }).catch(() => []);
}
