import { stat } from "node:fs/promises";
import { join } from "node:path";
import * as z from "zod";
import { compareText } from "../../domain/compareText";
import {
  LARGEST_WORKBOOK,
  workbookType,
  type KeptCopy,
  type PreparedLetter,
  type PreparedLetters,
} from "../../domain/companion/companionApi";
import { readState } from "../companion/state";
import { LedgerBroken } from "../ledger/chain";
import { LEDGER_FILE, readLedger } from "../ledger/ledger";
import { lettersOf } from "../ledger/letters";
import type { Log } from "../log/log";
import type { App } from "./app";
import { keepCopy } from "./copies";
import { checkPairing } from "./guards";
import { receivedRegister } from "./receivedRegister";
import { Refused } from "./refused";
import { followed, reportOf } from "./report";

export type ApiOptions = {
  readonly data: string;
  readonly log: Log;
  readonly now: () => string;
  readonly localTime: (instant: string) => string;
  readonly show: (path: string) => Promise<void>;
};

const question = z.object({ register: z.string().min(1).max(200) });
const perMinute = (max: number) => ({ config: { rateLimit: { max, timeWindow: "1 minute" } } });

/** What the pane may ask and have done: nothing that it sends ever names a file. */
export function serveApi(app: App, token: string, { data, log, now, localTime, show }: ApiOptions): void {
  const registerIn = (asked: unknown): string => {
    const read = question.safeParse(asked);
    if (!read.success) throw new Refused(400, "badRequest");
    return read.data.register;
  };
  const outputOf = async (registerId: string): Promise<string> => {
    const register = followed(await readState(data), registerId);
    if (register === null) throw new Refused(404, "notFollowed");
    return register.out;
  };
  let isReceiving = false;

  void app.register(
    (api, _, done) => {
      api.addHook("onRequest", (request, __, next) => {
        checkPairing(request, token);
        next();
      });
      // The body as it came: no workbook is taken for anything else.
      api.removeAllContentTypeParsers();
      api.addContentTypeParser("application/json", { parseAs: "string", bodyLimit: 1_000 }, (__, body, parsed) => {
        try {
          parsed(null, JSON.parse(String(body)));
        } catch {
          parsed(new Refused(400, "badRequest"));
        }
      });
      api.addContentTypeParser(workbookType, { parseAs: "buffer" }, (__, body, parsed) => parsed(null, body));

      api.get("/state", async ({ query }) =>
        reportOf({ state: await readState(data), registerId: registerIn(query), data, now: now(), localTime }),
      );

      api.get("/letters", async ({ query }): Promise<PreparedLetters> => {
        const registerId = registerIn(query);
        return { letters: await preparedLetters(await outputOf(registerId), registerId) };
      });

      api.post(
        "/register",
        { bodyLimit: LARGEST_WORKBOOK, ...perMinute(12) },
        async ({ body }, reply): Promise<KeptCopy> => {
          if (!(body instanceof Uint8Array)) throw new Refused(415, "notAWorkbook");
          // Reading a workbook takes memory: one at a time.
          if (isReceiving) throw new Refused(429, "busy");
          isReceiving = true;
          try {
            const received = await receivedRegister(body);
            if ("refusal" in received) throw new Refused(422, received.refusal);
            const { at } = await keepCopy(data, received.registerId, body, now());
            const register = followed(await readState(data), received.registerId);
            log.write("info", "copyKept", {
              bytes: body.length,
              ...(register === null ? {} : { register: register.name }),
            });
            reply.code(201);
            return { at: localTime(at), name: register?.name ?? null };
          } finally {
            isReceiving = false;
          }
        },
      );

      api.post("/open-folder", perMinute(20), async ({ body }, reply) => {
        const folder = await outputOf(registerIn(body));
        if (!(await isFolder(folder))) throw new Refused(404, "noFolder");
        await show(folder);
        return reply.code(204).send();
      });
      done();
    },
    { prefix: "/api" },
  );
}

/** The letters that the ledger knows as made and not as sent, the nearest deadline first. */
async function preparedLetters(folder: string, registerId: string): Promise<readonly PreparedLetter[]> {
  try {
    const { events } = await readLedger(join(folder, LEDGER_FILE));
    return lettersOf(events, registerId)
      .filter(({ sentOn }) => sentOn === null)
      .map(({ contract, periodFrom, kind, issue, deadline, file, late }) => ({
        contract,
        periodFrom,
        kind,
        issue,
        deadline,
        file,
        late,
      }))
      .sort((a, b) => compareText(a.deadline, b.deadline) || compareText(a.contract, b.contract));
  } catch (error) {
    throw error instanceof LedgerBroken ? new Refused(409, "ledgerBroken") : error;
  }
}

async function isFolder(path: string): Promise<boolean> {
  try {
    return (await stat(path)).isDirectory();
  } catch {
    return false;
  }
}
