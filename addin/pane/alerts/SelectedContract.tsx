import { Button, Link, makeStyles, tokens } from "@fluentui/react-components";
import { clientName } from "../../../domain/contract/clientName";
import { usePane, useSessionState } from "../PaneContext";

const useStyles = makeStyles({
  strip: {
    display: "flex",
    flexWrap: "wrap",
    alignItems: "center",
    justifyContent: "space-between",
    gap: "4px 8px",
    padding: "6px 8px",
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground3,
    overflowWrap: "anywhere",
  },
});

/** The contract of the row that is selected in Excel, at hand. */
export function SelectedContract() {
  const { navigation, texts } = usePane();
  const state = useSessionState();
  const styles = useStyles();
  if (state.kind !== "ready" || state.selected === null) return null;
  const contract = state.selected;
  const file = state.opened.plan.contracts.find((one) => one.file.contract.number === contract)?.file;
  if (file === undefined) return null;
  return (
    <div className={styles.strip}>
      <span>
        {texts.selectedRow}{" "}
        <Link as="button" inline onClick={() => navigation.open({ kind: "contract", contract })}>
          {[contract, ...(file.client === null ? [] : [clientName(file.client)])].join(", ")}
        </Link>
      </span>
      <Button size="small" onClick={() => navigation.open({ kind: "form", form: "logVisit", contract, about: null })}>
        {texts.forms.logVisit}
      </Button>
    </div>
  );
}
