import { readFileSync } from "node:fs";
import { describe, expect, it } from "@jest/globals";
import ts from "typescript";
import { silentPane } from "../../tests/builders/silentPane";
import { addChart } from "../model/charts";
import { addName } from "../model/names";
import { addConditionalFormat } from "../model/rules";
import { addTable } from "../model/tables";
import { saveSettings } from "../model/settings";
import { createWorkbook } from "../model/workbook";
import { writeCells } from "../model/writeCells";
import { type BatchError, type BatchRequest, runBatch } from "../protocol/batch";
import type { ExcelObject } from "../protocol/excelObject";
import { createSession } from "../protocol/session";
import { workbookObject } from "./workbook";

type Member = { readonly name: string; readonly kind: "property" | "method" };
type Path = BatchRequest["ObjectPaths"][string];

/** What office.js does by itself, without asking Excel. */
const ownMembers = new Set(["load", "toJSON", "set", "track", "untrack", "context", "isNullObject", "items"]);

/** Worksheet.showGridlines travels under this name. */
const otherNames = ["gridlines"];

/** The members of every class of Excel's API, as Microsoft's typings list them; events are wanted by methods of their own. */
function membersInTypings(): ReadonlyMap<string, readonly Member[]> {
  const text = readFileSync(require.resolve("@types/office-js/index.d.ts"), "utf8");
  const classes = new Map<string, readonly Member[]>();
  const membersOf = ({ members }: ts.ClassDeclaration): readonly Member[] => {
    const found = members.flatMap((member): Member[] => {
      if (member.name === undefined || !ts.isIdentifier(member.name)) return [];
      const name = member.name.text;
      if (ownMembers.has(name) || /^on[A-Z]/.test(name)) return [];
      return [{ name, kind: ts.isMethodDeclaration(member) ? "method" : "property" }];
    });
    return [...new Map(found.map((member) => [member.name, member])).values()];
  };
  const visit = (node: ts.Node): void => {
    if (ts.isModuleDeclaration(node) && node.name.text === "Excel" && node.body !== undefined) {
      ts.forEachChild(node.body, (child) => {
        if (ts.isClassDeclaration(child) && child.name !== undefined) classes.set(child.name.text, membersOf(child));
      });
    }
  };
  ts.forEachChild(ts.createSourceFile("office.d.ts", text, ts.ScriptTarget.Latest), visit);
  return classes;
}

/** A workbook that holds one of everything that this host knows. */
function excel() {
  const workbook = createWorkbook();
  const sheet = workbook.active;
  const area = { row: 0, column: 0, rows: 2, columns: 2 };
  writeCells(workbook, "user", { sheet, row: 0, column: 0 }, [
    ["Ville", "Code"],
    ["Nantes", 44],
  ]);
  addTable(workbook, "user", sheet, area, { hasHeaders: true });
  addConditionalFormat(workbook, "user", sheet, { row: 0, column: 0, rows: 1, columns: 1 });
  addChart(workbook, "user", sheet, { kind: "ColumnClustered", sheet, area, titled: true, named: true });
  addName(workbook, "user", { name: "Ici", formula: "Feuil1!$A$1", visible: true, sheet });
  saveSettings(workbook, "user", new Map([["langue", '"fr"']]));
  return { workbook, session: createSession(workbook, "pane", silentPane) };
}

/** Every kind of object that leads from the workbook, with the way office.js would name it. */
function everyKind(): ReadonlyMap<string, { readonly object: ExcelObject; readonly way: readonly Path[] }> {
  const { session } = excel();
  const found = new Map<string, { readonly object: ExcelObject; readonly way: readonly Path[] }>();
  const visit = (object: ExcelObject, way: readonly Path[]): void => {
    // Of two collections of a kind one may be empty.
    if (found.has(object.type) && object.items === undefined) return;
    if (!found.has(object.type)) found.set(object.type, { object, way });
    const step = (ObjectPathType: number, Name: string, args: readonly (string | number)[] = []): readonly Path[] => {
      const ArgumentInfo = { Arguments: args };
      return [...way, { Id: way.length + 1, ObjectPathType, ParentObjectPathId: way.length, Name, ArgumentInfo }];
    };
    for (const [name, child] of Object.entries(object.children ?? {})) {
      const made = child();
      if (made !== null) visit(made, step(4, name));
    }
    const [item] = object.items?.() ?? [];
    const key = item?.identity.Id ?? item?.properties.Name?.get() ?? item?.properties.Key?.get();
    if (item !== undefined && (typeof key === "string" || typeof key === "number")) visit(item, step(5, "", [key]));
    if (item !== undefined && key === undefined && object.methods?.GetItemAt !== undefined) {
      visit(item, step(3, "GetItemAt", [0]));
    }
    const range = object.methods?.GetActiveCell;
    if (range !== undefined)
      visit(
        session.make.range(session, session.workbook.active, session.workbook.active.selection),
        step(3, "GetActiveCell"),
      );
  };
  visit(workbookObject(session), [{ Id: 1, ObjectPathType: 1 }]);
  return found;
}

/** What Excel answers to a member that is asked of an object on a fresh workbook; null where it refuses nothing. */
function refusalOf(way: readonly Path[], { name, kind }: Member): BatchError | null {
  const ObjectPaths = Object.fromEntries(way.map((path) => [String(path.Id), path]));
  const Pascal = name.charAt(0).toUpperCase() + name.slice(1);
  const asked =
    kind === "property"
      ? { Id: 1, ActionType: 2, ObjectPathId: way.length, QueryInfo: { Select: [name] } }
      : { Id: 1, ActionType: 3, ObjectPathId: way.length, Name: Pascal, ArgumentInfo: { Arguments: [] } };
  return runBatch(excel().session, { Actions: [asked], ObjectPaths }).Error ?? null;
}

const typings = membersInTypings();
const kinds = everyKind();
const known = [...kinds].flatMap(([type, { object, way }]) => {
  const members = typings.get(type);
  return members === undefined ? [] : [{ type, object, way, members }];
});

describe("every member of Excel's API on the objects of this host", () => {
  it("is asked of all of them", () => {
    expect(known.map(({ type }) => type)).toEqual(
      expect.arrayContaining([
        "Workbook",
        "Worksheet",
        "Range",
        "RangeFormat",
        "Table",
        "TableColumn",
        "TableRow",
        "NamedItem",
      ]),
    );
    expect(known.flatMap(({ members }) => members).length).toBeGreaterThan(300);
  });

  it.each(known)("is there or is rejected by its name: $type", ({ way, members }) => {
    const nameless = members.flatMap((member) => {
      const refusal = refusalOf(way, member);
      // What a collection lacks is looked for in its items, as a load does.
      const isSaid = refusal?.Code !== "ApiNotFound" || refusal.Message.includes(`.${member.name}.`);
      return refusal?.Code === "GeneralException" || !isSaid ? [refusal] : [];
    });
    expect(nameless).toEqual([]);
  });

  it.each(known)("is Excel's own where this host declares one: $type", ({ object, members }) => {
    const inExcel = new Set([...members.map(({ name }) => name.toLowerCase()), ...otherNames]);
    const declared = [object.properties, object.children ?? {}, object.methods ?? {}].flatMap(Object.keys);
    expect(declared.filter((name) => !name.startsWith("_") && !inExcel.has(name.toLowerCase()))).toEqual([]);
  });
});
