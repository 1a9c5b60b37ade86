import { describe, expect, it } from "@jest/globals";
import { blankFile } from "../../tests/builders/blankFile";
import { silentPane } from "../../tests/builders/silentPane";
import type { Area } from "../model/area";
import { styleIndexAt } from "../model/cells";
import { listen } from "../model/edit";
import { styleAt } from "../model/style";
import { formatCells } from "../model/writeCells";
import { createSession } from "../protocol/session";
import { loadWorkbook } from "../xlsx/loadWorkbook";
import { rangeBordersObject } from "./rangeBorders";

const area = { row: 1, column: 1, rows: 2, columns: 3 };

/** A range in which an add-in draws lines, and what its cells then look like. */
function drawnOn(range: Area) {
  const { workbook } = loadWorkbook(blankFile());
  const sheet = workbook.active;
  const told: string[] = [];
  listen(workbook, ({ kind }) => told.push(kind));
  const borders = rangeBordersObject(createSession(workbook, "pane", silentPane), sheet, range);
  return {
    workbook,
    sheet,
    told,
    draw: (edge: string, color: string) => borders.item?.(edge).properties["Color"]?.set?.(color),
    styleOf: (row: number, column: number) => styleAt(workbook.styles, styleIndexAt(sheet, row, column)),
  };
}

describe("the lines of a range", () => {
  it("are drawn at once on the cells of its edge, whose other lines and looks stay", () => {
    const { workbook, sheet, told, draw, styleOf } = drawnOn(area);
    formatCells(workbook, "user", sheet, { ...area, columns: 1 }, { bold: true });
    draw("EdgeLeft", "#111111");
    told.length = 0;
    draw("EdgeBottom", "#CC0000");
    expect(told).toEqual(["formats"]);
    const red = { kind: "thin", color: "#CC0000" };
    expect(styleOf(2, 1)).toMatchObject({
      bold: true,
      borders: { bottom: red, left: { color: "#111111" }, top: null },
    });
    expect(styleOf(2, 3)).toMatchObject({ bold: false, borders: { bottom: red, left: null } });
    expect(styleOf(1, 2).borders).toBeNull();
  });

  it("are none inside of a single row", () => {
    const { told, draw } = drawnOn({ ...area, rows: 1 });
    draw("InsideHorizontal", "#CC0000");
    expect(told).toEqual([]);
    draw("InsideVertical", "#CC0000");
    expect(told).toEqual(["formats"]);
  });
});
