import { saveSettings } from "../model/settings";
import { type Fields, fieldsOf } from "./message";
import type { Session } from "./addinSession";

/** The older API beside the batches: the document's settings and its copy as a file. */
export type CommonApi = { readonly answer: (dispatchId: number, data: Fields) => object | null };

const methods = { loadSettings: 75, saveSettings: 76, openFile: 77, readSlice: 80, closeFile: 81 };
const USUAL_SLICE = 4 * 1024 * 1024;

/** @param fileBytes the workbook as an .xlsx, as it is now */
export function commonApi(session: Session, fileBytes: () => Uint8Array): CommonApi {
  const files = new Map<number, { readonly bytes: Uint8Array; readonly slice: number }>();
  let handles = 0;
  return {
    answer: (dispatchId, data) => {
      switch (dispatchId) {
        case methods.loadSettings:
          return done({
            Properties: { Settings: [...session.workbook.settings].map(([Name, Value]) => ({ Name, Value })) },
          });
        case methods.saveSettings:
          saveSettings(session.workbook, session.origin, settingsOf(data));
          return done({});
        case methods.openFile: {
          const bytes = fileBytes();
          handles += 1;
          files.set(handles, { bytes, slice: Number(data["1"]) || USUAL_SLICE });
          return done({ 0: handles, 1: bytes.length });
        }
        case methods.readSlice: {
          const file = files.get(Number(data["2"]));
          const from = Number(data["3"]) * (file?.slice ?? 0);
          const slice = file?.bytes.slice(from, from + file.slice) ?? new Uint8Array();
          return done({ 0: [...slice], 1: slice.length });
        }
        case methods.closeFile:
          files.delete(Number(data["2"]));
          return done({});
        default:
          return null;
      }
    },
  };
}

function done(fields: object): object {
  return { Version: 1, Error: 0, ...fields };
}

function settingsOf(data: Fields): Map<string, string> {
  const properties = fieldsOf(data.DdaSettingsMethod).Properties;
  const pairs: readonly unknown[] = Array.isArray(properties) ? properties : [];
  return new Map(
    pairs.flatMap((pair) => {
      const [name, value] = Array.isArray(pair) ? (pair as readonly unknown[]) : [];
      return typeof name === "string" && typeof value === "string" ? [[name, value] as const] : [];
    }),
  );
}
