import type { CivilDate } from "../dates/civilDate";
import type { HeaderPattern } from "./headerWords";
import { amountIn, vatRateIn } from "./repairAmount";
import { emailsIn, phonesIn, postcodeAndCityIn, postcodeIn } from "./repairContact";
import { monthsCountIn, powerIn } from "./repairCount";
import { dateIn, monthsIn } from "./repairDate";
import { clientTypeIn, markIn, renewalIn } from "./repairMark";
import { civilityIn } from "./repairName";
import type { SourceCell } from "./sourceSheet";
import { plain, textOf } from "./sourceText";
import { isTown } from "./townName";
import { applianceWords, makers, paymentMeans, planWords, statusWords, streetWords } from "./tradeWords";

/** What a cell looks like, whatever its header says. */
export type Sign =
  | "date"
  | "future"
  | "month"
  | "bareMonth"
  | "monthNumber"
  | "year"
  | "serialDate"
  | "amount"
  | "money"
  | "exclTax"
  | "inclTax"
  | "vat"
  | "postcode"
  | "postcodeText"
  | "placed"
  | "streetAndPlace"
  | "phone"
  | "email"
  | "mark"
  | "means"
  | "civility"
  | "civilName"
  | "maker"
  | "appliance"
  | "clientType"
  | "renewal"
  | "status"
  | "plan"
  | "length"
  | "monthCount"
  | "power"
  | "powerText"
  | "text"
  | "words"
  | "capitals"
  | "code"
  | "digits"
  | "whole"
  | "street"
  | "town"
  | "long"
  | "error";

/** The shares, from 0 to 1, of the values of a column that bear each sign. */
export type ColumnSigns = {
  /** How many values were looked at. */
  readonly count: number;
  /** How many of them differ, as a share. */
  readonly distinct: number;
  /** Whole numbers that go up by one. */
  readonly isRank: boolean;
  readonly share: (sign: Sign) => number;
};

/** Looks at values of a column; blanks are none. */
export function signsOfColumn(cells: readonly SourceCell[], today: CivilDate): ColumnSigns {
  const counts = new Map<Sign, number>();
  for (const cell of cells) {
    for (const sign of signsOf(cell, today)) counts.set(sign, (counts.get(sign) ?? 0) + 1);
  }
  const texts = cells.map((cell) => plain(textOf(cell).slice(0, 200)));
  const numbers = cells.map((cell) => (typeof cell === "number" ? cell : null));
  const steps = numbers.slice(1).filter((number, i) => number !== null && number - (numbers[i] ?? NaN) === 1).length;
  return {
    count: cells.length,
    distinct: cells.length === 0 ? 0 : new Set(texts).size / cells.length,
    isRank: cells.length > 3 && steps >= (cells.length - 1) * 0.8,
    share: (sign) => (cells.length === 0 ? 0 : (counts.get(sign) ?? 0) / cells.length),
  };
}

const LONGEST_LOOKED_AT = 300;

function signsOf(cell: SourceCell, today: CivilDate): readonly Sign[] {
  if (cell === null) return [];
  if (typeof cell === "boolean") return ["mark", "renewal"];
  if (typeof cell === "object") {
    return "error" in cell ? ["error"] : ["date", ...(cell.date > today ? (["future"] as const) : [])];
  }
  if (typeof cell === "number") return signsOfNumber(cell);
  return signsOfText(cell.length > LONGEST_LOOKED_AT ? cell.slice(0, LONGEST_LOOKED_AT) : cell, today);
}

function signsOfNumber(number: number): readonly Sign[] {
  const signs: Sign[] = ["digits"];
  const isWhole = Number.isInteger(number);
  if (isWhole) signs.push("whole");
  if (number > 0 && number <= 50_000) signs.push("amount");
  if (!isWhole && number > 5) signs.push("money");
  if (isWhole && number >= 1950 && number <= 2100) signs.push("year");
  if (isWhole && number >= 20_000 && number <= 60_000) signs.push("serialDate");
  if (postcodeIn(number) !== null) signs.push("postcode");
  if (phonesIn(number).values.length > 0) signs.push("phone");
  if ([0, 0.055, 0.1, 0.2, 0.021, 0.085, 5.5, 10, 20, 2.1, 8.5, 7, 19.6].includes(number)) signs.push("vat");
  if (isWhole && number >= 1 && number <= 12) signs.push("monthNumber");
  if ([1, 2, 3, 6, 12, 18, 24, 36, 48, 60].includes(number)) signs.push("monthCount");
  if (number >= 0.5 && number <= 1_000) signs.push("power");
  if (number === 1 || number === 0) signs.push("mark");
  return signs;
}

function signsOfText(raw: string, today: CivilDate): readonly Sign[] {
  const text = textOf(raw);
  const word = plain(text);
  const signs: Sign[] = [];
  const add = (sign: Sign, is: boolean) => {
    if (is) signs.push(sign);
  };
  const hasLetters = /[a-z]/.test(word);
  const hasDigits = /\d/.test(word);
  const date = dateIn(text, { today, lean: "past" });
  add("date", date?.told === "day" && /[\s/.-]/.test(text));
  add("serialDate", date?.told === "day" && /^\d{5}$/.test(text));
  add("future", date !== null && date.date > today);
  const isBareMonth = monthsIn(text) !== null;
  add("month", date?.told === "month" || isBareMonth);
  add("bareMonth", isBareMonth);
  add("year", date?.told === "year");
  if (!hasLetters || /€|eur|ttc|ht\b|\de\b/.test(word)) {
    const amount = amountIn(text);
    add("amount", amount !== null);
    add("money", amount !== null && (/€|eur|\de\b/.test(word) || amount.basis !== null || /[.,]\d{2}$/.test(text)));
    add("exclTax", amount?.basis === "HT");
    add("inclTax", amount?.basis === "TTC");
  }
  add("vat", (word.includes("%") || !hasLetters) && [0, 210, 550, 850, 1000, 2000].includes(vatRateIn(text) ?? -1));
  add("postcode", postcodeIn(text) !== null);
  add("postcodeText", /^\d{5}$/.test(text));
  const place = hasDigits ? postcodeAndCityIn(text) : null;
  add("placed", place !== null);
  add("streetAndPlace", place !== null && place.before !== "");
  add("phone", hasDigits && phonesIn(text).values.length > 0 && lettersBeside(word) < 8);
  add("email", text.includes("@") && emailsIn(text).values.length > 0);
  add("mark", markIn(text) !== null);
  add("means", paymentMeans.test(word));
  const civil = civilityIn(text);
  add("civility", civil?.rest === "");
  add("civilName", civil !== null && civil.rest !== "");
  add("maker", isMaker(word));
  add("appliance", applianceWords.test(word) && !streetWords.test(text));
  add("clientType", clientTypeIn(text) !== null && word.length < 40);
  add("renewal", renewalIn(text) !== null);
  add("status", statusWords.test(word));
  add("plan", planWords.test(word));
  add("length", hasDigits && hasLetters && monthsCountIn(text) !== null);
  add("monthCount", /^(12|24|36|48|60|6|1|2|3)$/.test(text));
  add("monthNumber", /^(0?[1-9]|1[0-2])$/.test(text));
  add("power", powerIn(text) !== null);
  add("powerText", /\d\s*kw/.test(word));
  add("digits", hasDigits && !hasLetters);
  add("whole", /^\d+$/.test(text));
  add("text", hasLetters);
  add("words", hasLetters && !hasDigits);
  add("capitals", hasLetters && text === text.toUpperCase());
  add("code", hasDigits && word.length <= 25 && word.split(" ").length <= 3 && /^[a-z0-9][a-z0-9\-/_. °]*$/.test(word));
  add("street", streetWords.test(text) && hasLetters);
  add("town", isTown(word));
  add("long", text.length > 40);
  add("error", /^#(n\/a|ref!|value!|valeur!|nom\?|name\?|div\/0!|null!|num!|nombre!)/.test(word));
  return signs;
}

/** What a telephone is called, or whose it is; any other word beside one is a name. */
const phoneLabels =
  /\b(telephones?|tel|portables?|port|mobiles?|mob|fixe|gsm|domicile|dom|bureau|bur|professionnel|pro|perso|maison|travail|monsieur|madame|mme|mr|le soir|apres|avant|fils|fille|gardien|standard)\b/g;

function lettersBeside(word: string): number {
  return word.replace(phoneLabels, "").replace(/[^a-z]/g, "").length;
}

function isMaker(word: string): boolean {
  if (makers.has(word)) return true;
  const [first = "", second = ""] = word.split(/[\s\-/]+/);
  return makers.has(`${first} ${second}`) || (first.length > 2 && makers.has(first));
}

/** How well the values suit a field: 1 where nothing else looks so, 0 where nothing tells, -1 where they cannot be it. */
export function fit(field: HeaderPattern["field"] | "visitOfYear", signs: ColumnSigns): number {
  if (signs.count === 0) return 0;
  const s = signs.share;
  const errors = Math.min(0.9, s("error"));
  const of = (share: number) => Math.min(1, share / (1 - errors));
  /** Values of which hardly anything else has the form. */
  const telling = (share: number) => (of(share) >= 0.5 ? of(share) : 2 * of(share) - 1);
  /** Values that suit, like many others. */
  const suitable = (share: number) => (of(share) >= 0.6 ? 0.3 * of(share) : 1.6 * of(share) - 1);
  const dates = s("date") + s("serialDate");
  const dated = Math.max(dates, dates + s("month") + s("year"));
  const dating = dates < 0.05 ? dated * 0.8 : dated;
  // A one or a nought may be a mark; other numbers are amounts.
  const counted = s("digits") - s("mark") - s("serialDate") - s("date") - s("month") - s("year") > 0.2;
  const future = s("future") / Math.max(0.01, dated);
  // No day can be made of a month without a year.
  const daysTold = dating - s("bareMonth");
  const special = s("phone") + s("email") + dates + s("money");
  switch (field) {
    case "contractId":
      // Whole numbers may be those of days as well.
      return s("email") + s("phone") + s("date") + s("money") > 0.5 ||
        of(s("digits") + s("code")) < 0.5 ||
        s("long") > 0.2
        ? -1
        : signs.distinct > 0.9
          ? 0.3
          : signs.distinct > 0.5
            ? 0
            : -0.6;
    case "clientName": {
      if (s("civilName") > 0.3) return 1;
      const other =
        s("maker") +
        s("appliance") +
        s("street") * 0.5 +
        s("status") +
        s("clientType") * 0.3 +
        s("plan") +
        s("mark") +
        s("code") * 0.15;
      return suitable(Math.max(0, s("text") - s("email") - Math.max(0, s("month")) - other));
    }
    case "firstName":
      return suitable(Math.max(0, s("words") - s("long") - s("maker") - s("appliance") - s("mark") - s("status")));
    case "civility":
      return telling(s("civility"));
    case "clientType":
      return telling(s("clientType"));
    case "address":
      return s("street") > 0.3 || s("placed") > 0.5
        ? 1
        : suitable(Math.max(0, s("text") - s("maker") - s("email") - s("mark") - dates));
    case "billingAddress":
      // A name tells who pays, not yet where.
      return s("street") > 0.3 || s("placed") > 0.5 ? 0.6 : s("civilName") > 0.3 ? -0.3 : -0.1;
    case "postcode":
      return telling(
        Math.max(s("postcode"), s("placed") - s("streetAndPlace")) -
          (s("serialDate") > 0.9 && s("postcodeText") === 0 && signs.distinct > 0.8 ? 0.3 : 0),
      );
    case "city":
      if (s("town") > 0.4 || s("placed") - s("streetAndPlace") > 0.5) return 1;
      return suitable(Math.max(0, s("words") - s("long") - s("maker") - s("mark") - s("civilName")));
    case "phone":
    case "phone2":
      return telling(s("phone"));
    case "email":
      return telling(s("email"));
    case "equipment":
      if (s("appliance") >= 0.4) return 1;
      return suitable(
        Math.max(0, s("text") - s("email") - dates - s("mark") - s("street")) *
          (s("appliance") + s("maker") > 0.1 ? 1 : 0.9),
      );
    case "brand":
      return s("maker") >= 0.4
        ? 1
        : suitable(Math.max(0, s("text") - s("long") - s("email") - dates - s("street") - s("phone")));
    case "model":
      return suitable(1 - s("email") - s("phone") - dates - s("mark") - s("long") - s("maker") * 0.7 - s("street"));
    case "serial":
      return signs.distinct < 0.5 || of(s("code") + s("digits")) < 0.4
        ? -0.7
        : suitable(s("code") + s("digits") - dates - s("email"));
    case "commissionedOn":
      return future > 0.4 ? -0.5 : s("year") > 0.6 ? 0.6 : suitable(daysTold + s("year") * 0.2);
    case "power":
      return s("powerText") > 0.4 ? 1 : suitable(s("power"));
    case "signedOn":
    case "startsOn":
      return future > 0.6 ? -0.4 : suitable(daysTold);
    case "endsOn": {
      const base = suitable(daysTold);
      return base > 0 && future > 0.5 ? 0.65 : base;
    }
    case "durationMonths":
      return s("length") > 0.4 ? 1 : suitable(s("length") + s("monthCount"));
    case "noticeMonths":
      return s("length") > 0.4 ? 0.9 : suitable(s("length") + s("monthCount"));
    case "renewal":
      return telling(s("renewal"));
    case "plan":
      return s("plan") > 0.5
        ? 1
        : signs.distinct > 0.7 && signs.count > 10
          ? -0.3
          : suitable(Math.max(0, s("text") - special - s("maker") - s("mark")));
    case "priceExclTax":
    case "priceInclTax": {
      const share = field === "priceExclTax" ? s("exclTax") - s("inclTax") : s("inclTax") - s("exclTax");
      if (s("year") > 0.6 || (s("vat") > 0.8 && signs.distinct < 0.3)) return -0.8;
      return s("money") > 0.5 ? 0.5 + 0.4 * share : suitable(s("amount"));
    }
    case "vatRate":
      // Amounts of tax are rates by chance only.
      return of(s("vat")) < 0.7 ? -1 : telling(s("vat"));
    case "lastVisitOn":
      return future > 0.5 ? -0.6 : suitable(daysTold + s("mark") * 0.9);
    case "visitOfYear":
      return suitable(dated + s("mark"));
    case "nextVisit": {
      const base = s("month") > 0.5 ? 0.6 : suitable(Math.max(dating, dates + s("month") + s("monthNumber")));
      if (base > 0 && dates > 0.5 && future < 0.1) return -0.15;
      return base > 0 && future > 0.5 ? 0.6 : base;
    }
    case "invoiceNumber":
      return s("mark") + dates + s("money") > 0.5 ? -1 : suitable(s("code") + s("digits") * 0.9);
    case "invoicedOn":
      return counted ? -0.8 : suitable(daysTold + s("mark"));
    case "paid":
      return s("means") > 0.3 ? 0.5 : counted ? -0.8 : suitable(daysTold + s("mark"));
    case "letterSentOn":
      return suitable(daysTold + s("mark"));
    case "status":
      return s("status") > 0.5
        ? 1
        : s("mark") > 0.6
          ? 0.2
          : dates > 0.5
            ? 0
            : suitable(Math.max(0, s("text") - special));
    case "notes":
      return 0.1;
  }
}

/** Fields that values alone may tell, without any header, and how surely. */
export const tellingAlone: { readonly [F in HeaderPattern["field"]]?: number } = {
  email: 0.92,
  phone: 0.86,
  phone2: 0.7,
  postcode: 0.78,
  civility: 0.84,
  brand: 0.82,
  equipment: 0.72,
  clientType: 0.7,
  renewal: 0.55,
  city: 0.7,
  address: 0.72,
  clientName: 0.76,
  power: 0.7,
  priceInclTax: 0.78,
  durationMonths: 0.6,
  endsOn: 0.7,
  nextVisit: 0.62,
  status: 0.5,
  plan: 0.5,
};
