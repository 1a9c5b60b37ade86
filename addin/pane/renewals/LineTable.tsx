import { Button, Link, makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { Fragment, useState } from "react";
import { clientName } from "../../../domain/contract/clientName";
import type { RenewalsWords } from "../../../domain/i18n/fr/renewals";
import { totalsOf } from "../../../domain/renewals/renewalLines";
import type { RenewalLine } from "../../../domain/renewals/renewalLines";
import { useListStyles } from "../layout/useListStyles";
import { refusalSentence } from "../notice";
import { usePane } from "../PaneContext";

/** A page of a long list: more rows would make the pane slow. */
const PAGE = 50;

const narrow = "@media (max-width: 250px)";

const useStyles = makeStyles({
  table: { borderCollapse: "collapse", width: "100%", fontSize: tokens.fontSizeBase200 },
  head: {
    textAlign: "left",
    fontWeight: tokens.fontWeightSemibold,
    padding: "4px 2px",
    [narrow]: { display: "block" },
  },
  cell: { padding: "6px 2px 0", verticalAlign: "top", overflowWrap: "anywhere", [narrow]: { display: "block" } },
  amount: { textAlign: "right", whiteSpace: "nowrap", [narrow]: { textAlign: "left" } },
  row: { borderTop: `1px solid ${tokens.colorNeutralStroke2}` },
  notes: { padding: "0 2px 6px", color: tokens.colorNeutralForeground2 },
  refused: { color: tokens.colorStatusDangerForeground1 },
  total: { fontWeight: tokens.fontWeightSemibold },
});

type Props = {
  readonly lines: readonly RenewalLine[];
  readonly chosen: readonly RenewalLine[];
  readonly own: RenewalsWords;
  readonly onChoose: (contract: string, isChosen: boolean) => void;
};

/** The contracts with a box to choose each, the old price and the new one, and what is to be known of them. */
export function LineTable({ lines, chosen, own, onChoose }: Props) {
  const { navigation, words, texts } = usePane();
  const styles = useStyles();
  const list = useListStyles();
  const [shown, setShown] = useState(PAGE);
  const isChosen = new Set(chosen);
  const { money } = words.formats;
  const amounts = (before: number | null, after: number | null) => [
    before === null ? own.unknown : money(before),
    after === null ? "—" : money(after),
    before === null || after === null ? "—" : `${after > before ? "+" : ""}${money(after - before)}`,
  ];
  const amountCells = (before: number | null, after: number | null) =>
    amounts(before, after).map((text, i) => (
      <td key={String(i)} className={mergeClasses(styles.cell, styles.amount)}>
        {text}
      </td>
    ));
  return (
    <>
      <div role="status">{own.chosen(chosen.length, lines.length)}</div>
      <table className={styles.table}>
        <thead>
          <tr>
            <td />
            <th scope="col" className={styles.head}>
              {own.columns.contract}
            </th>
            {[own.columns.before, own.columns.after, own.columns.difference].map((title) => (
              <th key={title} scope="col" className={mergeClasses(styles.head, styles.amount)}>
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {lines.slice(0, shown).map((line) => {
            const { file } = line.candidate.planned;
            const { number } = file.contract;
            const who = file.client === null ? number : clientName(file.client);
            const notes = [
              ...(line.isKept ? [own.kept] : []),
              ...line.warnings.map((warning) => own.warnings(warning)),
            ];
            return (
              <Fragment key={number}>
                <tr className={styles.row}>
                  <td className={styles.cell}>
                    <input
                      type="checkbox"
                      aria-label={own.choose(`${who}, ${number}`)}
                      disabled={line.refusals.length > 0}
                      checked={isChosen.has(line)}
                      onChange={(event) => onChoose(number, event.target.checked)}
                    />
                  </td>
                  <td className={styles.cell}>
                    <Link as="button" onClick={() => navigation.open({ kind: "contract", contract: number })}>
                      {who}
                    </Link>
                  </td>
                  {amountCells(line.before, line.after)}
                </tr>
                <tr>
                  <td />
                  <td colSpan={4} className={styles.notes}>
                    {[number, line.candidate.city, line.basis, own.endsOn(line.candidate.endsOn)]
                      .filter((part) => part !== null)
                      .join(", ")}
                    {notes.map((note) => (
                      <div key={note}>{note}</div>
                    ))}
                    {line.refusals.map((refusal) => (
                      <div key={refusal.code} className={styles.refused}>
                        {refusalSentence(refusal, words)}
                      </div>
                    ))}
                  </td>
                </tr>
              </Fragment>
            );
          })}
        </tbody>
        <tfoot>
          {totalsOf(chosen).map(({ basis, before, after }) => (
            <tr key={basis} className={mergeClasses(styles.row, styles.total)}>
              <td />
              <td className={styles.cell}>{own.total(basis)}</td>
              {amountCells(before, after)}
            </tr>
          ))}
        </tfoot>
      </table>
      {lines.length > shown && (
        <div className={list.buttons}>
          <Button onClick={() => setShown(shown + PAGE)}>{texts.seeMore(lines.length - shown)}</Button>
        </div>
      )}
    </>
  );
}
