import { PassThrough } from "node:stream";
import { describe, expect, it } from "@jest/globals";
import { readHidden } from "./readHidden";

/** A terminal that notes in their order what is asked of it and what it shows. */
function terminal(isTTY: boolean) {
  const noted: string[] = [];
  const input = Object.assign(new PassThrough(), {
    isTTY,
    setRawMode: (isRaw: boolean) => noted.push(isRaw ? "typing hidden" : "typing shown"),
  });
  const output = new PassThrough();
  output.on("data", (chunk: Buffer) => noted.push(chunk.toString()));
  return { noted, input, console: { input: input as unknown as NodeJS.ReadStream, output } };
}

describe("a password that is typed", () => {
  it("is hidden before it is asked for, and never shown", async () => {
    const { noted, input, console } = terminal(true);
    const read = readHidden("Mot de passe : ", console);
    input.write("sésame");
    input.write("\r");
    expect(await read).toBe("sésame");
    expect(noted).toEqual(["typing hidden", "Mot de passe : ", "typing shown", "\n"]);
  });

  it("is none when the user gives up", async () => {
    const { input, console } = terminal(true);
    const read = readHidden("Mot de passe : ", console);
    input.write("sés\u0003");
    expect(await read).toBeNull();
  });

  it("may come from another program, which is asked nothing", async () => {
    const { noted, input, console } = terminal(false);
    input.end("sésame\nand more\n");
    expect(await readHidden("Mot de passe : ", console)).toBe("sésame");
    expect(noted).toEqual([]);
  });
});
