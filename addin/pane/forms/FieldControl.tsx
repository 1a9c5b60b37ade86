import { Checkbox, makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { useId } from "react";
import { useInputStyles } from "../layout/useInputStyles";
import { ClientChoice } from "./ClientChoice";
import { YES } from "./field";
import type { Field, Typed } from "./field";

const useStyles = makeStyles({
  field: { display: "flex", flexDirection: "column", gap: "2px", gridColumn: "1 / -1", minWidth: 0 },
  half: { gridColumn: "auto" },
  label: { fontWeight: tokens.fontWeightSemibold, fontSize: tokens.fontSizeBase200 },
  required: { color: tokens.colorStatusDangerForeground3 },
  hint: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
  wrong: { color: tokens.colorStatusDangerForeground1, fontSize: tokens.fontSizeBase200 },
  group: { border: "none", margin: 0, padding: 0, minWidth: 0, gridColumn: "1 / -1" },
});

type Props = {
  readonly field: Field;
  readonly typed: Typed;
  /** Why what was typed cannot be; it stands under the box. */
  readonly wrong: string | null;
  readonly onType: (typed: Typed) => void;
};

/** One box of a form with its label, what helps to fill it in and what is wrong with it. */
export function FieldControl({ field, typed, wrong, onType }: Props) {
  const styles = useStyles();
  const id = useId();
  const notesThere = [...(field.hint === null ? [] : [`${id}-hint`]), ...(wrong === null ? [] : [`${id}-wrong`])];
  const describedBy = notesThere.length === 0 ? undefined : notesThere.join(" ");
  const attributes = {
    id,
    required: field.required,
    "aria-invalid": wrong !== null,
    "aria-describedby": describedBy,
  };
  const notes = (
    <>
      {field.hint !== null && (
        <span id={`${id}-hint`} className={styles.hint}>
          {field.hint}
        </span>
      )}
      {wrong !== null && (
        <span id={`${id}-wrong`} className={styles.wrong}>
          {wrong}
        </span>
      )}
    </>
  );
  if (field.control === "check") {
    return (
      <div className={styles.field}>
        <Checkbox
          label={field.label}
          checked={typed === YES}
          aria-describedby={describedBy}
          onChange={(_, { checked }) => onType(checked === true ? YES : "")}
        />
        {notes}
      </div>
    );
  }
  if (field.control === "client") {
    return (
      <div className={styles.field}>
        <ClientChoice label={field.label} chosen={String(typed)} attributes={attributes} onChoose={onType} />
        {notes}
      </div>
    );
  }
  if (field.control === "several") {
    return (
      <fieldset className={styles.group} aria-describedby={describedBy}>
        <legend className={styles.label}>{field.label}</legend>
        {field.options.map(([value, label]) => (
          <Checkbox
            key={value}
            label={label}
            checked={typed.includes(value)}
            onChange={(_, { checked }) => onType(toggled(field, typed, value, checked === true))}
          />
        ))}
        {notes}
      </fieldset>
    );
  }
  return (
    <div className={mergeClasses(styles.field, field.half && styles.half)}>
      <label htmlFor={id} className={styles.label}>
        {field.label}
        {field.required && (
          <span aria-hidden="true" className={styles.required}>
            {" *"}
          </span>
        )}
      </label>
      <Box field={field} typed={String(typed)} attributes={attributes} wrong={wrong !== null} onType={onType} />
      {notes}
    </div>
  );
}

type BoxProps = {
  readonly field: Field;
  readonly typed: string;
  readonly wrong: boolean;
  readonly attributes: Readonly<Record<string, unknown>> & { readonly id: string };
  readonly onType: (typed: string) => void;
};

/** What a cell holds beside the apostrophe that may have to go before it: what is seen in the box is what is kept. */
const MOST_CHARACTERS = 32_766;

const keyboards = { number: "decimal", tel: "tel", email: "email" } as const;

function Box({ field, typed, wrong, attributes, onType }: BoxProps) {
  const styles = useInputStyles();
  const { control, options, suggestions, placeholder } = field;
  const className = mergeClasses(styles.input, wrong && styles.wrong);
  const shared = { ...attributes, className, value: typed };
  if (control === "select") {
    return (
      <select {...shared} onChange={(event) => onType(event.target.value)}>
        {options.map(([value, label]) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
      </select>
    );
  }
  if (control === "longText") {
    return (
      <textarea {...shared} maxLength={MOST_CHARACTERS} rows={2} onChange={(event) => onType(event.target.value)} />
    );
  }
  const list = suggestions.length === 0 ? undefined : `${attributes.id}-list`;
  return (
    <>
      <input
        {...shared}
        maxLength={MOST_CHARACTERS}
        type={control === "date" ? "date" : "text"}
        inputMode={control === "number" || control === "tel" || control === "email" ? keyboards[control] : undefined}
        autoComplete="off"
        list={list}
        placeholder={placeholder ?? undefined}
        onChange={(event) => onType(event.target.value)}
      />
      {list !== undefined && (
        <datalist id={list}>
          {suggestions.map((one) => (
            <option key={one} value={one} />
          ))}
        </datalist>
      )}
    </>
  );
}

/** The ticked values in the order of the list. */
function toggled({ options }: Field, typed: Typed, value: string, on: boolean): readonly string[] {
  return options.map(([one]) => one).filter((one) => (one === value ? on : typed.includes(one)));
}
