import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";

const useStyles = makeStyles({
  tag: {
    display: "inline-block",
    padding: "0 6px",
    borderRadius: tokens.borderRadiusMedium,
    border: "1px solid transparent",
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    whiteSpace: "nowrap",
  },
  quiet: { backgroundColor: tokens.colorNeutralBackground4, color: tokens.colorNeutralForeground1 },
  urgent: { backgroundColor: tokens.colorStatusDangerBackground2, color: tokens.colorStatusDangerForeground2 },
});

/** A word or two about the state of what stands beside it. */
export function Tag({ text, urgent = false }: { text: string; urgent?: boolean }) {
  const styles = useStyles();
  return <span className={mergeClasses(styles.tag, urgent ? styles.urgent : styles.quiet)}>{text}</span>;
}
