import { accessSync, constants } from "node:fs";
import { delimiter, join } from "node:path";
import { describe, it } from "@jest/globals";

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
 * A `describe` whose tests need a program that not every machine has; it receives the program's path. Without the
 * program its tests are skipped, and say so; where CI is set they fail, since nobody would read that they were skipped.
 */
export function describeIf(tool: () => string | null, name: string, tests: (program: string) => void): void {
  const program = tool();
  if (program !== null) {
    describe(name, () => tests(program));
    return;
  }
  const reason = `needs ${tool.name}, which is not installed here`;
  describe(name, () => {
    if (process.env.CI === undefined) it.skip(reason, () => undefined);
    else {
      it(reason, () => {
        throw new Error(`${tool.name} must be installed where CI is set`);
      });
    }
  });
}

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
