import { addressOf, quotedSheet } from "../model/address";
import { addName, namedArea, redefineName, removeName } from "../model/names";
import { Refused } from "../model/refused";
import { type DefinedName, sameName, type Sheet } from "../model/workbook";
import { keyOf, numberOf, textArgument, textOf } from "../protocol/argument";
import { type Argument, type ExcelObject, isExcelObject, type Json, readOnly } from "../protocol/excelObject";
import type { Session } from "../protocol/addinSession";

/** NamedItemCollection of the workbook (`sheet` null) or of a sheet. */
export function namesObject(session: Session, sheet: Sheet | null): ExcelObject {
  const { workbook } = session;
  const names = (): readonly DefinedName[] => workbook.names.filter((name) => name.sheet === sheet);
  const found = (key: Json): DefinedName | undefined => names().find(({ name }) => sameName(name, keyOf(key)));
  return {
    type: "NamedItemCollection",
    identity: {},
    properties: {},
    items: () => names().map((name) => nameObject(session, name)),
    item: (key) => {
      const name = found(key);
      if (name === undefined) throw new Refused("ItemNotFound", `There is no name ${keyOf(key)}.`);
      return nameObject(session, name);
    },
    methods: {
      Add: (args) => nameObject(session, added(session, sheet, args)),
      GetCount: () => names().length,
      GetItemOrNullObject: (args) => {
        const name = found(textArgument(args, 0));
        return name === undefined ? null : nameObject(session, name);
      },
    },
  };
}

function added({ workbook, origin }: Session, sheet: Sheet | null, args: readonly Argument[]): DefinedName {
  const name = { name: textArgument(args, 0), formula: referenceOf(args[1]), visible: true, sheet };
  addName(workbook, origin, name);
  return name;
}

/** A range gives its address with $; a text starts with "=", or is a constant. */
function referenceOf(reference: Argument | undefined): string {
  if (isExcelObject(reference)) {
    const address = textOf(reference.properties.Address?.get() ?? null);
    const at = address.lastIndexOf("!") + 1;
    return address.slice(0, at) + address.slice(at).replace(/([A-Z]+|\d+)/g, "$$$1");
  }
  if (typeof reference === "string")
    return reference.startsWith("=") ? reference.slice(1) : `"${reference.replaceAll('"', '""')}"`;
  return String(numberOf(reference ?? null));
}

function nameObject(session: Session, name: DefinedName): ExcelObject {
  const { workbook, origin } = session;
  const place = () => namedArea(workbook, name);
  const range = (): ExcelObject | null => {
    const found = place();
    return found === null ? null : session.make.range(session, found.sheet, found.area);
  };
  return {
    type: "NamedItem",
    identity: { _Id: name.name },
    properties: {
      Name: readOnly(() => name.name),
      Type: readOnly(() => (place() === null ? "String" : "Range")),
      Visible: readOnly(() => name.visible),
      Scope: readOnly(() => (name.sheet === null ? "Workbook" : "Worksheet")),
      Formula: {
        get: () => `=${name.formula}`,
        set: (value) => redefineName(workbook, origin, name, textOf(value).replace(/^=/, "")),
      },
      Value: readOnly(() => valueJson(place(), name)),
    },
    children: {
      Worksheet: () => {
        if (name.sheet === null)
          throw new Refused("ItemNotFound", `The name ${name.name} belongs to the whole workbook.`);
        return session.make.worksheet(session, name.sheet);
      },
    },
    methods: {
      Delete: () => void removeName(workbook, origin, name),
      GetRange: () => {
        const found = range();
        if (found === null) throw new Refused("InvalidReference", `The name ${name.name} stands for no cells.`);
        return found;
      },
      GetRangeOrNullObject: range,
    },
  };
}

/** A name for cells gives their address, another its constant. */
function valueJson(place: ReturnType<typeof namedArea>, { formula }: DefinedName): Json {
  if (place === null) return formula;
  return `${quotedSheet(place.sheet.name)}!${addressOf(place.area)}`;
}
