import { Refused } from "../model/refused";
import { textOf } from "../protocol/argument";
import { type ExcelObject, isExcelObject, type Json } from "../protocol/excelObject";
import type { Session } from "../protocol/addinSession";

/** Objects that office.js makes by name rather than from the workbook. */
export function serviceObject(session: Session, name: string): ExcelObject {
  const methods = services(session)[name];
  if (methods === undefined) throw new Refused("ApiNotFound", `The emulated Excel has no ${name}.`);
  return { type: name, identity: {}, properties: {}, methods };
}

type Methods = NonNullable<ExcelObject["methods"]>;

function services({ pane }: Session): Readonly<Record<string, Methods>> {
  return {
    "Microsoft.InternalService.AddinInternalService": { NotifyActionHandlerReady: () => null },
    "Microsoft.AppRuntime.AppRuntimeService": {
      ShowAsTaskpane: () => void pane.show(),
      Hide: () => void pane.hide(),
      SetAppRuntimeState: ([state]) => void (state === "Visible" ? pane.show() : pane.hide()),
      GetAppRuntimeState: () => "Visible",
    },
    "Microsoft.AppRuntime.AppRuntimePersistenceService": {
      SetAppRuntimeStartState: ([behavior]) => void pane.setStartup(wordOf(behavior)),
      GetAppRuntimeStartState: () => pane.startup(),
    },
    "Microsoft.DynamicRibbon.DynamicRibbon": {
      ExecuteRequestUpdate: ([update]) => void pane.updateRibbon(wordOf(update)),
    },
  };
}

function wordOf(value: ExcelObject | Json | undefined): string {
  if (value === undefined || isExcelObject(value)) throw new Refused("InvalidArgument", "A text was expected.");
  return textOf(value);
}
