import { type Area, intersection } from "../model/area";
import { Refused } from "../model/refused";
import {
  addConditionalFormat,
  changeConditionalFormat,
  clearConditionalFormats,
  removeConditionalFormat,
} from "../model/rules";
import type { ConditionalFormat, Sheet } from "../model/workbook";
import { booleanOf, choice, numberArgument, textArgument, textOf } from "../protocol/argument";
import { type ExcelObject, type Json, readOnly } from "../protocol/excelObject";
import type { Session } from "../protocol/addinSession";
import { colorOf } from "./colour";

/** The conditional formats that reach into a range. Only those by formula ("Custom") can be made here. */
export function conditionalFormatsObject(session: Session, sheet: Sheet, area: Area): ExcelObject {
  const { workbook, origin } = session;
  const formats = (): readonly ConditionalFormat[] =>
    sheet.conditionalFormats.filter(({ areas }) => areas.some((covered) => intersection(covered, area) !== null));
  const give = (format: ConditionalFormat | undefined): ExcelObject => {
    if (format === undefined) throw new Refused("ItemNotFound", "There is no such conditional format.");
    return conditionalFormatObject(session, sheet, format);
  };
  return {
    type: "ConditionalFormatCollection",
    identity: {},
    properties: {},
    items: () => formats().map(give),
    item: (key) => give(formats().find(({ id }) => id === key)),
    methods: {
      Add: (args) => {
        const type = textArgument(args, 0);
        if (type !== "Custom")
          throw new Refused("NotImplemented", `The emulated Excel has no conditional format ${type}.`);
        return give(addConditionalFormat(workbook, origin, sheet, area));
      },
      ClearAll: () => void clearConditionalFormats(workbook, origin, sheet, area),
      GetCount: () => formats().length,
      GetItemAt: (args) => give(formats()[numberArgument(args, 0)]),
    },
  };
}

function conditionalFormatObject(session: Session, sheet: Sheet, format: ConditionalFormat): ExcelObject {
  const { workbook, origin } = session;
  const change = (changes: Partial<ConditionalFormat>): void =>
    changeConditionalFormat(workbook, origin, sheet, format, changes);
  const custom = (): ExcelObject | null => (format.type === "expression" ? customObject(format, change) : null);
  return {
    type: "ConditionalFormat",
    identity: { Id: format.id },
    properties: {
      Id: readOnly(() => format.id),
      Type: readOnly(() => (format.type === "expression" ? "Custom" : format.type)),
      Priority: readOnly(() => format.priority - 1),
      StopIfTrue: { get: () => format.stopIfTrue, set: (value) => change({ stopIfTrue: booleanOf(value) }) },
    },
    children: { Custom: () => custom() ?? refuseOther(), CustomOrNullObject: custom },
    methods: {
      Delete: () => void removeConditionalFormat(workbook, origin, sheet, format),
      GetRange: () => {
        const [area] = format.areas;
        if (area === undefined) throw new Refused("ItemNotFound", "The conditional format has no range.");
        return session.make.range(session, sheet, area);
      },
    },
  };
}

function refuseOther(): never {
  throw new Refused("InvalidArgument", "The conditional format is not one by formula.");
}

type Change = (changes: Partial<ConditionalFormat>) => void;

function customObject(format: ConditionalFormat, change: Change): ExcelObject {
  const inner = (type: string, properties: ExcelObject["properties"]): ExcelObject => ({
    type,
    identity: {},
    properties,
  });
  const formula = {
    get: (): Json => `=${format.formula}`,
    set: (value: Json): void => change({ formula: textOf(value).replace(/^=/, "") }),
  };
  return {
    ...inner("CustomConditionalFormat", {}),
    children: {
      Rule: () => inner("ConditionalFormatRule", { Formula: formula }),
      Format: () => ({
        ...inner("ConditionalRangeFormat", {}),
        children: {
          Borders: () => ({
            ...inner("ConditionalRangeBorderCollection", {}),
            items: () => [bottomBorder(format, change)],
            item: (key) => {
              if (key !== "EdgeBottom")
                throw new Refused("NotImplemented", "The emulated Excel draws a conditional line below cells only.");
              return bottomBorder(format, change);
            },
          }),
          Fill: () =>
            inner("ConditionalRangeFill", {
              Color: { get: () => format.fill ?? "", set: (value) => change({ fill: colorOf(value) }) },
            }),
          Font: () =>
            inner("ConditionalRangeFont", {
              Color: { get: () => format.color ?? "", set: (value) => change({ color: colorOf(value) }) },
              Bold: { get: () => format.bold, set: (value) => change({ bold: booleanOf(value) }) },
              Strikethrough: {
                get: () => format.strikethrough,
                set: (value) => change({ strikethrough: booleanOf(value) }),
              },
            }),
        },
      }),
    },
  };
}

function bottomBorder(format: ConditionalFormat, change: Change): ExcelObject {
  return {
    type: "ConditionalRangeBorder",
    identity: {},
    properties: {
      SideIndex: readOnly(() => "EdgeBottom"),
      Style: {
        get: () => (format.line === null ? "None" : "Continuous"),
        set: (value) => {
          const isNone = choice(value, ["None", "Continuous"]) === "None";
          change({ line: isNone ? null : (format.line ?? "#000000") });
        },
      },
      Color: { get: () => format.line ?? "#000000", set: (value) => change({ line: colorOf(value) }) },
    },
  };
}
