import { Button, Link } from "@fluentui/react-components";
import { useState } from "react";
import type { SectionId } from "../../../domain/digest/digestModel";
import { Message } from "../layout/Message";
import { Page } from "../layout/Page";
import { usePane } from "../PaneContext";
import { AlertList } from "./AlertList";
import { useAlerts } from "./useAlerts";

/** A page of a long list: more rows would make the pane slow. */
const PAGE = 50;

/** Sections of letters, before which prices are to be announced. */
const ofNotices: readonly SectionId[] = ["lastLegalDays", "lettersToSend", "renewals"];

/** Everything of one kind that is to be done. */
export function SectionScreen({ section }: { section: SectionId }) {
  const { navigation, texts } = usePane();
  const alerts = useAlerts().find(({ id }) => id === section)?.alerts ?? [];
  const [shown, setShown] = useState(PAGE);
  const { title, advice } = texts.sections[section];
  return (
    <Page title={title}>
      <span>{advice}</span>
      {ofNotices.includes(section) && (
        <Link as="button" onClick={() => navigation.open({ kind: "renewals" })}>
          {texts.renewals}
        </Link>
      )}
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
