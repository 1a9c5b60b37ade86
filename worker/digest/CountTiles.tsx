import { Column, Row, Text } from "@react-email/components";
import type { Digest, SectionId } from "../../domain/digest/digestModel";
import { accent, style } from "./digestStyle";
import { countsInOrder, urgency } from "./digestView";
import { digestWords as words, tileLabel } from "./digestWords";

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
          {Array.from({ length: tilesPerRow - row.length }, (_, gap) => (
            <Column key={gap} className="tile" style={style.tile} />
          ))}
        </Row>
      ))}
      {atZero.length > 0 && (
        <Text className="muted" style={style.atZero}>
          {words.atZero(atZero.map(({ id }) => words.sections[id].tile[1]).join(", "))}
        </Text>
      )}
    </>
  );
}

function Tile({ id, count }: { id: SectionId; count: number }) {
  const { color, backgroundColor } = accent[urgency[id]];
  return (
    <Column className="tile" style={style.tile}>
      <Row>
        <Column className={urgency[id]} style={{ ...style.tileBox, backgroundColor }}>
          <Text className={urgency[id]} style={{ ...style.tileNumber, color }}>
            {count}
          </Text>
          <Text className={urgency[id]} style={{ ...style.tileLabel, color }}>
            {tileLabel(id, count)}
          </Text>
        </Column>
      </Row>
    </Column>
  );
}

function inRows<T>(tiles: readonly T[]): readonly (readonly T[])[] {
  const rows: T[][] = [];
  for (let at = 0; at < tiles.length; at += tilesPerRow) rows.push(tiles.slice(at, at + tilesPerRow));
  return rows;
}
