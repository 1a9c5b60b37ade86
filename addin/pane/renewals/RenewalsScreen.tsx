import { Button, makeStyles } from "@fluentui/react-components";
import { useMemo, useState } from "react";
import { announceMany } from "../../../domain/actions/announceMany";
import { renewMany } from "../../../domain/actions/renewMany";
import type { Revision } from "../../../domain/actions/revision";
import type { DateSpan } from "../../../domain/dates/civilDate";
import { candidatesIn, filtered } from "../../../domain/renewals/candidates";
import { announcementLines, recordingLines } from "../../../domain/renewals/renewalLines";
import { FieldControl } from "../forms/FieldControl";
import { readForm } from "../forms/form";
import type { Form } from "../forms/form";
import { useDraft } from "../forms/useDraft";
import { BottomBar } from "../layout/BottomBar";
import { Message } from "../layout/Message";
import { Page } from "../layout/Page";
import { Section } from "../layout/Section";
import { useListStyles } from "../layout/useListStyles";
import { useOpened, usePane } from "../PaneContext";
import { useAct } from "../useAct";
import { LineTable } from "./LineTable";
import { filterFields, filterOf, revisionFields, revisionOf, spanFields, stepFields } from "./renewalFields";
import { renewalsWords } from "./renewalsWords";

const useStyles = makeStyles({
  boxes: {
    display: "grid",
    gridTemplateColumns: "repeat(2, minmax(0, 1fr))",
    gap: "10px 12px",
    alignItems: "end",
    "@media (max-width: 250px)": { gridTemplateColumns: "minmax(0, 1fr)" },
  },
});

/** Renewals in bulk: first the prices are announced, for the letters to say them; later the renewals are recorded. */
export function RenewalsScreen() {
  const { session, words, texts } = usePane();
  const { plan } = useOpened();
  const styles = useStyles();
  const list = useListStyles();
  const { busy, act } = useAct();
  const own = renewalsWords[texts.language];
  const { typed, keep } = useDraft({});
  const [choices, setChoices] = useState<Readonly<Record<string, boolean>>>({});
  const [isAsked, setIsAsked] = useState(false);

  const language = { words, texts, own };
  const steps = stepFields(language);
  const { step } = readForm(steps, typed).values as { readonly step: "announce" | "record" };
  const spans = spanFields(step, plan.today, language);
  const span = readForm(spans, typed);
  const { from = plan.today, to = plan.today } = span.values as Partial<DateSpan>;
  const inSpan = useMemo(() => candidatesIn(plan.contracts, { from, to }), [plan, from, to]);
  const filters = filterFields(inSpan, language);
  const filter = filterOf(readForm(filters, typed).values as Parameters<typeof filterOf>[0]);
  const revisions = revisionFields(language);
  const read = readForm(revisions, typed);
  const isFilled = Object.keys(read.wrong).length === 0;
  const values = read.values as Parameters<typeof revisionOf>[0];
  const revision: Revision | null = isFilled ? revisionOf(values) : null;

  const key = JSON.stringify([filter, revision, step]);
  const lines = useMemo(() => {
    const candidates = filtered(inSpan, filter);
    return step === "announce" ? announcementLines(candidates, revision, plan) : recordingLines(candidates, plan);
    // The filter and the revision are made anew each time; the key says when they differ.
  }, [inSpan, key, plan]);
  const chosen = lines.filter(
    ({ candidate, refusals, isProposed }) =>
      refusals.length === 0 && (choices[candidate.planned.file.contract.number] ?? isProposed),
  );
  const numbers = chosen.map(({ candidate }) => candidate.planned.file.contract.number);

  const boxes = (fields: Form["fields"], wrong: Readonly<Record<string, string>> = {}) => (
    <div className={styles.boxes}>
      {Object.entries(fields).map(([name, field]) =>
        field.shown(typed) ? (
          <FieldControl
            key={name}
            field={field}
            typed={typed[name] ?? field.initial}
            wrong={wrong[name] ?? null}
            onType={(value) => keep(name === "step" ? { step: value } : { ...typed, [name]: value })}
          />
        ) : null,
      )}
    </div>
  );
  const chooseEvery = (isChosen: boolean) =>
    setChoices(Object.fromEntries(lines.map(({ candidate }) => [candidate.planned.file.contract.number, isChosen])));
  const submit = async () => {
    setIsAsked(true);
    if (step === "announce" && revision === null) return;
    const reason = values.reason;
    const outcome = await act(() =>
      revision !== null && step === "announce"
        ? session.perform(announceMany, { contracts: numbers, revision, reason })
        : session.perform(renewMany, { contracts: numbers }),
    );
    if (outcome?.kind === "done") setChoices({});
  };

  return (
    <Page title={texts.renewals}>
      {boxes(steps)}
      <span>{own.leads[step]}</span>
      {boxes(spans, span.wrong)}
      {boxes(filters)}
      {step === "announce" && boxes(revisions, isAsked ? read.wrong : {})}
      <Section title={own.filters}>
        {lines.length === 0 ? (
          <Message tone="info" text={own.none} />
        ) : (
          <>
            <div className={list.buttons}>
              <Button size="small" onClick={() => chooseEvery(true)}>
                {own.chooseAll}
              </Button>
              <Button size="small" onClick={() => chooseEvery(false)}>
                {own.chooseNone}
              </Button>
            </div>
            <LineTable
              lines={lines}
              chosen={chosen}
              own={own}
              onChoose={(contract, isChosen) => setChoices({ ...choices, [contract]: isChosen })}
            />
          </>
        )}
      </Section>
      {step === "announce" && <span className={list.quiet}>{own.newLetters}</span>}
      <BottomBar>
        <Button appearance="primary" disabledFocusable={busy || numbers.length === 0} onClick={() => void submit()}>
          {busy ? texts.writing : own.submit[step](numbers.length)}
        </Button>
      </BottomBar>
    </Page>
  );
}
