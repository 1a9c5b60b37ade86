import { type RefusalCode, Refused } from "../model/refused";
import { rangeObject } from "../objects/range";
import { workbookObject } from "../objects/workbook";
import { type Argument, type ExcelObject, isExcelObject, type Json } from "./excelObject";
import { locationOf, memberNamed, notInExcel } from "./members";
import { checkedQuery, queried, type Query } from "./query";
import { serviceObject } from "../objects/addinServices";
import { forgetPassing, releaseRange, type Session } from "./addinSession";

/** The body of a batch, as office.js writes it. */
export type BatchRequest = {
  readonly AutoKeepReference?: boolean;
  readonly Actions: readonly Action[];
  readonly ObjectPaths: Readonly<Record<string, ObjectPath>>;
};

type ArgumentInfo = {
  readonly Arguments?: readonly Json[] | null;
  readonly ReferencedObjectPathIds?: readonly Json[] | null;
};

type Action = {
  readonly Id: number;
  readonly ActionType: number;
  readonly Name?: string;
  readonly ObjectPathId?: number;
  readonly ArgumentInfo?: ArgumentInfo | null;
  readonly QueryInfo?: Query;
};

type ObjectPath = {
  readonly Id: number;
  readonly ObjectPathType: number;
  readonly Name?: string;
  readonly ParentObjectPathId?: number;
  readonly ArgumentInfo?: ArgumentInfo | null;
};

export type BatchResponse = {
  readonly Results: readonly { readonly ActionId: number; readonly Value: Json }[];
  readonly Error?: BatchError;
  readonly TraceIds: readonly number[];
};

export type BatchError = {
  readonly Code: string;
  readonly Message: string;
  readonly ActionIndex: number;
  readonly Location: string;
  readonly HttpStatusCode: number;
};

const objectPathTypes = { root: 1, newObject: 2, method: 3, property: 4, indexer: 5, reference: 6, nullObject: 7 };
const actionTypes = { instantiate: 1, query: 2, method: 3, setProperty: 4, trace: 5, ensureUnchanged: 6 };

const tracking: ReadonlySet<string> = new Set(["_KeepReference", "_RemoveReference"]);

const httpStatus: Readonly<Record<string, number>> = {
  AccessDenied: 403,
  ApiNotFound: 404,
  GeneralException: 500,
  ItemAlreadyExists: 409,
  ItemNotFound: 404,
  ServiceNotAvailable: 503,
};

/** A batch on its way: which objects its paths lead to, and where the present action is. */
type Run = {
  readonly session: Session;
  readonly request: BatchRequest;
  readonly resolved: Map<number, ExcelObject | null>;
  location: string;
};

/** Runs the actions of a batch one after the other; the first that is refused ends it, and what was done stays done. */
export function runBatch(session: Session, request: BatchRequest): BatchResponse {
  const run: Run = { session, request, resolved: new Map(), location: "" };
  const results: { ActionId: number; Value: Json }[] = [];
  const traceIds: number[] = [];
  const before = new Set(session.ranges.keys());
  try {
    for (const [index, action] of request.Actions.entries()) {
      try {
        if (action.ActionType === actionTypes.trace) traceIds.push(action.Id);
        results.push({ ActionId: action.Id, Value: performed(run, action) });
      } catch (error) {
        return { Results: results, Error: batchError(error, index, run.location), TraceIds: traceIds };
      }
    }
    return { Results: results, TraceIds: traceIds };
  } finally {
    if (request.AutoKeepReference !== true) dropUnkept(session, before, request);
    forgetPassing(session);
  }
}

/** The answer to a batch of which nothing was done. */
export function failedBatch(code: RefusalCode): BatchResponse {
  return {
    Results: [],
    Error: batchError(new Refused(code, `The emulated Excel was told to fail: ${code}.`), 0, ""),
    TraceIds: [],
  };
}

/** Outside of Excel.run only what is tracked is kept. */
function dropUnkept(session: Session, before: ReadonlySet<string>, { Actions }: BatchRequest): void {
  if (Actions.some(({ Name }) => Name === "_KeepReference")) return;
  for (const id of [...session.ranges.keys()]) if (!before.has(id)) releaseRange(session, id);
}

function batchError(error: unknown, index: number, location: string): BatchError {
  const refusal = error instanceof Refused ? error : new Refused("GeneralException", messageOf(error));
  return {
    Code: refusal.code,
    Message: refusal.message,
    ActionIndex: index,
    Location: location,
    HttpStatusCode: httpStatus[refusal.code] ?? 400,
  };
}

function messageOf(error: unknown): string {
  return error instanceof Error ? `${error.message}\n${error.stack ?? ""}` : String(error);
}

function performed(run: Run, action: Action): Json {
  if (action.ActionType === actionTypes.trace) return null;
  const object = objectAt(run, action.ObjectPathId ?? 0);
  const name = action.Name ?? "";
  switch (action.ActionType) {
    case actionTypes.instantiate:
      return object?.identity ?? null;
    case actionTypes.query:
      return queriedAt(run, object, action);
    case actionTypes.method:
      // Office.js tracks whatever Excel.run made, null objects too.
      if (object === null && tracking.has(name)) return null;
      return plain(called(run, notNull(object, name), name, argumentsOf(run, action.ArgumentInfo)));
    case actionTypes.setProperty:
      setProperty(run, notNull(object, name), name, argumentsOf(run, action.ArgumentInfo)[0] ?? null);
      return null;
    case actionTypes.ensureUnchanged:
      return null;
    default:
      throw new Refused("ApiNotFound", `The emulated Excel has no action of type ${action.ActionType}.`);
  }
}

function queriedAt(run: Run, object: ExcelObject | null, { QueryInfo }: Action): Json {
  run.location = object === null ? "" : `${object.type}.load`;
  return queried(object, checkedQuery(QueryInfo));
}

function notNull(object: ExcelObject | null, member: string): ExcelObject {
  if (object === null) throw new Refused("ItemNotFound", `${member} was asked of an object that does not exist.`);
  return object;
}

function plain(value: ExcelObject | Json | undefined): Json {
  return isExcelObject(value) ? value.identity : (value ?? null);
}

function called(
  run: Run,
  object: ExcelObject,
  name: string,
  args: readonly Argument[],
): ExcelObject | Json | undefined {
  run.location = locationOf(object, name);
  const method = object.methods?.[name];
  if (method === undefined) throw notInExcel(object, name);
  return method(args);
}

function setProperty(run: Run, object: ExcelObject, name: string, value: Argument): void {
  run.location = locationOf(object, name);
  const property = memberNamed(object.properties, name)?.[1];
  if (property === undefined) throw notInExcel(object, name);
  if (property.set === undefined || isExcelObject(value)) {
    throw new Refused("AccessDenied", `${locationOf(object, name)} can only be read.`);
  }
  property.set(value);
}

function argumentsOf(run: Run, info: ArgumentInfo | null | undefined): readonly Argument[] {
  const references = info?.ReferencedObjectPathIds ?? [];
  return (info?.Arguments ?? []).map((argument, at) => {
    const id = references[at];
    if (typeof id !== "number" || id === 0) return argument;
    return objectAt(run, id);
  });
}

function objectAt(run: Run, id: number): ExcelObject | null {
  const known = run.resolved.get(id);
  if (known !== undefined) return known;
  const path = run.request.ObjectPaths[String(id)];
  if (path === undefined) throw new Refused("InvalidReference", `The batch has no object path ${id}.`);
  const object = resolved(run, path);
  run.resolved.set(id, object);
  return object;
}

function resolved(run: Run, path: ObjectPath): ExcelObject | null {
  const { session } = run;
  const name = path.Name ?? "";
  switch (path.ObjectPathType) {
    case objectPathTypes.root:
      return workbookObject(session);
    case objectPathTypes.newObject:
      run.location = name;
      return serviceObject(session, name);
    case objectPathTypes.reference:
      return referenced(session, name);
    case objectPathTypes.nullObject:
      return null;
    default:
      return memberOf(run, path, name);
  }
}

function memberOf(run: Run, path: ObjectPath, name: string): ExcelObject | null {
  const parent = objectAt(run, path.ParentObjectPathId ?? 0);
  // What belongs to an object that does not exist does not exist either.
  if (parent === null) return null;
  switch (path.ObjectPathType) {
    case objectPathTypes.method: {
      const result = called(run, parent, name, argumentsOf(run, path.ArgumentInfo));
      if (result === null || result === undefined || isExcelObject(result)) return result ?? null;
      throw notInExcel(parent, name);
    }
    case objectPathTypes.property: {
      run.location = locationOf(parent, name);
      const child = memberNamed(parent.children ?? {}, name)?.[1];
      if (child === undefined) throw notInExcel(parent, name);
      return child();
    }
    case objectPathTypes.indexer:
      run.location = locationOf(parent, "GetItem");
      if (parent.item === undefined) throw notInExcel(parent, "GetItem");
      return parent.item(path.ArgumentInfo?.Arguments?.[0] ?? null);
    default:
      throw new Refused("ApiNotFound", `The emulated Excel has no object path of type ${path.ObjectPathType}.`);
  }
}

function referenced(session: Session, id: string): ExcelObject {
  const range = session.ranges.get(id);
  if (range === undefined) throw new Refused("InvalidReference", `Nothing is kept under ${id}.`);
  return rangeObject(session, range);
}
