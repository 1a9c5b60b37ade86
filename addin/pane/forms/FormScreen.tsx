import { clientName } from "../../../domain/contract/clientName";
import { Page } from "../layout/Page";
import { useOpened, usePane } from "../PaneContext";
import { ContractSearch } from "../search/ContractSearch";
import { contractForms } from "./contractForms";
import { FilledForm } from "./FilledForm";
import type { FormName } from "./formName";
import { formWords } from "./formWords";
import { signForm } from "./signForm";

type Props = { readonly form: FormName; readonly contract: string | null; readonly about: string | null };

/** A form, on the contract that it was opened for or that is chosen first. */
export function FormScreen({ form: name, contract, about }: Props) {
  const { session, navigation, words, texts } = usePane();
  const opened = useOpened();
  const subject = { opened, today: session.today(), words, texts: { ...texts, ...formWords[texts.language] } };
  const planned = opened.plan.contracts.find(({ file }) => file.contract.number === contract);
  const title = texts.forms[name];
  if (name === "signContract") {
    return (
      <Page title={title}>
        <FilledForm form={signForm(subject)} submit={texts.submit[name]} />
      </Page>
    );
  }
  if (planned === undefined) {
    return (
      <Page title={title}>
        <span>{texts.noContractThere}</span>
        <ContractSearch
          onChoose={(chosen) => navigation.replace({ kind: "form", form: name, contract: chosen, about: null })}
        />
      </Page>
    );
  }
  const { client, contract: row } = planned.file;
  return (
    <Page title={title}>
      <strong>{[row.number, ...(client === null ? [] : [clientName(client)])].join(", ")}</strong>
      <FilledForm form={contractForms[name]({ ...subject, planned, about })} submit={texts.submit[name]} />
    </Page>
  );
}
