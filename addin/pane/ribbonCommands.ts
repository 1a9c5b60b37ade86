import { coversSeveral } from "../../domain/contract/coverage";
import { logVisit } from "../../domain/actions/logVisit";
import type { Catalogue } from "../../domain/i18n";
import type { PaneWords } from "../../domain/i18n/fr/pane";
import type { Session } from "../actions/session";
import type { CommandTable } from "../commands/commandNames";
import type { FormName } from "./forms/formName";
import type { Navigation } from "./navigation";
import { noticeOf, refusedWith, undoingNotice } from "./notice";
import type { OfThisMachine } from "./PaneContext";
import type { Notices } from "./notices";

type Parts = {
  readonly session: Session;
  readonly navigation: Navigation;
  readonly notices: Notices;
  readonly companion: OfThisMachine;
  readonly words: () => Promise<{ readonly words: Catalogue; readonly texts: PaneWords }>;
  /** Brings the pane into view. */
  readonly showPane: () => Promise<void>;
};

/**
 * What each button of the ribbon does: at once on the contract of the selected row where nothing must be asked, else
 * in the pane with everything filled in.
 */
export function ribbonCommands({ session, navigation, notices, companion, words, showPane }: Parts): CommandTable {
  /** A button may be clicked while the register is still being read. */
  const isReady = async (): Promise<boolean> => {
    if (session.state().kind === "opening") {
      await showPane();
      await new Promise<void>((resolve) => {
        const stop = session.subscribe(() => {
          if (session.state().kind === "opening") return;
          stop();
          resolve();
        });
      });
    }
    return session.state().kind === "ready";
  };
  const openForm = (form: FormName) => async () => {
    const contract = (await isReady()) ? await session.readSelection() : null;
    navigation.open({ kind: "form", form, contract, about: null });
    await showPane();
  };
  /** Of several appliances it must be asked which was seen to. */
  const mustAsk = (contract: string): boolean => {
    const state = session.state();
    if (state.kind !== "ready") return false;
    const planned = state.opened.plan.contracts.find(({ file }) => file.contract.number === contract);
    return planned !== undefined && coversSeveral(planned.file, session.today());
  };
  return {
    openPane: showPane,
    async showAlerts() {
      navigation.open({ kind: "home" });
      await showPane();
    },
    async undoLast() {
      if (await isReady()) {
        navigation.open({ kind: "home" });
        const batch = session.lastBatch();
        const { words: catalogue, texts } = await words();
        const tell = (done: number, total: number) => notices.tell(undoingNotice(texts, done, total));
        const outcome = batch === null ? null : await session.undo(batch, tell);
        notices.tell(outcome === null ? refusedWith(texts.nothingToUndo) : noticeOf(outcome, catalogue, texts));
      }
      await showPane();
    },
    async logVisit() {
      const contract = (await isReady()) ? await session.readSelection() : null;
      if (contract === null || mustAsk(contract)) return openForm("logVisit")();
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
    async exportRegister() {
      if (await isReady()) {
        navigation.open({ kind: "companion" });
        const here = await companion().catch(() => null);
        // The screen shows how far it is; the button need not wait for the end.
        void here?.exporting.start();
      }
      await showPane();
    },
  };
}
