import { createDarkTheme, createLightTheme } from "@fluentui/react-components";
import type { BrandVariants } from "@fluentui/react-components";

/** Excel's green, from which Fluent makes both themes. */
const excelGreen: BrandVariants = {
  10: "#020602",
  20: "#0b1d11",
  30: "#0f301c",
  40: "#113f25",
  50: "#124e2e",
  60: "#125d38",
  70: "#116d41",
  80: "#107c41",
  90: "#2a8a53",
  100: "#439864",
  110: "#5aa576",
  120: "#71b288",
  130: "#88bf9b",
  140: "#9fccae",
  150: "#b7d9c1",
  160: "#cfe6d5",
};

export const lightTheme = createLightTheme(excelGreen);

export const darkTheme = {
  ...createDarkTheme(excelGreen),
  colorBrandForeground1: excelGreen[110],
  colorBrandForegroundLink: excelGreen[120],
  colorBrandForegroundLinkHover: excelGreen[130],
};
