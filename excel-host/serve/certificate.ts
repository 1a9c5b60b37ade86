import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";

export type Certificate = { readonly cert: Buffer; readonly key: Buffer; readonly trusted: boolean };

/** Where office-addin-dev-certs keeps the certificate that a developer had his browsers trust. */
const trustedFolder = join(homedir(), ".office-addin-dev-certs");
/** Of the certificate made here; it is made again before it ends, and kept so that browsers need ask but once. */
const DAYS = 300;
const DAY = 86_400_000;

/**
 * A certificate for https://localhost, which office.js requires of its host's page. Nothing is installed on the machine:
 * browsers warn of it, unless the developer had one trusted already.
 * @param folder where it is kept, under node_modules
 */
export function localhostCertificate(folder: string, now: number): Certificate {
  const trusted = read(trustedFolder, now);
  if (trusted !== null) return { ...trusted, trusted: true };
  const made = read(folder, now) ?? make(folder, now);
  return { ...made, trusted: false };
}

function read(folder: string, now: number): Pick<Certificate, "cert" | "key"> | null {
  const [cert, key] = [join(folder, "localhost.crt"), join(folder, "localhost.key")];
  if (!existsSync(cert) || !existsSync(key)) return null;
  // The trusted ones live for a month, those made here for longer.
  const days = folder === trustedFolder ? 30 : DAYS;
  return now - statSync(cert).mtimeMs > days * DAY ? null : { cert: readFileSync(cert), key: readFileSync(key) };
}

function make(folder: string, now: number): Pick<Certificate, "cert" | "key"> {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const path = (name: string): string => JSON.stringify(join(folder, name));
  const paths = ["ca.crt", "localhost.crt", "localhost.key"].map(path).join();
  const script = `require("office-addin-dev-certs/lib/generate").generateCertificates(${paths}, ${DAYS + 10}, ["localhost", "127.0.0.1"])`;
  // In a process of its own, because it prints; started where it finds the package.
  const { stderr } = spawnSync(process.execPath, ["-e", script], { encoding: "utf8", cwd: folder });
  const made = read(folder, now);
  if (made === null) throw new Error(`Le certificat de https://localhost n’a pas pu être créé. ${stderr}`);
  return made;
}
