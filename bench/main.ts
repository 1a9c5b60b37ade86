import { parseArgs } from "node:util";
import { measureCompanionMemory } from "./companionMemory";
import { measureRegister, writeBigRegister } from "./registerCost";

/*
 * `npm run bench [contracts] [rounds]`: what a big register costs.
 * `npm run bench -- pane [rounds] [--template FOLDER]`: the pane beside Microsoft's own.
 * `npm run bench memory [runs]`: the companion's heap over its runs.
 * `npm run bench write FILE [contracts]`: a big register, to open in Excel.
 * Ends with 1 when a limit is not held.
 */

const CONTRACTS = 10_000;
const { values, positionals } = parseArgs({ allowPositionals: true, options: { template: { type: "string" } } });
const [first, second, third] = positionals;

async function measure(): Promise<void> {
  const held =
    first === "pane"
      ? // A browser's library, which the other measures had better not load.
        await (await import("./paneCost")).measurePane(Number(second ?? 7), values.template ?? null)
      : first === "memory"
        ? await measureCompanionMemory(Number(second ?? 10_000))
        : await measureRegister(Number(first ?? CONTRACTS), Number(second ?? 5));
  console.log(held ? "Every limit is held" : "A limit is NOT held");
  process.exitCode = held ? 0 : 1;
}

if (first === "write" && second !== undefined) await writeBigRegister(second, Number(third ?? CONTRACTS));
else await measure();
