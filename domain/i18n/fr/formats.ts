import { parts } from "../../dates/civilDate";
import type { Formats } from "../catalogue";
import { workbook } from "./workbook";

/** How French writes dates and money: no-break spaces where a line must not end. */
export const formats: Formats = {
  shortDate(date) {
    const { year, month, day } = parts(date);
    return `${pad(day)}/${pad(month)}/${String(year)}`;
  },
  longDate(date) {
    const { year, month, day } = parts(date);
    return `${day === 1 ? "1er" : String(day)}\u00a0${workbook.months[month - 1] ?? ""}\u00a0${String(year)}`;
  },
  headed: (head, text) => `${head}\u00a0: ${text}`,
  money(amount) {
    const sign = amount < 0 ? "−" : "";
    const cents = Math.abs(amount);
    const euros = String(Math.trunc(cents / 100)).replace(/\B(?=(\d{3})+$)/g, "\u202f");
    return `${sign}${euros},${pad(cents % 100)}\u00a0€`;
  },
};

function pad(n: number): string {
  return String(n).padStart(2, "0");
}
