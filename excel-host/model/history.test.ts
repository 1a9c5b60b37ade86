import { describe, expect, it } from "@jest/globals";
import { addressOf } from "./address";
import { valueAt } from "./cells";
import { listen, type WorkbookEvent } from "./edit";
import { filterColumn } from "./filtering";
import { createHistory } from "./history";
import { select } from "./selection";
import { sortTable } from "./sorting";
import { addTable, insertTableRows } from "./tables";
import { createWorkbook } from "./workbook";
import { writeCells } from "./writeCells";

/** A table of towns in A1:B4, and what a person did to it since. */
function towns() {
  const workbook = createWorkbook();
  const sheet = workbook.active;
  const cells = [
    ["Ville", "Habitants"],
    ["Nantes", 323],
    ["Angers", 157],
    ["Cholet", 53],
  ];
  writeCells(workbook, "user", { sheet, row: 0, column: 0 }, cells);
  const table = addTable(workbook, "user", sheet, { row: 0, column: 0, rows: 4, columns: 2 }, { hasHeaders: true });
  const history = createHistory(workbook, "user");
  const type = (text: string, row = 1, origin = "user") =>
    writeCells(workbook, origin, { sheet, row, column: 0 }, [[text]]);
  const names = () => [1, 2, 3, 4].map((row) => valueAt(sheet, row, 0));
  const [town] = table.columns;
  if (town === undefined) throw new Error("no column");
  return { workbook, sheet, table, town, history, type, names };
}

describe("what a person did", () => {
  it("is undone step by step and done again, until something else is done", () => {
    const { history, type, names } = towns();
    history.run(() => type("Rezé"));
    history.run(() => type("Orvault"));
    expect(history.undo()).toBe(true);
    expect(names()[0]).toBe("Rezé");
    expect(history.undo()).toBe(true);
    expect(names()[0]).toBe("Nantes");
    expect(history.undo()).toBe(false);
    expect([history.redo(), history.redo(), history.redo()]).toEqual([true, true, false]);
    expect(names()[0]).toBe("Orvault");
    history.undo();
    history.run(() => type("Vertou"));
    expect(history.redo()).toBe(false);
    expect(names()[0]).toBe("Vertou");
  });

  it("comes back whole: order of the rows, size of the table, rows hidden by a filter", () => {
    const { workbook, sheet, table, town, history, names } = towns();
    history.run(() => sortTable(workbook, "user", table, [{ column: town, ascending: true }]));
    history.run(() => insertTableRows(workbook, "user", table, 1, [["Beaupréau", 23]]));
    history.run(() => filterColumn(workbook, "user", table, town, { kind: "values", values: ["Nantes"] }));
    expect(names()).toEqual(["Angers", "Beaupréau", "Cholet", "Nantes"]);
    expect([...sheet.hiddenRows].toSorted((a, b) => a - b)).toEqual([1, 2, 3]);
    history.undo();
    expect([sheet.hiddenRows.size, table.filters.size]).toEqual([0, 0]);
    history.undo();
    expect([addressOf(table.area), names()]).toEqual(["A1:B4", ["Angers", "Cholet", "Nantes", null]]);
    history.undo();
    expect(names()).toEqual(["Nantes", "Angers", "Cholet", null]);
    [1, 2, 3].forEach(() => history.redo());
    expect([addressOf(table.area), names()]).toEqual(["A1:B5", ["Angers", "Beaupréau", "Cholet", "Nantes"]]);
  });

  it("is told to add-ins again as an edit of the same cells, which must be saved", () => {
    const { workbook, sheet, history, type } = towns();
    history.run(() => type("Rezé"));
    sheet.changed.rows.clear();
    const heard: WorkbookEvent[] = [];
    listen(workbook, (event) => heard.push(event));
    history.undo();
    expect(heard.flatMap((event) => (event.kind === "cells" ? [addressOf(event.area), event.origin] : []))).toEqual([
      "A2:B2",
      "user",
    ]);
    expect([...sheet.changed.rows]).toEqual([1]);
  });

  it("is forgotten once an add-in or a colleague writes, but not when cells are only selected", () => {
    const { workbook, sheet, history, type, names } = towns();
    history.run(() => type("Rezé"));
    select(workbook, "user", sheet, { row: 3, column: 1, rows: 1, columns: 1 });
    type("Le Mans", 2, "pane");
    expect(history.undo()).toBe(false);
    expect(names().slice(0, 2)).toEqual(["Rezé", "Le Mans"]);
  });

  it("leaves no trace where Excel refused it", () => {
    const { workbook, table, history, names } = towns();
    expect(() => history.run(() => insertTableRows(workbook, "user", table, 99, [["x", 1]]))).toThrow();
    expect(history.undo()).toBe(false);
    expect(names()).toEqual(["Nantes", "Angers", "Cholet", null]);
  });
});
