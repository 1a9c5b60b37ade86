import { Link } from "@fluentui/react-components";
import type { SectionId } from "../../../domain/digest/digestModel";
import { Section } from "../layout/Section";
import { usePane } from "../PaneContext";
import { AlertList } from "./AlertList";
import type { AlertSection } from "./alertsOf";
import { mostUrgent } from "./mostUrgent";

/** The first few of each kind; the rest is one click away. */
export function FirstAlerts({ sections }: { sections: readonly AlertSection[] }) {
  const { texts } = usePane();
  return mostUrgent(sections).map(({ id, alerts }) => {
    const count = sections.find((one) => one.id === id)?.alerts.length ?? 0;
    return (
      <Section key={id} title={texts.sections[id].title} aside={count > alerts.length && <SeeAll {...{ id, count }} />}>
        <AlertList alerts={alerts} />
      </Section>
    );
  });
}

function SeeAll({ id, count }: { id: SectionId; count: number }) {
  const { navigation, texts } = usePane();
  return (
    <Link
      as="button"
      aria-label={`${texts.seeAll(count)}, ${texts.sections[id].title}`}
      onClick={() => navigation.open({ kind: "section", section: id })}
    >
      {texts.seeAll(count)}
    </Link>
  );
}
