import helmet from "@fastify/helmet";
import rateLimit from "@fastify/rate-limit";
import fastify, { type FastifyError } from "fastify";
import { createPrivateKey, X509Certificate } from "node:crypto";
import { access } from "node:fs/promises";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { createSecureContext } from "node:tls";
import type { CompanionRefusal } from "../../domain/companion/companionApi";
import { errorCode } from "../files/errorCode";
import { showToUser } from "../files/showToUser";
import type { Log } from "../log/log";
import { serveApi } from "./api";
import type { App } from "./app";
import type { Certificate } from "./certificate";
import { checkSource } from "./guards";
import { pairingToken } from "./pairingToken";
import { servePane } from "./pane";
import { Refused } from "./refused";
import { serverWords as words } from "./serverWords";

export type ServerOptions = {
  /** 0 for any free one. */
  readonly port: number;
  /** The data folder of the configuration: pairing token, state, copies of workbooks. */
  readonly data: string;
  /** The folder of the built pane, dist/addin. */
  readonly pane: string;
  /** That of `readCertificate(officeCertificates())`. */
  readonly certificate: Certificate | null;
  readonly log: Log;
  /** The present instant, ISO in UTC. */
  readonly now: () => string;
  /** Wall-clock time of an instant, "YYYY-MM-DDTHH:MM". */
  readonly localTime: (instant: string) => string;
  /** Opens a folder on the user's screen. */
  readonly show?: (path: string) => Promise<void>;
};

export type RunningServer = {
  readonly port: number;
  /** Serves from now on with this one; a certificate that was renewed needs no restart. Throws ServerRefused, and goes on with the old one. */
  readonly renew: (certificate: Certificate) => void;
  readonly close: () => Promise<void>;
};

/** The server could not start: a code, and the French sentence that says why and what to do. The rest can go on without it. */
export class ServerRefused extends Error {
  constructor(
    readonly code: "portTaken" | "portForbidden" | "paneMissing" | "certificateMissing" | "certificateUnreadable",
    readonly sentence: string,
    options?: ErrorOptions,
  ) {
    super(code, options);
    this.name = "ServerRefused";
  }
}

/** The page runs its own scripts and Microsoft's office.js, and asks only this server. Fluent writes its styles into the page. */
const policy = {
  "default-src": ["'none'"],
  "script-src": ["'self'", "https://appsforoffice.microsoft.com"],
  "style-src": ["'self'", "'unsafe-inline'"],
  "img-src": ["'self'", "data:"],
  "font-src": ["'self'", "data:"],
  "connect-src": ["'self'"],
  "base-uri": ["'none'"],
  "form-action": ["'none'"],
  // Excel on the web shows the pane in a frame of its own.
  "frame-ancestors": [
    "'self'",
    ...["officeapps.live.com", "office.com", "sharepoint.com", "microsoft365.com", "cloud.microsoft"].map(
      (site) => `https://*.${site}`,
    ),
  ],
};

/**
 * Serves the pane and what it may ask, over https, to this machine alone.
 * Throws ServerRefused where it cannot start.
 */
export async function startServer(options: ServerOptions): Promise<RunningServer> {
  const { certificate, data, log, pane, show = showToUser } = options;
  if (certificate === null) throw new ServerRefused("certificateMissing", words.certificateMissing);
  await access(join(pane, "taskpane.html")).catch((cause: unknown) => {
    throw new ServerRefused("paneMissing", words.paneMissing, { cause });
  });
  const token = await pairingToken(data);
  const app = newApp(certificate);

  app.addHook("onRequest", (request, _, next) => {
    checkSource(request);
    next();
  });
  app.addHook("onResponse", ({ method, routeOptions }, { statusCode }, next) => {
    // What the pane loads at its start is of no interest.
    if (statusCode >= 400 || routeOptions.url?.startsWith("/api/") === true) {
      const level = statusCode >= 500 ? "error" : statusCode >= 400 ? "warn" : "info";
      log.write(level, "answered", { method, status: statusCode, route: routeOptions.url ?? "*" });
    }
    next();
  });
  app.setErrorHandler<FastifyError | Refused>((error, _, reply) => {
    const { status, code } = answerTo(error);
    if (status >= 500) log.write("error", "answerFailed", { error });
    void reply.code(status).send({ code });
  });
  app.setNotFoundHandler((_, reply) => reply.code(404).send({ code: "notFound" satisfies CompanionRefusal }));

  await app.register(helmet, {
    contentSecurityPolicy: { useDefaults: false, directives: policy },
    // The browser would then refuse http on every port of localhost, for other programs too.
    strictTransportSecurity: false,
    // frame-ancestors says it, and names Excel.
    xFrameOptions: false,
    // Excel keeps hold of the page that it opens.
    crossOriginOpenerPolicy: false,
  });
  await app.register(rateLimit, { max: 600, timeWindow: "1 minute" });
  await servePane(app, pane, token);
  serveApi(app, token, { ...options, show });

  const port = await listening(app, options.port);
  log.write("info", "serverStarted", { port });
  return {
    port,
    renew: (renewed) => app.server.setSecureContext(usable(renewed)),
    close: () => app.close(),
  };
}

function newApp(certificate: Certificate): App {
  return fastify({
    https: usable(certificate),
    bodyLimit: 1_000,
    requestTimeout: 120_000,
    forceCloseConnections: true,
    // An address that is none comes before everything else.
    frameworkErrors: (_, __, { raw }) => void raw.writeHead(400).end(),
  });
}

/** A certificate that goes with its key. Node would take empty ones, and then answer no browser. */
function usable({ cert, key }: Certificate): Certificate {
  try {
    if (!new X509Certificate(cert).checkPrivateKey(createPrivateKey(key))) throw new Error("The key is another one's");
    createSecureContext({ cert, key });
    return { cert, key };
  } catch (cause) {
    throw new ServerRefused("certificateUnreadable", words.certificateUnreadable, { cause });
  }
}

async function listening(app: App, port: number): Promise<number> {
  try {
    await app.listen({ host: "127.0.0.1", port });
  } catch (cause) {
    await app.close();
    const code = errorCode(cause);
    if (code === "EADDRINUSE") throw new ServerRefused("portTaken", words.portTaken(port), { cause });
    if (code === "EACCES") throw new ServerRefused("portForbidden", words.portForbidden(port), { cause });
    throw cause;
  }
  return (app.server.address() as AddressInfo).port;
}

type Answer = { readonly status: number; readonly code: CompanionRefusal };

const byStatus: Readonly<Record<number, CompanionRefusal>> = {
  404: "notFound",
  413: "tooLarge",
  415: "notAWorkbook",
  429: "tooManyRequests",
};

function answerTo(error: FastifyError | Refused): Answer {
  if (error instanceof Refused) return { status: error.statusCode, code: error.code };
  if (["ENOSPC", "EDQUOT"].includes(error.code)) return { status: 507, code: "diskFull" };
  const status = error.statusCode ?? 500;
  return { status, code: byStatus[status] ?? (status < 500 ? "badRequest" : "unexpected") };
}
