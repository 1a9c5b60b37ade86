import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { useId, useState } from "react";
import type { InputHTMLAttributes } from "react";
import { useInputStyles } from "../layout/useInputStyles";
import { usePane } from "../PaneContext";
import { found } from "./searchable";
import type { Searchable } from "./searchable";

const useStyles = makeStyles({
  box: { display: "flex", flexDirection: "column", gap: "2px" },
  list: { listStyleType: "none", margin: 0, padding: 0, display: "flex", flexDirection: "column", gap: "2px" },
  hit: {
    justifyContent: "flex-start",
    width: "100%",
    textAlign: "left",
    fontWeight: tokens.fontWeightRegular,
    overflowWrap: "anywhere",
  },
  more: { color: tokens.colorNeutralForeground2, marginLeft: "6px", fontSize: tokens.fontSizeBase200 },
});

/** What a form says of the box. */
export type BoxAttributes = Pick<
  InputHTMLAttributes<HTMLInputElement>,
  "required" | "aria-invalid" | "aria-describedby"
> & { readonly id?: string };

type Props = {
  readonly label: string;
  /** By what it finds, told inside the box. */
  readonly by: string;
  readonly all: readonly Searchable[];
  readonly attributes?: BoxAttributes;
  readonly onChoose: (key: string) => void;
};

/** A box in which a few letters find one of many; the finds are plain buttons under it. */
export function SearchBox({ label, by, all, attributes = {}, onChoose }: Props) {
  const { texts } = usePane();
  const styles = useStyles();
  const inputs = useInputStyles();
  const ownId = useId();
  const id = attributes.id ?? ownId;
  const [typed, setTyped] = useState("");
  const hits = found(all, typed);
  return (
    <div className={styles.box} role="search">
      <label htmlFor={id}>{label}</label>
      <input
        {...attributes}
        id={id}
        type="search"
        className={inputs.input}
        placeholder={by}
        autoComplete="off"
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
        onKeyDown={(event) => {
          const [only] = hits;
          if (event.key === "Enter" && only !== undefined) {
            event.preventDefault();
            onChoose(only.key);
          }
        }}
      />
      <div role="status">{typed.trim() !== "" && hits.length === 0 && texts.nothingFound}</div>
      <ul className={styles.list} aria-label={texts.finds}>
        {hits.map(({ key, name, more }) => (
          <li key={key}>
            <Button appearance="subtle" className={styles.hit} onClick={() => onChoose(key)}>
              {name} <span className={styles.more}>{more}</span>
            </Button>
          </li>
        ))}
      </ul>
    </div>
  );
}
