import { civilDate } from "../domain/dates/civilDate";
import type { Language } from "../domain/i18n";
import { createSession } from "./actions/createSession";
import type { Environment } from "./actions/environment";
import { associateCommands } from "./commands/associateCommands";
import { officePort } from "./excel/officePort";
import { mountPane } from "./pane/mountPane";
import { createNavigation } from "./pane/navigation";
import { noticeOf } from "./pane/notice";
import { createNotices } from "./pane/notices";
import { ribbonCommands } from "./pane/ribbonCommands";
import { wordsOf } from "./pane/wordsOf";

/** The only place of the add-in that reads the clock and draws by chance. */
const environment: Environment = {
  today() {
    const now = new Date();
    return civilDate(now.getFullYear(), now.getMonth() + 1, now.getDate());
  },
  at() {
    const now = new Date();
    const local = new Date(now.getTime() - now.getTimezoneOffset() * 60_000);
    return local.toISOString().slice(0, 19).replace("T", " ");
  },
  who: () => null,
  newKey: (prefix) => `${prefix}-${crypto.randomUUID().replaceAll("-", "").slice(0, 12).toUpperCase()}`,
};

const showPane = () => Office.addin.showAsTaskpane();

const session = createSession(officePort, environment);
const notices = createNotices();
const navigation = createNavigation(() => notices.tell(null));

/** Fetched with what asks for it first. */
const companion = async () => (await import("./companion/ofThisPage")).companion;

const language = (): Language => (/^en\b/i.test(Office.context.displayLanguage) ? "en" : "fr");
const words = () => wordsOf(language());

// Before anything is drawn: a button clicked right after Excel starts is lost otherwise.
associateCommands(ribbonCommands({ session, navigation, notices, companion, words, showPane }), () => {
  void words().then(({ words: catalogue, texts }) => {
    notices.tell(noticeOf({ kind: "failed", problem: "unexpected" }, catalogue, texts));
    return showPane();
  });
});

void Office.onReady(async ({ host }) => {
  const root = document.getElementById("root");
  if (root === null) return;
  await mountPane(root, {
    session: host === Office.HostType.Excel ? session : null,
    navigation,
    notices,
    companion,
    language: language(),
    // Some versions of Excel do not tell their theme.
    officeIsDark: () => (Office.context.officeTheme as Office.OfficeTheme | undefined)?.isDarkTheme,
  });
});
