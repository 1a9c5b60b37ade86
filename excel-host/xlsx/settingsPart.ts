import { addPart, addRelationship, type Package, readPart, relationshipsOf, writePart } from "./package";
import { attributeText, element, elements } from "./xml";

const office = "http://schemas.microsoft.com/office";
const relations = `${office}/2011/relationships`;
const extensions = `${office}/webextensions/webextension/2010/11`;
const panes = `${office}/webextensions/taskpanes/2010/11`;
const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

/** What an add-in keeps in the file: name to JSON text. Excel writes one part for each add-in; the first one is ours. */
export function readSettings(parts: Package): Map<string, string> {
  const xml = readPart(parts, settingsPart(parts) ?? "");
  return new Map(
    elements(xml, "we:property").map(({ attributes }) => [attributes.name ?? "", attributes.value ?? ""] as const),
  );
}

export function writeSettings(parts: Package, settings: ReadonlyMap<string, string>): void {
  const properties = [...settings].map(([name, value]) => `<we:property${attributeText({ name, value })}/>`).join("");
  const list = `<we:properties>${properties}</we:properties>`;
  const part = settingsPart(parts) ?? addSettingsPart(parts);
  const xml = readPart(parts, part);
  const before = element(xml, "we:properties");
  writePart(parts, part, before === null ? xml : xml.replace(before.xml, () => list));
}

function settingsPart(parts: Package): string | null {
  const pane = relationshipsOf(parts, "").find(({ type }) => type === "webextensiontaskpanes")?.target;
  if (pane === undefined) return null;
  return relationshipsOf(parts, pane).find(({ type }) => type === "webextension")?.target ?? null;
}

function addSettingsPart(parts: Package): string {
  const pane = "xl/webextensions/taskpanes.xml";
  const part = "xl/webextensions/webextension1.xml";
  const reference = attributeText({ id: "tacite", version: "1.0.0.0", store: "developer", storeType: "Registry" });
  addPart(
    parts,
    part,
    "application/vnd.ms-office.webextension+xml",
    `${declaration}<we:webextension xmlns:we="${extensions}" id="{8B1D3C52-0D6E-4E0C-9C77-5C0D8A1F2E01}"><we:reference${reference}/><we:alternateReferences/><we:properties/><we:bindings/><we:snapshot/></we:webextension>`,
  );
  addPart(parts, pane, "application/vnd.ms-office.webextensiontaskpanes+xml", "");
  const id = addRelationship(parts, pane, `${relations}/webextension`, part);
  const shown = attributeText({ dockstate: "right", visibility: 0, width: 350, row: 1 });
  writePart(
    parts,
    pane,
    `${declaration}<wetp:taskpanes xmlns:wetp="${panes}"><wetp:taskpane${shown}><wetp:webextensionref xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" r:id="${id}"/></wetp:taskpane></wetp:taskpanes>`,
  );
  addRelationship(parts, "", `${relations}/webextensiontaskpanes`, pane);
  return part;
}
