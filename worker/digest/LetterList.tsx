import { Column, Heading, Row, Text } from "@react-email/components";
import type { DigestLetter } from "../../domain/digest/digestModel";
import { cleanText } from "./cleanText";
import { style } from "./digestStyle";
import { cutLong } from "./digestView";
import { digestWords as words } from "./digestWords";
import { isLeftBehind, lettersAdvice, refusalSentence } from "./letterWords";

type Props = { letters: readonly DigestLetter[]; attachedFiles: ReadonlySet<string> | null };

/** The letters made by this run, whether they travel with the mail or wait in their folder. */
export function LetterList({ letters, attachedFiles }: Props) {
  if (letters.length === 0) return null;
  const { shown, hidden } = cutLong(letters);
  return (
    <>
      <Heading as="h2" className="ink" style={style.sectionTitle}>
        {words.letters}{" "}
        <span className="calm" style={style.letterBadge}>
          {letters.length}
        </span>
      </Heading>
      <Text className="muted" style={style.advice}>
        {lettersAdvice(letters, attachedFiles)}
      </Text>
      {shown.map((letter) => (
        <Letter key={letter.file} letter={letter} left={isLeftBehind(letter, attachedFiles)} />
      ))}
      {hidden > 0 && (
        <Text className="muted line" style={style.others}>
          {words.others(hidden)}
        </Text>
      )}
    </>
  );
}

function Letter({ letter, left }: { letter: DigestLetter; left: boolean }) {
  return (
    <Row style={style.itemRow}>
      <Column className="line" style={style.itemMain}>
        <Text className="ink" style={style.itemWho}>
          <bdi>{cleanText(letter.clientName)}</bdi>
          <span className="muted" style={style.itemCity}>
            {", "}
            <bdi>{cleanText(letter.contract)}</bdi>
          </span>
        </Text>
        <Text className="ink file" style={style.letterFile}>
          <bdi>{cleanText(letter.file)}</bdi>
          {left && ` (${words.notAttached})`}
        </Text>
        <Text className="muted" style={style.itemFacts}>
          {refusalSentence(letter)}
        </Text>
      </Column>
      {letter.late && (
        <Column className="when line" style={style.itemWhen} align="right">
          <Text className="alarm" style={style.overdue}>
            {words.lateLetter}
          </Text>
        </Column>
      )}
    </Row>
  );
}
