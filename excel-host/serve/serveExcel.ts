import { readFile } from "node:fs/promises";
import type { IncomingMessage } from "node:http";
import { createServer, type Server } from "node:https";
import type { AddressInfo } from "node:net";
import { basename, extname, join, normalize } from "node:path";
import type { Certificate } from "./certificate";
import { keepWorkbook } from "./keepWorkbook";

export type ServedExcel = {
  /** The folder of the built page. */
  readonly page: string;
  /** The folder of the built add-in, served where its manifest expects it. */
  readonly addin: string;
  /** Path of the add-in's address: "/", or "/tacite/" where it is published below another site. */
  readonly addinPath: string;
  /** The folder of office.js. */
  readonly office: string;
  /** The .xlsx on show at first. */
  readonly workbook: string;
  /** Where the page may keep workbooks, and how the person names that folder; null for nowhere. */
  readonly keep: { readonly folder: string; readonly shown: string } | null;
  /** What is said of a kept file; "{file}" stands for its path as the person would write it. */
  readonly hint: string | null;
  /** Said when the page opens, with the add-in's pane beside it; null for neither. */
  readonly welcome: string | null;
  readonly certificate: Pick<Certificate, "cert" | "key">;
};

type Reply = { readonly status: number; readonly type: string; readonly body: string | Buffer };

const types: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".xml": "application/xml; charset=utf-8",
  ".png": "image/png",
  ".svg": "image/svg+xml",
  ".wasm": "application/wasm",
};

/** The page asks only this server, and runs only its scripts. */
const policy =
  "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; connect-src 'self'; frame-src 'self'; base-uri 'none'; form-action 'none'";

const LARGEST = 64 * 1024 * 1024;
const prefix = "/excel/";
const officePrefix = `${prefix}office/`;
/** Where add-ins find office.js. This server stands in for Microsoft's: nothing is asked of the network. */
const microsoft = "https://appsforoffice.microsoft.com/lib/1/hosted/";

/** Serves the emulated Excel to this machine alone. @param port 0 for any free one @throws when the port is taken */
export async function serveExcel(options: ServedExcel, port: number): Promise<Server> {
  const { cert, key } = options.certificate;
  const server = createServer({ cert, key }, (request, response) => {
    void replyTo(options, request, server)
      .catch((error: unknown): Reply => ({
        status: 500,
        type: "text/plain; charset=utf-8",
        body: error instanceof Error ? error.message : String(error),
      }))
      .then(({ status, type, body }) => {
        response.writeHead(status, {
          "content-type": type,
          "cache-control": "no-store",
          "x-content-type-options": "nosniff",
          ...(request.url?.startsWith(prefix) === true ? { "content-security-policy": policy } : {}),
          ...(status === 302 ? { location: prefix } : {}),
        });
        response.end(request.method === "HEAD" ? undefined : body);
      });
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, "127.0.0.1", resolve);
  });
  return server;
}

export function addressOf(server: Server): string {
  return `https://localhost:${(server.address() as AddressInfo).port}`;
}

async function replyTo(options: ServedExcel, request: IncomingMessage, server: Server): Promise<Reply> {
  const origin = addressOf(server);
  // A page elsewhere can make its own name mean this machine: only the name printed in the terminal is answered.
  if (`https://${request.headers.host ?? ""}` !== origin) return refusal(403, "Adresse inconnue.");
  const { pathname } = new URL(request.url ?? "/", origin);
  if (request.method === "POST" && pathname === `${prefix}keep`) return kept(options, request, origin);
  if (request.method !== "GET" && request.method !== "HEAD") return refusal(405, "Méthode refusée.");
  switch (pathname) {
    case "/":
      return { status: 302, type: "text/plain", body: "" };
    case prefix:
      return file(join(options.page, "index.html"));
    case `${prefix}facts.json`:
      return found(
        ".json",
        JSON.stringify({
          name: basename(options.workbook),
          folder: options.keep?.shown ?? null,
          welcome: options.welcome,
        }),
      );
    case `${prefix}workbook.xlsx`:
      return file(options.workbook);
    case `${prefix}manifest.xml`:
      return file(join(options.addin, "manifest.xml"));
    default:
      if (pathname.startsWith(officePrefix)) return inside(options.office, pathname.slice(officePrefix.length));
      if (pathname.startsWith(prefix)) return inside(options.page, pathname.slice(prefix.length));
      if (!pathname.startsWith(options.addinPath)) return refusal(404, "Introuvable.");
      return withOfficeHere(await inside(options.addin, pathname.slice(options.addinPath.length)));
  }
}

function withOfficeHere(reply: Reply): Reply {
  const isText = /^text\/(?:html|javascript)/.test(reply.type);
  return isText ? { ...reply, body: reply.body.toString().replaceAll(microsoft, officePrefix) } : reply;
}

async function kept({ keep, hint, workbook }: ServedExcel, request: IncomingMessage, origin: string): Promise<Reply> {
  const sameSite = request.headers.origin === origin && request.headers["content-type"] === "application/octet-stream";
  if (keep === null || !sameSite) return refusal(403, "Enregistrement refusé.");
  const content = await bodyOf(request);
  if (content === null) return refusal(413, "Le classeur est trop lourd.");
  const name = await keepWorkbook(keep.folder, basename(workbook), content);
  const shown = keep.shown + name;
  return found(".json", JSON.stringify({ file: shown, hint: hint?.replaceAll("{file}", shown) ?? null }));
}

async function bodyOf(request: IncomingMessage): Promise<Buffer | null> {
  const pieces: Buffer[] = [];
  let size = 0;
  for await (const piece of request as AsyncIterable<Buffer>) {
    size += piece.length;
    if (size > LARGEST) return null;
    pieces.push(piece);
  }
  return Buffer.concat(pieces);
}

async function inside(folder: string, path: string): Promise<Reply> {
  const safe = normalize(decodeURIComponent(path));
  return safe.startsWith("..") ? refusal(404, "Introuvable.") : file(join(folder, safe));
}

async function file(path: string): Promise<Reply> {
  try {
    return found(extname(path), await readFile(path));
  } catch {
    return refusal(404, "Introuvable.");
  }
}

function found(extension: string, body: string | Buffer): Reply {
  return { status: 200, type: types[extension] ?? "application/octet-stream", body };
}

function refusal(status: number, body: string): Reply {
  return { status, type: "text/plain; charset=utf-8", body };
}
