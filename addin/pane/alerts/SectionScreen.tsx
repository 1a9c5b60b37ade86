import { Button } from "@fluentui/react-components";
import { useState } from "react";
import type { SectionId } from "../../../domain/digest/digestModel";
import { Message } from "../layout/Message";
import { Page } from "../layout/Page";
import { usePane } from "../PaneContext";
import { AlertList } from "./AlertList";
import { useAlerts } from "./useAlerts";

/** A page of a long list: more rows would make the pane slow. */
const PAGE = 50;

/** Everything of one kind that is to be done. */
export function SectionScreen({ section }: { section: SectionId }) {
  const { texts } = usePane();
  const alerts = useAlerts().find(({ id }) => id === section)?.alerts ?? [];
  const [shown, setShown] = useState(PAGE);
  const { title, advice } = texts.sections[section];
  return (
    <Page title={title}>
      <span>{advice}</span>
      {alerts.length === 0 ? (
        <Message tone="success" text={texts.nothingToDo} />
      ) : (
        <AlertList alerts={alerts.slice(0, shown)} />
      )}
      {alerts.length > shown && (
        <Button onClick={() => setShown(shown + PAGE)}>{texts.seeMore(alerts.length - shown)}</Button>
      )}
    </Page>
  );
}
