import { Button, Link } from "@fluentui/react-components";
import { useState } from "react";
import type { PlannedContract } from "../../../domain/plan/plan";
import { useListStyles } from "../layout/useListStyles";
import { usePane } from "../PaneContext";
import { useGoTo } from "../useGoTo";
import { historyOf } from "./historyOf";

const FIRST = 6;

/** What happened, the latest first; a click leads to the row. */
export function HistoryList({ planned: { file } }: { planned: PlannedContract }) {
  const { words, texts } = usePane();
  const goTo = useGoTo();
  const styles = useListStyles();
  const [all, setAll] = useState(false);
  const history = historyOf(file, words, texts);
  if (history.length === 0) return <span>{texts.card.noHistory}</span>;
  return (
    <>
      <ul className={styles.list}>
        {history.slice(0, all ? history.length : FIRST).map(({ on, what, more, place }) => (
          <li key={`${String(place.table)}:${place.key ?? ""}`} className={styles.row}>
            <span>
              {words.formats.shortDate(on)}{" "}
              <Link as="button" inline onClick={() => void goTo(place)}>
                {what}
              </Link>
            </span>
            {more !== null && <span className={styles.quiet}>{more}</span>}
          </li>
        ))}
      </ul>
      {!all && history.length > FIRST && (
        <Button size="small" onClick={() => setAll(true)}>
          {texts.seeAll(history.length)}
        </Button>
      )}
    </>
  );
}
