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
  /** The register was made for an import. */
  readonly madeFor: (batch: string) => void;
  /** Takes the register back with the import that it was made for, once that is undone; null for any other batch. */
  readonly undoWith: (batch: string) => Promise<Outcome | null>;
};

/** What there is to lose when the register is taken back; the Journal apart, for an undone import leaves lines in it. */
type Contents = { readonly rows: string; readonly journal: string };

export function createSetUp(excel: ExcelPort, environment: Environment, store: Store, reader: Reader): SetUp {
  let made: { readonly added: AddedParts; readonly contents: Contents } | null = null;
  let madeForBatch: string | null = null;
  const attempt = async (work: () => Promise<Outcome>): Promise<Outcome> => {
    try {
      return await work();
    } catch (error) {
      return { kind: "failed", problem: excelError(error).problem };
    }
  };
  /** The register and all cells of the sheets that were added: the user may have typed beside the tables. */
  const contentsOf = async ({ sheets }: AddedParts): Promise<Contents> => {
    const { register, positions } = store.opened() ?? {};
    const cells = await excel.sheetContents(sheets.map(({ id }) => id));
    const isJournal = sheets.map(({ name }) => name === positions?.journal?.sheet);
    return {
      rows: JSON.stringify([{ ...register, journal: null }, cells.filter((_, i) => isJournal[i] !== true)]),
      journal: JSON.stringify([register?.journal, cells.filter((_, i) => isJournal[i] === true)]),
    };
  };
  const remove = async (added: AddedParts): Promise<Outcome> => {
    await excel.removeAdded(added);
    made = null;
    await reader.open();
    return { kind: "setUpUndone" };
  };
  return {
    begin: (withExamples, onProgress) =>
      attempt(async () => {
        const added = await excel.createTables(await newRegister(withExamples, environment), onProgress);
        await reader.open();
        made = { added, contents: await contentsOf(added) };
        madeForBatch = null;
        return { kind: "setUp", added };
      }),
    undo: () =>
      attempt(async () => {
        if (made === null) return { kind: "setUpKept" };
        await reader.readAgain();
        // Whatever was typed or logged since would go with the sheets.
        const { rows, journal } = await contentsOf(made.added);
        const isSame = rows === made.contents.rows && journal === made.contents.journal;
        return isSame ? remove(made.added) : { kind: "setUpKept" };
      }),
    madeFor: (batch) => {
      madeForBatch = batch;
    },
    undoWith: async (batch) => {
      if (made === null || madeForBatch !== batch) return null;
      const { added, contents } = made;
      return attempt(async () =>
        (await contentsOf(added)).rows === contents.rows ? remove(added) : { kind: "importUndone" },
      );
    },
  };
}
