import { useMemo } from "react";
import { useOpened, usePane } from "../PaneContext";
import { SearchBox } from "./SearchBox";
import { searchableContracts } from "./searchable";

/** Finds a contract among all of the register. */
export function ContractSearch({ onChoose }: { onChoose: (contract: string) => void }) {
  const { texts } = usePane();
  const { plan } = useOpened();
  const all = useMemo(() => searchableContracts(plan.contracts), [plan]);
  return <SearchBox label={texts.findContract} by={texts.findBy} all={all} onChoose={onChoose} />;
}
