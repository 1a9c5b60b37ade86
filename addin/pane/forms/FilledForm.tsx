import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { useEffect, useRef, useState } from "react";
import type { FormEvent } from "react";
import type { Refusal } from "../../../domain/actions/decision";
import { BottomBar } from "../layout/BottomBar";
import { Message } from "../layout/Message";
import { SeeRow } from "../layout/SeeRow";
import { noticeOf, refusalSentence } from "../notice";
import type { Notice } from "../notice";
import { usePane } from "../PaneContext";
import { useBusy } from "../useBusy";
import { useWaiting } from "../useWaiting";
import type { Field, Typed } from "./field";
import { FieldControl } from "./FieldControl";
import { Folded } from "./Folded";
import { initialForm, readForm } from "./form";
import type { Form } from "./form";
import { useDraft } from "./useDraft";

const useStyles = makeStyles({
  form: { display: "flex", flexDirection: "column", gap: "10px" },
  group: { border: "none", margin: 0, padding: 0, minWidth: 0 },
  legend: { fontWeight: tokens.fontWeightSemibold, padding: "4px 0 8px" },
  boxes: {
    display: "grid",
    gridTemplateColumns: "repeat(2, minmax(0, 1fr))",
    gap: "10px 12px",
    alignItems: "start",
    // In a narrow pane that is enlarged too, two boxes in a row could not be read.
    "@media (max-width: 250px)": { gridTemplateColumns: "minmax(0, 1fr)" },
  },
});

type Wrong = {
  readonly fields: Readonly<Record<string, string>>;
  readonly top: readonly Pick<Notice, "text" | "place">[];
};

/** Where the keyboard goes when something is refused. */
const FIRST_WRONG = "[role=alert]:not([hidden]), [aria-invalid=true]";

const nothingWrong: Wrong = { fields: {}, top: [] };

/** A form as it is filled in and sent. What is refused is told beside its box, or above when it is about no box. */
export function FilledForm({ form: current, submit }: { form: Form; submit: string }) {
  const { session, navigation, words, texts, setNotice } = usePane();
  const styles = useStyles();
  // What is being filled in does not change under the hand when the register is read again.
  const [form] = useState(current);
  const { typed, draft, keep } = useDraft(initialForm(form.fields));
  const [wrong, setWrong] = useState(nothingWrong);
  const { busy, alone } = useBusy();
  const waiting = useWaiting();
  const element = useRef<HTMLFormElement>(null);
  useEffect(() => {
    if (wrong !== nothingWrong) element.current?.querySelector<HTMLElement>(FIRST_WRONG)?.focus();
  }, [wrong]);
  if (form.blocked !== undefined && form.blocked !== null) return <Message tone="info" text={form.blocked} />;

  const send = async () => {
    setNotice(null);
    setWrong(nothingWrong);
    const reading = readForm(form.fields, typed);
    if (Object.keys(reading.wrong).length > 0) return setWrong({ fields: reading.wrong, top: [] });
    const outcome = await waiting(() => form.perform(session, reading.values));
    setNotice(null);
    if (outcome.kind === "done") {
      setNotice(noticeOf(outcome, words, texts));
      navigation.back();
    } else if (outcome.kind === "refused") {
      setWrong(placed(outcome.refusals, shownIn(form, typed), (one) => refusalSentence(one, words)));
    } else {
      setWrong({ fields: {}, top: [noticeOf(outcome, words, texts)] });
    }
  };
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    void alone(send);
  };
  const controls = (names: readonly string[]) => (
    <div className={styles.boxes}>
      {names.map((name) => {
        const field = form.fields[name];
        if (field?.shown(typed) !== true) return null;
        return (
          <FieldControl
            key={name}
            field={field}
            typed={typed[name] ?? ""}
            wrong={wrong.fields[name] ?? null}
            onType={(value) => keep({ ...draft, [name]: value })}
          />
        );
      })}
    </div>
  );
  const groups = form.groups ?? [];
  const grouped = new Set(groups.flatMap(({ fields }) => fields));
  return (
    <form ref={element} className={styles.form} noValidate onSubmit={onSubmit}>
      <div role="alert" tabIndex={-1} hidden={wrong.top.length === 0}>
        {wrong.top.map(({ text, place }) => (
          <Message key={text} tone="error" text={text}>
            {place !== null && <SeeRow place={place} />}
          </Message>
        ))}
      </div>
      {form.lead !== undefined && form.lead !== null && <span>{form.lead}</span>}
      {form.warnings?.map((text) => (
        <Message key={text} tone="warning" text={text} />
      ))}
      {controls(Object.keys(form.fields).filter((name) => !grouped.has(name)))}
      {groups
        .filter(({ shown }) => shown === undefined || shown(typed))
        .map(({ title, fields, folded = false }) =>
          folded ? (
            <Folded key={title} title={title} open={fields.some((name) => wrong.fields[name] !== undefined)}>
              {controls(fields)}
            </Folded>
          ) : (
            <fieldset key={title} className={styles.group}>
              <legend className={styles.legend}>{title}</legend>
              {controls(fields)}
            </fieldset>
          ),
        )}
      <BottomBar>
        <Button type="submit" appearance="primary" disabledFocusable={busy}>
          {busy ? texts.writing : submit}
        </Button>
      </BottomBar>
    </form>
  );
}

/** The boxes that are in sight. */
function shownIn({ fields, groups = [] }: Form, typed: Readonly<Record<string, Typed>>): Form["fields"] {
  const hidden = new Set(
    groups.flatMap((group) => (group.shown === undefined || group.shown(typed) ? [] : group.fields)),
  );
  return Object.fromEntries(Object.entries(fields).filter(([name, field]) => field.shown(typed) && !hidden.has(name)));
}

/** Each refusal at the first of the boxes that are of its column, or above. */
function placed(
  refusals: readonly Refusal[],
  fields: Readonly<Record<string, Field>>,
  sentence: (refusal: Refusal) => string,
): Wrong {
  const found: Record<string, string> = {};
  const top: Wrong["top"][number][] = [];
  for (const refusal of refusals) {
    const at = refusal.at ?? refusal.facts;
    const [name] =
      Object.entries(fields).find(
        ([, field]) =>
          field.at !== null &&
          "table" in at &&
          "column" in at &&
          field.at.table === at.table &&
          field.at.column === at.column,
      ) ?? [];
    if (name === undefined) top.push({ text: sentence(refusal), place: null });
    else found[name] = sentence(refusal);
  }
  return { fields: found, top };
}
