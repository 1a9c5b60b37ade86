/** What Excel takes from an add-in's manifest, in one language. Addresses are paths on this page's own server. */
export type AddinManifest = {
  readonly id: string;
  readonly name: string;
  readonly paneUrl: string;
  /** Where its keyboard shortcuts are listed. */
  readonly shortcutsUrl: string | null;
  readonly tabs: readonly RibbonTab[];
};

export type RibbonTab = { readonly id: string; readonly label: string; readonly groups: readonly RibbonGroup[] };
export type RibbonGroup = { readonly id: string; readonly label: string; readonly buttons: readonly RibbonButton[] };

export type RibbonButton = {
  readonly id: string;
  readonly label: string;
  readonly tip: { readonly title: string; readonly description: string };
  readonly icon: string;
  /** The function to run, or null where the button opens the pane. */
  readonly functionName: string | null;
  readonly enabled: boolean;
};

/** @throws Error when the text is not the XML of a manifest. */
export function readManifest(xml: string, locale: string): AddinManifest {
  const text = new DOMParser().parseFromString(xml, "application/xml");
  const root = text.documentElement;
  if (root.localName !== "OfficeApp") throw new Error("The manifest is not an Office add-in.");
  const resource = (owner: Element | null, tag: string): string => {
    const id = owner === null ? null : child(owner, tag)?.getAttribute("resid");
    const found = [...text.getElementsByTagName("*")].find((one) => one.getAttribute("id") === id);
    return found === undefined ? "" : inLanguage(found, "DefaultValue", locale);
  };
  const address = (element: Element | undefined): string =>
    element === undefined ? "" : path(inLanguage(element, "DefaultValue", locale));
  const imageOf = (owner: Element): string => {
    const images = descendants(owner, "Image");
    const wanted = images.find((image) => image.getAttribute("size") === "32") ?? images[0];
    const id = wanted?.getAttribute("resid");
    return address([...text.getElementsByTagName("*")].find((one) => one.getAttribute("id") === id));
  };
  const buttonOf = (control: Element): RibbonButton => {
    const tip = child(control, "Supertip");
    return {
      id: control.getAttribute("id") ?? "",
      label: resource(control, "Label"),
      tip: { title: resource(tip, "Title"), description: resource(tip, "Description") },
      icon: imageOf(control),
      functionName: descendants(control, "FunctionName")[0]?.textContent.trim() ?? null,
      enabled: child(control, "Enabled")?.textContent.trim() !== "false",
    };
  };
  const groupOf = (group: Element): RibbonGroup => ({
    id: group.getAttribute("id") ?? "",
    label: resource(group, "Label"),
    buttons: [...group.children].filter(({ localName }) => localName === "Control").map(buttonOf),
  });
  const tabs = [...descendants(root, "CustomTab"), ...descendants(root, "OfficeTab")];
  const name = child(root, "DisplayName");
  const overrides = child(root, "ExtendedOverrides")?.getAttribute("Url") ?? null;
  return {
    id: child(root, "Id")?.textContent.trim() ?? "",
    name: name === null ? "" : inLanguage(name, "DefaultValue", locale),
    paneUrl: address(descendants(root, "SourceLocation")[0]),
    shortcutsUrl: overrides === null ? null : path(overrides),
    tabs: tabs.map((tab) => ({
      id: tab.getAttribute("id") ?? "",
      label: resource(tab, "Label"),
      groups: [...tab.children].filter(({ localName }) => localName === "Group").map(groupOf),
    })),
  };
}

function child(owner: Element, tag: string): Element | null {
  return [...owner.children].find(({ localName }) => localName === tag) ?? null;
}

function descendants(owner: Element, tag: string): readonly Element[] {
  return [...owner.getElementsByTagName("*")].filter(({ localName }) => localName === tag);
}

function inLanguage(owner: Element, attribute: string, locale: string): string {
  const override = [...owner.children].find((one) => one.getAttribute("Locale") === locale);
  return override?.getAttribute("Value") ?? owner.getAttribute(attribute) ?? "";
}

/** The manifest names the server of the add-in; here that is the server of this page, whatever its port. */
function path(url: string): string {
  const { pathname, search } = new URL(url);
  return pathname + search;
}
