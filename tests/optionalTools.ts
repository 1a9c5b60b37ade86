import { describe, it } from "@jest/globals";

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
