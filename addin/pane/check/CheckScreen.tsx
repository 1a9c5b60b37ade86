import { Button } from "@fluentui/react-components";
import { useState } from "react";
import { repairKeys } from "../../../domain/actions/repairKeys";
import { problemSentence } from "../../../domain/i18n/problemSentence";
import { locate } from "../../../domain/workbook/locate";
import { Message } from "../layout/Message";
import { Page } from "../layout/Page";
import { useListStyles } from "../layout/useListStyles";
import { useOpened, usePane } from "../PaneContext";
import { useAct } from "../useAct";
import { useGoTo } from "../useGoTo";
import { repairableRows } from "./repairableRows";

/** A page of a long list: more rows would make the pane slow. */
const PAGE = 50;

/** What is wrong in the register and how to mend it, with the one repair that is always safe. */
export function CheckScreen() {
  const { session, words, texts } = usePane();
  const { plan, positions } = useOpened();
  const styles = useListStyles();
  const { busy, act } = useAct();
  const goTo = useGoTo();
  const [shown, setShown] = useState(PAGE);
  const { problems } = plan;
  const rows = repairableRows(problems);
  return (
    <Page title={texts.check}>
      <div className={styles.buttons}>
        <Button disabledFocusable={busy} onClick={() => void session.open()}>
          {texts.checking.again}
        </Button>
        {rows.length > 0 && (
          <Button
            appearance="primary"
            disabledFocusable={busy}
            onClick={() => void act(() => session.perform(repairKeys, { rows }))}
          >
            {texts.checking.repair(rows.length)}
          </Button>
        )}
      </div>
      <div role="status">
        {problems.length === 0 ? (
          <Message tone="success" text={texts.checking.allGood} />
        ) : (
          texts.checking.found(problems.length)
        )}
      </div>
      <ul className={styles.list}>
        {problems.slice(0, shown).map((problem, i) => {
          const { sheet, cell } = locate(problem.at, positions);
          const where = cell === null ? sheet : texts.checking.cell(sheet, cell);
          return (
            <li key={`${problem.code}:${where}:${String(i)}`} className={styles.row}>
              <div className={styles.line}>
                <strong>{where}</strong>
                {problem.at.table !== null && (
                  <Button
                    size="small"
                    appearance="subtle"
                    aria-label={texts.checking.goToCell(where)}
                    onClick={() => void goTo(problem.at)}
                  >
                    {texts.checking.goTo}
                  </Button>
                )}
              </div>
              <span>{problemSentence(problem, words)}</span>
            </li>
          );
        })}
      </ul>
      {problems.length > shown && (
        <Button onClick={() => setShown(shown + PAGE)}>{texts.seeMore(problems.length - shown)}</Button>
      )}
    </Page>
  );
}
