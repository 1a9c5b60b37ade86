import type { DigestLetter } from "../../domain/digest/digestModel";
import { cleanText } from "./cleanText";
import { style } from "./digestStyle";
import { cutLong } from "./digestView";
import type { DigestWords } from "./digestWords";
import { ItemRow, ItemTable, Muted } from "./ItemTable";
import { isLeftBehind, lettersAdvice, refusalSentence } from "./letterWords";
import { SectionTitle } from "./SectionTitle";

type Props = {
  letters: readonly DigestLetter[];
  attachedFiles: ReadonlySet<string> | null;
  words: DigestWords;
};

/** The letters made by this run, whether they travel with the mail or wait in their folder. */
export function LetterList({ letters, attachedFiles, words }: Props) {
  if (letters.length === 0) return null;
  const { shown, hidden } = cutLong(letters);
  return (
    <>
      <SectionTitle
        title={words.letters}
        count={letters.length}
        urgency="calm"
        advice={lettersAdvice(letters, attachedFiles, words)}
      />
      <ItemTable others={hidden > 0 ? words.others(hidden) : null}>
        {shown.map((letter) => (
          <Letter key={letter.file} letter={letter} left={isLeftBehind(letter, attachedFiles)} words={words} />
        ))}
      </ItemTable>
    </>
  );
}

function Letter({ letter, left, words }: { letter: DigestLetter; left: boolean; words: DigestWords }) {
  return (
    <ItemRow day={null} alarm={letter.late ? words.lateLetter : null}>
      <bdi style={style.who}>{cleanText(letter.clientName)}</bdi>
      <Muted>
        {", "}
        <bdi>{cleanText(letter.contract)}</bdi>
      </Muted>
      <br />
      <bdi className="file">{cleanText(letter.file)}</bdi>
      {left && ` (${words.notAttached})`}
      <br />
      <Muted>{refusalSentence(letter, words)}</Muted>
    </ItemRow>
  );
}
