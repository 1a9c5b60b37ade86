import { mergeClasses } from "@fluentui/react-components";
import { useMemo } from "react";
import type { ImportWords } from "../../../domain/i18n/importWords";
import { fieldName, listValue } from "../../../domain/i18n/listSentences";
import type { ImportField, ListColumn, ListLayout, ListRow } from "../../../domain/import/list";
import { withFields } from "../../../domain/import/mapping";
import type { SourceSheet } from "../../../domain/import/sourceSheet";
import { Page } from "../layout/Page";
import { Section } from "../layout/Section";
import { Tag } from "../layout/Tag";
import { useInputStyles } from "../layout/useInputStyles";
import { useListStyles } from "../layout/useListStyles";
import { usePane } from "../PaneContext";
import { exampleRows, fieldGroups, samplesOf, SURE } from "./importState";
import { Steps } from "./Steps";

type Props = {
  readonly sheet: SourceSheet;
  readonly layout: ListLayout;
  readonly says: ImportWords;
  readonly onChange: (layout: ListLayout) => void;
  readonly onBack: () => void;
  readonly onNext: () => void;
};

/** What each column was taken for, to be corrected, and the first rows as they will be read. */
export function ColumnsStep({ sheet, layout, says, onChange, onBack, onNext }: Props) {
  const { session } = usePane();
  const styles = useListStyles();
  const today = session.today();
  const examples = useMemo(() => exampleRows(sheet, layout, today), [sheet, layout, today]);
  const rows = says.rows(layout.lastDataRow - layout.firstDataRow + 1);
  return (
    <Page title={says.columnsTitle} back={onBack}>
      <span>{says.columnsLead(layout.sheet, rows, layout.columns.filter(isDoubtful).length)}</span>
      <ul className={styles.list}>
        {layout.columns.map((column) => (
          <li key={column.column} className={styles.row}>
            <ColumnChoice
              column={column}
              years={layout.columns.flatMap(({ field }) => (field?.startsWith("visitOfYear") === true ? [field] : []))}
              samples={samplesOf(sheet, layout, column.column)}
              says={says}
              onChoose={(field) => onChange(withFields(layout, { [column.column]: field }))}
            />
          </li>
        ))}
      </ul>
      <Section title={says.examples(examples.length)}>
        <ul className={styles.list}>
          {examples.map((row) => (
            <li key={row.row} className={styles.row}>
              <ExampleCard row={row} says={says} />
            </li>
          ))}
        </ul>
      </Section>
      <Steps says={says} onBack={onBack} onNext={onNext} />
    </Page>
  );
}

type ChoiceProps = {
  readonly column: ListColumn;
  readonly years: readonly ImportField[];
  readonly samples: readonly string[];
  readonly says: ImportWords;
  readonly onChoose: (field: ImportField | null) => void;
};

function isDoubtful({ field, confidence }: ListColumn): boolean {
  return field !== null && confidence < SURE;
}

function ColumnChoice({ column: own, years, samples, says, onChoose }: ChoiceProps) {
  const { column, header, field, reason } = own;
  const doubtful = isDoubtful(own);
  const styles = useListStyles();
  const inputs = useInputStyles();
  const name = says.column(column, header);
  return (
    <>
      <div className={styles.line}>
        <strong>{name}</strong>
        {field !== null && <Tag text={doubtful ? says.toCheck : says.sure} urgent={doubtful} />}
      </div>
      <select
        className={mergeClasses(inputs.input)}
        aria-label={says.holds(name)}
        value={field ?? ""}
        onChange={({ target }) => onChoose(target.value === "" ? null : (target.value as ImportField))}
      >
        <option value="">{says.toNotes}</option>
        {Object.entries(fieldGroups).map(([group, fields]) => (
          <optgroup key={group} label={says.groups[group as keyof typeof fieldGroups]}>
            {[...fields, ...(group === "followUp" ? years : [])].map((one) => (
              <option key={one} value={one}>
                {fieldName(one, says)}
              </option>
            ))}
          </optgroup>
        ))}
      </select>
      <span className={styles.quiet}>{samples.length === 0 ? says.noSample : says.samples(samples)}</span>
      <span className={styles.quiet}>{says.reasons[reason]}</span>
    </>
  );
}

function ExampleCard({ row: { row, values }, says }: { readonly row: ListRow; readonly says: ImportWords }) {
  const { words } = usePane();
  const styles = useListStyles();
  const { clientName, ...others } = values;
  const shown = Object.entries(others).flatMap(([field, value]) =>
    value === undefined ? [] : [`${fieldName(field as ImportField, says)} : ${listValue(field, value, words, says)}`],
  );
  return (
    <>
      <div className={styles.line}>
        <strong>{clientName === undefined ? says.nobody : String(clientName)}</strong>
        <span className={styles.quiet}>{says.line(row)}</span>
      </div>
      {shown.map((line) => (
        <span key={line} className={styles.quiet}>
          {line}
        </span>
      ))}
    </>
  );
}
