import { Column, Row, Section, Text } from "@react-email/components";
import type { Digest, SectionId } from "../../domain/digest/digestModel";
import { accent, style } from "./digestStyle";
import { countsInOrder, urgency } from "./digestView";
import { digestWords as words } from "./digestWords";

const tilesPerRow = 3;

/** The counts of all sections: a tile for each that holds something, one line for those at zero. */
export function CountTiles({ digest }: { digest: Digest }) {
  const counts = countsInOrder(digest);
  const filled = counts.filter(({ count }) => count > 0);
  const atZero = counts.filter(({ count }) => count === 0);
  return (
    <>
      {inRows(filled).map((row, index) => (
        <Row key={row[0]?.id} style={index === 0 ? style.firstTiles : style.tiles}>
          {row.map(({ id, count }) => (
            <Tile key={id} id={id} count={count} />
          ))}
          {row.length < tilesPerRow && <Column colSpan={tilesPerRow - row.length} className="tile" style={style.tile} />}
        </Row>
      ))}
      {atZero.length > 0 && (
        <Text className="muted" style={style.atZero}>
          {words.atZero(atZero.map(({ id }) => words.sections[id].tile).join(", "))}
        </Text>
      )}
    </>
  );
}

function Tile({ id, count }: { id: SectionId; count: number }) {
  return (
    <Column className="tile" style={style.tile}>
      <Section className={urgency[id]} style={{ ...style.tileBox, ...accent[urgency[id]] }}>
        <Text style={style.tileNumber}>{count}</Text>
        <Text style={style.tileLabel}>{words.sections[id].tile}</Text>
      </Section>
    </Column>
  );
}

function inRows<T>(tiles: readonly T[]): readonly (readonly T[])[] {
  const rows: T[][] = [];
  for (let at = 0; at < tiles.length; at += tilesPerRow) rows.push(tiles.slice(at, at + tilesPerRow));
  return rows;
}
