import { describe, expect, it } from "@jest/globals";
import { silentPane } from "../../tests/builders/silentPane";
import { shiftCells } from "../model/shiftCells";
import { createWorkbook } from "../model/workbook";
import { writeCells } from "../model/writeCells";
import { type BatchRequest, runBatch } from "./batch";
import { createSession } from "./session";

/** Paths 1 to 4: the workbook, its sheets, the sheet Feuil1, and cells of it. */
const paths = (address: string): BatchRequest["ObjectPaths"] => ({
  1: { Id: 1, ObjectPathType: 1 },
  2: { Id: 2, ObjectPathType: 4, ParentObjectPathId: 1, Name: "Worksheets" },
  3: { Id: 3, ObjectPathType: 5, ParentObjectPathId: 2, ArgumentInfo: { Arguments: ["Feuil1"] } },
  4: { Id: 4, ObjectPathType: 3, ParentObjectPathId: 3, Name: "GetRange", ArgumentInfo: { Arguments: [address] } },
});
const instantiate = { Id: 10, ActionType: 1, ObjectPathId: 4 };
const set = (name: string, value: never[][] | string) => ({
  Id: 11,
  ActionType: 4,
  ObjectPathId: 4,
  Name: name,
  ArgumentInfo: { Arguments: [value] },
});
const load = (...names: string[]) => ({ Id: 12, ActionType: 2, ObjectPathId: 4, QueryInfo: { Select: names } });

function excel() {
  const workbook = createWorkbook();
  const session = createSession(workbook, "pane", silentPane);
  const run = (address: string, ...actions: BatchRequest["Actions"][number][]) =>
    runBatch(session, { AutoKeepReference: true, Actions: actions, ObjectPaths: paths(address) });
  return { workbook, session, run };
}

describe("a batch", () => {
  it("writes and reads cells in Pascal case", () => {
    const { run } = excel();
    expect(run("A1:B1", set("Values", [["=1", "a"]] as never[][]), load("formulas", "address"))).toMatchObject({
      Results: [
        { ActionId: 11, Value: null },
        { ActionId: 12, Value: { Formulas: [["=1", "a"]], Address: "Feuil1!A1:B1" } },
      ],
    });
  });

  it("stops at the first refusal, says which, and keeps what was done", () => {
    const { run, workbook } = excel();
    const answer = run(
      "A1:B1",
      set("Values", [["x", "y"]] as never[][]),
      set("Values", [["x"]] as never[][]),
      load("values"),
    );
    expect(answer.Results).toHaveLength(1);
    expect(answer.Error).toMatchObject({ Code: "InvalidArgument", ActionIndex: 1, Location: "Range.values" });
    expect(workbook.active.rows.get(0)?.values).toEqual(["x", "y"]);
  });

  it("rejects an unknown member by its name", () => {
    const { run } = excel();
    expect(run("A1", load("sparkle")).Error).toMatchObject({
      Code: "ApiNotFound",
      Message: "The emulated Excel has no Range.sparkle.",
    });
    expect(run("A1", set("Address", "B2")).Error).toMatchObject({ Code: "AccessDenied" });
  });

  it("keeps a range under its reference, which follows its cells", () => {
    const { run, session, workbook } = excel();
    writeCells(workbook, "user", { sheet: workbook.active, row: 4, column: 0 }, [["ici"]]);
    expect(run("A5", instantiate).Results).toEqual([{ ActionId: 10, Value: { _ReferenceId: "r1" } }]);
    shiftCells(workbook, "coauthor", workbook.active, { row: 0, column: 0, rows: 2, columns: 16_384 }, "down");
    const later = { 4: { Id: 4, ObjectPathType: 6, Name: "r1" } };
    expect(runBatch(session, { Actions: [load("address", "values")], ObjectPaths: later }).Results).toMatchObject([
      { Value: { Address: "Feuil1!A7", Values: [["ici"]] } },
    ]);
  });

  it("answers null for what does not exist, and for all that belongs to it", () => {
    const { session } = excel();
    const nothing = {
      1: { Id: 1, ObjectPathType: 1 },
      2: { Id: 2, ObjectPathType: 4, ParentObjectPathId: 1, Name: "Tables" },
      3: {
        Id: 3,
        ObjectPathType: 3,
        ParentObjectPathId: 2,
        Name: "GetItemOrNullObject",
        ArgumentInfo: { Arguments: ["T"] },
      },
      4: { Id: 4, ObjectPathType: 3, ParentObjectPathId: 3, Name: "GetRange", ArgumentInfo: { Arguments: [] } },
    };
    const keep = { Id: 14, ActionType: 3, ObjectPathId: 4, Name: "_KeepReference" };
    const actions = [instantiate, load("values"), { Id: 13, ActionType: 5 }, keep];
    expect(runBatch(session, { Actions: actions, ObjectPaths: nothing })).toEqual({
      Results: [
        { ActionId: 10, Value: null },
        { ActionId: 12, Value: null },
        { ActionId: 13, Value: null },
        { ActionId: 14, Value: null },
      ],
      TraceIds: [13],
    });
  });
});
