import { makeStyles, tokens } from "@fluentui/react-components";

const forced = "@media (forced-colors: active)";

/** The colours of the picture; where the system imposes its own, the shapes alone tell the kinds apart. */
export const useTimelineStyles = makeStyles({
  bar: {
    fill: tokens.colorNeutralBackground5,
    stroke: tokens.colorNeutralStrokeAccessible,
    [forced]: { fill: "Canvas", stroke: "CanvasText" },
  },
  months: {
    fill: tokens.colorNeutralForeground2,
    stroke: "none",
    "& line": { stroke: tokens.colorNeutralStrokeAccessible },
    [forced]: { fill: "CanvasText", "& line": { stroke: "CanvasText" } },
  },
  window: { fill: tokens.colorBrandBackground, [forced]: { fill: "Highlight" } },
  letter: {
    fill: tokens.colorNeutralBackground1,
    stroke: tokens.colorNeutralForeground1,
    [forced]: { fill: "Canvas", stroke: "CanvasText" },
  },
  deadline: { fill: tokens.colorStatusDangerForeground1, [forced]: { fill: "CanvasText" } },
  visitDone: { fill: tokens.colorNeutralForeground1, [forced]: { fill: "CanvasText" } },
  visitDue: {
    fill: tokens.colorNeutralBackground1,
    stroke: tokens.colorNeutralForeground1,
    [forced]: { fill: "Canvas", stroke: "CanvasText" },
  },
  invoice: {
    fill: tokens.colorNeutralForeground1,
    stroke: tokens.colorNeutralForeground1,
    [forced]: { fill: "CanvasText", stroke: "CanvasText" },
  },
  unpaid: {
    fill: tokens.colorNeutralBackground1,
    stroke: tokens.colorNeutralForeground1,
    [forced]: { fill: "Canvas", stroke: "CanvasText" },
  },
  today: {
    stroke: tokens.colorNeutralForeground1,
    fill: tokens.colorNeutralForeground1,
    "& text": { stroke: "none" },
    [forced]: { stroke: "CanvasText", fill: "CanvasText" },
  },
});
