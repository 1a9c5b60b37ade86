import { createInterface } from "node:readline/promises";
import { Writable } from "node:stream";

/**
 * The line that the user types after the question, without showing it; null when there is none. Without a terminal it is
 * the first line that another program gives.
 */
export async function readHidden(question: string): Promise<string | null> {
  const { stdin, stderr } = process;
  if (stdin.isTTY) stderr.write(question);
  // Readline repeats what is typed to its output: this one is nowhere.
  const nowhere = new Writable({
    write: (_chunk, _encoding, done) => {
      done();
    },
  });
  const lines = createInterface({ input: stdin, output: nowhere, terminal: stdin.isTTY });
  try {
    for await (const line of lines) return line;
    return null;
  } finally {
    lines.close();
    if (stdin.isTTY) stderr.write("\n");
  }
}
