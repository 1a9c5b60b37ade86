import type { SourceCell } from "./sourceSheet";

export function textOf(cell: SourceCell): string {
  if (cell === null) return "";
  if (typeof cell !== "object") return String(cell).trim();
  return "date" in cell ? cell.date : cell.error;
}

export function isBlank(cell: SourceCell | undefined): boolean {
  return cell === undefined || cell === null || (typeof cell === "string" && cell.trim() === "");
}
