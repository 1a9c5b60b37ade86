import { protectSheet, unprotectSheet } from "../model/protection";
import type { Sheet } from "../model/workbook";
import { optionalText, recordArgument } from "../protocol/argument";
import { type ExcelObject, readOnly } from "../protocol/excelObject";
import type { Session } from "../protocol/addinSession";

export function worksheetProtectionObject({ workbook, origin }: Session, sheet: Sheet): ExcelObject {
  return {
    type: "WorksheetProtection",
    identity: {},
    properties: {
      Protected: readOnly(() => sheet.protection !== null),
      Options: readOnly(() => sheet.protection?.options ?? null),
    },
    methods: {
      Protect: (args) => {
        const options = Object.entries(recordArgument(args, 0)).flatMap(([name, allowed]) =>
          typeof allowed === "boolean" ? [[name, allowed] as const] : [],
        );
        protectSheet(workbook, origin, sheet, {
          password: optionalText(args, 1),
          options: Object.fromEntries(options),
        });
        return undefined;
      },
      Unprotect: (args) => void unprotectSheet(workbook, origin, sheet, optionalText(args, 0)),
    },
  };
}
