import { Button } from "@fluentui/react-components";
import type { ImportWords } from "../../../domain/i18n/importWords";
import type { ListLayout } from "../../../domain/import/list";
import type { SourceSheet } from "../../../domain/import/sourceSheet";
import { Message } from "../layout/Message";
import { Page } from "../layout/Page";
import { useListStyles } from "../layout/useListStyles";
import { usePane } from "../PaneContext";

type Props = {
  readonly lists: readonly ListLayout[];
  readonly sheets: readonly SourceSheet[];
  readonly says: ImportWords;
  readonly onChoose: (list: ListLayout) => void;
};

/** The lists that were found, the most likely first. */
export function SheetStep({ lists, sheets, says, onChoose }: Props) {
  const { texts } = usePane();
  const styles = useListStyles();
  if (lists.length === 0) {
    return (
      <Page title={texts.importList}>
        <Message tone="warning" text={says.nothingFound} />
      </Page>
    );
  }
  return (
    <Page title={texts.importList}>
      <span>{says.chooseSheet}</span>
      <ul className={styles.list}>
        {lists.map((list) => (
          <li key={`${list.sheet}:${String(list.firstDataRow)}`} className={styles.row}>
            <Button onClick={() => onChoose(list)}>{list.sheet}</Button>
            <span className={styles.quiet}>
              {says.rows(list.lastDataRow - list.firstDataRow + 1)}
              {sheets.find(({ name }) => name === list.sheet)?.hidden === true && `, ${says.hiddenSheet}`}
            </span>
          </li>
        ))}
      </ul>
      <span className={styles.quiet}>{says.untouched}</span>
    </Page>
  );
}
