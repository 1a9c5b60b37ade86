import {
  companionRefusals,
  LARGEST_WORKBOOK,
  pairingHeader,
  workbookType,
  type CompanionRefusal,
  type CompanionReport,
  type KeptCopy,
  type PreparedLetters,
} from "../../domain/companion/companionApi";

/** Why the companion did not do what was asked; `unreachable` when it does not run. */
export type CompanionProblem = CompanionRefusal | "unreachable";

export class CompanionError extends Error {
  constructor(readonly problem: CompanionProblem) {
    super(problem);
  }
}

/** What the companion of this machine is asked for, by the identity of the register. Each function throws a CompanionError. */
export type CompanionClient = {
  readonly report: (registerId: string) => Promise<CompanionReport>;
  readonly letters: (registerId: string) => Promise<PreparedLetters>;
  /** Null once the signal has stopped it. */
  readonly send: (workbook: Uint8Array, signal: AbortSignal) => Promise<KeptCopy | null>;
  readonly openFolder: (registerId: string) => Promise<void>;
};

/** @param token the one in the page that the companion served; @param ask the browser's fetch */
export function companionClient(token: string, ask: typeof fetch): CompanionClient {
  const answered = async (path: string, init: RequestInit = {}): Promise<Response> => {
    const headers = { [pairingHeader]: token, ...init.headers };
    const response = await ask(`/api/${path}`, { ...init, headers, cache: "no-store" }).catch(() => null);
    if (response === null) throw new CompanionError("unreachable");
    if (!response.ok) throw new CompanionError(await refusalIn(response));
    return response;
  };
  const read = async <T>(path: string): Promise<T> => (await (await answered(path)).json()) as T;
  return {
    report: (registerId) => read(`state?register=${encodeURIComponent(registerId)}`),
    letters: (registerId) => read(`letters?register=${encodeURIComponent(registerId)}`),
    async send(workbook, signal) {
      if (workbook.length > LARGEST_WORKBOOK) throw new CompanionError("tooLarge");
      const headers = { "content-type": workbookType };
      try {
        const response = await answered("register", { method: "POST", headers, body: workbook as BodyInit, signal });
        return (await response.json()) as KeptCopy;
      } catch (error) {
        if (signal.aborted) return null;
        throw error;
      }
    },
    async openFolder(registerId) {
      const headers = { "content-type": "application/json" };
      await answered("open-folder", { method: "POST", headers, body: JSON.stringify({ register: registerId }) });
    },
  };
}

/** Whatever else serves this address does not answer in our words. */
async function refusalIn(response: Response): Promise<CompanionProblem> {
  const body: unknown = await response.json().catch(() => null);
  const { code } = Object(body) as { readonly code?: unknown };
  return companionRefusals.find((one) => one === code) ?? "unreachable";
}
