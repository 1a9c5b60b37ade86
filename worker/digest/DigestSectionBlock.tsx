import { Column, Heading, Row, Text } from "@react-email/components";
import type { DigestItem } from "../../domain/digest/digestModel";
import { cleanText } from "./cleanText";
import { accent, style } from "./digestStyle";
import { urgency, type SectionView } from "./digestView";
import { digestWords as words } from "./digestWords";
import { shortDate } from "./shortDate";

export function DigestSectionBlock({ section }: { section: SectionView }) {
  const { title, advice } = words.sections[section.id];
  return (
    <>
      <Heading as="h2" className="ink" style={style.sectionTitle}>
        {title}{" "}
        <span className={urgency[section.id]} style={{ ...style.badge, ...accent[urgency[section.id]] }}>
          {section.total}
        </span>
      </Heading>
      <Text className="muted" style={style.advice}>
        {advice}
      </Text>
      {section.shown.map((item, index) => (
        <Item key={index} item={item} />
      ))}
      {section.hidden > 0 && (
        <Text className="muted line" style={style.others}>
          {words.others(section.hidden)}
        </Text>
      )}
    </>
  );
}

function Item({ item }: { item: DigestItem }) {
  return (
    <Row style={style.itemRow}>
      <Column className="line" style={style.itemMain}>
        <Who item={item} />
        <Text className="ink" style={style.itemWhat}>
          {cleanText(item.what)}
        </Text>
        <Facts item={item} />
      </Column>
      {(item.dueOn !== null || item.overdue) && (
        <Column className="when line" style={style.itemWhen} align="right">
          {item.dueOn !== null && (
            <Text className="ink" style={style.itemDate}>
              {shortDate(item.dueOn)}
            </Text>
          )}
          {item.overdue && (
            <Text className="alarm" style={style.overdue}>
              {words.overdue}
            </Text>
          )}
        </Column>
      )}
    </Row>
  );
}

function Who({ item }: { item: DigestItem }) {
  const client = cleanText(item.clientName);
  const city = cleanText(item.city);
  if (client === null && city === null) return null;
  return (
    <Text className="ink" style={style.itemWho}>
      {client !== null && <bdi>{client}</bdi>}
      {city !== null && (
        <span className="muted" style={style.itemCity}>
          {client !== null && ", "}
          <bdi>{city}</bdi>
        </span>
      )}
    </Text>
  );
}

function Facts({ item }: { item: DigestItem }) {
  const contract = cleanText(item.contract);
  const phone = cleanText(item.phone);
  const where = cleanText(item.where);
  if (contract === null && phone === null && where === null) return null;
  return (
    <Text className="muted" style={style.itemFacts}>
      {contract !== null && <bdi>{contract}</bdi>}
      {contract !== null && (phone !== null || where !== null) && " · "}
      {phone !== null && <Phone number={phone} />}
      {phone !== null && where !== null && " · "}
      {where !== null && <bdi>{where}</bdi>}
    </Text>
  );
}

/** A number typed with words in it ("bureau, demander Paul") stays readable, but is not offered for dialling. */
function Phone({ number }: { number: string }) {
  const dialled = number.replace(/[\s.\-()/]/g, "");
  if (!/^\+?\d{4,15}$/.test(dialled)) return <bdi>{number}</bdi>;
  return (
    <a className="link" href={`tel:${dialled}`} style={style.itemLink}>
      {number}
    </a>
  );
}
