import { Button } from "@fluentui/react-components";
import type { ImportWords } from "../../../domain/i18n/importWords";
import { BottomBar } from "../layout/BottomBar";

type Props = {
  readonly says: ImportWords;
  readonly next?: string;
  readonly onBack: () => void;
  readonly onNext: (() => void) | null;
};

/** On to the next step, or back to the one before. */
export function Steps({ says, next = says.next, onBack, onNext }: Props) {
  return (
    <BottomBar>
      <Button appearance="primary" disabled={onNext === null} onClick={() => onNext?.()}>
        {next}
      </Button>
      <Button onClick={onBack}>{says.previous}</Button>
    </BottomBar>
  );
}
