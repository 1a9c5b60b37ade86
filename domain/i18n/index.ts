import type { ActionWords } from "../actions/actionWords";
import type { Formats, PlanWords, ProblemWords, WorkbookWords } from "./catalogue";
import { actions as englishActions } from "./en/actions";
import { formats as englishFormats } from "./en/formats";
import { plan as englishPlan } from "./en/plan";
import { problems as englishProblems } from "./en/problems";
import { workbook as englishWorkbook } from "./en/workbook";
import { actions as frenchActions } from "./fr/actions";
import { formats as frenchFormats } from "./fr/formats";
import { plan as frenchPlan } from "./fr/plan";
import { problems as frenchProblems } from "./fr/problems";
import { typesetAll } from "./fr/typography";
import { workbook as frenchWorkbook } from "./fr/workbook";

export type Language = "fr" | "en";

/** All the words of one language. */
export type Catalogue = {
  readonly actions: ActionWords;
  readonly formats: Formats;
  readonly plan: PlanWords;
  readonly problems: ProblemWords;
  readonly workbook: WorkbookWords;
};

export const catalogues: { readonly [L in Language]: Catalogue } = {
  fr: {
    actions: typesetAll(frenchActions),
    formats: frenchFormats,
    plan: typesetAll(frenchPlan),
    problems: typesetAll(frenchProblems),
    workbook: frenchWorkbook,
  },
  en: {
    actions: englishActions,
    formats: englishFormats,
    plan: englishPlan,
    problems: englishProblems,
    workbook: englishWorkbook,
  },
};
