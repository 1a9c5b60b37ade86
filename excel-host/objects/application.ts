import { recalculate } from "../model/sheets";
import { type ExcelObject, readOnly } from "../protocol/excelObject";
import type { Session } from "../protocol/addinSession";

export function applicationObject({ workbook, origin }: Session): ExcelObject {
  return {
    type: "Application",
    identity: {},
    properties: {
      CalculationMode: readOnly(() => "Automatic"),
      DecimalSeparator: readOnly(() => (workbook.locale.startsWith("fr") ? "," : ".")),
      ThousandsSeparator: readOnly(() => (workbook.locale.startsWith("fr") ? "\u202f" : ",")),
      UseSystemSeparators: readOnly(() => true),
    },
    children: {
      CultureInfo: () => ({
        type: "CultureInfo",
        identity: {},
        properties: { Name: readOnly(() => workbook.locale) },
      }),
    },
    methods: {
      Calculate: () => void recalculate(workbook, origin),
      // Both only spare the screen until the batch is over, as this host does anyway.
      SuspendApiCalculationUntilNextSync: () => undefined,
      SuspendScreenUpdatingUntilNextSync: () => undefined,
    },
  };
}
