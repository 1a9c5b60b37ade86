import type { Warning } from "../companion/state";
import type { Config } from "../config/config";
import type { Log } from "../log/log";
import type { Environment } from "./environment";

/** The server of this machine, with what is to be said of it. */
export type LocalServer = {
  readonly port: number | null;
  readonly warnings: () => readonly Warning[];
  /** Looks at the certificate again, and serves with the one that took its place. */
  readonly watch: () => Promise<void>;
  readonly close: () => Promise<void>;
};

const none: LocalServer = {
  port: null,
  warnings: () => [],
  watch: () => Promise.resolve(),
  close: () => Promise.resolve(),
};

/** Starts the server that the configuration asks for; what keeps it from starting is a warning, for the rest goes on. */
export async function localServer(
  { server: wanted, data }: Config,
  log: Log,
  { clock, paneFolder }: Environment,
): Promise<LocalServer> {
  if (wanted === null) return none;
  const [{ startServer, ServerRefused }, { certificateWarning, officeCertificates, readCertificate }] =
    await Promise.all([import("../server/server"), import("../server/certificate")]);
  let certificate = await readCertificate(officeCertificates());
  let refused: Warning | null = null;
  const { now, localTime } = clock;
  const options = { port: wanted.port, data, pane: paneFolder, certificate, log, now, localTime };
  const running = await startServer(options).catch((error: unknown) => {
    if (!(error instanceof ServerRefused)) throw error;
    log.write("warn", "serverRefused", { code: error.code });
    refused = { code: error.code, sentence: error.sentence };
    return null;
  });
  return {
    port: running?.port ?? null,
    warnings: () => {
      const warning = refused ?? certificateWarning(certificate, clock.today());
      return warning === null ? [] : [warning];
    },
    watch: async () => {
      const read = await readCertificate(officeCertificates());
      if (read !== null && read.cert !== certificate?.cert) running?.renew(read);
      certificate = read;
    },
    close: async () => running?.close(),
  };
}
