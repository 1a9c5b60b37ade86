import type { Catalogue } from "./catalogue";
import { actions } from "./fr/actions";
import { formats } from "./fr/formats";
import { plan } from "./fr/plan";
import { problems } from "./fr/problems";
import { typesetAll } from "./fr/typography";
import { workbook } from "./fr/workbook";

export const french: Catalogue = {
  language: "fr",
  actions: typesetAll(actions),
  formats,
  plan: typesetAll(plan),
  problems: typesetAll(problems),
  workbook,
};
