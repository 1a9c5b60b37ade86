import { beforeEach, describe, expect, it } from "@jest/globals";
import { copyWorkbook } from "./copyWorkbook";

const SLICE = 256 * 1024;

/** What Office does with a copy of the workbook; a slice that cannot be read has an error's number. */
function office(bytes: Uint8Array, failing: { readonly file?: number; readonly slice?: number } = {}) {
  const told: string[] = [];
  const answer = (given: (result: unknown) => void, value: unknown, code?: number) =>
    given(
      code === undefined
        ? { status: "succeeded", value }
        : { status: "failed", error: { code, message: "in English" } },
    );
  const file = {
    size: bytes.length,
    sliceCount: Math.ceil(bytes.length / SLICE),
    getSliceAsync(index: number, given: (result: unknown) => void) {
      told.push(`slice ${String(index)}`);
      const data = [...bytes.slice(index * SLICE, (index + 1) * SLICE)];
      answer(given, { data, size: data.length, index }, index === 1 ? failing.slice : undefined);
    },
    closeAsync(given: () => void) {
      told.push("closed");
      given();
    },
  };
  const document = {
    getFileAsync: (type: string, options: object, given: (result: unknown) => void) => {
      told.push(`${type} ${JSON.stringify(options)}`);
      answer(given, file, failing.file);
    },
  };
  const globals = {
    context: { document },
    FileType: { Compressed: "compressed" },
    AsyncResultStatus: { Succeeded: "succeeded" },
  };
  Object.assign(globalThis, { Office: globals });
  return told;
}

describe("the copy of the workbook", () => {
  const bytes = Uint8Array.from({ length: 2 * SLICE + 10 }, (_, i) => i % 251);
  let progress: number[];
  const stopAt = (done: number) => {
    const stop = new AbortController();
    return copyWorkbook((read) => {
      progress.push(read);
      if (read >= done) stop.abort();
    }, stop.signal);
  };
  beforeEach(() => {
    progress = [];
  });

  it("is read slice by slice, says how far it is, and is closed", async () => {
    const told = office(bytes);
    expect(await stopAt(Infinity)).toEqual(bytes);
    expect(progress).toEqual([0, SLICE, 2 * SLICE, bytes.length]);
    expect(told).toEqual(['compressed {"sliceSize":262144}', "slice 0", "slice 1", "slice 2", "closed"]);
  });

  it("is closed when it is stopped, and none comes of it", async () => {
    const told = office(bytes);
    expect(await stopAt(SLICE)).toBeNull();
    expect(told.slice(1)).toEqual(["slice 0", "closed"]);
  });

  it("is closed when a slice cannot be read", async () => {
    const told = office(bytes, { slice: 5001 });
    await expect(stopAt(Infinity)).rejects.toMatchObject({ problem: "unexpected" });
    expect(told.at(-1)).toBe("closed");
  });

  it.each([
    [5004, "cellBeingEdited"],
    [5000, "notSupported"],
    [1, "unexpected"],
  ])("is refused with what to do: %s is %s", async (file, problem) => {
    office(bytes, { file });
    await expect(stopAt(Infinity)).rejects.toMatchObject({ problem });
  });
});
