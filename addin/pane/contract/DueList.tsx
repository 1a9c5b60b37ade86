import { applianceName } from "../../../domain/contract/appliance";
import type { Obligation } from "../../../domain/obligations/obligation";
import type { PlannedContract } from "../../../domain/plan/plan";
import { taskOf } from "../alerts/task";
import { TaskButtons } from "../alerts/TaskButtons";
import { Section } from "../layout/Section";
import { Tag } from "../layout/Tag";
import { useListStyles } from "../layout/useListStyles";
import { usePane } from "../PaneContext";

/** Enough to see what comes next. */
const MOST_UPCOMING = 3;

/** What is owed under the contract, by its last day, and what comes next. */
export function DueList({ planned }: { planned: PlannedContract }) {
  const { texts } = usePane();
  const styles = useListStyles();
  const open = planned.obligations
    .filter(({ state }) => state !== "done")
    .sort((a, b) => (a.due.to < b.due.to ? -1 : a.due.to > b.due.to ? 1 : 0));
  const now = open.filter(({ state }) => state !== "upcoming");
  const next = open.filter(({ state }) => state === "upcoming").slice(0, MOST_UPCOMING);
  return (
    <Section title={texts.card.due}>
      {open.length === 0 ? (
        <span>{texts.nothingToDo}</span>
      ) : (
        <ul className={styles.list}>
          {[...now, ...next].map((one) => (
            <DueRow key={one.key} obligation={one} planned={planned} />
          ))}
        </ul>
      )}
    </Section>
  );
}

function DueRow({ obligation, planned }: { obligation: Obligation; planned: PlannedContract }) {
  const { session, words, texts } = usePane();
  const styles = useListStyles();
  const { kind, source, due, state, contract } = obligation;
  const kindName = source === "leakCheck" ? texts.card.leakCheck : words.plan.obligationKinds[kind];
  const name = `${kindName}${applianceOf(obligation, planned, words.workbook)}`;
  return (
    <li className={styles.row}>
      <div className={styles.line}>
        <span>{name}</span>
        {state === "overdue" && <Tag urgent text={texts.overdue} />}
      </div>
      <span className={styles.quiet}>
        {state === "upcoming" ? texts.card.fromDay(due.from) : texts.card.lastDay(due.to)}
      </span>
      {state !== "upcoming" && (
        <div className={styles.buttons}>
          <TaskButtons task={taskOf(obligation, planned.file, session.today())} contract={contract} name={name} />
        </div>
      )}
    </li>
  );
}

/** Named only where the contract covers several. */
function applianceOf(
  { equipment }: Obligation,
  { file }: PlannedContract,
  words: Parameters<typeof applianceName>[1],
): string {
  const row = file.equipment.find(({ id }) => id === equipment);
  return row === undefined || file.equipment.length === 1 ? "" : `, ${applianceName(row, words)}`;
}
