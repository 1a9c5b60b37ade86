import { Button, makeStyles } from "@fluentui/react-components";
import { AddIcon } from "../layout/icons";
import { Message } from "../layout/Message";
import { Page } from "../layout/Page";
import { useOpened, usePane } from "../PaneContext";
import { CompleteRegister } from "../starting/CompleteRegister";
import { ContractSearch } from "../search/ContractSearch";
import { CountTiles } from "./CountTiles";
import { FirstAlerts } from "./FirstAlerts";
import { LastAction } from "./LastAction";
import { SelectedContract } from "./SelectedContract";
import { useAlerts } from "./useAlerts";

const useStyles = makeStyles({ buttons: { display: "flex", flexWrap: "wrap", gap: "8px" } });

/** The first screen: what is to be done, and the way to every contract. */
export function HomeScreen() {
  const { navigation, texts } = usePane();
  const styles = useStyles();
  const sections = useAlerts();
  const isEmpty = useOpened().register.contracts.length === 0;
  const importButton = <Button onClick={() => navigation.open({ kind: "import" })}>{texts.importList}</Button>;
  return (
    <Page title={texts.home} back={false}>
      <ContractSearch onChoose={(contract) => navigation.open({ kind: "contract", contract })} />
      <CompleteRegister />
      <SelectedContract />
      <div className={styles.buttons}>
        <Button
          appearance="primary"
          icon={<AddIcon />}
          onClick={() => navigation.open({ kind: "form", form: "signContract", contract: null, about: null })}
        >
          {texts.forms.signContract}
        </Button>
      </div>
      {isEmpty && (
        <Message tone="info" text={texts.emptyRegister}>
          {importButton}
        </Message>
      )}
      {sections.length === 0 ? (
        !isEmpty && <Message tone="success" text={texts.nothingToDo} />
      ) : (
        <>
          <CountTiles sections={sections} />
          <FirstAlerts sections={sections} />
        </>
      )}
      <LastAction />
      <div className={styles.buttons}>
        <Button onClick={() => navigation.open({ kind: "dashboard" })}>{texts.dashboard}</Button>
        <Button onClick={() => navigation.open({ kind: "search" })}>{texts.allContracts}</Button>
        <Button onClick={() => navigation.open({ kind: "round" })}>{texts.round}</Button>
        <Button onClick={() => navigation.open({ kind: "renewals" })}>{texts.renewals}</Button>
        <Button onClick={() => navigation.open({ kind: "check" })}>{texts.check}</Button>
        {!isEmpty && importButton}
        <Button onClick={() => navigation.open({ kind: "companion" })}>{texts.companion}</Button>
      </div>
    </Page>
  );
}
