import type { Gate } from "../inject";
import { listen, type WorkbookEvent } from "../model/edit";
import { appContext, type AppFacts } from "./appContext";
import { exchangedBatch } from "./batchExchange";
import { commonApi } from "./commonApi";
import { excelEvents, type ExcelEvent } from "./excelEvents";
import { actions, type AddinRequest, type Fields, fieldsOf, messageText, parsedRequest } from "./message";
import type { Session } from "./addinSession";

export type ConnectionOptions = {
  readonly session: Session;
  readonly gate: Gate;
  readonly facts: AppFacts;
  readonly conversation: string;
  /** Origin of the host's page. */
  readonly origin: string;
  readonly post: (message: string) => void;
  readonly fileBytes: () => Uint8Array;
};

/** Excel's end of the line to one add-in. */
export type Connection = {
  readonly receive: (message: unknown) => void;
  /** Runs a function of the add-in as its ribbon button would; settles when the add-in calls event.completed(). */
  readonly runCommand: (functionName: string, controlId: string) => Promise<void>;
  /** Tells the add-in that its pane was shown or hidden. */
  readonly tellVisibility: (visible: boolean) => void;
  /** What the add-in asked for and this host lacks, beside what batches already reject by name. */
  readonly refused: readonly string[];
  readonly close: () => void;
};

const dispatch = { batch: 93, commandCompleted: 94 };
const VISIBILITY_EVENT = 65539;
const EVENT_CATEGORY = 65536;
/** Office.js shows it as an operation that is not supported. */
const NOT_SUPPORTED = 5000;

export function connect(options: ConnectionOptions): Connection {
  const { session, gate, facts, conversation, origin, post } = options;
  const registrations = new Map<string, number>();
  const common = commonApi(session, options.fileBytes);
  const commands = new Map<string, () => void>();
  const early: (() => void)[] = [];
  const refused: string[] = [];
  const outbox: WorkbookEvent[] = [];
  let batchesInOrder = Promise.resolve();

  const reply = ({ _actionName, _correlationId }: AddinRequest, data: unknown): void =>
    post(messageText({ name: _actionName, conversation, correlation: _correlationId, origin }, data, false));
  const fire = (name: string, data: unknown): void => {
    const correlation = registrations.get(name);
    if (correlation !== undefined) post(messageText({ name, conversation, correlation, origin }, data, true));
  };
  const fireEvents = (events: readonly ExcelEvent[]): void => {
    if (events.length === 0) return;
    const entries = events.map(({ type, target, args }) => [
      EVENT_CATEGORY,
      type,
      target,
      JSON.stringify(args),
      1,
      false,
    ]);
    fire("richApiMessage", { ArrayData: entries });
  };
  // Excel tells of an edit after it has answered whoever made it.
  const flush = (): void => {
    const events = outbox.splice(0);
    fireEvents(events.flatMap((event) => excelEvents(session, event)));
    if (events.some(({ kind }) => kind === "selection")) fire("documentSelectionChanged", {});
  };
  const stopListening = listen(session.workbook, (event) => {
    if (outbox.push(event) === 1) setTimeout(flush, 0);
  });

  const execute = async (data: Fields): Promise<object> => {
    const dispatchId = Number(fieldsOf(data.DdaMethod).DispatchId);
    if (dispatchId === dispatch.batch) return exchangedBatch(session, gate, data);
    if (dispatchId === dispatch.commandCompleted) {
      commands.get(String(data["0"]))?.();
      return { Version: 1, Error: 0 };
    }
    const answer = common.answer(dispatchId, data);
    if (answer === null) refused.push(`executeMethod ${dispatchId}`);
    return answer ?? { Version: 1, Error: NOT_SUPPORTED };
  };

  const invoked = (request: AddinRequest): void => {
    switch (request._actionName) {
      case "ContextActivationManager_getAppContextAsync":
        return reply(request, appContext({ ...facts, settings: session.workbook.settings }));
      case "ContextActivationManager_notifyHost":
        return reply(request, {});
      case "executeMethod":
        batchesInOrder = batchesInOrder.then(async () => reply(request, await execute(fieldsOf(request._data))));
        return;
      default:
        refused.push(request._actionName);
        return reply(request, { Error: NOT_SUPPORTED });
    }
  };

  return {
    refused,
    receive: (message) => {
      const request = parsedRequest(message);
      if (request === null || request._conversationId !== conversation) return;
      if (request._actionType === actions.invoke) return invoked(request);
      if (request._actionType === actions.register) registrations.set(request._actionName, request._correlationId);
      else registrations.delete(request._actionName);
      reply(request, { Version: 1, Error: 0 });
      if (registrations.has("appCommandInvoked")) for (const go of early.splice(0)) go();
    },
    runCommand: (functionName, controlId) =>
      new Promise((resolve) => {
        const id = `${functionName}-${commands.size + 1}`;
        commands.set(id, resolve);
        const go = (): void =>
          fire("appCommandInvoked", { 0: id, 1: functionName, 2: JSON.stringify({ source: { id: controlId } }) });
        // A button clicked before the add-in is ready waits for it.
        if (registrations.has("appCommandInvoked")) go();
        else early.push(go);
      }),
    tellVisibility: (visible) =>
      fireEvents([{ type: VISIBILITY_EVENT, target: "", args: { visibility: visible ? "Visible" : "Hidden" } }]),
    close: stopListening,
  };
}
