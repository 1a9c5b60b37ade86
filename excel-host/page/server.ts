/** What the server of this page says of itself; it is the only one that the page speaks to. */
export type Served = {
  /** Name of the workbook to open at first. */
  readonly name: string;
  /** Where saving on the server goes, as the person would write it; null where it is not possible. */
  readonly folder: string | null;
  /** Said at first, with the add-in's pane open beside it; null for neither. */
  readonly welcome: string | null;
};

/** A file written by the server, and the sentence that tells what to do with it. */
export type Kept = { readonly file: string; readonly hint: string | null };

const base = "/excel/";

export async function servedFacts(): Promise<Served> {
  return (await (await got("facts.json")).json()) as Served;
}

export async function servedWorkbook(): Promise<Uint8Array> {
  return new Uint8Array(await (await got("workbook.xlsx")).arrayBuffer());
}

/** What an add-in's shortcuts do, "Ctrl+Alt+Shift+A" to the id of an action; none where it has no such file. */
export async function servedShortcuts(url: string | null): Promise<ReadonlyMap<string, string>> {
  const reply = url === null ? null : await fetch(url);
  if (reply?.ok !== true) return new Map();
  const { shortcuts = [] } = (await reply.json()) as {
    readonly shortcuts?: readonly { readonly action: string; readonly key: { readonly default: string } }[];
  };
  return new Map(shortcuts.map(({ action, key }) => [key.default, action]));
}

export async function servedManifest(): Promise<string> {
  return (await got("manifest.xml")).text();
}

/** Has the server keep the workbook under a new name. @throws Error with a sentence for the person */
export async function keepOnServer(bytes: Uint8Array<ArrayBuffer>): Promise<Kept> {
  const reply = await fetch(`${base}keep`, {
    method: "POST",
    headers: { "content-type": "application/octet-stream" },
    body: bytes,
  });
  if (!reply.ok) throw new Error(await reply.text());
  return (await reply.json()) as Kept;
}

async function got(path: string): Promise<Response> {
  const reply = await fetch(base + path);
  if (!reply.ok) throw new Error(await reply.text());
  return reply;
}
