// Builds the page on which the screens are tested without Excel, into the folder named by the argument.
import { fileURLToPath } from "node:url";
import webpack from "webpack";

const compiler = webpack({
  mode: "production",
  // It is built for the tests alone.
  optimization: { minimize: false },
  target: ["web", "es2022"],
  context: fileURLToPath(new URL("../..", import.meta.url)),
  entry: "./tests/pane/harness.tsx",
  resolve: { extensions: [".ts", ".tsx", ".js"] },
  module: { rules: [{ test: /[.]tsx?$/, loader: "swc-loader" }] },
  output: { path: process.argv[2], filename: "harness.js", publicPath: "auto" },
});

compiler.run((error, stats) => {
  if (error) throw error;
  if (stats.hasErrors()) throw new Error(stats.toString({ all: false, errors: true }));
  compiler.close(() => undefined);
});
