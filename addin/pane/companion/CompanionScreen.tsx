import { useEffect, useState } from "react";
import type { Companion } from "../../companion/companion";
import { Message } from "../layout/Message";
import { Page } from "../layout/Page";
import { useOpened, usePane } from "../PaneContext";
import { companionWords } from "./companionWords";
import { ExportSection } from "./ExportSection";
import { FollowedSection } from "./FollowedSection";

/** The worker that runs beside Excel: the copy to give it, the letters that it made, its last run and its next. */
export function CompanionScreen() {
  const { companion, texts } = usePane();
  const { registerId } = useOpened().register.settings;
  const words = companionWords[texts.language];
  /** Undefined until it is known. */
  const [here, setHere] = useState<Companion | null | undefined>();
  useEffect(() => {
    companion().then(setHere, () => setHere(null));
  }, [companion]);
  return (
    <Page title={texts.companion}>
      {here === null && <Message tone="info" text={words.elsewhere} />}
      {registerId === null && <Message tone="warning" text={words.problems.noIdentity} />}
      {here !== null && here !== undefined && registerId !== null && (
        <>
          <ExportSection exporting={here.exporting} words={words} />
          <FollowedSection companion={here} registerId={registerId} words={words} />
        </>
      )}
    </Page>
  );
}
