import { readFileSync } from "node:fs";
import { join } from "node:path";
import { blankFile } from "./blankFile";
import { loadWorkbook } from "../../excel-host/xlsx/loadWorkbook";
import { saveWorkbook } from "../../excel-host/xlsx/saveWorkbook";
import type { Workbook } from "../../excel-host/model/workbook";
import { runBatch } from "../../excel-host/protocol/batch";
import type { BatchRequest } from "../../excel-host/protocol/batch";
import { createSession } from "../../excel-host/protocol/session";

/** One exchange with Excel; what office.js sends to tidy up after itself is not counted. */
export type Exchange = { readonly requestBytes: number; readonly answerBytes: number };

export type ExcelInNode = {
  readonly workbook: Workbook;
  readonly save: () => Uint8Array;
  readonly exchanges: Exchange[];
  /** What somebody else does just before an exchange; the first is 1. */
  meanwhile: (exchange: number) => void | Promise<void>;
};

const nothing = () => undefined;
const storage = { getItem: () => null, setItem: nothing, removeItem: nothing };
/** What office.js looks for while it loads. */
const page = {
  window: globalThis,
  self: globalThis,
  top: globalThis,
  parent: globalThis,
  location: { href: "https://localhost/", search: "", hash: "", protocol: "https:", host: "localhost", pathname: "/" },
  navigator: { userAgent: "Chrome" },
  document: {
    URL: "https://localhost/",
    getElementsByTagName: () => [],
    getElementById: () => null,
    createElement: () => ({}),
    addEventListener: nothing,
  },
  addEventListener: nothing,
  sessionStorage: storage,
  localStorage: storage,
};

type OfficeJs = {
  OfficeExtension: { ClientRequestContext: { prototype: { _requestExecutor: { executeAsync: Executor } } } };
};
type Executor = (data: unknown, flags: number, message: { readonly Body: BatchRequest }) => Promise<unknown>;

/** Microsoft's own office.js on a workbook of the emulated Excel, without a browser: its batches go straight to the host. */
export function openInExcel(bytes: Uint8Array = blankFile()): ExcelInNode {
  const { workbook, file } = loadWorkbook(bytes);
  const pane = {
    show: nothing,
    hide: nothing,
    save: nothing,
    startup: () => "",
    setStartup: nothing,
    updateRibbon: nothing,
  };
  const session = createSession(workbook, "pane", pane);
  const excel: ExcelInNode = { workbook, save: () => saveWorkbook(workbook, file), exchanges: [], meanwhile: nothing };
  officeJs().OfficeExtension.ClientRequestContext.prototype._requestExecutor = {
    executeAsync: async (_, __, { Body }) => {
      const isTidying = Body.Actions.every(({ Name, ActionType }) => ActionType === 1 || Name === "_RemoveReference");
      const request = JSON.stringify(Body);
      if (!isTidying) await excel.meanwhile(excel.exchanges.length + 1);
      const answer = JSON.stringify(runBatch(session, JSON.parse(request) as BatchRequest));
      if (!isTidying) {
        excel.exchanges.push({ requestBytes: Buffer.byteLength(request), answerBytes: Buffer.byteLength(answer) });
      }
      return { ErrorCode: "", ErrorMessage: "", Headers: {}, Body: JSON.parse(answer) as unknown };
    },
  };
  return excel;
}

function officeJs(): OfficeJs {
  if (!("OfficeExtension" in globalThis)) {
    Object.assign(globalThis, page);
    const path = join("node_modules", "@microsoft", "office-js", "dist", "excel-web-16.00.debug.js");
    // In the global scope, as a browser runs a script.
    (0, eval)(readFileSync(path, "utf8"));
  }
  return globalThis as unknown as OfficeJs;
}
