import { makeStyles, tokens } from "@fluentui/react-components";

/** Boxes to type in: the browser's own, which every keyboard, phone and reader knows, in Fluent's colours. */
export const useInputStyles = makeStyles({
  input: {
    boxSizing: "border-box",
    width: "100%",
    minHeight: "32px",
    padding: "4px 8px",
    fontFamily: "inherit",
    fontSize: "inherit",
    color: tokens.colorNeutralForeground1,
    backgroundColor: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorNeutralStrokeAccessible}`,
    borderRadius: tokens.borderRadiusMedium,
    ":focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: "0px" },
    "::placeholder": { color: tokens.colorNeutralForeground3 },
  },
  wrong: {
    borderTopColor: tokens.colorStatusDangerBorder2,
    borderRightColor: tokens.colorStatusDangerBorder2,
    borderBottomColor: tokens.colorStatusDangerBorder2,
    borderLeftColor: tokens.colorStatusDangerBorder2,
  },
});
