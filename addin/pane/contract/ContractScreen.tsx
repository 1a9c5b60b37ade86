import { Button, makeStyles } from "@fluentui/react-components";
import { clientName } from "../../../domain/contract/clientName";
import { Message } from "../layout/Message";
import { Page } from "../layout/Page";
import { Section } from "../layout/Section";
import { useOpened, usePane } from "../PaneContext";
import { useGoTo } from "../useGoTo";
import { ActionButtons } from "./ActionButtons";
import { ContractHead } from "./ContractHead";
import { DueList } from "./DueList";
import { EquipmentList } from "./EquipmentList";
import { HistoryList } from "./HistoryList";
import { possibleForms } from "./possibleForms";
import { Timeline } from "./Timeline";

/** What most calls to a client are about. */
const USUAL = "logVisit";

const useStyles = makeStyles({ buttons: { display: "flex", flexWrap: "wrap", gap: "8px" } });

/** Everything about one contract: where it stands, what is to be done, and what was. */
export function ContractScreen({ contract }: { contract: string }) {
  const { navigation, texts } = usePane();
  const goTo = useGoTo();
  const styles = useStyles();
  const planned = useOpened().plan.contracts.find(({ file }) => file.contract.number === contract);
  if (planned === undefined) {
    return (
      <Page title={contract}>
        <Message tone="warning" text={texts.contractGone(contract)} />
      </Page>
    );
  }
  const { client } = planned.file;
  const forms = possibleForms(planned);
  return (
    <Page title={client === null ? contract : clientName(client)}>
      <ContractHead planned={planned} />
      <div className={styles.buttons}>
        {forms.includes(USUAL) && (
          <Button
            appearance="primary"
            onClick={() => navigation.open({ kind: "form", form: USUAL, contract, about: null })}
          >
            {texts.forms[USUAL]}
          </Button>
        )}
        <Button onClick={() => void goTo({ table: "contracts", key: contract })}>{texts.seeRow}</Button>
      </div>
      <Timeline planned={planned} />
      <DueList planned={planned} />
      <Section title={texts.card.equipment}>
        <EquipmentList planned={planned} />
      </Section>
      <Section title={texts.card.actions}>
        <ActionButtons contract={contract} forms={forms.filter((form) => form !== USUAL)} />
      </Section>
      <Section title={texts.card.history}>
        <HistoryList planned={planned} />
      </Section>
    </Page>
  );
}
