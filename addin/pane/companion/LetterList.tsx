import { Button, Link } from "@fluentui/react-components";
import { noticeSent } from "../../../domain/actions/noticeSent";
import type { PreparedLetter } from "../../../domain/companion/companionApi";
import { clientName } from "../../../domain/contract/clientName";
import type { CompanionWords } from "../../../domain/i18n/fr/companion";
import { waitingLetters } from "../../companion/waitingLetters";
import { focusTitle } from "../layout/focusTitle";
import { Tag } from "../layout/Tag";
import { useListStyles } from "../layout/useListStyles";
import { useOpened, usePane } from "../PaneContext";
import { useAct } from "../useAct";

type Props = { readonly letters: readonly PreparedLetter[]; readonly words: CompanionWords };

/** The letters that the companion made and that nobody has noted as sent, each to be noted in one click. */
export function LetterList({ letters, words }: Props) {
  const styles = useListStyles();
  const opened = useOpened();
  const waiting = waitingLetters(letters, opened);
  if (waiting.length === 0) return <span>{words.noLetters}</span>;
  return (
    <ul className={styles.list}>
      {waiting.map((letter) => (
        <LetterRow key={`${letter.contract}:${String(letter.issue)}`} letter={letter} words={words} />
      ))}
    </ul>
  );
}

function LetterRow({ letter, words }: { letter: PreparedLetter; words: CompanionWords }) {
  const { session, navigation, texts } = usePane();
  const { plan } = useOpened();
  const styles = useListStyles();
  const { busy, act } = useAct();
  const { contract, issue, deadline, late } = letter;
  const client = plan.contracts.find(({ file }) => file.contract.number === contract)?.file.client ?? null;
  const who = client === null ? words.contract(contract) : clientName(client);
  const markSent = async () => {
    const outcome = await act(() => session.perform(noticeSent, { contract, issue }));
    // The row is gone, and its buttons with it.
    if (outcome?.kind === "done") focusTitle();
  };
  return (
    <li className={styles.row}>
      <div className={styles.line}>
        <Link as="button" onClick={() => navigation.open({ kind: "contract", contract })}>
          {who}
        </Link>
        {late && <Tag urgent text={words.late} />}
      </div>
      <span className={styles.quiet}>
        {[words.contract(contract), words.deadline(deadline), ...(issue > 1 ? [words.edition(issue)] : [])].join(", ")}
      </span>
      <div className={styles.buttons}>
        <Button
          size="small"
          disabledFocusable={busy}
          aria-label={texts.actFor(words.markSent, who)}
          onClick={() => void markSent()}
        >
          {busy ? texts.writing : words.markSent}
        </Button>
        {/* The form notes the first letter of a period. */}
        {issue === 1 && (
          <Button
            size="small"
            appearance="subtle"
            aria-label={texts.actFor(texts.specify, who)}
            onClick={() => navigation.open({ kind: "form", form: "noticeSent", contract, about: null })}
          >
            {texts.specify}
          </Button>
        )}
      </div>
    </li>
  );
}
