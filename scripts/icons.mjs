// Draws again the PNG of every icon of the ribbon, from addin/icons/*.svg. To be run when a drawing has changed.
import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { chromium } from "playwright-core";
import { needBrowser, unseen } from "./findBrowser.mjs";

const folder = fileURLToPath(new URL("../addin/icons/", import.meta.url));
const drawings = readdirSync(folder).filter((name) => name.endsWith(".svg"));
const sizes = (drawing) => (drawing === "tacite.svg" ? [16, 32, 64, 80] : [16, 32, 80]);

const browser = await chromium.launch({ executablePath: needBrowser(), args: unseen });
const page = await browser.newPage();
for (const drawing of drawings) {
  const source = Buffer.from(readFileSync(folder + drawing)).toString("base64");
  for (const size of sizes(drawing)) {
    await page.setViewportSize({ width: size, height: size });
    await page.setContent(`<body style="margin:0"><img width="${size}" height="${size}" style="display:block"
      src="data:image/svg+xml;base64,${source}">`);
    await page.screenshot({ path: folder + drawing.replace(".svg", `-${size}.png`), omitBackground: true });
  }
}
await browser.close();
