import { request } from "node:https";

/** A request as no browser would let a page write it: any path, any header. */
export type Asked = {
  readonly path: string;
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: Uint8Array | string;
};

export type Answered = {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
  readonly text: string;
};

/** Asks a server of this machine over https, trusting one certificate. */
export function askServer(
  port: number,
  ca: string,
  { path, method = "GET", headers = {}, body }: Asked,
): Promise<Answered> {
  return new Promise((resolve, reject) => {
    const options = { host: "127.0.0.1", servername: "localhost", port, ca, path, method, agent: false as const };
    const sent = request({ ...options, headers: { host: `localhost:${String(port)}`, ...headers } }, (response) => {
      const pieces: Buffer[] = [];
      response.on("data", (piece: Buffer) => pieces.push(piece));
      response.on("end", () => {
        const text = Buffer.concat(pieces).toString("utf8");
        resolve({ status: response.statusCode ?? 0, headers: response.headers, text });
      });
      response.on("error", reject);
    });
    // A server that has refused a body need not read it to its end.
    sent.on("error", (error) => reject(error));
    sent.end(body);
  });
}
