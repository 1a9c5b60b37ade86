import type { Formats, PlanWords, ProblemWords, WorkbookWords } from "./catalogue";
import { formats as englishFormats } from "./en/formats";
import { plan as englishPlan } from "./en/plan";
import { problems as englishProblems } from "./en/problems";
import { workbook as englishWorkbook } from "./en/workbook";
import { formats as frenchFormats } from "./fr/formats";
import { plan as frenchPlan } from "./fr/plan";
import { problems as frenchProblems } from "./fr/problems";
import { workbook as frenchWorkbook } from "./fr/workbook";

export type Language = "fr" | "en";

/** All the words of one language. */
export type Catalogue = {
  readonly formats: Formats;
  readonly plan: PlanWords;
  readonly problems: ProblemWords;
  readonly workbook: WorkbookWords;
};

export const catalogues: { readonly [L in Language]: Catalogue } = {
  fr: { formats: frenchFormats, plan: frenchPlan, problems: frenchProblems, workbook: frenchWorkbook },
  en: { formats: englishFormats, plan: englishPlan, problems: englishProblems, workbook: englishWorkbook },
};
