import { lstat, readdir, readFile } from "node:fs/promises";
import { extname, join } from "node:path";
import { pairingMeta } from "../../domain/companion/companionApi";
import type { App } from "./app";

const PAGE = "taskpane.html";
/** A name that changes with what is in it may be kept; the others are asked for again. */
const HASHED = /[.][0-9a-f]{10}[.]js$/;

const types: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".md": "text/plain; charset=utf-8",
  ".png": "image/png",
  ".txt": "text/plain; charset=utf-8",
  ".xml": "application/xml; charset=utf-8",
};

/**
 * Serves the built pane: the files that are there when the server starts, by their own names and nothing else, so that
 * no path leads elsewhere and no folder is listed. The page gets the pairing token.
 */
export async function servePane(app: App, folder: string, token: string): Promise<void> {
  for (const name of await filesIn(folder)) {
    if (name === PAGE) continue;
    app.get(`/${name}`, async (_, reply) => {
      reply.header("cache-control", HASHED.test(name) ? "public, max-age=31536000, immutable" : "no-cache");
      // Excel on the web shows the ribbon's icons on a page of its own.
      if (name.endsWith(".png")) reply.header("cross-origin-resource-policy", "cross-origin");
      return reply.type(types[extname(name)] ?? "application/octet-stream").send(await readFile(join(folder, name)));
    });
  }
  app.get("/", (_, reply) => reply.redirect(`/${PAGE}`));
  app.get(`/${PAGE}`, async (_, reply) => {
    const page = await readFile(join(folder, PAGE), "utf8");
    return reply
      .header("cache-control", "no-store")
      .type("text/html; charset=utf-8")
      .send(page.replace("</head>", `<meta name="${pairingMeta}" content="${token}" /></head>`));
  });
}

/** By their paths under the folder, with "/" on every system. What a link leads to is not served. */
async function filesIn(folder: string): Promise<readonly string[]> {
  const names: string[] = [];
  for (const name of await readdir(folder, { recursive: true })) {
    if ((await lstat(join(folder, name))).isFile()) names.push(name.replaceAll("\\", "/"));
  }
  return names;
}
