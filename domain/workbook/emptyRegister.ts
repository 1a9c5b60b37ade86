import type { Register } from "../register";
import { defaultSettings } from "./settings";
import { SCHEMA_VERSION } from "./schema";

/** A register of which nothing is known yet but its identity. */
export function emptyRegister(registerId: string): Register {
  return {
    contracts: [],
    interventions: [],
    invoices: [],
    clients: [],
    periods: [],
    equipment: [],
    letters: [],
    journal: [],
    settings: { ...defaultSettings(), registerId, schemaVersion: SCHEMA_VERSION },
  };
}
