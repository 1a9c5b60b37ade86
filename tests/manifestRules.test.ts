import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "@jest/globals";
import { commandNames } from "../addin/commands/commandNames";
import { manifestProblems } from "../scripts/manifestRules.mjs";

const root = join(__dirname, "..");
const text = (path: string): string => readFileSync(join(root, path), "utf8");
const manifest = text("manifest.xml");
const baseUrl = "https://localhost:3000";

/** Where a served file lies before the build. */
const source = (path: string): Uint8Array | null => {
  const folders = ["addin/icons", "addin/shortcuts", "addin/help", "addin/loader"];
  const found = folders.map((folder) => join(root, folder, path.replace("assets/", ""))).find((at) => existsSync(at));
  return found === undefined ? null : readFileSync(found);
};

const check = (xml: string, other: Partial<Parameters<typeof manifestProblems>[0]> = {}): readonly string[] =>
  manifestProblems({ xml, baseUrl, published: false, file: source, commands: commandNames, ...other });

/** The manifest with one thing broken. */
const but = (from: string | RegExp, to: string): string => {
  const broken = manifest.replace(from, to);
  if (broken === manifest) throw new Error(`${String(from)} is not in the manifest`);
  return broken;
};

/** The keyboard shortcuts with one thing broken. */
const keysBut = (from: string, to: string, file = "shortcuts.json"): readonly string[] => {
  const broken = Buffer.from(text(`addin/shortcuts/${file}`).replace(from, to));
  return check(manifest, { file: (path) => (path === file ? broken : source(path)) });
};

const renewTip = /(<bt:String id="Renew.Tip" DefaultValue=")[^"]*/;

describe("manifest.xml", () => {
  it("is one that Excel accepts, with its icons, its shortcuts and the commands they call", () => {
    expect(check(manifest)).toEqual([]);
  });

  it("keeps its Id, and raises its Version whenever it changes", () => {
    expect(manifest).toContain("<Id>aba833d3-3cec-413a-a613-9a9a855108fe</Id>");
    const version = /<Version>(.*)<[/]Version>/.exec(manifest)?.[1];
    const content = createHash("sha256").update(manifest.replaceAll("\r\n", "\n")).digest("hex").slice(0, 12);
    expect({ version, content }).toEqual({ version: "1.1.0.0", content: "009b75cbb374" });
  });

  it("explains every button in the help, by its name and with its shortcut", () => {
    const labels = [
      ...manifest.matchAll(/id="(\w+)[.]Label" DefaultValue="([^"]+)">\s*<bt:Override Locale="en-US" Value="([^"]+)"/g),
    ];
    const buttons = labels.filter(([, id]) => manifest.includes(`id="Tacite.Btn.${id}"`));
    expect(buttons).toHaveLength(9);
    for (const [, , french = "", english = ""] of buttons) {
      expect(text("addin/help/aide.html")).toContain(`>${french}<`);
      expect(text("addin/help/help.html")).toContain(`>${english}<`);
    }
    for (const [, letter = ""] of text("addin/shortcuts/shortcuts.json").matchAll(/"Ctrl[+]Alt[+]Shift[+](.)"/g)) {
      expect(text("addin/help/aide.html")).toContain(`<kbd>Ctrl+Alt+Maj+${letter}</kbd>`);
      expect(text("addin/help/help.html")).toContain(`<kbd>Ctrl+Alt+Shift+${letter}</kbd>`);
    }
  });
});

describe("a manifest is refused", () => {
  it.each([
    [
      "a label that is not defined",
      but('<Label resid="Renew.Label"', '<Label resid="Gone"'),
      "<Label Gone> names a resource that is not defined",
    ],
    [
      "a text nobody uses",
      but('<Label resid="Renew.Label"', '<Label resid="Renew.Title"'),
      "resource Renew.Label is not used",
    ],
    [
      "a label taken from the addresses",
      but('<Label resid="Renew.Label"', '<Label resid="Help.Url"'),
      "<Label Help.Url> asks for one of ShortStrings and gets one of Urls",
    ],
    [
      "a resource defined twice",
      but('<bt:String id="Renew.Label"', '<bt:String id="LogVisit.Label"'),
      "resource LogVisit.Label is defined twice",
    ],
    [
      "a resource id of 33 characters",
      manifest.replaceAll("Renew.Tip", "R".repeat(33)),
      `resource id ${"R".repeat(33)} is not of 1 to 32 characters`,
    ],
    [
      "a tooltip of 251 characters",
      but(renewTip, `$1${"x".repeat(251)}`),
      "<String Renew.Tip> is longer than 250 characters",
    ],
    [
      "a label of 126 characters",
      but('DefaultValue="Renouveler"', `DefaultValue="${"x".repeat(126)}"`),
      "<String Renew.Label> is longer than 125 characters",
    ],
    ["an empty tooltip", but(renewTip, "$1"), "<String Renew.Tip> is empty"],
    [
      "an address without https",
      but(`${baseUrl}/help.html" />\n  </S`, 'http://localhost:3000/help.html" />\n  </S'),
      "http://localhost:3000/help.html is not https",
    ],
    [
      "an address elsewhere",
      but(`${baseUrl}/shortcuts.json`, "https://example.org/shortcuts.json"),
      "https://example.org/shortcuts.json is not under https://localhost:3000",
    ],
    [
      "an address that leads nowhere",
      manifest.replaceAll("aide.html", "gone.html"),
      "https://localhost:3000/gone.html leads to no file",
    ],
    [
      "no icon of 32 pixels",
      but('<bt:Image size="32" resid="Icon.Renew.32" />', ""),
      "Tacite.Grp.Echeance has no icon of 32 pixels",
    ],
    [
      "an icon of 17 pixels",
      but('<bt:Image size="16" resid="Icon.Renew', '<bt:Image size="17" resid="Icon.Renew'),
      "Tacite.Grp.Echeance has an icon of 17 pixels",
    ],
    [
      "a picture of another size",
      but("assets/renew-80.png", "assets/renew-32.png"),
      "https://localhost:3000/assets/renew-32.png is not a PNG of 80×80 (32×32)",
    ],
    [
      "a small picture for sharp screens",
      but("tacite-64.png", "tacite-32.png"),
      "https://localhost:3000/assets/tacite-32.png is not a PNG of 64×64 (32×32)",
    ],
    [
      "a picture that is no PNG",
      but("assets/renew-80.png", "aide.html"),
      "https://localhost:3000/aide.html is not a PNG of 80×80 (not a PNG)",
    ],
    [
      "two buttons of one name",
      but("Tacite.Btn.Renew", "Tacite.Btn.LogVisit"),
      "two controls, groups or tabs are called Tacite.Btn.LogVisit",
    ],
    [
      "a long name",
      but("Tacite.Btn.Renew", "B".repeat(126)),
      `control id ${"B".repeat(126)} is not of 1 to 125 characters`,
    ],
    [
      "two tabs",
      but("</CustomTab>", '</CustomTab><CustomTab id="Other"><Label resid="Tab.Label" /></CustomTab>'),
      "there are 2 tabs instead of one",
    ],
    [
      "a tab whose label comes first",
      but(/<CustomTab id="Tacite.Tab">([^]*)(<Label resid="Tab.Label" [/]>)/, '<CustomTab id="Tacite.Tab">$2$1'),
      "the label of Tacite.Tab does not come last",
    ],
    [
      "a button in disorder",
      but("<Enabled>true</Enabled>", ""),
      "Tacite.Btn.OpenPane holds Label, Supertip, Icon, Action instead of Label, Supertip, Icon, Action, Enabled",
    ],
    ["a runtime that dies", but('lifetime="long"', 'lifetime="short"'), "there is no runtime that lives long"],
    [
      "SharedRuntime left out",
      but('<Set Name="SharedRuntime" MinVersion="1.1" />', ""),
      "SharedRuntime is not required",
    ],
    [
      "RibbonApi 1.2",
      but('<Set Name="SharedRuntime"', '<Set Name="RibbonApi" MinVersion="1.2" /><Set Name="SharedRuntime"'),
      "RibbonApi 1.2 cannot be required",
    ],
    ["no FunctionFile", but('<FunctionFile resid="Taskpane.Url" />', ""), "there is not one FunctionFile"],
    [
      "commands on another page",
      but('<FunctionFile resid="Taskpane.Url"', '<FunctionFile resid="Help.Url"'),
      "<FunctionFile Help.Url> is not the page of the runtime",
    ],
    [
      "a pane on another page",
      but('<SourceLocation resid="Taskpane.Url"', '<SourceLocation resid="Help.Url"'),
      "<SourceLocation Help.Url> is not the page of the runtime",
    ],
    [
      "a TaskpaneId",
      but('<SourceLocation resid="Taskpane.Url"', '<TaskpaneId>Pane</TaskpaneId><SourceLocation resid="Taskpane.Url"'),
      "a shared runtime has no TaskpaneId",
    ],
    [
      "a start elsewhere",
      but(/<SourceLocation DefaultValue="[^"]*"/, `<SourceLocation DefaultValue="${baseUrl}/aide.html"`),
      "the page of the runtime is not the SourceLocation",
    ],
    ["an Id that is no GUID", but(/<Id>.*<[/]Id>/, "<Id>tacite</Id>"), "tacite is not a GUID"],
    [
      "a Version of three numbers",
      but(/<Version>.*<[/]Version>/, "<Version>1.0.0</Version>"),
      "1.0.0 is not a version of four numbers",
    ],
    [
      "the default locale repeated",
      but('Locale="en-US"', 'Locale="fr-FR"'),
      "<DisplayName Tacite, contrats d’entretien> repeats its default locale fr-FR",
    ],
    [
      "a locale cut short",
      but('Locale="en-US"', 'Locale="en"'),
      "<DisplayName Tacite, contrats d’entretien>: locale en is not of the form en-US",
    ],
    [
      "a default locale cut short",
      but("<DefaultLocale>fr-FR", "<DefaultLocale>fr"),
      "the default locale fr is not of the form fr-FR",
    ],
    [
      "a text without English",
      but('<bt:Override Locale="en-US" Value="Renew" />', ""),
      "<String Renew.Label> has no en-US text",
    ],
    [
      "two English texts",
      but(
        '<bt:Override Locale="en-US" Value="Renew" />',
        '<bt:Override Locale="en-US" Value="Renew" /><bt:Override Locale="en-US" Value="Again" />',
      ),
      "<String Renew.Label> has two texts for en-US",
    ],
    [
      "a button that calls nobody",
      but("<FunctionName>renew<", "<FunctionName>renewAll<"),
      "a button calls renewAll, which nobody answers",
    ],
    ["no shortcuts", but(/<ExtendedOverrides[^>]*>/, ""), "the keyboard shortcuts cannot be read"],
  ])("with %s", (_, broken, problem) => {
    expect(check(broken)).toContain(problem);
  });

  it("with a command that neither a button nor a shortcut calls", () => {
    expect(check(manifest, { commands: [...commandNames, "exportAll"] })).toEqual(["nothing calls exportAll"]);
  });

  it("on localhost, once published", () => {
    const problems = check(manifest, { published: true });
    expect(problems).toContain("https://localhost:3000/taskpane.html leads to this machine only");
  });

  it("and accepted, published under its own address", () => {
    const address = "https://tacite.example/app";
    const xml = manifest.replaceAll(baseUrl, address);
    expect(check(xml, { baseUrl: address, published: true })).toEqual([]);
  });
});

describe("keyboard shortcuts are refused", () => {
  it.each([
    [
      "with E, which writes € on a French keyboard",
      "Ctrl+Alt+Shift+R",
      "Ctrl+Alt+E",
      "Ctrl+Alt+E writes a character on a French keyboard",
    ],
    [
      "with a digit, which writes @ # { [ on a French keyboard",
      "Ctrl+Alt+Shift+R",
      "Ctrl+Alt+Shift+0",
      "Ctrl+Alt+Shift+0 writes a character on a French keyboard",
    ],
    ["with a letter alone", "Ctrl+Alt+Shift+R", "Shift+R", "Shift+R is not a shortcut"],
    [
      "with one meaning two things",
      '"Ctrl+Alt+Shift+R"',
      '"Ctrl+Alt+Shift+V"',
      "Ctrl+Alt+Shift+V means two things (default)",
    ],
    [
      "with an action nobody declared",
      '"action": "renew"',
      '"action": "extend"',
      "shortcut for extend, which is no action",
    ],
    [
      "with a command nobody answers",
      '"id": "renew"',
      '"id": "extend"',
      "a shortcut calls extend, which nobody answers",
    ],
    ["with a text that is missing", "{resource.renew}", "{resource.gone}", "shortcut text gone is missing"],
  ])("%s", (_, from, to, problem) => {
    expect(keysBut(from, to)).toContain(problem);
  });

  it("without an English text", () => {
    expect(keysBut('"renew"', '"gone"', "shortcuts-en.json")).toEqual(["shortcut text renew has no translation"]);
  });
});
