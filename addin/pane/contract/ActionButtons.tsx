import { Button, makeStyles } from "@fluentui/react-components";
import type { FormName } from "../forms/formName";
import { usePane } from "../PaneContext";

const useStyles = makeStyles({ buttons: { display: "flex", flexWrap: "wrap", gap: "6px" } });

/** What else can be done with the contract. */
export function ActionButtons({ contract, forms }: { contract: string; forms: readonly FormName[] }) {
  const { navigation, texts } = usePane();
  return (
    <div className={useStyles().buttons}>
      {forms.map((form) => (
        <Button key={form} size="small" onClick={() => navigation.open({ kind: "form", form, contract, about: null })}>
          {texts.forms[form]}
        </Button>
      ))}
    </div>
  );
}
