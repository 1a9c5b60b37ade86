import type { CompanionRefusal } from "../../domain/companion/companionApi";

/** An answer that says no, by a code that the pane has a sentence for. */
export class Refused extends Error {
  constructor(
    readonly statusCode: number,
    readonly code: CompanionRefusal,
  ) {
    super(code);
    this.name = "Refused";
  }
}
