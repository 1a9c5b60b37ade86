import { describe, expect, it } from "@jest/globals";
import { strToU8, zipSync } from "fflate";
import { inflated, zipEntries } from "./zipEntries";

const text = (zip: Uint8Array, part: string): string | undefined => {
  const entry = zipEntries(zip).get(part);
  return entry && inflated(entry).toString("utf8");
};

describe("zipEntries", () => {
  it("finds parts whatever their slashes and capitals, deflated or stored", () => {
    const zip = zipSync({
      "/xl\\Workbook.xml": strToU8("été"),
      "b.xml": [strToU8("b"), { level: 0 }],
      "empty.xml": strToU8(""),
    });
    expect(["xl/workbook.xml", "b.xml", "empty.xml", "c.xml"].map((part) => text(zip, part))).toEqual([
      "été",
      "b",
      "",
      undefined,
    ]);
  });

  it("reads the sizes that streaming writers put in zip64 fields", () => {
    expect(text(zip64("<workbook/>"), "xl/workbook.xml")).toBe("<workbook/>");
  });

  it("allows a comment behind the directory", () => {
    expect(text(Buffer.concat([zipSync({ a: strToU8("x") }), strToU8("PK comment")]), "a")).toBe("x");
  });

  it("says that an encrypted zip has a password", () => {
    const zip = Buffer.from(zipSync({ a: strToU8("x") }));
    zip[zip.lastIndexOf("PK\x01\x02") + 8] = 1;
    expect(() => zipEntries(zip)).toThrow("passwordProtected");
  });

  it.each([0x10000, 0xffffff00])("says that a directory which lies at %i is damaged", (start) => {
    const zip = Buffer.from(zipSync({ a: strToU8("x") }));
    zip.writeUInt32LE(start, zip.length - 6);
    expect(() => zipEntries(zip)).toThrow("damaged");
  });
});

/** A zip of one stored part whose directory entry keeps its numbers in the zip64 extra field. */
function zip64(content: string): Uint8Array {
  const name = "xl/workbook.xml";
  const local = Buffer.alloc(30);
  local.writeUInt32LE(0x04034b50, 0);
  local.writeUInt16LE(name.length, 26);
  const extra = Buffer.alloc(4 + 24);
  extra.writeUInt16LE(1, 0);
  extra.writeUInt16LE(24, 2);
  extra.writeBigUInt64LE(BigInt(content.length), 4);
  extra.writeBigUInt64LE(BigInt(content.length), 12);
  const entry = Buffer.alloc(46);
  entry.writeUInt32LE(0x02014b50, 0);
  for (const at of [20, 24, 42]) entry.writeUInt32LE(0xffffffff, at);
  entry.writeUInt16LE(name.length, 28);
  entry.writeUInt16LE(extra.length, 30);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(1, 10);
  end.writeUInt32LE(local.length + name.length + content.length, 16);
  return Buffer.concat([local, Buffer.from(name), Buffer.from(content), entry, Buffer.from(name), extra, end]);
}
