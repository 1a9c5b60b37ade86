import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { useEffect, useRef } from "react";
import type { ReactNode } from "react";
import { usePane } from "../PaneContext";
import { BackIcon } from "./icons";

const useStyles = makeStyles({
  page: { display: "flex", flexDirection: "column", gap: "12px", padding: "8px 12px 24px", maxWidth: "640px" },
  // The corner at the top right belongs to Excel's own menu.
  head: { display: "flex", alignItems: "center", gap: "4px", minHeight: "32px", paddingRight: "34px" },
  title: {
    margin: 0,
    fontSize: tokens.fontSizeBase400,
    lineHeight: tokens.lineHeightBase400,
    fontWeight: tokens.fontWeightSemibold,
    overflowWrap: "anywhere",
    ":focus": { outline: "none" },
    // Scrolled to, it keeps the space above it.
    scrollMarginTop: "16px",
  },
});

type Props = {
  readonly title: string;
  /** Whether there is a way back, or where it leads, if not to the screen before. */
  readonly back?: boolean | (() => void);
  readonly children: ReactNode;
};

/** A screen under its title, with the way back. Each new one is announced: its title takes the focus. */
export function Page({ title, back = true, children }: Props) {
  const { navigation, texts } = usePane();
  const goBack = typeof back === "function" ? back : navigation.back;
  const styles = useStyles();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    // A pane that is only drawn must not take the keyboard away from the sheet.
    if (document.hasFocus()) heading.current?.focus();
    else heading.current?.scrollIntoView();
  }, []);
  return (
    <main className={styles.page}>
      <header className={styles.head}>
        {back !== false && (
          <Button appearance="subtle" icon={<BackIcon />} aria-label={texts.back} onClick={() => goBack()} />
        )}
        <h1 ref={heading} tabIndex={-1} className={styles.title}>
          {title}
        </h1>
      </header>
      {children}
    </main>
  );
}
