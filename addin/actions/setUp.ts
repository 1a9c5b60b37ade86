import type { AddedParts } from "../excel/createTables";
import { excelError } from "../excel/excelProblem";
import type { ExcelPort } from "../excel/excelPort";
import type { Environment } from "./environment";
import { newRegister } from "./newRegister";
import type { Reader } from "./reader";
import type { Outcome } from "./session";
import type { Store } from "./store";

/** By this name the making of the register is taken back: it is no batch of the Journal, which it makes. */
export const setUpBatch = "~setUp";

/** By this name the sheet of the round is taken back. */
export const roundBatch = "~round";

/** Makes the workbook a whole register, and takes that back as long as nothing else has happened in it. */
export type SetUp = {
  readonly begin: (withExamples: boolean, onProgress: (done: number, total: number) => void) => Promise<Outcome>;
  readonly undo: () => Promise<Outcome>;
};

export function createSetUp(excel: ExcelPort, environment: Environment, store: Store, reader: Reader): SetUp {
  let made: { readonly added: AddedParts; readonly contents: string } | null = null;
  const attempt = async (work: () => Promise<Outcome>): Promise<Outcome> => {
    try {
      return await work();
    } catch (error) {
      return { kind: "failed", problem: excelError(error).problem };
    }
  };
  /** The register and all cells of the sheets that were added: the user may have typed beside the tables. */
  const contentsOf = async ({ sheets }: AddedParts) =>
    JSON.stringify([store.opened()?.register, await excel.sheetContents(sheets.map(({ id }) => id))]);
  return {
    begin: (withExamples, onProgress) =>
      attempt(async () => {
        const added = await excel.createTables(await newRegister(withExamples, environment), onProgress);
        await reader.open();
        made = { added, contents: await contentsOf(added) };
        return { kind: "setUp", added };
      }),
    undo: () =>
      attempt(async () => {
        if (made === null) return { kind: "setUpKept" };
        await reader.readAgain();
        // Whatever was typed or logged since would go with the sheets.
        if ((await contentsOf(made.added)) !== made.contents) return { kind: "setUpKept" };
        await excel.removeAdded(made.added);
        made = null;
        await reader.open();
        return { kind: "setUpUndone" };
      }),
  };
}
