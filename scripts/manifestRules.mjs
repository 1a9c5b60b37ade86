// What Excel asks of manifest.xml and of its keyboard shortcuts, and refuses without a word when it is missing.
// Microsoft's own validator is a service on the Internet; this one needs none.
import { DOMParser } from "@xmldom/xmldom";

/**
 * @typedef {object} Given
 * @property {string} xml the manifest.
 * @property {string} baseUrl where the add-in is served, without a slash at the end.
 * @property {boolean} published whether others are to use it: it then cannot live on localhost.
 * @property {(path: string) => Uint8Array | null} file a file served under the base URL, or null.
 * @property {readonly string[] | null} commands the names given to Office.actions.associate; null leaves them unchecked.
 */

const iconSizes = [16, 20, 24, 32, 40, 48, 64, 80];
const requiredSizes = [16, 32, 80];
const longest = { String: { ShortStrings: 125, LongStrings: 250 }, Url: 2048, DisplayName: 125, Description: 250 };
const controlOrder = ["Label", "Supertip", "Icon", "Action", "Enabled"];
const kindAsked = {
  Image: "Images",
  Label: "ShortStrings",
  Title: "ShortStrings",
  Description: "LongStrings",
  SourceLocation: "Urls",
  FunctionFile: "Urls",
  Runtime: "Urls",
  LearnMoreUrl: "Urls",
};

const children = (node) => [...node.childNodes].filter(({ nodeType }) => nodeType === 1);
const all = (node, ...names) =>
  [...node.getElementsByTagName("*")].filter(({ localName }) => names.includes(localName));
const value = (node, name) => node.getAttribute(name) ?? "";
const twice = (values) => [...new Set(values.filter((one, at) => values.indexOf(one) !== at))];
const shown = (node) =>
  `<${node.localName} ${value(node, "id") || value(node, "resid") || value(node, "DefaultValue")}>`;

/** An element of the manifest's own head, and not one of the same name inside VersionOverrides. */
const head = (manifest, name) => children(manifest).find(({ localName }) => localName === name);

const resources = (manifest) =>
  all(manifest, "Resources")
    .flatMap(children)
    .flatMap((kind) => children(kind).map((node) => ({ kind: kind.localName, node })));

const addressOf = (manifest, resid) =>
  resources(manifest).flatMap(({ node }) => (value(node, "id") === resid ? [value(node, "DefaultValue")] : []))[0];

function resourceRules({ manifest }) {
  const defined = resources(manifest);
  const ids = defined.map(({ node }) => value(node, "id"));
  const asked = all(manifest, ...Object.keys(kindAsked)).filter((node) => node.hasAttribute("resid"));
  const used = new Set(asked.map((node) => value(node, "resid")));
  return [
    ...twice(ids).map((id) => `resource ${id} is defined twice`),
    ...ids
      .filter((id) => id.length === 0 || id.length > 32)
      .map((id) => `resource id ${id} is not of 1 to 32 characters`),
    ...ids.filter((id) => !used.has(id)).map((id) => `resource ${id} is not used`),
    ...asked.flatMap((node) => {
      const found = defined.find((one) => value(one.node, "id") === value(node, "resid"));
      if (found === undefined) return [`${shown(node)} names a resource that is not defined`];
      const kind = kindAsked[node.localName];
      return found.kind === kind ? [] : [`${shown(node)} asks for one of ${kind} and gets one of ${found.kind}`];
    }),
  ];
}

/** Every text and address that can differ by language, with its name and how long it may be. */
function translatable(manifest) {
  const first = ["DisplayName", "Description", "SupportUrl"].flatMap((name) => head(manifest, name) ?? []);
  return [
    ...first.map((node) => ({ node, limit: longest[node.localName] ?? longest.Url })),
    ...resources(manifest).map(({ kind, node }) => ({ node, limit: longest.String[kind] ?? longest.Url })),
  ];
}

function textRules({ manifest }) {
  return translatable(manifest).flatMap(({ node, limit }) =>
    [value(node, "DefaultValue"), ...children(node).map((override) => value(override, "Value"))].flatMap((text) => [
      ...(text.trim() === "" ? [`${shown(node)} is empty`] : []),
      ...(text.length > limit ? [`${shown(node)} is longer than ${limit} characters`] : []),
    ]),
  );
}

function languageRules({ manifest }) {
  const byDefault = head(manifest, "DefaultLocale")?.textContent ?? "";
  const full = /^[a-z]{2}-[A-Z]{2}$/;
  const wanted = (node) => node.localName !== "Image" && value(node, "id") !== "Taskpane.Url";
  return [
    ...(full.test(byDefault) ? [] : [`the default locale ${byDefault} is not of the form fr-FR`]),
    ...translatable(manifest).flatMap(({ node }) => {
      const locales = children(node).map((override) => value(override, "Locale"));
      return [
        ...locales
          .filter((one) => !full.test(one))
          .map((one) => `${shown(node)}: locale ${one} is not of the form en-US`),
        ...locales.filter((one) => one === byDefault).map((one) => `${shown(node)} repeats its default locale ${one}`),
        ...twice(locales).map((one) => `${shown(node)} has two texts for ${one}`),
        ...(wanted(node) && !locales.includes("en-US") ? [`${shown(node)} has no en-US text`] : []),
      ];
    }),
  ];
}

function addressesIn(manifest) {
  const lone = ["IconUrl", "HighResolutionIconUrl", "SupportUrl"].flatMap((name) => head(manifest, name) ?? []);
  const localized = [...lone, ...all(manifest, "Image", "Url", "SourceLocation")].filter((node) =>
    node.hasAttribute("DefaultValue"),
  );
  const overridden = localized.flatMap((node) => children(node).map((override) => value(override, "Value")));
  const extended = all(manifest, "ExtendedOverrides").flatMap((node) => [
    value(node, "Url"),
    value(node, "ResourcesUrl"),
  ]);
  return [...localized.map((node) => value(node, "DefaultValue")), ...overridden, ...extended];
}

function addressRules({ manifest, baseUrl, published, at }) {
  return [...new Set(addressesIn(manifest))].flatMap((address) => [
    ...(address.startsWith("https://") ? [] : [`${address} is not https`]),
    ...(published && /^https?:[/][/](localhost|127[.]|\[)/.test(address)
      ? [`${address} leads to this machine only`]
      : []),
    ...(address.startsWith(`${baseUrl}/`) ? [] : [`${address} is not under ${baseUrl}`]),
    ...(at(address) === null ? [`${address} leads to no file`] : []),
  ]);
}

/** Width and height of a PNG, as its first chunk says; null for anything else. */
function pngSize(bytes) {
  if (bytes === null || bytes.length < 24 || Buffer.from(bytes.subarray(1, 4)).toString("latin1") !== "PNG")
    return null;
  const view = new DataView(bytes.buffer, bytes.byteOffset);
  return `${view.getUint32(16)}×${view.getUint32(20)}`;
}

function iconRules({ manifest, at }) {
  const drawn = (address, size) => {
    const found = address === undefined ? null : pngSize(at(address));
    return found === `${size}×${size}` ? [] : [`${address} is not a PNG of ${size}×${size} (${found ?? "not a PNG"})`];
  };
  return [
    ...drawn(value(head(manifest, "IconUrl"), "DefaultValue"), 32),
    ...drawn(value(head(manifest, "HighResolutionIconUrl"), "DefaultValue"), 64),
    ...all(manifest, "Icon").flatMap((icon) => {
      const images = children(icon).map((image) => ({
        size: Number(value(image, "size")),
        resid: value(image, "resid"),
      }));
      const owner = value(icon.parentNode, "id");
      return [
        ...requiredSizes
          .filter((size) => !images.some((image) => image.size === size))
          .map((size) => `${owner} has no icon of ${size} pixels`),
        ...images
          .filter(({ size }) => !iconSizes.includes(size))
          .map(({ size }) => `${owner} has an icon of ${size} pixels`),
        ...images.flatMap(({ size, resid }) => drawn(addressOf(manifest, resid), size)),
      ];
    }),
  ];
}

function ribbonRules({ manifest }) {
  const tabs = all(manifest, "CustomTab");
  const ids = [...tabs, ...all(manifest, "Group", "Control")].map((node) => value(node, "id"));
  return [
    ...(tabs.length === 1 ? [] : [`there are ${tabs.length} tabs instead of one`]),
    ...tabs
      .filter((tab) => children(tab).at(-1)?.localName !== "Label")
      .map((tab) => `the label of ${value(tab, "id")} does not come last`),
    ...twice(ids).map((id) => `two controls, groups or tabs are called ${id}`),
    ...ids
      .filter((id) => id.length === 0 || id.length > 125)
      .map((id) => `control id ${id} is not of 1 to 125 characters`),
    ...all(manifest, "Control").flatMap((control) => {
      const order = children(control).map(({ localName }) => localName);
      return order.join() === controlOrder.join()
        ? []
        : [`${value(control, "id")} holds ${order.join(", ")} instead of ${controlOrder.join(", ")}`];
    }),
  ];
}

function runtimeRules({ manifest }) {
  const sets = all(head(manifest, "Requirements") ?? manifest, "Set").map((set) => ({
    name: value(set, "Name"),
    version: value(set, "MinVersion"),
  }));
  const runtime = all(manifest, "Runtime")[0];
  const page = runtime === undefined ? "" : value(runtime, "resid");
  const start = value(children(head(manifest, "DefaultSettings"))[0], "DefaultValue");
  const screens = all(manifest, "FunctionFile", "SourceLocation").filter((node) => node.hasAttribute("resid"));
  return [
    ...(runtime !== undefined && value(runtime, "lifetime") === "long" ? [] : ["there is no runtime that lives long"]),
    ...(sets.some(({ name }) => name === "SharedRuntime") ? [] : ["SharedRuntime is not required"]),
    ...sets
      .filter(({ name, version }) => name === "RibbonApi" && version !== "1.1")
      .map(({ version }) => `RibbonApi ${version} cannot be required`),
    ...(all(manifest, "FunctionFile").length === 1 ? [] : ["there is not one FunctionFile"]),
    ...screens
      .filter((node) => value(node, "resid") !== page)
      .map((node) => `${shown(node)} is not the page of the runtime`),
    ...all(manifest, "TaskpaneId").map(() => "a shared runtime has no TaskpaneId"),
    ...(addressOf(manifest, page) === start ? [] : ["the page of the runtime is not the SourceLocation"]),
  ];
}

function identityRules({ manifest }) {
  const id = head(manifest, "Id")?.textContent ?? "";
  const version = head(manifest, "Version")?.textContent ?? "";
  return [
    ...(/^[0-9a-f]{8}-[0-9a-f]{4}-[1-5][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/.test(id)
      ? []
      : [`${id} is not a GUID`]),
    ...(/^[1-9]\d{0,4}([.]\d{1,5}){3}$/.test(version) ? [] : [`${version} is not a version of four numbers`]),
  ];
}

function shortcutsOf({ manifest, at }) {
  const links = all(manifest, "ExtendedOverrides")[0];
  const read = (name) => {
    const bytes = links === undefined ? null : at(value(links, name));
    return bytes === null ? null : JSON.parse(Buffer.from(bytes).toString("utf8"));
  };
  return { shortcuts: read("Url"), translation: read("ResourcesUrl") };
}

/** On a French keyboard Ctrl+Alt is AltGr, which writes € with E and @ # { [ with the digits. */
const unsafe = (key) => /Ctrl/.test(key) && /Alt/.test(key) && /[+][0-9E]$/.test(key);
const wellFormed = /^((Ctrl|Command|Alt|Shift)[+])+[A-Z0-9]$/;

function shortcutRules(given) {
  const { shortcuts, translation } = shortcutsOf(given);
  if (shortcuts === null || translation === null) return ["the keyboard shortcuts cannot be read"];
  const ids = shortcuts.actions.map(({ id }) => id);
  const named = [...JSON.stringify(shortcuts.actions).matchAll(/[$][{]resource[.](\w+)[}]/g)].map(([, name]) => name);
  const keys = (platform) => shortcuts.shortcuts.map(({ key }) => key[platform] ?? key.default);
  return [
    ...shortcuts.shortcuts
      .filter(({ action }) => !ids.includes(action))
      .map(({ action }) => `shortcut for ${action}, which is no action`),
    ...named
      .filter((name) => shortcuts.resources.default[name] === undefined)
      .map((name) => `shortcut text ${name} is missing`),
    ...named
      .filter((name) => translation[name] === undefined)
      .map((name) => `shortcut text ${name} has no translation`),
    ...["default", "mac", "web", "windows"].flatMap((platform) =>
      twice(keys(platform)).map((key) => `${key} means two things (${platform})`),
    ),
    ...new Set(
      shortcuts.shortcuts
        .flatMap(({ key }) => Object.values(key))
        .flatMap((key) => [
          ...(wellFormed.test(key) && !/^Shift[+].$/.test(key) ? [] : [`${key} is not a shortcut`]),
          ...(unsafe(key) ? [`${key} writes a character on a French keyboard`] : []),
        ]),
    ),
  ];
}

function commandRules(given) {
  const { manifest, commands } = given;
  if (commands === null) return [];
  const buttons = all(manifest, "FunctionName").map(({ textContent }) => textContent ?? "");
  const actions = (shortcutsOf(given).shortcuts?.actions ?? []).map(({ id }) => id);
  return [
    ...buttons.filter((name) => !commands.includes(name)).map((name) => `a button calls ${name}, which nobody answers`),
    ...actions
      .filter((name) => !commands.includes(name))
      .map((name) => `a shortcut calls ${name}, which nobody answers`),
    ...commands.filter((name) => ![...buttons, ...actions].includes(name)).map((name) => `nothing calls ${name}`),
  ];
}

const rules = [
  resourceRules,
  textRules,
  languageRules,
  addressRules,
  iconRules,
  ribbonRules,
  runtimeRules,
  identityRules,
  shortcutRules,
  commandRules,
];

/**
 * What is wrong with a manifest and the files it names, in English sentences; empty when Excel would accept it.
 *
 * @param {Given} given
 * @returns {string[]}
 */
export function manifestProblems({ xml, baseUrl, published, file, commands }) {
  const manifest = new DOMParser().parseFromString(xml, "text/xml").documentElement;
  const at = (address) => (address.startsWith(`${baseUrl}/`) ? file(address.slice(baseUrl.length + 1)) : null);
  return rules.flatMap((rule) => rule({ manifest, baseUrl, published, at, commands }));
}
