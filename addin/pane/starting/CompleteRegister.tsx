import { Button } from "@fluentui/react-components";
import { useState } from "react";
import { SCHEMA_VERSION } from "../../../domain/workbook/schema";
import { Message } from "../layout/Message";
import { useOpened, usePane } from "../PaneContext";
import { useAct } from "../useAct";
import type { Progress } from "../layout/ProgressBar";
import { SetUpProgress } from "./SetUpProgress";

const gaps: ReadonlySet<string> = new Set(["missingTable", "missingColumn", "missingSettings", "missingSetting"]);

/** Offers to add what was deleted from the register, or what an older version did not have; else nothing. */
export function CompleteRegister() {
  const { session, texts } = usePane();
  const { register, problems } = useOpened();
  const { busy, act } = useAct();
  const [progress, setProgress] = useState<Progress | null>(null);
  const missing = problems.filter(({ code, at }) => gaps.has(code) && at.line === undefined).length;
  const isOlder = (register.settings.schemaVersion ?? SCHEMA_VERSION) < SCHEMA_VERSION;
  if (missing === 0 && !isOlder) return null;
  const complete = () => session.setUp(false, (done, total) => setProgress({ done, total }));
  return (
    <Message tone="info" text={isOlder ? texts.start.older : texts.start.incomplete(missing)}>
      <Button size="small" disabledFocusable={busy} onClick={() => void act(complete)}>
        {texts.start.complete}
      </Button>
      {busy && <SetUpProgress progress={progress} />}
    </Message>
  );
}
