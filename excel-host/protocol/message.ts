/** What office.js posts, once parsed. */
export type AddinRequest = {
  readonly _messageType: number;
  readonly _actionName: string;
  /** 0 invoke, 1 register an event, 2 unregister. */
  readonly _actionType: number;
  readonly _conversationId: string;
  readonly _correlationId: number;
  readonly _data?: unknown;
};

export const actions = { invoke: 0, register: 1, unregister: 2 } as const;

/** Reads a message; null for what is not a request of the protocol. */
export function parsedRequest(text: unknown): AddinRequest | null {
  if (typeof text !== "string" || !text.startsWith("{")) return null;
  try {
    const message = JSON.parse(text) as Partial<AddinRequest>;
    const isRequest = message._messageType === 0 && typeof message._actionName === "string";
    return isRequest ? (message as AddinRequest) : null;
  } catch {
    return null;
  }
}

type Envelope = {
  readonly name: string;
  readonly conversation: string;
  readonly correlation: number;
  readonly origin: string;
};

/** The answer to a request (`event` false), or an event to whoever registered for it. */
export function messageText(
  { name, conversation, correlation, origin }: Envelope,
  data: unknown,
  event: boolean,
): string {
  return JSON.stringify({
    _messageType: 1,
    _actionName: name,
    _conversationId: conversation,
    _correlationId: correlation,
    _origin: origin,
    _data: data,
    _errorCode: 0,
    _responseType: event ? 1 : 0,
    _serializerVersion: 1,
  });
}

export type Fields = { readonly [name: string]: unknown };

/** The fields of a value that should be an object. */
export function fieldsOf(value: unknown): Fields {
  return typeof value === "object" && value !== null ? (value as Fields) : {};
}
