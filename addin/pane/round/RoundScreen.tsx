import { Button, Link } from "@fluentui/react-components";
import { useId, useMemo, useState } from "react";
import { addMonths, civilDate, parts } from "../../../domain/dates/civilDate";
import type { CivilDate } from "../../../domain/dates/civilDate";
import { roundOf, townsOf } from "../../../domain/round/roundOf";
import { textsOf } from "../../../domain/round/roundTexts";
import { Message } from "../layout/Message";
import { Page } from "../layout/Page";
import { Section } from "../layout/Section";
import { useInputStyles } from "../layout/useInputStyles";
import { useListStyles } from "../layout/useListStyles";
import { useOpened, usePane } from "../PaneContext";
import { useAct } from "../useAct";
import { roundWords } from "./roundWords";

const MONTHS = 12;

/** The visits of a month by town, to be made a sheet that is printed and taken along. */
export function RoundScreen() {
  const { session, navigation, words, texts } = usePane();
  const { register, plan } = useOpened();
  const inputs = useInputStyles();
  const list = useListStyles();
  const { busy, act } = useAct();
  const own = roundWords[texts.language];
  const id = useId();
  const { year, month: number } = parts(plan.today);
  const months = Array.from({ length: MONTHS }, (_, i) => addMonths(civilDate(year, number, 1), i));
  const [month, setMonth] = useState<CivilDate>(civilDate(year, number, 1));
  const round = useMemo(() => roundOf(register, plan.today, month), [register, plan, month]);
  return (
    <Page title={texts.round}>
      <label htmlFor={id}>{own.month}</label>
      <select
        id={id}
        className={inputs.input}
        value={month}
        onChange={(event) => setMonth(months.find((one) => one === event.target.value) ?? month)}
      >
        {months.map((one) => (
          <option key={one} value={one}>
            {own.title(one)}
          </option>
        ))}
      </select>
      <div className={list.buttons}>
        <Button
          appearance="primary"
          disabledFocusable={busy || round.stops.length === 0}
          onClick={() => void act(() => session.makeRound(month))}
        >
          {busy ? texts.writing : own.make}
        </Button>
      </div>
      <div role="status">
        {round.stops.length === 0 ? <Message tone="info" text={own.empty} /> : own.count(round.stops.length)}
      </div>
      {round.stops.length > 0 && <span className={list.quiet}>{own.elsewhere(month.slice(0, 7))}</span>}
      {townsOf(round).map(({ town, stops }) => (
        <Section key={town ?? ""} title={`${town ?? own.noTown} (${String(stops.length)})`}>
          <ul className={list.list}>
            {stops.map((stop) => {
              const { client, address, phone, appliance } = textsOf(stop, words, own);
              const { plannedOn, due } = stop;
              const isLate = due !== null && due.to < plan.today;
              const toPlan = due && (isLate ? words.plan.shown.overdueSince(due.to) : own.toPlan(due.to));
              const day = plannedOn === null ? toPlan : words.formats.shortDate(plannedOn);
              return (
                <li key={stop.key} className={list.row}>
                  <Link as="button" onClick={() => navigation.open({ kind: "contract", contract: stop.contract })}>
                    {client}
                  </Link>
                  <span className={list.quiet}>
                    {[day, address, phone.replaceAll(" ", "\u00a0"), appliance]
                      .filter((part) => part !== null && part !== "")
                      .join(", ")}
                  </span>
                </li>
              );
            })}
          </ul>
        </Section>
      ))}
    </Page>
  );
}
