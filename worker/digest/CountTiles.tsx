import { Column, Row, Text } from "@react-email/components";
import type { Digest } from "../../domain/digest/digestModel";
import { accent, style } from "./digestStyle";
import { countsInOrder, urgency, type Urgency } from "./digestView";
import { digestWords, tileLabel } from "./digestWords";

const tilesPerRow = 3;

/** The counts of all sections: a tile for each that holds something, one line for those at zero. */
export function CountTiles({ digest }: { digest: Digest }) {
  const words = digestWords[digest.language];
  const counts = countsInOrder(digest);
  const filled = counts.filter(({ count }) => count > 0);
  const atZero = counts.filter(({ count }) => count === 0);
  return (
    <>
      {inRows(filled).map((row, index) => (
        <Row key={row[0]?.id} style={index === 0 ? style.firstTiles : style.tiles}>
          {row.map(({ id, count }) => (
            <Tile key={id} urgency={urgency[id]} count={count} label={tileLabel(id, count, words)} />
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

type TileProps = { readonly urgency: Urgency; readonly count: number; readonly label: string };

function Tile({ urgency: tone, count, label }: TileProps) {
  const { color, backgroundColor } = accent[tone];
  return (
    <Column className="tile" style={style.tile}>
      <Row>
        <Column className={tone} style={{ ...style.tileBox, backgroundColor }}>
          <Text className={tone} style={{ ...style.tileNumber, color }}>
            {count}
          </Text>
          <Text className={tone} style={{ ...style.tileLabel, color }}>
            {label}
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
