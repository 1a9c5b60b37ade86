// The files served beside the pane's own code: its page, the manifest, icons, shortcuts, help and a copy of office.js.
import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { manifestProblems } from "./manifestRules.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));
const developmentUrl = "https://localhost:3000";
const officeFolder = "node_modules/@microsoft/office-js/dist/";

/** What office.js asks for in Excel on Windows, on a Mac and on the web, and in a browser without Excel. */
const officeFiles = [
  "office.js",
  "excel-win32-16.01.js",
  "excel-mac-16.00.js",
  "excel-web-16.00.js",
  "o15apptofilemappingtable.js",
  "fr-fr/office_strings.js",
  "en-us/office_strings.js",
];

const read = (path) => readFileSync(root + path);
const folder = (from, ending, to) =>
  readdirSync(root + from)
    .filter((name) => name.endsWith(ending))
    .map((name) => [to + name, read(`${from}/${name}`)]);

/** Each file's path under dist/addin/ and its bytes, but for what webpack compiles and the page that names it. */
export function servedFiles() {
  return new Map([
    ...folder("addin/icons", ".png", "assets/"),
    ...folder("addin/shortcuts", ".json", ""),
    ...folder("addin/help", ".html", ""),
    ...officeFiles.map((name) => [`office/${name}`, read(officeFolder + name)]),
    ["office/LICENSE.md", read("node_modules/@microsoft/office-js/LICENSE.md")],
  ]);
}

/** The page lists the pane's scripts for the loader, which runs them once office.js is there. */
export function page(loader, pane) {
  const scripts = (names, tag) => names.map(tag).join("\n    ");
  return read("addin/loader/taskpane.html")
    .toString("utf8")
    .replace(
      "<!-- pane -->",
      scripts(pane, (name) => `<link rel="preload" as="script" href="${name}" />`),
    )
    .replace(
      "<!-- loader -->",
      scripts(loader, (name) => `<script defer src="${name}"></script>`),
    );
}

/** Where the add-in will be served: TACITE_BASE_URL, or this machine while it is developed. */
function place() {
  const given = process.env.TACITE_BASE_URL?.replace(/[/]+$/, "");
  return given === undefined || given === ""
    ? { baseUrl: developmentUrl, published: false }
    : { baseUrl: given, published: true };
}

/** Writes all of it when webpack writes the code; a manifest that Excel would refuse ends the build. */
export const addinFiles = {
  apply(compiler) {
    const { Compilation, sources, WebpackError } = compiler.webpack;
    compiler.hooks.thisCompilation.tap("addinFiles", (compilation) => {
      const stage = Compilation.PROCESS_ASSETS_STAGE_OPTIMIZE_TRANSFER;
      compilation.hooks.processAssets.tap({ name: "addinFiles", stage }, () => {
        const codeOf = (entry) => compilation.entrypoints.get(entry)?.getFiles() ?? [];
        const { baseUrl, published } = place();
        const xml = read("manifest.xml").toString("utf8").replaceAll(developmentUrl, baseUrl);
        const files = servedFiles();
        files.set("taskpane.html", Buffer.from(page(codeOf("loader"), codeOf("pane"))));
        files.set("manifest.xml", Buffer.from(xml));
        for (const [name, bytes] of files)
          compilation.emitAsset(name, new sources.RawSource(bytes), { minimized: true });
        const file = (path) => files.get(path) ?? null;
        for (const problem of manifestProblems({ xml, baseUrl, published, file, commands: null }))
          compilation.errors.push(new WebpackError(`manifest.xml: ${problem}`));
      });
    });
  },
};
