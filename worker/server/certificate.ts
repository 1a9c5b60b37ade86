import { X509Certificate } from "node:crypto";
import { readFile } from "node:fs/promises";
import { homedir } from "node:os";
import { join } from "node:path";
import { daysBetween, type CivilDate } from "../../domain/dates/civilDate";
import { serverWords as words } from "./serverWords";

/** A certificate and its key, as PEM. */
export type Certificate = { readonly cert: string; readonly key: string };

/** What is to be said of a certificate: a code and a French sentence that says what to do. */
export type CertificateWarning = { readonly code: string; readonly sentence: string };

const DAYS_AHEAD = 30;

/** Where office-addin-dev-certs puts the certificate that this user's Excel and browsers trust. */
export function officeCertificates(): string {
  return join(homedir(), ".office-addin-dev-certs");
}

/** The certificate of https://localhost in the folder, or null where there is none. */
export async function readCertificate(folder: string): Promise<Certificate | null> {
  try {
    const [cert, key] = await Promise.all([
      readFile(join(folder, "localhost.crt"), "utf8"),
      readFile(join(folder, "localhost.key"), "utf8"),
    ]);
    return { cert, key };
  } catch {
    return null;
  }
}

/** What is wrong with the certificate on this day, from thirty days before its end on; null while nothing is. */
export function certificateWarning(certificate: Certificate | null, today: CivilDate): CertificateWarning | null {
  if (certificate === null) return { code: "certificateMissing", sentence: words.certificateMissing };
  const end = lastDayOf(certificate.cert);
  if (end === null) return { code: "certificateUnreadable", sentence: words.certificateUnreadable };
  const left = daysBetween(today, end);
  if (left < 0) return { code: "certificateEnded", sentence: words.certificateEnded(end) };
  return left <= DAYS_AHEAD ? { code: "certificateEnds", sentence: words.certificateEnds(end) } : null;
}

/** The last whole day on which it is valid. */
function lastDayOf(cert: string): CivilDate | null {
  try {
    return new Date(new X509Certificate(cert).validTo).toISOString().slice(0, 10) as CivilDate;
  } catch {
    return null;
  }
}
