import { showsDay } from "../../domain/dates/showsDay";
import { withoutPrefix } from "./preparedSheet";

/** The formats that a file names by a number alone and that show a day. */
const builtInDays: readonly number[] = [14, 15, 16, 17, 22];

/** The styles, by the numbers that cells name them by, whose number format shows a day. */
export function dayStyles(styles: Buffer): ReadonlySet<number> {
  const text = withoutPrefix(styles);
  const days = new Map(builtInDays.map((id) => [id, true]));
  for (const [tag] of text.matchAll(/<numFmt\s[^>]*>/g)) {
    days.set(Number(attribute(tag, "numFmtId")), showsDay(unescaped(attribute(tag, "formatCode"))));
  }
  const [, cells = ""] = /<cellXfs\b[^>]*>(.*?)<\/cellXfs>/s.exec(text) ?? [];
  const formats = [...cells.matchAll(/<xf\b[^>]*>/g)].map(([tag]) => Number(attribute(tag, "numFmtId")));
  return new Set([...formats.keys()].filter((index) => days.get(formats[index] ?? 0) === true));
}

function attribute(tag: string, name: string): string {
  return new RegExp(`\\s${name}=(["'])(.*?)\\1`).exec(tag)?.[2] ?? "";
}

function unescaped(text: string): string {
  return text
    .replaceAll("&quot;", '"')
    .replaceAll("&apos;", "'")
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&amp;", "&");
}
