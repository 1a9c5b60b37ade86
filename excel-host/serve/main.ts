import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { localhostCertificate } from "./certificate";
import { addressOf, serveExcel } from "./serveExcel";

const { values } = parseArgs({
  options: {
    workbook: { type: "string" },
    addin: { type: "string" },
    keep: { type: "string" },
    hint: { type: "string" },
    port: { type: "string", default: "3000" },
  },
});
const { workbook, addin, keep, hint } = values;
const built = dirname(fileURLToPath(import.meta.url));
const certificates = join(built, "../node_modules/.cache/localhost");

/** The port of the manifest if it is free, so that real Excel finds the add-in there too; any other one if not. */
async function serve(options: Parameters<typeof serveExcel>[0], port: number) {
  try {
    return await serveExcel(options, port);
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "EADDRINUSE") return serveExcel(options, 0);
    throw error;
  }
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
  const certificate = localhostCertificate(certificates, Date.now());
  const options = {
    page: join(built, "host"),
    addin,
    workbook,
    keep: keep === undefined ? null : { folder: keep, shown: `${keep.replace(/\/$/, "")}/` },
    hint: hint ?? null,
    certificate,
  };
  const address = addressOf(await serve(options, Number(values.port)));
  console.log(`\nExcel émulé, avec le complément : ${address}/`);
  if (!certificate.trusted) {
    console.log(
      "Le navigateur avertit que la connexion n’est pas privée, parce que le certificat vient d’être créé sur cette machine et n’y est pas installé : choisissez « Paramètres avancés », puis « Continuer vers localhost ».",
    );
  }
  console.log("Ctrl+C pour arrêter.");
}
