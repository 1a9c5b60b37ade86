import { Heading, Text } from "@react-email/components";
import { accent, style } from "./digestStyle";
import type { Urgency } from "./digestView";

export function SectionTitle({
  title,
  count,
  urgency,
  advice,
}: {
  title: string;
  count: number;
  urgency: Urgency;
  advice: string;
}) {
  return (
    <>
      <Heading as="h2" className="ink" style={style.sectionTitle}>
        {title}{" "}
        <span className={urgency} style={{ ...style.badge, ...accent[urgency] }}>
          {count}
        </span>
      </Heading>
      <Text className="muted" style={style.advice}>
        {advice}
      </Text>
    </>
  );
}
