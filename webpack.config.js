import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import webpack from "webpack";
import { addinFiles } from "./scripts/addinFiles.mjs";

const compiled = {
  mode: "production",
  resolve: { extensions: [".ts", ".tsx", ".js"] },
  module: {
    rules: [{ test: /[.]tsx?$/, loader: "swc-loader" }],
    // A module asks where it lies when it runs, not where it lay when it was built.
    parser: { javascript: { importMeta: false } },
  },
  performance: { hints: false },
  stats: "errors-warnings",
};

/** What the digest is rendered with: thirty packages of which it uses a tenth take two seconds to load one by one. */
const bundledLibraries = /^(@react-email|react|react-dom)(\/|$)/;
const insideLibrary = /[\\/]node_modules[\\/]/;

/** Libraries stay in node_modules, but for those that are slow to load; Node's own modules are known to webpack. */
const external = ({ request, context }) =>
  Promise.resolve(
    /^([./]|node:)/.test(request) || bundledLibraries.test(request) || insideLibrary.test(context)
      ? undefined
      : request,
  );

/** One readable file for Node. */
const forNode = (name, entry, filename) => ({
  ...compiled,
  name,
  entry,
  target: "node20",
  // Imported when the module that needs it runs, so that a command waits only for its own libraries.
  externalsType: "import",
  externals: [external],
  experiments: { outputModule: true },
  output: { path: fileURLToPath(new URL("dist", import.meta.url)), filename, module: true, chunkFormat: "module" },
  // A stack trace sent by a user must be legible.
  optimization: { minimize: false },
  plugins: [
    new webpack.BannerPlugin({ banner: "#!/usr/bin/env node", raw: true }),
    new webpack.optimize.LimitChunkCountPlugin({ maxChunks: 1 }),
  ],
});

/** The pane, for the browser inside Excel. Its files carry the hash of what they hold: that browser keeps old ones. */
const addin = {
  ...compiled,
  name: "addin",
  entry: { loader: "./addin/loader/loadOffice.ts", pane: "./addin/main.ts" },
  target: ["web", "es2022"],
  output: {
    path: fileURLToPath(new URL("dist/addin", import.meta.url)),
    filename: "[name].[contenthash:10].js",
    clean: true,
  },
  plugins: [addinFiles],
};

/** Microsoft's template of a pane, for the bench, which says where it lies: built as ours is. */
const template = {
  ...compiled,
  name: "template",
  entry: { taskpane: `${process.env.TACITE_TEMPLATE}/src/taskpane/index.tsx` },
  target: addin.target,
  output: { filename: "[name].js" },
};

/** The page's own files beside its code. */
const hostFiles = {
  apply(compiler) {
    const { Compilation, sources } = compiler.webpack;
    const stage = Compilation.PROCESS_ASSETS_STAGE_ADDITIONAL;
    compiler.hooks.thisCompilation.tap("hostFiles", (compilation) => {
      compilation.hooks.processAssets.tap({ name: "hostFiles", stage }, () => {
        for (const [from, to] of [
          ["page.html", "index.html"],
          ["page.css", "page.css"],
        ]) {
          const path = fileURLToPath(new URL(`excel-host/page/${from}`, import.meta.url));
          compilation.fileDependencies.add(path);
          compilation.emitAsset(to, new sources.RawSource(readFileSync(path)));
        }
      });
    });
  },
};

/** The emulated Excel's page. */
const host = {
  ...compiled,
  name: "host",
  entry: { page: "./excel-host/page/main.ts" },
  target: ["web", "es2022"],
  // The formula engine's .wasm is asked for by its place beside the code.
  module: { rules: [...compiled.module.rules, { test: /[.]js$/, resolve: { fullySpecified: false } }] },
  output: { path: fileURLToPath(new URL("dist/host", import.meta.url)), filename: "[name].js", clean: true },
  plugins: [hostFiles],
};

export default [
  forNode("worker", "./worker/main.ts", "tacite.mjs"),
  forNode("bench", "./bench/main.ts", "bench.mjs"),
  addin,
  template,
  host,
  forNode("excel", "./excel-host/serve/main.ts", "excel.mjs"),
];
