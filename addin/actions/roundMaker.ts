import type { CivilDate } from "../../domain/dates/civilDate";
import { french } from "../../domain/i18n/french";
import { round as words } from "../../domain/i18n/fr/round";
import { roundOf } from "../../domain/round/roundOf";
import { roundSheet } from "../../domain/round/roundSheet";
import type { AddedParts } from "../excel/createTables";
import { excelError } from "../excel/excelProblem";
import type { ExcelPort } from "../excel/excelPort";
import type { Outcome } from "./session";
import type { Store } from "./store";

/** Makes the sheet of a round, and takes the last one back as long as nothing was typed in it. */
export type RoundMaker = {
  readonly make: (month: CivilDate, today: CivilDate) => Promise<Outcome>;
  readonly undo: () => Promise<Outcome>;
};

export function createRoundMaker(excel: ExcelPort, store: Store): RoundMaker {
  let made: { readonly added: AddedParts; readonly contents: string } | null = null;
  const contentsOf = async ({ sheets }: AddedParts) =>
    JSON.stringify(await excel.sheetContents(sheets.map(({ id }) => id)));
  const attempt = (work: () => Promise<Outcome>): Promise<Outcome> =>
    work().catch((error: unknown) => ({ kind: "failed", problem: excelError(error).problem }));
  return {
    make: (month, today) =>
      attempt(async () => {
        const opened = store.opened();
        if (opened === null) return { kind: "failed", problem: "tableMissing" };
        // Sheets are French in every language.
        const added = await excel.addRoundSheet(roundSheet(roundOf(opened.register, today, month), french, words));
        made = { added, contents: await contentsOf(added) };
        return { kind: "sheetMade", name: added.sheets[0]?.name ?? "" };
      }),
    undo: () =>
      attempt(async () => {
        if (made === null || (await contentsOf(made.added)) !== made.contents) return { kind: "sheetKept" };
        await excel.removeAdded(made.added);
        made = null;
        return { kind: "sheetRemoved" };
      }),
  };
}
