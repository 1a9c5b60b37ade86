import { describe, expect, it } from "@jest/globals";
import { chooseAttachments } from "./chooseAttachments";

const file = (name: string, megabytes: number) => ({ file: name, content: new Uint8Array(megabytes * 1024 * 1024) });
const chosen = (...files: readonly ReturnType<typeof file>[]) =>
  chooseAttachments(files).map((attachment) => attachment.file);

describe("chooseAttachments", () => {
  it("takes what fits under 10 MB together", () => {
    expect(chosen(file("a", 6), file("b", 4))).toEqual(["a", "b"]);
  });

  it("passes over a letter that no longer fits and goes on with the next", () => {
    expect(chosen(file("a", 6), file("b", 5), file("c", 4))).toEqual(["a", "c"]);
  });

  it("takes nothing of nothing", () => {
    expect(chosen()).toEqual([]);
  });
});
