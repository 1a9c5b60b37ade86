import { Button } from "@fluentui/react-components";
import { logVisit } from "../../../domain/actions/logVisit";
import { focusTitle } from "../layout/focusTitle";
import { usePane } from "../PaneContext";
import { useAct } from "../useAct";
import type { Task } from "./task";

type Props = {
  readonly task: Task;
  readonly contract: string;
  /** About whom or what it is, for those who hear the buttons one by one. */
  readonly name: string;
};

/** The form that does it; a visit is also noted at once, as it usually goes. */
export function TaskButtons({ task: { form, about, visit }, contract, name }: Props) {
  const { session, navigation, texts } = usePane();
  const { busy, act } = useAct();
  const open = () => navigation.open({ kind: "form", form, contract, about });
  if (visit === null) {
    return (
      <Button size="small" aria-label={texts.actFor(texts.submit[form], name)} onClick={open}>
        {texts.submit[form]}
      </Button>
    );
  }
  const done = visit.kind === "inspection" ? texts.leakCheckDone : texts.visitDone;
  const note = async () => {
    const outcome = await act(() => session.perform(logVisit, visit));
    // The row is gone, and its buttons with it.
    if (outcome?.kind === "done") focusTitle();
  };
  return (
    <>
      <Button size="small" disabledFocusable={busy} aria-label={texts.actFor(done, name)} onClick={() => void note()}>
        {busy ? texts.writing : done}
      </Button>
      <Button size="small" appearance="subtle" aria-label={texts.actFor(texts.specify, name)} onClick={open}>
        {texts.specify}
      </Button>
    </>
  );
}
