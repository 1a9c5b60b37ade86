import { createRoot } from "react-dom/client";
import type { Language } from "../../domain/i18n";
import type { Session } from "../actions/session";
import { App } from "./App";
import { keepTabKey } from "./keepTabKey";
import type { Navigation } from "./navigation";
import type { Notices } from "./notices";
import type { OfThisMachine } from "./PaneContext";
import { OutsideExcel } from "./starting/OutsideExcel";
import { wordsOf } from "./wordsOf";

type Parts = {
  /** Null outside of Excel. */
  readonly session: Session | null;
  readonly navigation: Navigation;
  readonly notices: Notices;
  readonly companion: OfThisMachine;
  readonly language: Language;
  readonly officeIsDark: () => boolean | undefined;
};

/** Draws the pane into the page and begins to read the workbook. */
export async function mountPane(root: HTMLElement, { session, language, ...parts }: Parts): Promise<void> {
  const { words, texts } = await wordsOf(language);
  document.documentElement.lang = language;
  keepTabKey(document);
  const app = createRoot(root);
  if (session === null) return app.render(<OutsideExcel texts={texts} />);
  app.render(<App session={session} words={words} texts={texts} {...parts} />);
  await session.open();
}
