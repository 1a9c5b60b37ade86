import { toSerial } from "../dates/excelSerial";
import type { CivilDate } from "../dates/civilDate";
import type { Catalogue } from "../i18n";
import type { RoundWords } from "../i18n/fr/round";
import type { Round } from "./roundOf";
import { textsOf } from "./roundTexts";

/** The round as the cells of a sheet: a head, then a line per stop. Text is text; days are Excel's numbers. */
export type RoundSheet = {
  readonly name: string;
  readonly columns: readonly { readonly header: string; readonly width: number; readonly isDate: boolean }[];
  readonly rows: readonly (readonly (string | number | null)[])[];
};

const widths = {
  ...{ day: 13, postcode: 8, city: 20, client: 30, address: 30, phone: 15, appliance: 32, contract: 11 },
  ...{ lastVisit: 13, due: 13, notes: 30, done: 6 },
} as const;
const dates: readonly (keyof typeof widths)[] = ["day", "lastVisit", "due"];

export function roundSheet(round: Round, words: Catalogue, own: RoundWords): RoundSheet {
  const columns = Object.keys(widths) as readonly (keyof typeof widths)[];
  return {
    name: own.title(round.month),
    columns: columns.map((column) => ({
      header: own.columns[column],
      width: widths[column],
      isDate: dates.includes(column),
    })),
    rows: round.stops.map((stop) => {
      const texts = { ...textsOf(stop, words, own), done: "" };
      return columns.map((column) => {
        const text = texts[column];
        return text !== null && dates.includes(column) ? toSerial(text as CivilDate) : text;
      });
    }),
  };
}
