import { expect, it } from "@jest/globals";
import { showsDay } from "./showsDay";

it.each([
  "dd/mm/yyyy",
  "m/d/yy",
  "d-mmm",
  "mmm-yy",
  "[$-40C]d mmmm yyyy;@",
  "dd/mm/yyyy hh:mm",
  "jj/mm/aaaa",
  "yyyy",
  "mmmm",
])("%s shows a day", (format) => expect(showsDay(format)).toBe(true));

it.each([
  "General",
  "Standard",
  "0.00",
  "#,##0.00 [$€-40C]",
  '0 "jours"',
  "0\\d",
  "[Red]0",
  "h:mm",
  "[h]:mm:ss",
  "mm:ss",
  "h:mm AM/PM",
  "@",
  "0.00E+00",
  "# ?/?",
  "",
])("%s shows none", (format) => expect(showsDay(format)).toBe(false));
