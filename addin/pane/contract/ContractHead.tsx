import { Link, makeStyles } from "@fluentui/react-components";
import { priceInclTax, termsOf } from "../../../domain/contract/terms";
import type { PlannedContract } from "../../../domain/plan/plan";
import { Tag } from "../layout/Tag";
import { usePane } from "../PaneContext";

const useStyles = makeStyles({
  head: { display: "flex", flexDirection: "column", gap: "2px", overflowWrap: "anywhere" },
  line: { display: "flex", flexWrap: "wrap", alignItems: "baseline", gap: "2px 8px" },
});

/** Number, state, price, and where to find the client. */
export function ContractHead({ planned }: { planned: PlannedContract }) {
  const { words, texts } = usePane();
  const styles = useStyles();
  const { file, period, state } = planned;
  const { contract, client } = file;
  const price = period === null ? null : priceInclTax(termsOf(file, period.number));
  const own = contract.placeCity !== null || contract.placeAddress !== null;
  const place = own
    ? [contract.placeAddress, contract.placePostcode, contract.placeCity]
    : [client?.address, client?.postcode, client?.city];
  const phone = contract.occupantPhone ?? client?.phone ?? null;
  return (
    <div className={styles.head}>
      <div className={styles.line}>
        <span>{texts.card.number(contract.number)}</span>
        <Tag text={words.plan.contractStates[state]} urgent={state === "late" || state === "toNotify"} />
        {price !== null && <span>{texts.card.price(words.formats.money(price))}</span>}
      </div>
      <span>{place.filter((part) => part !== null && part !== undefined).join(" ")}</span>
      {phone !== null && (
        <span>
          {contract.occupantName !== null && `${contract.occupantName}, `}
          <Link inline href={`tel:${phone.replace(/[^\d+]/g, "")}`}>
            {phone}
          </Link>
        </span>
      )}
      {contract.notes !== null && <span>{contract.notes}</span>}
    </div>
  );
}
