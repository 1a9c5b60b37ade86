import type { Gate } from "../inject";
import { type BatchRequest, failedBatch, runBatch } from "./batch";
import { type Fields, fieldsOf } from "./message";
import type { Session } from "./addinSession";

/** Office.js shows these numbers of Excel's as errors of its own. */
const dispatchErrors = { cellEditMode: 5004, requestTooLarge: 5103, responseTooLarge: 5104 };
/** Set by an add-in that would rather wait for the end of an edit. */
const DELAY_FOR_CELL_EDIT = 64;

/** Answers executeMethod 93: checks what Excel checks around a batch, and runs it. */
export async function exchangedBatch(session: Session, gate: Gate, data: Fields): Promise<object> {
  const parts = Array.isArray(data.ArrayData) ? (data.ArrayData as readonly unknown[]) : [];
  const body = typeof parts[4] === "string" ? parts[4] : "{}";
  const requestBytes = byteLength(body);
  const request = JSON.parse(body) as BatchRequest;
  const note = (batch: number, responseBytes: number, error: string | null): void =>
    gate.note({ batch, actions: request.Actions.length, requestBytes, responseBytes, error });
  if (requestBytes > gate.limit()) return refused(dispatchErrors.requestTooLarge, note);
  if (isService(request)) {
    const response = JSON.stringify(runBatch(session, request));
    note(0, byteLength(response), null);
    return answered(200, response);
  }
  if (gate.isEditing()) {
    if (((Number(parts[6]) || 0) & DELAY_FOR_CELL_EDIT) === 0) return refused(dispatchErrors.cellEditMode, note);
    await gate.editEnded();
  }
  const { batch, failure } = await gate.enter();
  if (failure !== null) {
    note(batch, 0, failure);
    return answered(200, JSON.stringify(failedBatch(failure)));
  }
  const result = runBatch(session, request);
  const response = JSON.stringify(result);
  const responseBytes = byteLength(response);
  if (responseBytes > gate.limit()) return refused(dispatchErrors.responseTooLarge, note);
  note(batch, responseBytes, result.Error?.Code ?? null);
  return answered(200, response);
}

/** A batch that speaks to Excel's services and not to the workbook. */
function isService({ ObjectPaths }: BatchRequest): boolean {
  return Object.values(ObjectPaths).some((path) => fieldsOf(path).ObjectPathType === 2);
}

function answered(status: number, body: string): object {
  return { Version: 1, Error: 0, Data: [status, [], body] };
}

function refused(error: number, note: (batch: number, bytes: number, error: string) => void): object {
  note(0, 0, String(error));
  return { Version: 1, Error: error };
}

const encoder = new TextEncoder();

function byteLength(text: string): number {
  return encoder.encode(text).length;
}
