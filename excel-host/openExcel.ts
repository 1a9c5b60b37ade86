import { attachCalculator } from "./formulas/calculator";
import type { Engine } from "./formulas/engine";
import { createGate, type Injector } from "./inject";
import type { Workbook } from "./model/workbook";
import { frameName, usualRequirements } from "./protocol/appContext";
import { connectFrame } from "./protocol/connectFrame";
import type { Connection } from "./protocol/connection";
import type { PaneControl, Session } from "./protocol/addinSession";
import { createSession } from "./protocol/session";
import { loadWorkbook } from "./xlsx/loadWorkbook";
import { saveWorkbook } from "./xlsx/saveWorkbook";

/** A workbook open in the emulated Excel. */
export type OpenExcel = {
  readonly workbook: Workbook;
  /** The workbook as an .xlsx; what did not change keeps its bytes. */
  readonly save: () => Uint8Array;
  /** Loads an add-in in a new frame of this page; several may share the workbook. */
  readonly join: (place: HTMLElement, addin: AddinOptions) => JoinedAddin;
};

export type AddinOptions = {
  /** Names the add-in as the author of edits; one that starts with "coauthor" is somebody else's Excel. */
  readonly origin: string;
  readonly appId: string;
  readonly url: string;
  /** What a screen reader calls the frame. */
  readonly title: string;
  readonly pane: PaneControl;
};

export type JoinedAddin = {
  readonly frame: HTMLIFrameElement;
  readonly session: Session;
  readonly connection: Connection;
  readonly injector: Injector;
};

/**
 * Opens an .xlsx as Excel does, and computes what depends on today.
 * @param now the moment as a serial number of the 1900 system
 */
export function openExcel(
  bytes: Uint8Array,
  { name, engine, now }: { readonly name: string; readonly engine: Engine; readonly now: () => number },
): OpenExcel {
  const { workbook, file } = loadWorkbook(bytes);
  workbook.name = name;
  attachCalculator(workbook, engine, now);
  const save = (): Uint8Array => saveWorkbook(workbook, file);
  return { workbook, save, join: (place, addin) => join(workbook, save, place, addin) };
}

function join(
  workbook: Workbook,
  save: () => Uint8Array,
  place: HTMLElement,
  { origin, appId, url, title, pane }: AddinOptions,
): JoinedAddin {
  const session = createSession(workbook, origin, pane);
  const gate = createGate();
  const conversation = `${origin}-${appId}`;
  const facts = {
    appId,
    documentUrl: `${window.location.origin}/${workbook.name}`,
    locale: workbook.locale,
    settings: workbook.settings,
    requirements: usualRequirements,
  };
  const frame = document.createElement("iframe");
  frame.title = title;
  // Office.js reads the name once, and a frame already on the page keeps the name that it had.
  frame.name = frameName({ conversation, appId, hostUrl: window.location.href, locale: workbook.locale });
  const connection = connectFrame(frame, { session, gate, facts, conversation, fileBytes: save });
  frame.src = url;
  place.append(frame);
  return { frame, session, connection, injector: gate };
}
