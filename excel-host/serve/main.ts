import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { localhostCertificate } from "./certificate";
import { addressOf, type ServedExcel, serveExcel } from "./serveExcel";

const { values } = parseArgs({
  options: {
    workbook: { type: "string" },
    addin: { type: "string" },
    keep: { type: "string" },
    hint: { type: "string" },
    welcome: { type: "string" },
    port: { type: "string", default: "3000" },
  },
});
const { workbook, addin, keep, hint, welcome } = values;
const built = dirname(fileURLToPath(import.meta.url));
const libraries = join(built, "../node_modules");
/** As many ports are tried, one after the other, before any free one is taken. */
const TRIES = 10;

/** The port of the manifest if it is free, so that real Excel finds the add-in there too; else the next one. */
async function serve(options: ServedExcel, wanted: number): Promise<string> {
  for (let port = wanted; ; port++) {
    try {
      const address = addressOf(await serveExcel(options, port < wanted + TRIES ? port : 0));
      if (port !== wanted) console.log(`Le port ${wanted} est déjà pris par un autre programme.`);
      return address;
    } catch (error) {
      if (!(error instanceof Error && "code" in error && error.code === "EADDRINUSE")) throw error;
    }
  }
}

/** The path under which the add-in's manifest looks for its pages. */
function addinPathOf(manifest: string): string {
  const page = /<SourceLocation\s+DefaultValue="([^"]+)"/.exec(manifest)?.[1];
  return page === undefined ? "/" : new URL(".", page).pathname;
}

if (
  workbook === undefined ||
  addin === undefined ||
  !existsSync(workbook) ||
  !existsSync(join(addin, "manifest.xml"))
) {
  console.error(
    "Utilisation : node dist/excel.mjs --workbook CLASSEUR.xlsx --addin DOSSIER [--keep DOSSIER] [--port N]",
  );
  process.exitCode = 2;
} else {
  await start(workbook, addin);
}

async function start(workbook: string, addin: string): Promise<void> {
  const addinPath = addinPathOf(readFileSync(join(addin, "manifest.xml"), "utf8"));
  if (addinPath.startsWith("/excel/")) {
    console.error(
      "L’adresse du complément commence par /excel/, que cette page garde pour elle : donnez-en une autre.",
    );
    process.exitCode = 2;
    return;
  }
  const certificate = localhostCertificate(join(libraries, ".cache/localhost"), Date.now());
  const address = await serve(
    {
      page: join(built, "host"),
      addin,
      addinPath,
      office: join(libraries, "@microsoft/office-js/dist"),
      workbook,
      keep: keep === undefined ? null : { folder: keep, shown: `${keep.replace(/\/$/, "")}/` },
      hint: hint ?? null,
      welcome: welcome ?? null,
      certificate,
    },
    Number(values.port),
  );
  console.log(`\nExcel émulé, avec le complément. Ouvrez cette page dans votre navigateur :\n\n    ${address}/\n`);
  if (!certificate.trusted) {
    console.log(
      "Le navigateur avertit que la connexion n’est pas privée, parce que le certificat vient d’être créé sur cette machine et n’y est pas installé : choisissez « Paramètres avancés », puis « Continuer vers localhost ».",
    );
  }
  console.log("Ctrl+C pour arrêter.");
}
