import { Button } from "@fluentui/react-components";
import { applianceName } from "../../../domain/contract/appliance";
import { equipmentInService } from "../../../domain/contract/coverage";
import type { PlannedContract } from "../../../domain/plan/plan";
import { useListStyles } from "../layout/useListStyles";
import { usePane } from "../PaneContext";

/** The appliances, those in service first. */
export function EquipmentList({ planned: { file } }: { planned: PlannedContract }) {
  const { session, navigation, words, texts } = usePane();
  const styles = useListStyles();
  const today = session.today();
  const contract = file.contract.number;
  const served = equipmentInService(file, today);
  const all = [...served, ...file.equipment.filter((one) => !served.includes(one))];
  if (all.length === 0) return <span>{texts.card.noEquipment}</span>;
  return (
    <ul className={styles.list}>
      {all.map((one) => {
        const name = applianceName(one, words.workbook);
        const inService = served.includes(one);
        const facts = [
          one.serial === null ? null : texts.card.serial(one.serial),
          one.commissionedOn === null ? null : texts.card.commissioned(one.commissionedOn),
          inService || one.coveredTo === null ? null : texts.card.until(one.coveredTo),
        ].filter((fact) => fact !== null);
        return (
          <li key={one.id} className={styles.row}>
            <div className={styles.line}>
              <span>{name}</span>
              {inService && (
                <Button
                  size="small"
                  appearance="subtle"
                  aria-label={texts.actFor(texts.card.swap, name)}
                  onClick={() => navigation.open({ kind: "form", form: "swapEquipment", contract, about: one.id })}
                >
                  {texts.card.swap}
                </Button>
              )}
            </div>
            {facts.length > 0 && <span className={styles.quiet}>{facts.join(", ")}</span>}
          </li>
        );
      })}
    </ul>
  );
}
