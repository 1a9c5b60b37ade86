import { Button } from "@fluentui/react-components";
import type { Place } from "../../../domain/problem";
import { usePane } from "../PaneContext";
import { useGoTo } from "../useGoTo";

/** Leads to the row of which a message speaks. */
export function SeeRow({ place }: { place: Place }) {
  const { texts } = usePane();
  const goTo = useGoTo();
  return (
    <Button size="small" onClick={() => void goTo(place)}>
      {texts.seeRow}
    </Button>
  );
}
