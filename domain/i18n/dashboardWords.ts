import type { Language } from "./catalogue";
import { dashboard as english } from "./en/dashboard";
import { dashboard as french } from "./fr/dashboard";
import type { DashboardWords } from "./fr/dashboard";
import { typesetAll } from "./fr/typography";

export type { DashboardWords };

/** Apart from the catalogues: they come with their screen, so that the pane opens sooner. */
export const dashboardWords: { readonly [L in Language]: DashboardWords } = { fr: typesetAll(french), en: english };
