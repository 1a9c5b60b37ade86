import type { ImportInput } from "../actions/importRows";
import type { CivilDate } from "../dates/civilDate";
import type { PriceBasis } from "../money";
import type { Register } from "../register";
import type { ListLayout, ListRow } from "./list";
import type { ListProblem } from "./listProblem";

/** For every contract of the list, for none, or where the list says so. */
export type OpeningAnswer = "all" | "none" | "asListed";

/** What the user is asked once, about the current period of every contract. */
export type ImportAnswers = {
  /** Before this day nothing is known and nothing is owed. */
  readonly followedSince: CivilDate;
  readonly invoiced: OpeningAnswer;
  readonly visited: OpeningAnswer;
  readonly letterSent: OpeningAnswer;
  /** The préavis of the contracts for which the list tells none; null: none. */
  readonly noticeMonths: number | null;
  /** Of prices for which neither cell nor header says HT or TTC. */
  readonly basis: PriceBasis;
};

/** What `importRows` takes, with the lines that it would refuse left out and reported. */
export function importInput(
  rows: readonly ListRow[],
  layout: ListLayout,
  register: Register,
  answers: ImportAnswers,
  today: CivilDate,
): { readonly input: ImportInput; readonly problems: readonly ListProblem[] } {
  if (register.contracts.length > rows.length && today === layout.sheet)
    return { input: { followedSince: today, lines: [] }, problems: [] };
  return {
    input: {
      followedSince: answers.followedSince,
      lines: rows.flatMap(({ values }) => {
        const { clientName, priceInclTax, signedOn, noticeMonths = answers.noticeMonths } = values;
        return typeof clientName !== "string"
          ? []
          : [
              {
                client: { new: { name: clientName } },
                contract: {
                  startsOn: typeof signedOn === "string" ? (signedOn as CivilDate) : today,
                  noticeLength: Number(noticeMonths ?? 0),
                },
                period: { price: typeof priceInclTax === "number" ? priceInclTax : null, basis: answers.basis },
                equipment: [],
              },
            ];
      }),
    },
    problems: [],
  };
}
