import { Button, makeStyles } from "@fluentui/react-components";
import { useMemo } from "react";
import { clientName } from "../../../domain/contract/clientName";
import type { Client } from "../../../domain/workbook/schema";
import { useOpened, usePane } from "../PaneContext";
import { SearchBox } from "../search/SearchBox";
import type { BoxAttributes } from "../search/SearchBox";
import { textOf } from "../search/searchable";
import type { Searchable } from "../search/searchable";
import { formWords } from "./formWords";

const useStyles = makeStyles({
  chosen: { display: "flex", flexWrap: "wrap", alignItems: "center", gap: "4px 8px", overflowWrap: "anywhere" },
});

type Props = {
  readonly label: string;
  readonly chosen: string;
  readonly attributes: BoxAttributes;
  readonly onChoose: (client: string) => void;
};

/** A client of the register, found by a few letters. */
export function ClientChoice({ label, chosen, attributes, onChoose }: Props) {
  const { texts } = usePane();
  const own = formWords[texts.language].holder;
  const { register } = useOpened();
  const styles = useStyles();
  const all = useMemo(() => register.clients.map(searchableClient), [register]);
  const client = all.find(({ key }) => key === chosen);
  if (client === undefined)
    return <SearchBox label={label} by={own.findBy} all={all} attributes={attributes} onChoose={onChoose} />;
  return (
    <div className={styles.chosen}>
      <span>{[client.name, client.more].filter((part) => part !== "").join(", ")}</span>
      <Button size="small" onClick={() => onChoose("")}>
        {own.change}
      </Button>
    </div>
  );
}

function searchableClient(client: Client): Searchable {
  const name = clientName(client);
  return {
    key: client.number,
    name,
    more: client.city ?? "",
    text: textOf([client.number, name, client.city, client.billingName], [client.phone, client.phone2]),
  };
}
