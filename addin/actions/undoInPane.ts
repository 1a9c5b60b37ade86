import * as z from "zod/mini";
import { undoOf } from "../../domain/actions/undoOf";
import type { Action } from "./session";

// Without it zod tries to compile code, which the page's security policy refuses and reports.
z.config({ jitless: true });

/** Takes back a batch of the Journal. It lies apart because only it reads the Journal, for which it needs zod. */
export const undoInPane: Action<string> = undoOf;
