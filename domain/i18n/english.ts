import type { Catalogue } from "./catalogue";
import { actions } from "./en/actions";
import { formats } from "./en/formats";
import { plan } from "./en/plan";
import { problems } from "./en/problems";
import { workbook } from "./en/workbook";

export const english: Catalogue = { language: "en", actions, formats, plan, problems, workbook };
