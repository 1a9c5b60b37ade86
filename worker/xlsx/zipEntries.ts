import { inflateRawSync } from "node:zlib";
import { zipEndAt } from "./unreadableReason";
import { WorkbookUnreadable } from "./workbookUnreadable";

/** One file of the zip, still compressed; `size` is its declared size in bytes once inflated. */
export type ZipEntry = {
  readonly compressed: Uint8Array;
  readonly deflated: boolean;
  readonly size: number;
};

/** By lower-case path without a leading slash, as part names are compared in a workbook. */
export type ZipEntries = ReadonlyMap<string, ZipEntry>;

/**
 * The zip's directory. Nothing is inflated and nothing is copied.
 * @throws WorkbookUnreadable fileTruncated, damaged or passwordProtected.
 */
export function zipEntries(bytes: Uint8Array): ZipEntries {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = zipEndAt(bytes);
  if (end < 0) throw new WorkbookUnreadable("fileTruncated");
  try {
    const { count, start } = directoryPlace(view, end);
    const entries = new Map<string, ZipEntry>();
    for (let at = start, left = count; left > 0; left--) {
      const { name, entry, next } = directoryEntry(bytes, view, at);
      entries.set(partKey(name), entry);
      at = next;
    }
    return entries;
  } catch (error) {
    if (error instanceof RangeError) throw new WorkbookUnreadable("damaged", { cause: error });
    throw error;
  }
}

/** How a part is found whatever its writer made of slashes and capitals. */
export function partKey(name: string): string {
  return name.replaceAll("\\", "/").replace(/^\/+/, "").toLowerCase();
}

/**
 * The content of a part.
 * @throws WorkbookUnreadable damaged, also when it holds more than its declared size.
 */
export function inflated(entry: ZipEntry): Buffer {
  if (!entry.deflated) {
    return Buffer.from(entry.compressed.buffer, entry.compressed.byteOffset, entry.compressed.byteLength);
  }
  try {
    return inflateRawSync(entry.compressed, { maxOutputLength: Math.max(1, entry.size) });
  } catch (error) {
    throw new WorkbookUnreadable("damaged", { cause: error });
  }
}

const zip64 = 0xffffffff;

function directoryPlace(view: DataView, end: number): { count: number; start: number } {
  const locator = end - 20;
  if (view.getUint32(end + 16, true) === zip64 && view.getUint32(locator, true) === 0x07064b50) {
    const record = Number(view.getBigUint64(locator + 8, true));
    return {
      count: Number(view.getBigUint64(record + 32, true)),
      start: Number(view.getBigUint64(record + 48, true)),
    };
  }
  return { count: view.getUint16(end + 10, true), start: view.getUint32(end + 16, true) };
}

function directoryEntry(bytes: Uint8Array, view: DataView, at: number) {
  if (view.getUint32(at, true) !== 0x02014b50) throw new WorkbookUnreadable("damaged");
  if ((view.getUint16(at + 8, true) & 1) !== 0) throw new WorkbookUnreadable("passwordProtected");
  const nameEnd = at + 46 + view.getUint16(at + 28, true);
  const extraEnd = nameEnd + view.getUint16(at + 30, true);
  const sizes = wideSizes(view, nameEnd, extraEnd, [
    view.getUint32(at + 24, true),
    view.getUint32(at + 20, true),
    view.getUint32(at + 42, true),
  ]);
  const name = Buffer.from(bytes.subarray(at + 46, nameEnd)).toString("utf8");
  return {
    name,
    entry: {
      compressed: contentAt(bytes, view, sizes[2], sizes[1]),
      deflated: view.getUint16(at + 10, true) === 8,
      size: sizes[0],
    } satisfies ZipEntry,
    next: extraEnd + view.getUint16(at + 32, true),
  };
}

type Sizes = [size: number, compressed: number, offset: number];

/** Writers that stream put the real numbers in a zip64 field even for small files, one for each that reads all ones. */
function wideSizes(view: DataView, from: number, to: number, sizes: Sizes): Sizes {
  if (!sizes.includes(zip64)) return sizes;
  for (let at = from; at + 4 <= to; at += 4 + view.getUint16(at + 2, true)) {
    if (view.getUint16(at, true) !== 1) continue;
    let field = at + 4;
    const wide = (narrow: number): number => {
      if (narrow !== zip64) return narrow;
      field += 8;
      return Number(view.getBigUint64(field - 8, true));
    };
    return [wide(sizes[0]), wide(sizes[1]), wide(sizes[2])];
  }
  return sizes;
}

function contentAt(bytes: Uint8Array, view: DataView, offset: number, length: number): Uint8Array {
  // A half-synchronised file has its directory but zeros where the content will be.
  if (view.getUint32(offset, true) !== 0x04034b50) throw new WorkbookUnreadable("fileTruncated");
  const start = offset + 30 + view.getUint16(offset + 26, true) + view.getUint16(offset + 28, true);
  if (start + length > bytes.length) throw new WorkbookUnreadable("fileTruncated");
  return bytes.subarray(start, start + length);
}
