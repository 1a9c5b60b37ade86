import { Fragment } from "react";
import type { DigestItem } from "../../domain/digest/digestModel";
import { cleanText } from "./cleanText";
import { style } from "./digestStyle";
import { urgency, type SectionView } from "./digestView";
import type { DigestWords } from "./digestWords";
import { ItemRow, ItemTable, Muted } from "./ItemTable";
import { SectionTitle } from "./SectionTitle";
import { shortDate } from "./shortDate";

export function DigestSectionBlock({ section, words }: { section: SectionView; words: DigestWords }) {
  const { title, advice } = words.sections[section.id];
  return (
    <>
      <SectionTitle title={title} count={section.total} urgency={urgency[section.id]} advice={advice} />
      <ItemTable others={section.hidden > 0 ? words.others(section.hidden) : null}>
        {section.shown.map((item, index) => (
          <ItemRow
            key={index}
            day={item.dueOn && shortDate(item.dueOn, words)}
            alarm={item.overdue ? words.overdue : null}
          >
            <Who item={item} />
            {cleanText(item.what)}
            {item.reasons.map((reason) => (
              <Fragment key={reason}>
                <br />
                {cleanText(reason)}
              </Fragment>
            ))}
            <Facts item={item} />
          </ItemRow>
        ))}
      </ItemTable>
    </>
  );
}

function Who({ item }: { item: DigestItem }) {
  const client = cleanText(item.clientName);
  const city = cleanText(item.city);
  if (client === null && city === null) return null;
  return (
    <>
      {client !== null && <bdi style={style.who}>{client}</bdi>}
      {city !== null && (
        <Muted>
          {client !== null && ", "}
          <bdi>{city}</bdi>
        </Muted>
      )}
      <br />
    </>
  );
}

function Facts({ item }: { item: DigestItem }) {
  const contract = cleanText(item.contract);
  const phone = cleanText(item.phone);
  const where = cleanText(item.where);
  if (contract === null && phone === null && where === null) return null;
  return (
    <>
      <br />
      <Muted>
        {contract !== null && <bdi>{contract}</bdi>}
        {contract !== null && (phone !== null || where !== null) && " · "}
        {phone !== null && <Phone number={phone} />}
        {phone !== null && where !== null && " · "}
        {where !== null && <bdi>{where}</bdi>}
      </Muted>
    </>
  );
}

/** A number typed with words in it ("bureau, demander Paul") stays readable, but is not offered for dialling. */
function Phone({ number }: { number: string }) {
  const dialled = number.replace(/[\s.\-()/]/g, "");
  if (!/^\+?\d{4,15}$/.test(dialled)) return <bdi>{number}</bdi>;
  return (
    <a className="link" href={`tel:${dialled}`} style={style.link}>
      {number.replaceAll(" ", "\u00a0")}
    </a>
  );
}
