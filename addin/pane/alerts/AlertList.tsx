import { Button, Link } from "@fluentui/react-components";
import { useListStyles } from "../layout/useListStyles";
import { Tag } from "../layout/Tag";
import { usePane } from "../PaneContext";
import { useGoTo } from "../useGoTo";
import type { Alert } from "./alertsOf";
import { TaskButtons } from "./TaskButtons";

/** Things to do, each with its row in the workbook and the form that does it. */
export function AlertList({ alerts }: { alerts: readonly Alert[] }) {
  const styles = useListStyles();
  return (
    <ul className={styles.list}>
      {alerts.map((alert) => (
        <AlertRow key={alert.key} alert={alert} />
      ))}
    </ul>
  );
}

function AlertRow({ alert }: { alert: Alert }) {
  const { navigation, texts } = usePane();
  const goTo = useGoTo();
  const styles = useListStyles();
  const { contract, task } = alert;
  const who = [alert.clientName, alert.city].filter((part) => part !== null).join(", ");
  return (
    <li className={styles.row}>
      <div className={styles.line}>
        {contract === null ? (
          <span>{alert.where}</span>
        ) : (
          <Link as="button" onClick={() => navigation.open({ kind: "contract", contract })}>
            {who === "" ? contract : who}
          </Link>
        )}
        {alert.overdue && <Tag urgent text={texts.overdue} />}
      </div>
      <span>{alert.what}</span>
      {alert.reasons.map((reason) => (
        <span key={reason}>{reason}</span>
      ))}
      <div className={styles.buttons}>
        {task !== null && contract !== null && <TaskButtons task={task} contract={contract} name={who} />}
        <Button
          size="small"
          appearance={task === null ? "secondary" : "subtle"}
          aria-label={texts.seeRowOf(who === "" ? (alert.where ?? "") : who)}
          onClick={() => void goTo(alert.place)}
        >
          {texts.seeRow}
        </Button>
      </div>
    </li>
  );
}
