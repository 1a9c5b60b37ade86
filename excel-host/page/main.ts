import { startEngine } from "../formulas/engine";
import { readManifest } from "./manifest";
import { servedFacts, servedManifest, servedShortcuts, servedWorkbook } from "./server";
import { showWorkbook, type Surroundings } from "./showWorkbook";

/** Days from 1899-12-30, from which Excel counts, to 1970-01-01. */
const EPOCH = 25_569;
const DAY = 86_400_000;

/** The moment on the wall, as Excel's NOW() counts it. */
function now(): number {
  const moment = new Date();
  return (moment.getTime() - moment.getTimezoneOffset() * 60_000) / DAY + EPOCH;
}

const locale = "fr-FR";

async function start(place: HTMLElement): Promise<void> {
  const wasm = fetch(new URL("@ironcalc/wasm/wasm_bg.wasm", import.meta.url)).then((reply) => reply.arrayBuffer());
  const [served, xml, bytes, engine] = await Promise.all([
    servedFacts(),
    servedManifest(),
    servedWorkbook(),
    wasm.then((code) => startEngine(code)),
  ]);
  const manifest = readManifest(xml, locale);
  const shortcuts = await servedShortcuts(manifest.shortcutsUrl);
  let shown: ReturnType<typeof showWorkbook> | null = null;
  const show = (content: Uint8Array, name: string): void => {
    try {
      const before = shown;
      shown = showWorkbook(place, content, name, around);
      before?.close();
      // For tests, which read the cells behind what they see.
      Object.assign(window, { excelHost: shown });
    } catch {
      window.alert(`« ${name} » n’est pas un classeur Excel (.xlsx) lisible.`);
    }
  };
  const around: Surroundings = { engine, manifest, shortcuts, served, now, open: show };
  show(bytes, served.name);
}

const place = document.getElementById("excel");
if (place !== null) {
  start(place).catch((error: unknown) => {
    place.textContent = `La page n’a pas pu démarrer : ${error instanceof Error ? error.message : String(error)}`;
  });
}
