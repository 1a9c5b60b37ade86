import { companionOfPage } from "./companion";

/** One for as long as the pane lives: an export goes on whichever screen is shown. */
export const companion = companionOfPage(document);
