import { Button } from "@fluentui/react-components";
import { useState } from "react";
import type { ImportWords } from "../../../domain/i18n/importWords";
import type { SheetMark } from "../../actions/lists";
import { Message } from "../layout/Message";
import { Page } from "../layout/Page";
import { refusedWith } from "../notice";
import { usePane } from "../PaneContext";
import { useBusy } from "../useBusy";

/** After the import: what to look at, and the offer to mark the old sheet. */
export function DoneStep({ sheet, says }: { readonly sheet: string; readonly says: ImportWords }) {
  const { session, navigation, texts, setNotice } = usePane();
  const { busy, alone } = useBusy();
  const [mark, setMark] = useState<SheetMark | null>(null);
  const put = () =>
    alone(async () => {
      const answer = await session.lists.mark(sheet, says.markText);
      if ("problem" in answer) setNotice(refusedWith(texts.excelProblems[answer.problem]));
      else setMark(answer.value);
    });
  const takeBack = (put: SheetMark) =>
    alone(async () => {
      const answer = await session.lists.unmark(put);
      if ("problem" in answer) setNotice(refusedWith(texts.excelProblems[answer.problem]));
      else {
        setMark(null);
        if (!answer.value) setNotice(refusedWith(says.noteMoved(sheet)));
      }
    });
  return (
    <Page title={says.doneTitle} back={false}>
      <span>{says.doneLead}</span>
      <Button appearance="primary" onClick={() => navigation.open({ kind: "home" })}>
        {says.toDo}
      </Button>
      {mark === null ? (
        <>
          <span>{says.markLead(sheet)}</span>
          <Button disabledFocusable={busy} onClick={() => void put()}>
            {says.mark}
          </Button>
        </>
      ) : (
        <Message tone="success" text={says.marked(sheet)}>
          <Button size="small" disabledFocusable={busy} onClick={() => void takeBack(mark)}>
            {says.unmark}
          </Button>
        </Message>
      )}
    </Page>
  );
}
