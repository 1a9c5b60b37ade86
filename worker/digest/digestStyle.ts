import type { CSSProperties } from "react";
import type { Urgency } from "./digestView";

/** Mail programs know inline styles and tables; what only some of them know (dark mode, narrow screens) is in `styleSheet`. */
const fontFamily = "Segoe UI,Roboto,Arial,sans-serif";
const ink = "#1c2733";
const muted = "#5a6673";
const line = "#e1e6eb";
const brand = "#17405f";

const text = {
  margin: 0,
  fontFamily,
  fontSize: "15px",
  lineHeight: "22px",
  color: ink,
} as const satisfies CSSProperties;

export const accent = {
  urgent: { color: "#b3261e", backgroundColor: "#fdecea" },
  soon: { color: "#8a5100", backgroundColor: "#fff4e0" },
  calm: { color: "#17405f", backgroundColor: "#e9f1f7" },
} as const satisfies Record<Urgency, CSSProperties>;

const item = {
  borderTop: `1px solid ${line}`,
  font: `14px/20px ${fontFamily}`,
  verticalAlign: "top",
} as const satisfies CSSProperties;

export const style = {
  body: { backgroundColor: "#eef1f4", margin: "0", padding: "16px 8px" },
  card: { backgroundColor: "#ffffff", maxWidth: "600px", border: `1px solid ${line}`, borderRadius: "8px" },
  header: { backgroundColor: brand, borderRadius: "7px 7px 0 0", padding: "22px 24px" },
  firm: { ...text, fontSize: "14px", lineHeight: "20px", color: "#cfe0ee" },
  title: { ...text, fontSize: "22px", lineHeight: "28px", fontWeight: 600, color: "#ffffff" },
  cell: { padding: "0 24px" },
  register: { ...text, fontSize: "13px", lineHeight: "19px", color: muted, margin: "14px 0 0" },
  warning: { marginTop: "12px" },
  notice: { padding: "12px 14px", borderRadius: "6px" },
  noticeTitle: { ...text, fontWeight: 600 },
  noticeText: { ...text, fontSize: "14px", lineHeight: "20px" },
  firstTiles: { tableLayout: "fixed", marginTop: "16px" },
  tiles: { tableLayout: "fixed" },
  tile: { width: "33.33%", padding: "4px", verticalAlign: "top" },
  tileBox: { padding: "10px 4px 11px", textAlign: "center", borderRadius: "6px" },
  tileNumber: { ...text, fontSize: "26px", lineHeight: "30px", fontWeight: 700 },
  tileLabel: { ...text, fontSize: "12px", lineHeight: "16px" },
  atZero: { ...text, fontSize: "13px", lineHeight: "19px", color: muted, margin: "8px 0 0" },
  nothing: {
    ...text,
    fontSize: "20px",
    lineHeight: "28px",
    fontWeight: 600,
    textAlign: "center",
    margin: "28px 0 4px",
  },
  nothingMore: { ...text, color: muted, textAlign: "center", margin: "0 0 8px" },
  sectionTitle: { ...text, fontSize: "18px", lineHeight: "24px", fontWeight: 600, margin: "28px 0 0" },
  badge: { fontSize: "13px", fontWeight: 700, padding: "2px 9px", borderRadius: "10px" },
  advice: { ...text, fontSize: "13px", lineHeight: "19px", color: muted, margin: "3px 0 8px" },
  itemMain: { ...item, padding: "10px 12px 11px 0" },
  itemWhen: { ...item, padding: "10px 0 11px", whiteSpace: "nowrap" },
  who: { fontSize: "15px", fontWeight: 600 },
  muted: { color: muted },
  link: { color: "#17608f", textDecoration: "none" },
  alarm: { color: accent.urgent.color },
  others: { ...item, padding: "9px 0 0", color: muted },
  footer: { borderTop: `1px solid ${line}`, marginTop: "28px" },
  footerCell: { padding: "14px 24px 18px" },
  footerText: { ...text, fontSize: "12px", lineHeight: "18px", color: muted },
} as const satisfies Record<string, CSSProperties>;

export const styleSheet = `
  :root { color-scheme: light dark; supported-color-schemes: light dark; }
  .file { word-break: break-word; overflow-wrap: anywhere; }
  @media (max-width: 480px) {
    .pad { padding-left: 14px !important; padding-right: 14px !important; }
    .tile { padding: 3px !important; }
    .item, .when { display: block !important; text-align: left !important; padding-right: 0 !important; }
    .item { padding-bottom: 0 !important; }
    .when { border-top: 0 !important; padding-top: 0 !important; }
    .when br { display: none; }
    .when b { margin-left: 6px; }
  }
  @media (prefers-color-scheme: dark) {
    .page, .page > table > tbody > tr > td { background-color: #12171c !important; }
    .card { background-color: #1c232a !important; border-color: #323b45 !important; }
    .band { background-color: #12334d !important; }
    .ink { color: #e6ebf0 !important; }
    .muted { color: #a3afbb !important; }
    .line { border-color: #323b45 !important; }
    .link { color: #85c1ec !important; }
    .urgent { background-color: #47201d !important; color: #ffb4ab !important; }
    .soon { background-color: #43310f !important; color: #ffd58a !important; }
    .calm { background-color: #1d3850 !important; color: #b4d8f5 !important; }
    .alarm { color: #ffb4ab !important; }
  }
`;
