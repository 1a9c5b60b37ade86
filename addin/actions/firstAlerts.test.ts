import { readFileSync } from "node:fs";
import { expect, it, jest } from "@jest/globals";
import { catalogues } from "../../domain/i18n";
import { findLists } from "../../domain/import/findLists";
import { mappingOf } from "../../domain/import/mapping";
import { readListOverYears } from "../../domain/import/olderYears";
import { emptyRegister } from "../../domain/workbook/emptyRegister";
import { openInExcel } from "../../tests/builders/excelInNode";
import { alertsOf } from "../pane/alerts/alertsOf";
import { mostUrgent } from "../pane/alerts/mostUrgent";
import { usualAnswers, wholeList } from "../pane/import/importState";
import { createSession } from "./createSession";

jest.setTimeout(120_000);

const today = "2026-11-24";

it.each(["02-titres-et-totaux", "05-une-colonne-par-annee", "12-fait-main-fautes", "16-deux-appareils"])(
  "a list taken over as it is leaves ten alerts at most on the first screen, none of them late: %s",
  async (name) => {
    let keys = 0;
    const session = createSession(openInExcel(readFileSync(`samples/lists/${name}.xlsx`)).pane("pane A"), {
      today: () => today,
      at: () => `${today} 09:00:00`,
      who: () => null,
      newKey: (prefix) => `${prefix}-${String((keys += 1))}`,
    });
    await session.open();
    const read = await session.lists.read(() => undefined);
    if ("problem" in read) throw new Error(read.problem);
    const { sheets } = read.value;
    const lists = findLists(sheets, today);
    const [layout] = lists;
    if (layout === undefined) throw new Error("No list was found");
    const reading = readListOverYears(sheets, lists, layout, today);
    const { input } = wholeList(reading, layout, emptyRegister(""), usualAnswers(today), today);
    const work = { onProgress: () => undefined, isCancelled: () => false };
    expect(await session.lists.take(input, mappingOf(layout), work)).toMatchObject({ kind: "done" });
    const state = session.state();
    if (state.kind !== "ready") throw new Error(state.kind);
    expect(state.opened.register.contracts).toHaveLength(input.lines.length);
    const first = mostUrgent(alertsOf(state.opened, catalogues.fr)).flatMap(({ alerts }) => alerts);
    expect(first.length).toBeGreaterThan(0);
    expect(first.length).toBeLessThanOrEqual(10);
    expect(first.filter(({ overdue }) => overdue)).toEqual([]);
  },
);
