import type { ExcelPort } from "../excel/excelPort";
import { excelError } from "../excel/excelProblem";
import { fetched } from "../excel/fetched";
import type { Environment } from "./environment";
import { goToPlace } from "./goToPlace";
import { inTurn } from "./inTurn";
import { lastUndoable } from "./lastUndoable";
import { createLists } from "./lists";
import { perform } from "./perform";
import { createReader } from "./reader";
import type { RoundMaker } from "./roundMaker";
import { selectedContract } from "./selectedContract";
import type { Session } from "./session";
import { createSetUp, roundBatch, setUpBatch } from "./setUp";
import { createStore } from "./store";

/** How long others are left to finish what they type before their changes are read. */
const REST_MS = 1_000;

/** The session of one pane on the workbook. Whatever reads or writes waits for its turn. */
export function createSession(excel: ExcelPort, environment: Environment): Session {
  const store = createStore();
  const turn = inTurn();
  let resting: ReturnType<typeof setTimeout> | undefined;

  const readSelection = async (): Promise<string | null> => {
    const opened = store.opened();
    if (opened === null) return null;
    // Excel is left open over night.
    if (opened.plan.today !== environment.today()) void turn(reader.catchUp).catch(() => undefined);
    const row = await excel.readSelectedRow().catch(() => null);
    const state = store.state();
    if (state.kind !== "ready") return null;
    const selected = selectedContract(row, state.opened.register);
    if (selected !== state.selected) store.set({ ...state, selected });
    return selected;
  };

  const onChange = (sheetId: string) => {
    reader.noteChange(sheetId);
    clearTimeout(resting);
    // What cannot be read now is read before the next action.
    resting = setTimeout(() => void turn(reader.catchUp).catch(() => reader.noteChange(sheetId)), REST_MS);
  };

  const reader = createReader(excel, environment.today, store, { onSelection: () => void readSelection(), onChange });
  const workbook = { excel, environment, store, reader };
  const setUp = createSetUp(excel, environment, store, reader);

  let round: RoundMaker | null = null;
  /** Few days begin with a round: its code is fetched when one is made. */
  const roundMaker = async () => {
    const { createRoundMaker } = await fetched(import("./roundMaker"));
    return (round ??= createRoundMaker(excel, store));
  };

  return {
    today: environment.today,
    state: store.state,
    subscribe: store.subscribe,
    open: () => turn(reader.open),
    setUp: (withExamples, onProgress = () => undefined) => turn(() => setUp.begin(withExamples, onProgress)),
    makeRound: (month) =>
      turn(async () => {
        try {
          await reader.catchUp();
          return await (await roundMaker()).make(month, environment.today());
        } catch (error) {
          return { kind: "failed", problem: excelError(error).problem };
        }
      }),
    perform: (action, input) => turn(() => perform(workbook, action, input)),
    lists: createLists(workbook, setUp, turn),
    undo: (batch, onProgress = () => undefined) =>
      turn(async () => {
        if (batch === setUpBatch) return setUp.undo();
        if (batch === roundBatch) return round === null ? { kind: "sheetKept" } : round.undo();
        const isImport = store
          .opened()
          ?.register.journal.some((line) => line.batch === batch && line.action === "importRows");
        if (isImport === true) {
          const { undoImport } = await fetched(import("./importList"));
          const outcome = await undoImport(workbook, batch, onProgress);
          return outcome.kind === "done" ? ((await setUp.undoWith(batch)) ?? outcome) : outcome;
        }
        const { undoInPane } = await fetched(import("./undoInPane"));
        return perform(workbook, undoInPane, batch);
      }),
    lastBatch: () => {
      const opened = store.opened();
      return opened === null ? null : lastUndoable(opened.register);
    },
    readSelection,
    goTo: (place) =>
      turn(() => goToPlace(place, excel, store, reader)).then(
        () => null,
        (error: unknown) => excelError(error).problem,
      ),
  };
}
