import { errorCode } from "./errorCode";

/** Why a disk, a key or a shared folder does not answer; the next try may find that it does. */
export type DiskFault = "diskFault" | "shareUnreachable" | "tooManyFiles";

const faults: Readonly<Record<string, DiskFault>> = {
  EIO: "diskFault",
  // What Windows says that Node has no name for: a network drive that is gone, for one.
  UNKNOWN: "diskFault",
  ESTALE: "shareUnreachable",
  ETIMEDOUT: "shareUnreachable",
  EHOSTDOWN: "shareUnreachable",
  EHOSTUNREACH: "shareUnreachable",
  EMFILE: "tooManyFiles",
  ENFILE: "tooManyFiles",
};

/** The fault that the system's code of this error names, or null when it names another thing. */
export function diskFaultOf(error: unknown): DiskFault | null {
  return faults[errorCode(error)] ?? null;
}
