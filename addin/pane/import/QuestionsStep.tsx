import { makeStyles, tokens } from "@fluentui/react-components";
import { useId } from "react";
import type { ReactNode } from "react";
import { isCivilDate } from "../../../domain/dates/civilDate";
import type { ImportWords } from "../../../domain/i18n/importWords";
import type { ImportAnswers, OpeningAnswer } from "../../../domain/import/importInput";
import type { ListRow } from "../../../domain/import/list";
import { Page } from "../layout/Page";
import { useInputStyles } from "../layout/useInputStyles";
import { usePane } from "../PaneContext";
import { openQuestions } from "./importState";
import { Steps } from "./Steps";

const useStyles = makeStyles({
  field: { display: "flex", flexDirection: "column", gap: "2px" },
  label: { fontWeight: tokens.fontWeightSemibold },
  hint: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
});

type Props = {
  readonly rows: readonly ListRow[];
  readonly answers: ImportAnswers;
  readonly says: ImportWords;
  readonly count: number;
  readonly onChange: (answers: ImportAnswers) => void;
  readonly onBack: () => void;
  readonly onNext: () => void;
};

const openings = ["asListed", "all", "none"] as const satisfies readonly OpeningAnswer[];

/** What is asked once about the current period of all contracts, and what the list itself does not say. */
export function QuestionsStep({ rows, answers, says, count, onChange, onBack, onNext }: Props) {
  const { session } = usePane();
  const inputs = useInputStyles();
  const open = openQuestions(rows);
  const choose = (name: "invoiced" | "paid" | "visited" | "letterSent") => (
    <Question label={says[name]}>
      {(id) => (
        <select
          id={id}
          className={inputs.input}
          value={answers[name]}
          onChange={({ target }) => onChange({ ...answers, [name]: target.value as OpeningAnswer })}
        >
          {openings.map((answer) => (
            <option key={answer} value={answer}>
              {says.answers[answer]}
            </option>
          ))}
        </select>
      )}
    </Question>
  );
  return (
    <Page title={says.questionsTitle} back={onBack}>
      <span>{says.questionsLead}</span>
      <Question label={says.followedSince} hint={says.followedSinceHint}>
        {(id) => (
          <input
            id={id}
            type="date"
            max={session.today()}
            className={inputs.input}
            value={answers.followedSince}
            onChange={({ target: { value } }) => {
              if (isCivilDate(value)) onChange({ ...answers, followedSince: value });
            }}
          />
        )}
      </Question>
      {choose("invoiced")}
      {choose("paid")}
      {choose("visited")}
      {choose("letterSent")}
      {open.notice && (
        <Question label={says.notice} hint={says.noticeHint}>
          {(id) => (
            <input
              id={id}
              inputMode="numeric"
              maxLength={2}
              className={inputs.input}
              value={answers.noticeMonths ?? ""}
              onChange={({ target: { value } }) => {
                if (/^\d*$/.test(value)) onChange({ ...answers, noticeMonths: value === "" ? null : Number(value) });
              }}
            />
          )}
        </Question>
      )}
      {open.basis && (
        <Question label={says.basis}>
          {(id) => (
            <select
              id={id}
              className={inputs.input}
              value={answers.basis}
              onChange={({ target }) => onChange({ ...answers, basis: target.value === "HT" ? "HT" : "TTC" })}
            >
              <option value="TTC">{says.bases.TTC}</option>
              <option value="HT">{says.bases.HT}</option>
            </select>
          )}
        </Question>
      )}
      <Steps says={says} next={says.import(count)} onBack={onBack} onNext={count === 0 ? null : onNext} />
    </Page>
  );
}

type QuestionProps = {
  readonly label: string;
  readonly hint?: string;
  readonly children: (id: string) => ReactNode;
};

function Question({ label, hint, children }: QuestionProps) {
  const styles = useStyles();
  const id = useId();
  return (
    <div className={styles.field}>
      <label htmlFor={id} className={styles.label}>
        {label}
      </label>
      {children(id)}
      {hint !== undefined && <span className={styles.hint}>{hint}</span>}
    </div>
  );
}
