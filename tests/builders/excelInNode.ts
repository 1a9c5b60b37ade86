import { AsyncLocalStorage } from "node:async_hooks";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { blankFile } from "./blankFile";
import { silentPane } from "./silentPane";
import type { ExcelPort } from "../../addin/excel/excelPort";
import { officePort } from "../../addin/excel/officePort";
import { FIVE_MEGABYTES } from "../../excel-host/inject";
import { listen } from "../../excel-host/model/edit";
import { loadWorkbook } from "../../excel-host/xlsx/loadWorkbook";
import { saveWorkbook } from "../../excel-host/xlsx/saveWorkbook";
import type { Workbook } from "../../excel-host/model/workbook";
import type { Session } from "../../excel-host/protocol/addinSession";
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
  /** The code of Office.js with which Excel refuses an exchange, null where it carries it out. */
  refusal: (exchange: number) => string | null;
  /** Whether the answer to an exchange that Excel has carried out is lost on the way. */
  isLost: (exchange: number) => boolean;
  /** What another pane on the same workbook asks of Excel. It is told what anybody else changes. */
  readonly pane: (name: string) => ExcelPort;
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

/** Whose exchange it is: every pane has its own line to Excel. */
const atWork = new AsyncLocalStorage<Session>();

/** Microsoft's own office.js on a workbook of the emulated Excel, without a browser: its batches go straight to the host. */
export function openInExcel(bytes: Uint8Array = blankFile()): ExcelInNode {
  const { workbook, file } = loadWorkbook(bytes);
  const first = createSession(workbook, "pane", silentPane);
  const excel: ExcelInNode = {
    workbook,
    save: () => saveWorkbook(workbook, file),
    exchanges: [],
    meanwhile: nothing,
    refusal: () => null,
    isLost: () => false,
    pane: (name) => portOf(createSession(workbook, name, silentPane)),
  };
  officeJs().OfficeExtension.ClientRequestContext.prototype._requestExecutor = {
    executeAsync: async (_, __, { Body }) => {
      const session = atWork.getStore() ?? first;
      const isTidying = Body.Actions.every(({ Name, ActionType }) => ActionType === 1 || Name === "_RemoveReference");
      if (isTidying) return answered(runBatch(session, Body));
      const request = JSON.stringify(Body);
      const exchange = excel.exchanges.length + 1;
      await excel.meanwhile(exchange);
      const requestBytes = Buffer.byteLength(request);
      if (requestBytes > FIVE_MEGABYTES) return refused("RequestPayloadSizeLimitExceeded");
      const code = excel.refusal(exchange);
      const answer = code === null ? JSON.stringify(runBatch(session, JSON.parse(request) as BatchRequest)) : "";
      const answerBytes = Buffer.byteLength(answer);
      excel.exchanges.push({ requestBytes, answerBytes });
      if (answerBytes > FIVE_MEGABYTES) return refused("ResponsePayloadSizeLimitExceeded");
      if (excel.isLost(exchange)) return refused("ConnectionFailure");
      return code === null ? answered(JSON.parse(answer)) : refused(code);
    },
  };
  return excel;
}

function portOf(session: Session): ExcelPort {
  const asItself =
    <A extends unknown[], R>(ask: (...args: A) => R) =>
    (...args: A): R =>
      atWork.run(session, () => ask(...args));
  return {
    openWorkbook: asItself(async (...[listener, onProgress]: Parameters<ExcelPort["openWorkbook"]>) => {
      const { onChange } = listener ?? {};
      if (onChange !== undefined) {
        listen(session.workbook, (event) => {
          if (event.kind === "cells" && event.origin !== session.origin) onChange(event.sheet.id);
        });
      }
      // What office.js needs of a browser to be told of events is not here.
      return { ...(await officePort.openWorkbook(null, onProgress)), isWatched: true };
    }),
    readTables: asItself(officePort.readTables),
    writeChanges: asItself(officePort.writeChanges),
    writeStatuses: asItself(officePort.writeStatuses),
    createTables: asItself(officePort.createTables),
    addRoundSheet: asItself(officePort.addRoundSheet),
    removeAdded: asItself(officePort.removeAdded),
    sheetContents: asItself(officePort.sheetContents),
    readSheets: asItself(officePort.readSheets),
    removeRows: asItself(officePort.removeRows),
    keptMapping: asItself(officePort.keptMapping),
    keepMapping: asItself(officePort.keepMapping),
    markSheet: asItself(officePort.markSheet),
    unmarkSheet: asItself(officePort.unmarkSheet),
    readSelectedRow: asItself(officePort.readSelectedRow),
    goTo: asItself(officePort.goTo),
  };
}

function answered(body: unknown): unknown {
  return { ErrorCode: "", ErrorMessage: "", Headers: {}, Body: body };
}

function refused(code: string): unknown {
  return { ErrorCode: code, ErrorMessage: code, Headers: {}, Body: null };
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
