import { Button, makeStyles } from "@fluentui/react-components";
import { Message } from "../layout/Message";
import { Page } from "../layout/Page";
import { usePane } from "../PaneContext";

const useStyles = makeStyles({ buttons: { display: "flex" } });

/** Why the register cannot be shown, what to do about it, and a way to try again. */
export function ProblemScreen({ title, text }: { title: string; text: string }) {
  const { session, texts } = usePane();
  return (
    <Page title={title} back={false}>
      <div role="alert">
        <Message tone="warning" text={text} />
      </div>
      <div className={useStyles().buttons}>
        <Button appearance="primary" onClick={() => void session.open()}>
          {texts.retry}
        </Button>
      </div>
    </Page>
  );
}
