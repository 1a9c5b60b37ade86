import { fileURLToPath } from "node:url";
import webpack from "webpack";

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

/** The command line: one readable file; the libraries stay in node_modules. */
const worker = {
  ...compiled,
  name: "worker",
  target: "node20",
  entry: "./worker/main.ts",
  // Imported when the module that needs it runs, so that a command waits only for its own libraries.
  externalsType: "import",
  externals: [/^[^./]/],
  experiments: { outputModule: true },
  output: {
    path: fileURLToPath(new URL("dist", import.meta.url)),
    filename: "tacite.mjs",
    module: true,
    chunkFormat: "module",
  },
  // A stack trace sent by a user must be legible.
  optimization: { minimize: false },
  plugins: [
    new webpack.BannerPlugin({ banner: "#!/usr/bin/env node", raw: true }),
    new webpack.optimize.LimitChunkCountPlugin({ maxChunks: 1 }),
  ],
};

export default [worker];
