import { readdir, stat } from "node:fs/promises";
import { errorCode } from "../files/errorCode";
import { openedInExcel } from "../files/openedInExcel";
import type { LivingDisk } from "./lookAtFile";

const absent = ["ENOENT", "ENOTDIR", "EACCES", "EPERM"];

/** The part of the disk that needs nothing but Node. */
export const realDisk: Pick<LivingDisk, "stamp" | "names" | "folders" | "isOpenInExcel"> = {
  stamp: async (file) => {
    try {
      const { size, mtimeMs, ino } = await stat(file);
      return { size, modifiedMs: mtimeMs, inode: ino };
    } catch (error) {
      if (absent.includes(errorCode(error))) return null;
      throw error;
    }
  },
  names: async (folder) => (await entriesOf(folder)).filter((entry) => entry.isFile()).map(({ name }) => name),
  folders: async (folder) => (await entriesOf(folder)).filter((entry) => entry.isDirectory()).map(({ name }) => name),
  isOpenInExcel: openedInExcel,
};

async function entriesOf(folder: string) {
  try {
    return await readdir(folder, { withFileTypes: true });
  } catch (error) {
    if (absent.includes(errorCode(error))) return [];
    throw error;
  }
}
