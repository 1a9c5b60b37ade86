import type { Warning } from "../companion/state";
import type { Config } from "../config/config";
import type { Log } from "../log/log";
import type { Environment } from "./environment";

/** The server of this machine, with what is to be said of it. */
export type LocalServer = {
  readonly port: number | null;
  readonly warnings: () => readonly Warning[];
  /** Looks at the certificate again, and serves with the one that took its place. What keeps it from that is a warning. */
  readonly watch: () => Promise<void>;
  readonly close: () => Promise<void>;
};

const none: LocalServer = {
  port: null,
  warnings: () => [],
  watch: () => Promise.resolve(),
  close: () => Promise.resolve(),
};

/**
 * Starts the server that the configuration asks for; what keeps it from starting is a warning, for the rest goes on. Its
 * certificate lies where office-addin-dev-certs puts it, or in the folder that a test gives.
 */
export async function localServer(
  { server: wanted, data }: Pick<Config, "server" | "data">,
  log: Log,
  { clock, paneFolder }: Pick<Environment, "clock" | "paneFolder">,
  certificates?: string,
): Promise<LocalServer> {
  if (wanted === null) return none;
  const [
    { startServer, ServerRefused },
    { certificateWarning, officeCertificates, readCertificate },
    { serverWords: words },
  ] = await Promise.all([import("../server/server"), import("../server/certificate"), import("../server/serverWords")]);
  const warningOf = (error: unknown): Warning => {
    const { code, sentence } =
      error instanceof ServerRefused ? error : { code: "serverFailed", sentence: words.serverFailed };
    log.write("warn", "serverRefused", { code, error });
    return { code, sentence };
  };
  const folder = certificates ?? officeCertificates();
  let certificate = await readCertificate(folder);
  let refused: Warning | null = null;
  const { now, localTime } = clock;
  const options = { port: wanted.port, data, pane: paneFolder, certificate, log, now, localTime };
  const running = await startServer(options).catch((error: unknown) => {
    refused = warningOf(error);
    return null;
  });
  return {
    port: running?.port ?? null,
    warnings: () => {
      const warning = refused ?? certificateWarning(certificate, clock.today());
      return warning === null ? [] : [warning];
    },
    watch: async () => {
      const before = certificate;
      certificate = await readCertificate(folder);
      // The two files are not replaced in one instant: a key that comes after its certificate counts too.
      if (certificate?.cert === before?.cert && certificate?.key === before?.key) return;
      if (running === null) return;
      refused = null;
      if (certificate === null) return;
      try {
        running.renew(certificate);
      } catch (error) {
        refused = warningOf(error);
      }
    },
    close: async () => running?.close(),
  };
}
