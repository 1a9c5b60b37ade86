import { Refused } from "../model/refused";
import { saveSettings } from "../model/settings";
import { keyOf, textArgument } from "../protocol/argument";
import { type ExcelObject, isExcelObject, type Json, readOnly } from "../protocol/excelObject";
import type { Session } from "../protocol/addinSession";

/** SettingCollection: what the add-in keeps in the file. */
export function settingsObject(session: Session): ExcelObject {
  const { workbook, origin } = session;
  const found = (key: string): ExcelObject | null => (workbook.settings.has(key) ? settingObject(session, key) : null);
  return {
    type: "SettingCollection",
    identity: {},
    properties: {},
    items: () => [...workbook.settings.keys()].map((key) => settingObject(session, key)),
    item: (key) => {
      const setting = found(keyOf(key));
      if (setting === null) throw new Refused("ItemNotFound", `There is no setting ${keyOf(key)}.`);
      return setting;
    },
    methods: {
      Add: (args) => {
        const key = textArgument(args, 0);
        const value = args[1];
        if (isExcelObject(value)) throw new Refused("InvalidArgument", "A setting is a plain value.");
        saveSettings(workbook, origin, new Map([...workbook.settings, [key, JSON.stringify(value ?? null)]]));
        return settingObject(session, key);
      },
      GetCount: () => workbook.settings.size,
      GetItemOrNullObject: (args) => found(textArgument(args, 0)),
    },
  };
}

function settingObject({ workbook, origin }: Session, key: string): ExcelObject {
  return {
    type: "Setting",
    identity: { _Id: key },
    properties: {
      Key: readOnly(() => key),
      Value: {
        get: () => parsed(workbook.settings.get(key)),
        set: (value) => saveSettings(workbook, origin, new Map([...workbook.settings, [key, JSON.stringify(value)]])),
      },
    },
    methods: {
      Delete: () =>
        void saveSettings(workbook, origin, new Map([...workbook.settings].filter(([name]) => name !== key))),
    },
  };
}

function parsed(text: string | undefined): Json {
  return text === undefined ? null : (JSON.parse(text) as Json);
}
