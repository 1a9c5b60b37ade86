import { execFileSync } from "node:child_process";
import { accessSync, constants, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { basename, delimiter, extname, join } from "node:path";
import { pathToFileURL } from "node:url";

/** Where LibreOffice can be started, or null where it is not installed. SOFFICE names another place. */
export function libreOffice(): string | null {
  const named = process.env.SOFFICE;
  const usual = {
    darwin: ["/Applications/LibreOffice.app/Contents/MacOS/soffice"],
    win32: [process.env.ProgramFiles, process.env["ProgramFiles(x86)"]].map((folder) =>
      join(folder ?? "C:\\", "LibreOffice", "program", "soffice.exe"),
    ),
  };
  const places = process.platform === "darwin" || process.platform === "win32" ? usual[process.platform] : [];
  return (
    [...(named === undefined ? [] : [named]), ...onPath("soffice"), ...onPath("libreoffice"), ...places].find(canRun) ??
    null
  );
}

/**
 * The file as LibreOffice writes it back in another format, with a profile of its own in the folder. Formulas are
 * recalculated, always or never: by itself LibreOffice keeps the results that it finds.
 */
export function converted(program: string, folder: string, file: string, options: Conversion): Uint8Array {
  const [bytes] = allConverted(program, folder, [file], options);
  if (bytes === undefined) throw new Error("Nothing was converted");
  return bytes;
}

type Conversion = { readonly to: string; readonly recalculate: boolean };

/** The same for several files, in one run of LibreOffice. */
export function allConverted(
  program: string,
  folder: string,
  files: readonly string[],
  options: Conversion,
): readonly Uint8Array[] {
  const profile = join(folder, `profile-${options.recalculate ? "always" : "never"}`);
  mkdirSync(join(profile, "user"), { recursive: true });
  writeFileSync(join(profile, "user", "registrymodifications.xcu"), recalculationMode(options.recalculate ? 0 : 1));
  const out = join(folder, "converted");
  const setUp = [`-env:UserInstallation=${pathToFileURL(profile).href}`, "--headless", "--norestore"];
  execFileSync(program, [...setUp, "--convert-to", options.to, "--outdir", out, ...files], {
    stdio: "ignore",
    timeout: 600_000 + 10_000 * files.length,
  });
  return files.map((file) => readFileSync(join(out, `${basename(file, extname(file))}.${options.to}`)));
}

const recalculationMode = (mode: 0 | 1) => `<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>${String(mode)}</value></prop></item>
</oor:items>`;

function onPath(program: string): readonly string[] {
  return (process.env.PATH ?? "").split(delimiter).map((folder) => join(folder, program));
}

function canRun(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
