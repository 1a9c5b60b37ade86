import type { CompanionReport, FollowedRegister } from "../../domain/companion/companionApi";
import type { CompanionState, RegisterState } from "../companion/state";
import { newestCopy } from "./copies";

type Given = {
  readonly state: CompanionState | null;
  readonly registerId: string;
  readonly data: string;
  readonly now: string;
  readonly localTime: (instant: string) => string;
};

/** The register of this identity among those that the companion follows; null when it has not read it yet. */
export function followed(state: CompanionState | null, registerId: string): RegisterState | null {
  return state?.registers.find(({ seen }) => seen?.registerId === registerId) ?? null;
}

/** What the pane shows of the companion. */
export async function reportOf({ state, registerId, data, now, localTime }: Given): Promise<CompanionReport> {
  const register = followed(state, registerId);
  const copy = await newestCopy(data, registerId, now);
  return {
    warnings: state?.warnings.map(({ sentence }) => sentence) ?? [],
    register: register === null ? null : registerReport(register, copy?.at ?? null, localTime),
  };
}

function registerReport(
  { name, lastRun, next, warnings, mails }: RegisterState,
  copyAt: string | null,
  localTime: Given["localTime"],
): FollowedRegister {
  return {
    name,
    lastRun:
      lastRun === null
        ? null
        : { at: localTime(lastRun.at), isDone: lastRun.outcome === "done", sentence: lastRun.sentence },
    next: { letters: localTime(next.letters), digest: localTime(next.digest) },
    copyAt: copyAt === null ? null : localTime(copyAt),
    warnings: [...warnings, ...mails].flatMap(({ sentence }) => sentence ?? []),
  };
}
