import { Button, makeStyles } from "@fluentui/react-components";
import { lazy, Suspense } from "react";
import { HomeScreen } from "./alerts/HomeScreen";
import { SectionScreen } from "./alerts/SectionScreen";
import { Broken } from "./Broken";
import { Message } from "./layout/Message";
import { Page } from "./layout/Page";
import { screenKey } from "./navigation";
import type { Screen } from "./navigation";
import { usePane, useScreen, useSessionState } from "./PaneContext";
import { OpeningScreen } from "./starting/OpeningScreen";
import { ProblemScreen } from "./starting/ProblemScreen";
import { StartScreen } from "./starting/StartScreen";

const useStyles = makeStyles({ loading: { padding: "12px" } });

const ContractScreen = lazy(async () => ({ default: (await import("./contract/ContractScreen")).ContractScreen }));
const FormScreen = lazy(async () => ({ default: (await import("./forms/FormScreen")).FormScreen }));
const CompanionScreen = lazy(async () => ({ default: (await import("./companion/CompanionScreen")).CompanionScreen }));
const RenewalsScreen = lazy(async () => ({ default: (await import("./renewals/RenewalsScreen")).RenewalsScreen }));
const RoundScreen = lazy(async () => ({ default: (await import("./round/RoundScreen")).RoundScreen }));
const SearchScreen = lazy(async () => ({ default: (await import("./search/SearchScreen")).SearchScreen }));
const ImportScreen = lazy(async () => ({ default: (await import("./import/ImportScreen")).ImportScreen }));
const CheckScreen = lazy(async () => ({ default: (await import("./check/CheckScreen")).CheckScreen }));

const DashboardScreen = lazy(async () => ({ default: (await import("./dashboard/DashboardScreen")).DashboardScreen }));

/** The screen for what the workbook is and for where the user went. */
export function Screens() {
  const { texts } = usePane();
  const state = useSessionState();
  const screen = useScreen();
  // It makes the register on its way, and stays what it is meanwhile.
  if (screen.kind === "import" && (state.kind === "opening" || state.kind === "notARegister")) {
    return <Shown screen={screen} />;
  }
  switch (state.kind) {
    case "opening":
      return <OpeningScreen done={state.done} total={state.total} />;
    case "notARegister":
      return <StartScreen />;
    case "newerSchema":
      return <ProblemScreen title={texts.newer.title} text={texts.newer.text} />;
    case "failed":
      return <ProblemScreen title={texts.failed} text={texts.excelProblems[state.problem]} />;
    case "ready":
      return <Shown screen={screen} />;
  }
}

function Shown({ screen }: { screen: Screen }) {
  return (
    // Another screen is drawn afresh; the same one keeps what is typed in it.
    <Broken key={screenKey(screen)} fallback={<BrokenScreen />}>
      <Suspense fallback={<Loading />}>
        <ReadyScreen screen={screen} />
      </Suspense>
    </Broken>
  );
}

function Loading() {
  const { texts } = usePane();
  return (
    <div role="status" className={useStyles().loading}>
      {texts.loading}
    </div>
  );
}

function BrokenScreen() {
  const { navigation, texts } = usePane();
  return (
    <Page title={texts.brokenTitle} back={false}>
      <Message tone="error" text={texts.broken}>
        <Button size="small" onClick={() => navigation.open({ kind: "home" })}>
          {texts.home}
        </Button>
      </Message>
    </Page>
  );
}

function ReadyScreen({ screen }: { screen: Screen }) {
  switch (screen.kind) {
    case "home":
      return <HomeScreen />;
    case "section":
      return <SectionScreen section={screen.section} />;
    case "contract":
      return <ContractScreen contract={screen.contract} />;
    case "form":
      return <FormScreen form={screen.form} contract={screen.contract} about={screen.about} />;
    case "check":
      return <CheckScreen />;
    case "dashboard":
      return <DashboardScreen />;
    case "import":
      return <ImportScreen />;
    case "companion":
      return <CompanionScreen />;
    case "renewals":
      return <RenewalsScreen />;
    case "search":
      return <SearchScreen />;
    case "round":
      return <RoundScreen />;
  }
}
