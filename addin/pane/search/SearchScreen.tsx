import { Button, Link, makeStyles, ToggleButton } from "@fluentui/react-components";
import { useId, useMemo, useState } from "react";
import { contractFilters, passes } from "../../../domain/plan/contractFilters";
import type { ContractFilter } from "../../../domain/plan/contractFilters";
import { Message } from "../layout/Message";
import { Page } from "../layout/Page";
import { SeeRow } from "../layout/SeeRow";
import { Tag } from "../layout/Tag";
import { useInputStyles } from "../layout/useInputStyles";
import { useListStyles } from "../layout/useListStyles";
import { useOpened, usePane } from "../PaneContext";
import { matching, searchableContracts } from "./searchable";
import { searchWords } from "./searchWords";

/** A page of a long list: more rows would make the pane slow. */
const PAGE = 50;

const useStyles = makeStyles({ chips: { display: "flex", flexWrap: "wrap", gap: "6px" } });

/** All contracts: by what is typed, and by what they want. */
export function SearchScreen() {
  const { navigation, words, texts } = usePane();
  const { plan } = useOpened();
  const styles = useStyles();
  const inputs = useInputStyles();
  const list = useListStyles();
  const own = searchWords[texts.language];
  const id = useId();
  const [typed, setTyped] = useState("");
  const [filter, setFilter] = useState<ContractFilter | null>(null);
  const [shown, setShown] = useState(PAGE);
  const all = useMemo(() => searchableContracts(plan.contracts), [plan]);
  const byNumber = useMemo(() => new Map(plan.contracts.map((one) => [one.file.contract.number, one])), [plan]);
  const isWanted = (key: string, wanted: ContractFilter) => {
    const planned = byNumber.get(key);
    return planned !== undefined && passes(planned, wanted, plan.today);
  };
  const named = useMemo(() => matching(all, typed), [all, typed]);
  const hits = filter === null ? named : named.filter(({ key }) => isWanted(key, filter));
  const counts = contractFilters.map((one) => [one, named.filter(({ key }) => isWanted(key, one)).length] as const);
  const change = (next: () => void) => {
    next();
    setShown(PAGE);
  };
  return (
    <Page title={texts.allContracts}>
      <label htmlFor={id}>{texts.findContract}</label>
      <input
        id={id}
        type="search"
        className={inputs.input}
        placeholder={texts.findBy}
        autoComplete="off"
        value={typed}
        onChange={(event) => change(() => setTyped(event.target.value))}
      />
      <div role="group" aria-label={own.filterBy} className={styles.chips}>
        {counts.map(([one, count]) => (
          <ToggleButton
            key={one}
            size="small"
            appearance={filter === one ? "primary" : "secondary"}
            checked={filter === one}
            onClick={() => change(() => setFilter(filter === one ? null : one))}
          >
            {String(count)} {own.filters[one]}
          </ToggleButton>
        ))}
      </div>
      <div role="status">{hits.length === 0 ? <Message tone="info" text={own.none} /> : own.found(hits.length)}</div>
      <ul className={list.list}>
        {hits.slice(0, shown).map(({ key, name, more }) => {
          const state = byNumber.get(key)?.state;
          return (
            <li key={key} className={list.row}>
              <div className={list.line}>
                <Link as="button" onClick={() => navigation.open({ kind: "contract", contract: key })}>
                  {name}
                </Link>
                {state !== undefined && <Tag urgent={state === "late"} text={words.plan.contractStates[state]} />}
              </div>
              <span className={list.quiet}>{more}</span>
              <div className={list.buttons}>
                <SeeRow place={{ table: "contracts", key }} />
              </div>
            </li>
          );
        })}
      </ul>
      {hits.length > shown && (
        <Button onClick={() => setShown(shown + PAGE)}>{texts.seeMore(hits.length - shown)}</Button>
      )}
    </Page>
  );
}
