import { Button, makeStyles } from "@fluentui/react-components";
import { AddIcon } from "../layout/icons";
import { Message } from "../layout/Message";
import { Page } from "../layout/Page";
import { Section } from "../layout/Section";
import { useOpened, usePane } from "../PaneContext";
import { CompleteRegister } from "../starting/CompleteRegister";
import { ContractSearch } from "../search/ContractSearch";
import { CountTiles } from "./CountTiles";
import { FirstAlerts } from "./FirstAlerts";
import { LastAction } from "./LastAction";
import { SelectedContract } from "./SelectedContract";
import { useAlerts } from "./useAlerts";

type PlainScreen = "check" | "companion" | "dashboard" | "import" | "renewals" | "round" | "search";

const useStyles = makeStyles({ buttons: { display: "flex", flexWrap: "wrap", gap: "8px" } });

/** The first screen: what is to be done comes before the ways to the other screens. */
export function HomeScreen() {
  const { navigation, texts } = usePane();
  const styles = useStyles();
  const sections = useAlerts();
  const isEmpty = useOpened().register.contracts.length === 0;
  const leadTo = (kind: PlainScreen, text: string) => <Button onClick={() => navigation.open({ kind })}>{text}</Button>;
  return (
    <Page title={texts.home} back={false}>
      <ContractSearch onChoose={(contract) => navigation.open({ kind: "contract", contract })} />
      <CompleteRegister />
      <SelectedContract />
      <div className={styles.buttons}>
        <Button
          appearance={isEmpty ? "primary" : "secondary"}
          icon={<AddIcon />}
          onClick={() => navigation.open({ kind: "form", form: "signContract", contract: null, about: null })}
        >
          {texts.forms.signContract}
        </Button>
        {!isEmpty && leadTo("search", texts.allContracts)}
      </div>
      {isEmpty && (
        <Message tone="info" text={texts.emptyRegister}>
          {leadTo("import", texts.importList)}
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
      <Section title={texts.planning}>
        <div className={styles.buttons}>
          {leadTo("round", texts.round)}
          {leadTo("renewals", texts.renewals)}
          {leadTo("dashboard", texts.dashboard)}
        </div>
      </Section>
      <Section title={texts.register}>
        <div className={styles.buttons}>
          {leadTo("check", texts.check)}
          {!isEmpty && leadTo("import", texts.importList)}
          {leadTo("companion", texts.companion)}
        </div>
      </Section>
    </Page>
  );
}
