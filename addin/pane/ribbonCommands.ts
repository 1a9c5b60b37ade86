import { logVisit } from "../../domain/actions/logVisit";
import type { Catalogue } from "../../domain/i18n";
import type { PaneWords } from "../../domain/i18n/fr/pane";
import type { Session } from "../actions/session";
import type { CommandTable } from "../commands/commandNames";
import type { FormName } from "./forms/formName";
import type { Navigation } from "./navigation";
import { noticeOf } from "./notice";
import type { Notices } from "./notices";

type Parts = {
  readonly session: Session;
  readonly navigation: Navigation;
  readonly notices: Notices;
  readonly words: () => Promise<{ readonly words: Catalogue; readonly texts: PaneWords }>;
  /** Brings the pane into view. */
  readonly showPane: () => Promise<void>;
};

/**
 * What each button of the ribbon does: at once on the contract of the selected row where nothing must be asked, else
 * in the pane with everything filled in.
 */
export function ribbonCommands({ session, navigation, notices, words, showPane }: Parts): CommandTable {
  const openForm = (form: FormName) => async () => {
    const contract = await session.readSelection();
    navigation.open({ kind: "form", form, contract, about: null });
    await showPane();
  };
  return {
    openPane: showPane,
    async showAlerts() {
      navigation.open({ kind: "home" });
      await showPane();
    },
    async undoLast() {
      const batch = session.lastBatch();
      navigation.open({ kind: "home" });
      if (batch !== null) {
        const outcome = await session.undo(batch);
        const { words: catalogue, texts } = await words();
        notices.tell(noticeOf(outcome, catalogue, texts));
      }
      await showPane();
    },
    async logVisit() {
      const contract = await session.readSelection();
      if (contract === null) return openForm("logVisit")();
      const outcome = await session.perform(logVisit, { contract, outcome: "done" });
      const { words: catalogue, texts } = await words();
      const done = outcome.kind === "done";
      navigation.open(
        done ? { kind: "contract", contract } : { kind: "form", form: "logVisit", contract, about: null },
      );
      notices.tell(noticeOf(outcome, catalogue, texts));
      await showPane();
    },
    logRepair: openForm("logRepair"),
    markInvoiced: openForm("markInvoiced"),
    noticeSent: openForm("noticeSent"),
    renew: openForm("renew"),
  };
}
