import type { ImportInput } from "../../domain/actions/importRows";
import type { ListMapping } from "../../domain/import/mapping";
import type { SourceSheet } from "../../domain/import/sourceSheet";
import type { ExcelPort } from "../excel/excelPort";
import { excelError } from "../excel/excelProblem";
import type { ExcelProblem } from "../excel/excelProblem";
import { fetched } from "../excel/fetched";
import type { SheetMark } from "../excel/sheetMark";
import type { Environment } from "./environment";
import type { LongWork } from "./importList";
import type { Reader } from "./reader";
import type { Outcome } from "./session";
import type { SetUp } from "./setUp";
import type { Store } from "./store";

export type { SheetMark } from "../excel/sheetMark";
export type { LongWork } from "./importList";

/** What Excel answered, or why it did not. */
export type Answer<T> = { readonly value: T } | { readonly problem: ExcelProblem };

/** The lists of the user's own that the workbook holds, and what becomes of them. */
export type Lists = {
  /** His sheets as they are, and what he chose for the columns of an earlier list. */
  readonly read: (
    onProgress: (done: number, total: number) => void,
  ) => Promise<Answer<{ readonly sheets: readonly SourceSheet[]; readonly mapping: ListMapping }>>;
  /** Takes a list over, slice by slice; a workbook that is no register yet is made one first. */
  readonly take: (input: ImportInput, mapping: ListMapping, work: LongWork) => Promise<Outcome>;
  /** Says in a sheet that it is no longer to be filled in. */
  readonly mark: (sheet: string, note: string) => Promise<Answer<SheetMark>>;
  readonly unmark: (mark: SheetMark) => Promise<Answer<boolean>>;
  /** Selects a cell of one of his sheets; the problem for which that could not be done, or null. */
  readonly show: (sheet: string, cell: string | null) => Promise<ExcelProblem | null>;
};

type Workbook = {
  readonly excel: ExcelPort;
  readonly environment: Environment;
  readonly store: Store;
  readonly reader: Reader;
};

export function createLists(workbook: Workbook, setUp: SetUp, turn: <T>(work: () => Promise<T>) => Promise<T>): Lists {
  const { excel, store } = workbook;
  const ask = <T>(work: () => Promise<T>): Promise<Answer<T>> =>
    turn(work).then(
      (value) => ({ value }),
      (error: unknown) => ({ problem: excelError(error).problem }),
    );
  return {
    read: (onProgress) =>
      ask(async () => ({ mapping: mappingIn(await excel.keptMapping()), sheets: await excel.readSheets(onProgress) })),
    take: (input, mapping, work) =>
      turn(async () => {
        const isFirst = store.state().kind === "notARegister";
        if (isFirst) {
          const made = await setUp.begin(false, work.onProgress);
          if (made.kind !== "setUp") return made;
        }
        const outcome = await takeOver(workbook, input, work);
        // What came to nothing leaves no sheets behind.
        if (isFirst && outcome.kind !== "done") await setUp.undo();
        if (isFirst && outcome.kind === "done") setUp.madeFor(outcome.batch);
        // It is a help for the next time: an import that was written does not fail for it.
        if (outcome.kind === "done") await excel.keepMapping(JSON.stringify(mapping)).catch(() => undefined);
        return outcome;
      }),
    mark: (sheet, note) => ask(() => excel.markSheet(sheet, note)),
    unmark: (mark) => ask(() => excel.unmarkSheet(mark)),
    show: async (sheet, cell) => {
      const answer = await ask(() => excel.goTo({ sheet, cell }));
      return "problem" in answer ? answer.problem : null;
    },
  };
}

async function takeOver(workbook: Workbook, input: ImportInput, work: LongWork): Promise<Outcome> {
  try {
    const { importList } = await fetched(import("./importList"));
    return await importList(workbook, input, work);
  } catch (error) {
    return { kind: "failed", problem: excelError(error).problem };
  }
}

function mappingIn(text: string | null): ListMapping {
  try {
    const kept: unknown = JSON.parse(text ?? "{}");
    return typeof kept === "object" && kept !== null ? (kept as ListMapping) : {};
  } catch {
    return {};
  }
}
