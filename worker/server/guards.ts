import type { FastifyRequest } from "fastify";
import { pairingHeader } from "../../domain/companion/companionApi";
import { isToken } from "./pairingToken";
import { Refused } from "./refused";

/**
 * Lets through what comes from this machine's own pane. Any page of the web can send requests to localhost, and can make
 * its own name mean 127.0.0.1: what names another host, or comes from another origin, is refused before it is read.
 */
export function checkSource({ headers, method, socket }: FastifyRequest): void {
  const port = String(socket.localPort);
  const host = headers.host ?? "";
  if (host !== `localhost:${port}` && host !== `127.0.0.1:${port}`) throw new Refused(403, "wrongHost");
  const { origin } = headers;
  const isOwn = origin === `https://${host}`;
  // A browser names the origin of whatever may change something.
  if (!isOwn && (origin !== undefined || (method !== "GET" && method !== "HEAD")))
    throw new Refused(403, "wrongOrigin");
}

/** Lets through what carries the token, from a page that is this server's own. */
export function checkPairing({ headers }: FastifyRequest, token: string): void {
  const site = headers["sec-fetch-site"];
  if (site !== undefined && site !== "same-origin") throw new Refused(403, "wrongOrigin");
  if (!isToken(headers[pairingHeader], token)) throw new Refused(401, "notPaired");
}
