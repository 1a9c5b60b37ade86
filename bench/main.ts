import { parseArgs } from "node:util";
import { measurePane } from "./paneCost";
import { measureRegister } from "./registerCost";

/*
 * `npm run bench [contracts] [rounds]`: what a big register costs.
 * `npm run bench pane [rounds] -- [--template FOLDER]`: the pane beside Microsoft's own.
 * Ends with 1 when a limit is not held.
 */

const { values, positionals } = parseArgs({ allowPositionals: true, options: { template: { type: "string" } } });
const [first, second] = positionals;
const held =
  first === "pane"
    ? await measurePane(Number(second ?? 7), values.template ?? null)
    : await measureRegister(Number(first ?? 10_000), Number(second ?? 5));
console.log(held ? "Every limit is held" : "A limit is NOT held");
process.exitCode = held ? 0 : 1;
