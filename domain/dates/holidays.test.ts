import { describe, expect, it } from "@jest/globals";
import { addDays, civilDate, type CivilDate } from "./civilDate";
import { isHoliday } from "./holidays";

const fixedDays = ["01-01", "05-01", "05-08", "07-14", "08-15", "11-01", "11-11", "12-25"];

// Good Friday, Easter Monday, Ascension Day, Whit Monday.
const movableDays = [
  [2024, "03-29", "04-01", "05-09", "05-20"],
  [2025, "04-18", "04-21", "05-29", "06-09"],
  [2026, "04-03", "04-06", "05-14", "05-25"],
  [2027, "03-26", "03-29", "05-06", "05-17"],
  [2028, "04-14", "04-17", "05-25", "06-05"],
  [2029, "03-30", "04-02", "05-10", "05-21"],
  [2030, "04-19", "04-22", "05-30", "06-10"],
] as const;

function holidaysOf(year: number, region: { alsaceMoselle: boolean }): string[] {
  const days = Array.from({ length: 366 }, (_, n): CivilDate => addDays(civilDate(year, 1, 1), n));
  return days.filter((day) => day.startsWith(`${year}`) && isHoliday(day, region)).map((day) => day.slice(5));
}

describe.each(movableDays)("the public holidays of %i", (year, goodFriday, easterMonday, ascension, whitMonday) => {
  const national = [...fixedDays, easterMonday, ascension, whitMonday];

  it("are 11 in France", () => {
    expect(holidaysOf(year, { alsaceMoselle: false })).toEqual(national.toSorted());
  });

  it("are 13 in Alsace-Moselle", () => {
    expect(holidaysOf(year, { alsaceMoselle: true })).toEqual([...national, goodFriday, "12-26"].toSorted());
  });
});

it("knows the earliest and the latest Easter of two centuries", () => {
  const easterMondays = ["1913-03-24", "1943-04-26", "2008-03-24", "2038-04-26", "2100-03-29"] as const;
  expect(easterMondays.map((day) => isHoliday(day, { alsaceMoselle: false }))).toEqual([true, true, true, true, true]);
});
