import { Button } from "@fluentui/react-components";
import { useState } from "react";
import type { ImportWords } from "../../../domain/i18n/importWords";
import { listProblemSentence } from "../../../domain/i18n/listSentences";
import type { ListProblem } from "../../../domain/import/listProblem";
import { Message } from "../layout/Message";
import { Page } from "../layout/Page";
import { useListStyles } from "../layout/useListStyles";
import { refusedWith } from "../notice";
import { usePane } from "../PaneContext";
import type { wholeList } from "./importState";
import { Steps } from "./Steps";

/** A page of a long list: more rows would make the pane slow. */
const PAGE = 50;

type Props = {
  readonly list: ReturnType<typeof wholeList>;
  readonly says: ImportWords;
  readonly onReadAgain: () => void;
  readonly onBack: () => void;
  readonly onNext: () => void;
};

/** What is to be known before anything is written, cell by cell. */
export function ProblemsStep({ list: { rows, problems, input }, says, onReadAgain, onBack, onNext }: Props) {
  const { texts } = usePane();
  const styles = useListStyles();
  const [shown, setShown] = useState(PAGE);
  const count = input.lines.length;
  return (
    <Page title={says.problemsTitle} back={onBack}>
      <span>{says.problemsLead(says.rows(count), Math.max(0, rows.length - count))}</span>
      {problems.length === 0 ? (
        <Message tone="success" text={says.noProblem} />
      ) : (
        <span>{says.problemCount(problems.length)}</span>
      )}
      <ul className={styles.list}>
        {problems.slice(0, shown).map((problem, i) => (
          <li key={`${problem.code}:${String(i)}`} className={styles.row}>
            <ProblemRow problem={problem} says={says} />
          </li>
        ))}
      </ul>
      <div className={styles.buttons}>
        {problems.length > shown && (
          <Button onClick={() => setShown(shown + PAGE)}>{texts.seeMore(problems.length - shown)}</Button>
        )}
        {problems.length > 0 && <Button onClick={onReadAgain}>{says.readAgain}</Button>}
      </div>
      <Steps says={says} onBack={onBack} onNext={count === 0 ? null : onNext} />
    </Page>
  );
}

function ProblemRow({ problem, says }: { readonly problem: ListProblem; readonly says: ImportWords }) {
  const { session, texts, setNotice } = usePane();
  const styles = useListStyles();
  const { sheet, row, column } = problem;
  const where = says.cell(column, row);
  const see = async () => {
    const failed = await session.lists.show(sheet, row === null ? null : `${column ?? "A"}${String(row)}`);
    if (failed !== null) setNotice(refusedWith(texts.excelProblems[failed]));
  };
  return (
    <>
      <div className={styles.line}>
        <strong>{where}</strong>
        <Button size="small" appearance="subtle" aria-label={says.seeCellOf(where)} onClick={() => void see()}>
          {says.seeCell}
        </Button>
      </div>
      <span>{listProblemSentence(problem, says)}</span>
    </>
  );
}
