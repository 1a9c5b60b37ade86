import { Button } from "@fluentui/react-components";
import type { Place } from "../../../domain/problem";
import { usePane } from "../PaneContext";

/** Leads to the row of which a message speaks. */
export function SeeRow({ place }: { place: Place }) {
  const { session, texts } = usePane();
  return (
    <Button size="small" onClick={() => void session.goTo(place)}>
      {texts.seeRow}
    </Button>
  );
}
