import { Button, makeStyles } from "@fluentui/react-components";
import { useCallback, useEffect, useState, useSyncExternalStore } from "react";
import type { CompanionReport, PreparedLetter } from "../../../domain/companion/companionApi";
import type { CompanionWords } from "../../../domain/i18n/fr/companion";
import type { Companion } from "../../companion/companion";
import { CompanionError, type CompanionProblem } from "../../companion/companionClient";
import { Message } from "../layout/Message";
import { Section } from "../layout/Section";
import { useListStyles } from "../layout/useListStyles";
import { useBusy } from "../useBusy";
import { LetterList } from "./LetterList";

const useStyles = makeStyles({ told: { ":empty": { display: "none" } } });

type Props = { readonly companion: Companion; readonly registerId: string; readonly words: CompanionWords };
type Told = { readonly report: CompanionReport; readonly letters: readonly PreparedLetter[] };

/** What the companion says of the register: the letters that it made, its last run and the next. */
export function FollowedSection({ companion, registerId, words }: Props) {
  const list = useListStyles();
  const { busy, alone } = useBusy();
  const [told, setTold] = useState<Told | null>(null);
  const [problem, setProblem] = useState<CompanionProblem | null>(null);
  const exported = useSyncExternalStore(companion.exporting.subscribe, companion.exporting.current).kind === "kept";

  const ask = useCallback(async () => {
    try {
      const report = await companion.report(registerId);
      const { letters } = report.register === null ? { letters: [] } : await companion.letters(registerId);
      setTold({ report, letters });
      setProblem(null);
    } catch (error) {
      setProblem(problemOf(error));
    }
  }, [companion, registerId]);
  useEffect(() => void ask(), [ask, exported]);
  const openFolder = () =>
    companion.openFolder(registerId).then(
      () => setProblem(null),
      (error: unknown) => setProblem(problemOf(error)),
    );

  return (
    <>
      <div role="status" className={useStyles().told}>
        {problem !== null && <Message tone="error" text={words.problems[problem]} />}
      </div>
      {told !== null && (
        <>
          {told.report.register === null ? (
            <Message tone="warning" text={words.notFollowed} />
          ) : (
            <Section title={words.letters}>
              <LetterList letters={told.letters} words={words} />
              <div className={list.buttons}>
                <Button disabledFocusable={busy} onClick={() => void alone(openFolder)}>
                  {words.openFolder}
                </Button>
              </div>
            </Section>
          )}
          <Section title={words.runs}>
            {linesOf(told.report, words).map((line) => (
              <span key={line}>{line}</span>
            ))}
            {warningsOf(told.report).map((sentence) => (
              <Message key={sentence} tone="warning" text={sentence} />
            ))}
          </Section>
        </>
      )}
      <div className={list.buttons}>
        <Button disabledFocusable={busy} onClick={() => void alone(ask)}>
          {words.refresh}
        </Button>
      </div>
    </>
  );
}

function problemOf(error: unknown): CompanionProblem {
  return error instanceof CompanionError ? error.problem : "unexpected";
}

function linesOf({ register }: CompanionReport, words: CompanionWords): readonly string[] {
  if (register === null) return [];
  const { lastRun, next, copyAt } = register;
  const last =
    lastRun === null ? words.neverRan : lastRun.isDone ? words.lastDone(lastRun.at) : words.lastFailed(lastRun.at);
  return [last, words.next(next.letters, next.digest), ...(copyAt === null ? [] : [words.copyAt(copyAt)])];
}

/** What the companion wrote for the user, in French. */
function warningsOf({ register, warnings }: CompanionReport): readonly string[] {
  return [...new Set([register?.lastRun?.sentence ?? [], register?.warnings ?? [], warnings].flat())];
}
