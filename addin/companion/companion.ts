import { pairingMeta } from "../../domain/companion/companionApi";
import { copyWorkbook } from "../excel/copyWorkbook";
import { companionClient, type CompanionClient } from "./companionClient";
import { createExporting, type Exporting } from "./exporting";

/** The worker on this machine, as the pane knows it. */
export type Companion = Omit<CompanionClient, "send"> & { readonly exporting: Exporting };

/** The companion that served this page, or null where somebody else did. */
export function companionOfPage(page: Document): Companion | null {
  const token = page.querySelector<HTMLMetaElement>(`meta[name="${pairingMeta}"]`)?.content;
  if (token === undefined || token === "") return null;
  const { send, ...client } = companionClient(token, (...request) => fetch(...request));
  return { ...client, exporting: createExporting(copyWorkbook, send) };
}
