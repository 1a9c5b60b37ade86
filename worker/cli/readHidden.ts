import { createInterface } from "node:readline/promises";
import { Writable } from "node:stream";

/** Where the user types, and where he is spoken to. */
type Console = { readonly input: NodeJS.ReadStream; readonly output: NodeJS.WritableStream };

/**
 * The line that the user types after the question, without showing it; null when there is none. Without a terminal it is
 * the first line that another program gives.
 */
export async function readHidden(
  question: string,
  { input, output }: Console = { input: process.stdin, output: process.stderr },
): Promise<string | null> {
  // Readline repeats what is typed to its output: this one is nowhere.
  const nowhere = new Writable({
    write: (_chunk, _encoding, done) => {
      done();
    },
  });
  // From here on the terminal shows nothing: only then may the question be asked, for some type ahead.
  const lines = createInterface({ input, output: nowhere, terminal: input.isTTY });
  if (input.isTTY) output.write(question);
  try {
    for await (const line of lines) return line;
    return null;
  } finally {
    lines.close();
    if (input.isTTY) output.write("\n");
  }
}
