import { type Page, usualPage } from "../model/page";
import { attributeText, element, type Element, escaped, unescaped } from "./xml";

/** The elements of a sheet's part that say how it is printed; each is "" where there is nothing to say. */
export const pageElements = {
  pageMargins: ({ margins }: Page): string => {
    const { left, right, top, bottom, header, footer } = margins;
    return `<pageMargins${attributeText({ left, right, top, bottom, header, footer })}/>`;
  },
  pageSetup: (page: Page): string => {
    const { paper, landscape, wide, tall } = page;
    const fitted = isFitted(page) ? { fitToWidth: wide ?? 0, fitToHeight: tall ?? 0 } : {};
    return `<pageSetup${attributeText({ paperSize: paper, ...fitted, orientation: landscape ? "landscape" : "portrait" })}/>`;
  },
  headerFooter: ({ footer: { left, center, right } }: Page): string => {
    const text = [left && `&L${left}`, center && `&C${center}`, right && `&R${right}`].join("");
    return text === "" ? "" : `<headerFooter><oddFooter>${escaped(text)}</oddFooter></headerFooter>`;
  },
} as const;

/** Whether the sheet is shrunk to so many pages. */
export function isFitted({ wide, tall }: Page): boolean {
  return wide !== null || tall !== null;
}

/** How a sheet is printed, from the elements of its part. */
export function readPage(named: (name: string) => readonly Element[]): Page {
  const margins = named("pageMargins")[0]?.attributes ?? {};
  const setup = named("pageSetup")[0]?.attributes ?? {};
  const footer = unescaped(element(named("headerFooter")[0]?.inner ?? "", "oddFooter")?.inner ?? "");
  const fitted = element(named("sheetPr")[0]?.inner ?? "", "pageSetUpPr")?.attributes.fitToPage === "1";
  const margin = (side: keyof Page["margins"]): number => Number(margins[side] ?? usualPage.margins[side]);
  const pages = (written: string | undefined): number | null => (fitted ? Number(written ?? 1) || null : null);
  const part = (letter: string): string => new RegExp(`&${letter}(.*?)(?=&[LCR]|$)`, "s").exec(footer)?.[1] ?? "";
  return {
    landscape: setup.orientation === "landscape",
    paper: Number(setup.paperSize ?? usualPage.paper),
    wide: pages(setup.fitToWidth),
    tall: pages(setup.fitToHeight),
    margins: {
      left: margin("left"),
      right: margin("right"),
      top: margin("top"),
      bottom: margin("bottom"),
      header: margin("header"),
      footer: margin("footer"),
    },
    footer: { left: part("L"), center: part("C"), right: part("R") },
  };
}
