import { FluentProvider, makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { useMemo, useSyncExternalStore } from "react";
import type { MouseEvent } from "react";
import type { Catalogue } from "../../domain/i18n";
import type { PaneWords } from "../../domain/i18n/fr/pane";
import type { Session } from "../actions/session";
import { NoticeBar } from "./layout/NoticeBar";
import type { Navigation } from "./navigation";
import type { Notices } from "./notices";
import { PaneContext, type OfThisMachine } from "./PaneContext";
import { Screens } from "./Screens";
import { darkTheme, lightTheme } from "./theme";
import { useDarkTheme } from "./useDarkTheme";

const useStyles = makeStyles({
  pane: {
    height: "100vh",
    display: "flex",
    flexDirection: "column",
    backgroundColor: tokens.colorNeutralBackground1,
  },
  // It scrolls by itself, so that what the last action did never lies over it.
  screen: { flexGrow: 1, minHeight: 0, overflowY: "scroll" },
  // The browser draws its own parts, such as the calendar of a date box, to match.
  dark: { colorScheme: "dark" },
  light: { colorScheme: "light" },
});

/**
 * The second click of a double click does nothing: it would fall on whatever took the place of the button, such as the
 * visit of the next client. One may go back twice.
 */
function ignoreDoubleClick(event: MouseEvent): void {
  const button = event.target instanceof Element ? event.target.closest("button") : null;
  if (event.detail < 2 || button === null || button.closest("header") !== null) return;
  event.preventDefault();
  event.stopPropagation();
}

type Props = {
  readonly session: Session;
  readonly navigation: Navigation;
  readonly notices: Notices;
  readonly companion: OfThisMachine;
  readonly words: Catalogue;
  readonly texts: PaneWords;
  /** Whether Office is dark; undefined where it does not tell. */
  readonly officeIsDark: () => boolean | undefined;
};

/** The pane: one screen at a time, and under it what the last action did. */
export function App({ session, navigation, notices, companion, words, texts, officeIsDark }: Props) {
  const styles = useStyles();
  const dark = useDarkTheme(officeIsDark);
  const notice = useSyncExternalStore(notices.subscribe, notices.current);
  const pane = useMemo(
    () => ({ session, navigation, companion, words, texts, notice, setNotice: notices.tell }),
    [session, navigation, notices, companion, words, texts, notice],
  );
  return (
    <FluentProvider
      theme={dark ? darkTheme : lightTheme}
      className={mergeClasses(styles.pane, dark ? styles.dark : styles.light)}
      onClickCapture={ignoreDoubleClick}
    >
      <PaneContext value={pane}>
        <div className={styles.screen}>
          <Screens />
        </div>
        <NoticeBar />
      </PaneContext>
    </FluentProvider>
  );
}
